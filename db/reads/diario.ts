import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

/** A line of the diary with the guest it is about. */
export interface RigaDiario {
  readonly id: string;
  readonly strutturaId: string;
  readonly struttura: string;
  readonly ospiteId: string | null;
  readonly cognome: string | null;
  readonly nome: string | null;
  readonly tipo: string;
  readonly data: Giorno;
  readonly ora: string;
  readonly testo: string;
  readonly importante: number;
  readonly autoreId: string;
  readonly autore: string;
  readonly aggiungeA: string | null;
  readonly createdAtMs: number;
  readonly voce: number;
}

/** A word looked for in the diary. */
export interface ParolaCercata {
  /** as typed: the index divides it where it divides the texts («dell’avvocato» is two words in a row) */
  readonly testo: string;
  /** as it would be in a name (domain/persona.ts, `normalizeNome`) */
  readonly nome: string;
}

/** Whose reading it is, of one struttura. */
export interface Lettore {
  readonly strutturaId: string;
  readonly accountId: string;
  /** up to where in the log it was said to be read; null: it never was, and new are the lines of the days from `nuoveDal` on */
  readonly finoAVoce: number | null;
  readonly nuoveDal: Giorno;
}

export interface FiltroDiario {
  /** null: of every struttura, for one guest */
  readonly strutturaId: string | null;
  readonly ospiteId: string | null;
  readonly tipo: string | null;
  readonly importanti: boolean;
  /** each has to be there: in the line, in what was added to it, or in the guest's name */
  readonly parole: readonly ParolaCercata[];
  readonly dal: Giorno | null;
  readonly al: Giorno | null;
  /** only those with something in them that this account has not read; null: read or not */
  readonly nuovePer: Lettore | null;
  /** the last line already seen: the answer goes on from there */
  readonly prima: { readonly data: Giorno; readonly ora: string; readonly id: string } | null;
}

const COLONNE = `d.id, d.struttura_id AS strutturaId, s.nome AS struttura, d.ospite_id AS ospiteId, o.cognome, o.nome, d.tipo,
  d.data, d.ora, d.testo, d.importante, d.autore_id AS autoreId, d.autore, d.aggiunge_a AS aggiungeA,
  d.created_at_ms AS createdAtMs, d.voce`;
const DA = `FROM diario d JOIN strutture s ON s.id = d.struttura_id LEFT JOIN ospiti o ON o.id = d.ospite_id
  WHERE d.deleted_at_ms IS NULL`;
/** A line (`n`) that others wrote and this account has not read. */
const NUOVA = `n.struttura_id = @strutturaId AND n.deleted_at_ms IS NULL AND n.autore_id <> @accountId
  AND n.voce > coalesce(@finoAVoce, 0) AND (@finoAVoce IS NOT NULL OR n.data >= @nuoveDal)
  AND NOT EXISTS (SELECT 1 FROM letture_diario_righe l WHERE l.account_id = @accountId AND l.riga_id = n.id)`;
const DELLA_PERSONA = `d.ospite_id IN (SELECT b.id FROM ospiti a JOIN ospiti b ON b.persona_id = a.persona_id
  WHERE a.id = @ospiteId)`;
/** The line holds a word at the beginning of one of its own, accents apart, or an addition to it does, or the name of the guest. */
const trovata = (
  n: number,
) => `(d.id IN (SELECT coalesce(x.aggiunge_a, x.id) FROM diario_cerca f JOIN diario x ON x.id = f.id
    WHERE diario_cerca MATCH @testo${n})
  OR instr(o.chiave_nome, @nome${n}) > 0)`;

/** Lines that add to no other, newest first, at most `limite`. */
export function listDiario(store: Store, filtro: FiltroDiario, limite: number): RigaDiario[] {
  const { strutturaId, ospiteId, tipo, importanti, parole, dal, al, nuovePer, prima } = filtro;
  const where = [
    'd.aggiunge_a IS NULL',
    ...(strutturaId === null ? [] : ['d.struttura_id = @strutturaId']),
    ...(ospiteId === null ? [] : [DELLA_PERSONA]),
    ...(tipo === null ? [] : ['d.tipo = @tipo']),
    ...(importanti ? ['d.importante = 1'] : []),
    ...(dal === null ? [] : ['d.data >= @dal']),
    ...(al === null ? [] : ['d.data <= @al']),
    ...(nuovePer === null ? [] : [`d.id IN (SELECT coalesce(n.aggiunge_a, n.id) FROM diario n WHERE ${NUOVA})`]),
    ...parole.map((_, n) => trovata(n)),
    ...(prima === null ? [] : ['(d.data, d.ora, d.id) < (@data, @ora, @id)']),
  ];
  return store
    .prepare(
      `SELECT ${COLONNE} ${DA} AND ${where.join(' AND ')} ORDER BY d.data DESC, d.ora DESC, d.id DESC LIMIT @limite`,
    )
    .all({
      ...nuovePer,
      ...{ strutturaId, ospiteId, tipo, dal, al, limite },
      ...{ data: prima?.data, ora: prima?.ora, id: prima?.id },
      ...Object.fromEntries(
        parole.flatMap(({ testo, nome }, n) => [
          [`testo${n}`, `"${testo.replaceAll('"', ' ')}"*`],
          [`nome${n}`, nome],
        ]),
      ),
    }) as RigaDiario[];
}

/** How many lines, those that add to another apart, are about a person. */
export function countDiarioOspite(store: Store, ospiteId: string): number {
  return store
    .prepare(
      `SELECT count(*) FROM diario d WHERE d.deleted_at_ms IS NULL AND d.aggiunge_a IS NULL AND ${DELLA_PERSONA}`,
    )
    .pluck()
    .get({ ospiteId }) as number;
}

/** What was added to these lines, oldest first. */
export function listAggiunte(store: Store, ids: readonly string[]): RigaDiario[] {
  return store
    .prepare(`SELECT ${COLONNE} ${DA} AND d.aggiunge_a IN (SELECT value FROM json_each(?)) ORDER BY d.id`)
    .all(JSON.stringify(ids)) as RigaDiario[];
}

/** Up to which line of the log an account has read the diary of a struttura; undefined: it never said. */
export function findLettura(store: Store, accountId: string, strutturaId: string): number | undefined {
  return store
    .prepare('SELECT fino_a_voce FROM letture_diario WHERE account_id = ? AND struttura_id = ?')
    .pluck()
    .get(accountId, strutturaId) as number | undefined;
}

/** Of these lines, those an account read one by one. */
export function listRigheLette(store: Store, accountId: string, ids: readonly string[]): Set<string> {
  const lette = store
    .prepare(
      'SELECT riga_id FROM letture_diario_righe WHERE account_id = ? AND riga_id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(accountId, JSON.stringify(ids)) as string[];
  return new Set(lette);
}

/** The line of the log that wrote last in the diary of a struttura; 0: none did. */
export function findUltimaVoce(store: Store, strutturaId: string): number {
  return store
    .prepare('SELECT coalesce(max(voce), 0) FROM diario WHERE struttura_id = ?')
    .pluck()
    .get(strutturaId) as number;
}

/** The lines that are new to who reads: how many, and how many of them are important. */
export function countNuove(store: Store, chi: Lettore): { nuove: number; importanti: number } {
  return store
    .prepare(`SELECT count(*) AS nuove, coalesce(sum(n.importante), 0) AS importanti FROM diario n WHERE ${NUOVA}`)
    .get(chi) as { nuove: number; importanti: number };
}
