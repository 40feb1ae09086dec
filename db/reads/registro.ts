import { toSnakeCase } from 'drizzle-orm/casing';
import { type Immagine, unpackImmagini, type VoceRegistro } from '../registro.ts';
import type { Store } from '../store.ts';
import type { RawRow } from '../table-access.ts';

export interface FiltroVoci {
  readonly prima?: number | undefined;
  readonly utente?: string | undefined;
  /** only these actions */
  readonly azioni?: readonly string[] | undefined;
  /** only these lines */
  readonly seq?: readonly number[] | undefined;
  /** epoch ms, first included, last excluded */
  readonly dalMs?: number | undefined;
  readonly alMs?: number | undefined;
}

/** Every action there is in the log: few, read from the index alone. */
export function listAzioni(store: Store): string[] {
  return store.prepare('SELECT DISTINCT azione FROM registro ORDER BY azione').pluck().all() as string[];
}

/** Everyone there is in the log. */
export function listUtenti(store: Store): string[] {
  return store.prepare('SELECT DISTINCT utente FROM registro ORDER BY utente').pluck().all() as string[];
}

/** Lines, newest first. The numbers are found on the indexes, then only the lines of the page are read. */
export function listVoci(store: Store, filtro: FiltroVoci, limite: number): VoceRegistro[] {
  const where = [
    ...(filtro.prima === undefined ? [] : ['seq < @prima']),
    ...(filtro.utente === undefined ? [] : ['utente = @utente']),
    ...(filtro.azioni === undefined ? [] : ['azione IN (SELECT value FROM json_each(@azioni))']),
    ...(filtro.seq === undefined ? [] : ['seq IN (SELECT value FROM json_each(@seq))']),
    ...(filtro.dalMs === undefined ? [] : ['at_ms >= @dalMs']),
    ...(filtro.alMs === undefined ? [] : ['at_ms < @alMs']),
  ];
  const sql = `SELECT seq FROM registro ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY seq DESC LIMIT @limite`;
  const { azioni, seq, ...altri } = filtro;
  const found = store
    .prepare(sql)
    .pluck()
    .all({ ...altri, azioni: JSON.stringify(azioni ?? []), seq: JSON.stringify(seq ?? []), limite }) as number[];
  return found.flatMap((numero) => store.registro.find(numero) ?? []);
}

/** Lines that name the guest or are about a month in which they were there, by action: the numbers. */
const DIRETTE = `SELECT r.seq FROM registro r JOIN ospiti o ON o.id = r.ospite_id WHERE o.persona_id = @personaId
UNION SELECT r.seq FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id JOIN ospiti o ON o.id = i.ospite_id
  JOIN strutture s ON s.id = i.struttura_id JOIN registro r ON r.struttura = s.codice AND r.mese = p.mese
  WHERE o.persona_id = @personaId AND r.azione IN ('stampe.register', 'pacchi.export')`;

const DELL_OSPITE = [
  ...[
    'visite',
    'misure',
    'udienze',
    'violazioni',
    'oscuramenti',
    'note_riservate',
    'contatti',
    'avvertenze',
    'allegati',
  ],
  ...['diario', 'adempimenti', 'promemoria', 'copie_consegnate'],
];
const DELLA_PERMANENZA = ['assegnazioni', 'presenze', 'assenze', 'alloggi', 'progetti', 'relazioni'];

/** Every row that says something of a person, with the line that wrote it last. */
const RIGHE = `WITH sue AS (SELECT id FROM ospiti WHERE persona_id = @personaId),
  stay AS (SELECT id FROM ingressi WHERE ospite_id IN sue),
  progetto AS (SELECT id FROM progetti WHERE ingresso_id IN stay),
  obiettivo AS (SELECT id FROM obiettivi WHERE progetto_id IN progetto)
SELECT 'ospiti' AS t, id, voce FROM ospiti WHERE id IN sue
UNION ALL SELECT 'ingressi', id, voce FROM ingressi WHERE id IN stay
${DELL_OSPITE.map((t) => `UNION ALL SELECT '${t}', id, voce FROM ${t} WHERE ospite_id IN sue`).join('\n')}
${DELLA_PERMANENZA.map((t) => `UNION ALL SELECT '${t}', id, voce FROM ${t} WHERE ingresso_id IN stay`).join('\n')}
UNION ALL SELECT 'obiettivi', id, voce FROM obiettivi WHERE id IN obiettivo
UNION ALL SELECT 'verifiche_progetto', id, voce FROM verifiche_progetto WHERE progetto_id IN progetto
UNION ALL SELECT 'azioni', id, voce FROM azioni WHERE obiettivo_id IN obiettivo
UNION ALL SELECT 'evidenze', id, voce FROM evidenze WHERE obiettivo_id IN obiettivo
UNION ALL SELECT 'attivita', e.id, e.voce FROM attivita e JOIN attivita_ospiti q ON q.attivita_id = e.id WHERE q.ospite_id IN sue
UNION ALL SELECT 'incontri', e.id, e.voce FROM incontri e JOIN incontri_ospiti q ON q.incontro_id = e.id WHERE q.ospite_id IN sue`;

/** One line about a person, and what it did to the rows that are theirs. */
export interface VocePersona {
  readonly voce: VoceRegistro;
  readonly immagini: readonly Immagine[];
}

/**
 * Every line about one person, newest first: those that name them, and those that wrote one of their rows, found by walking
 * each row back from the line that wrote it last (each image holds the number of the one before).
 */
export function listVociPersona(store: Store, personaId: string): VocePersona[] {
  const mie = new Map<number, Immagine[]>();
  const dirette = store.prepare(DIRETTE).pluck().all({ personaId }) as number[];
  for (const seq of dirette) mie.set(seq, []);
  const righe = store.prepare(RIGHE).all({ personaId }) as { t: string; id: string; voce: number }[];
  const lette = new Map<number, ReadonlyMap<string, readonly Immagine[]>>();
  const chiavi = new Set(righe.map(({ t, id }) => `${t} ${id}`));
  for (const riga of righe) {
    let seq: number | null = riga.voce;
    while (seq !== null && seq > 0) {
      // one gesture may write a row twice: the line before is the one its first image says
      const immagini: readonly Immagine[] = leggi(store, lette, chiavi, seq).get(`${riga.t} ${riga.id}`) ?? [];
      mie.set(seq, [...(mie.get(seq) ?? []), ...immagini]);
      const precedente: number | null = immagini[0] ? vocePrecedente(immagini[0]) : null;
      seq = precedente !== null && precedente < seq ? precedente : null;
    }
  }
  const ordinate = [...mie].toSorted(([a], [b]) => b - a);
  return ordinate.flatMap(([seq, immagini]) => {
    const voce = store.registro.find(seq);
    return voce ? [{ voce, immagini }] : [];
  });
}

/** The images of one line that are of these rows: each line is unpacked once. */
function leggi(
  store: Store,
  lette: Map<number, ReadonlyMap<string, readonly Immagine[]>>,
  chiavi: ReadonlySet<string>,
  seq: number,
): ReadonlyMap<string, readonly Immagine[]> {
  const nota = lette.get(seq);
  if (nota) return nota;
  const immagini = unpackImmagini(store.registro.find(seq)?.righe ?? null);
  const sue = Map.groupBy(
    immagini.filter(({ t, id }) => chiavi.has(`${t} ${id}`)),
    ({ t, id }) => `${t} ${id}`,
  );
  lette.set(seq, sue);
  return sue;
}

/** The line that wrote a row before this one; null when this one made it. */
function vocePrecedente({ prima }: Immagine): number | null {
  if (prima === null || Array.isArray(prima)) return null;
  const voce = (prima as RawRow)['voce'];
  return typeof voce === 'number' ? voce : null;
}

/** The line that last wrote a field of a row, walking the row back from the line that wrote it last. */
export function findScrittaDa(store: Store, tabella: string, id: string, campo: string): VoceRegistro | undefined {
  const colonna = toSnakeCase(campo);
  let seq: number | null =
    (store.prepare(`SELECT voce FROM ${tabella} WHERE id = ?`).get(id) as { voce: number } | undefined)?.voce ?? null;
  let ultima: VoceRegistro | undefined;
  while (seq !== null && seq > 0) {
    const voce = store.registro.find(seq);
    if (!voce) return ultima;
    ultima = voce;
    const mie = unpackImmagini(voce.righe).filter((immagine) => immagine.t === tabella && immagine.id === id);
    const [prima] = mie;
    if (!prima || mie.some(({ dopo }) => dopo !== null && colonna in dopo)) return voce;
    seq = vocePrecedente(prima);
  }
  return ultima;
}

/** The lines that wrote a row, newest first, each with everything it did: the row is walked back from the last of them. */
export function* storiaDellaRiga(store: Store, tabella: 'ingressi', id: string): Generator<VocePersona> {
  let seq: number | null =
    (store.prepare(`SELECT voce FROM ${tabella} WHERE id = ?`).get(id) as { voce: number } | undefined)?.voce ?? null;
  while (seq !== null && seq > 0) {
    const voce = store.registro.find(seq);
    if (!voce) return;
    const immagini = unpackImmagini(voce.righe);
    yield { voce, immagini };
    const sua = immagini.find((immagine) => immagine.t === tabella && immagine.id === id);
    seq = sua ? vocePrecedente(sua) : null;
  }
}
