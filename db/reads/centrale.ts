import { type Mese, periodoDelMese } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';
import { listRicevuti, type Pacco } from './pacco.ts';

/** The ids a parcel speaks of that may be known outside its struttura and month. */
export type IdsPacco = Readonly<Record<'ospiti' | 'ingressi', readonly string[]>>;

/** What the central office holds where a parcel would write: deleted rows too, they are tombstones. */
export interface StatoCentrale {
  /** every parcel received for the struttura */
  readonly pacchi: readonly Pacco[];
  readonly struttura: Riga<'strutture'> | undefined;
  readonly moduli: readonly Riga<'moduli'>[];
  readonly posti: readonly Riga<'posti'>[];
  /** those the parcel speaks of, and those whose data came with the parcel of the month that counts so far */
  readonly ospiti: readonly Riga<'ospiti'>[];
  /** those the parcel speaks of, those that touch the month, those of the workbook, those of the parcel that counts so far */
  readonly ingressi: readonly Riga<'ingressi'>[];
  readonly assegnazioni: readonly Riga<'assegnazioni'>[];
  readonly presenze: readonly Riga<'presenze'>[];
  readonly visite: readonly Riga<'visite'>[];
  readonly incontri: readonly Riga<'incontri'>[];
  readonly attivita: readonly Riga<'attivita'>[];
  readonly misure: readonly Riga<'misure'>[];
  /** participants of those incontri and attività, by their id */
  readonly partecipanti: ReadonlyMap<string, readonly string[]>;
  /** what a workbook of the years before said of the struttura's stays: their presenze and their people */
  readonly presenzeFoglio: readonly Riga<'presenze'>[];
  readonly ospitiFoglio: readonly Riga<'ospiti'>[];
  /** presence letters known here */
  readonly codici: ReadonlySet<string>;
}

const IN = 'IN (SELECT value FROM json_each(@ids))';
const json = (list: readonly string[]) => JSON.stringify(list);
const ids = (list: readonly { readonly id: string }[]) => json(list.map((riga) => riga.id));

/** The parcel of that month whose content is in force, if one was received. */
export function findApplicato(pacchi: readonly Pacco[], mese: Mese): Pacco | undefined {
  return pacchi.find((pacco) => pacco.mese === mese && pacco.stato === 'applicato');
}

/** Loads it with a few set queries, whatever the size of the parcel. */
export function loadStatoCentrale(store: Store, strutturaCodice: string, mese: Mese, cercati: IdsPacco): StatoCentrale {
  const { dal, al } = periodoDelMese(mese);
  const pacchi = listRicevuti(store, strutturaCodice);
  const struttura = store.select('strutture', 't.codice = @codice', { codice: strutturaCodice })[0];
  const s = struttura?.id ?? '';
  const inVigore = findApplicato(pacchi, mese);
  const ospiti = store.select('ospiti', `t.id ${IN}`, { ids: json(cercati.ospiti) });
  if (inVigore) ospiti.push(...listOspitiDi(store, s, inVigore, cercati.ospiti));
  const ingressi = store.select(
    'ingressi',
    `t.id ${IN} OR (t.struttura_id = @s AND (t.versione = @numero OR (t.versione = 0 AND t.deleted_at_ms IS NULL)
      OR (t.data_ingresso <= @al AND (t.data_dimissione IS NULL OR t.data_dimissione >= @dal))))`,
    { ids: json(cercati.ingressi), s, dal, al, numero: inVigore?.numero ?? -2 },
  );
  const evento = <T extends 'visite' | 'incontri' | 'attivita'>(tabella: T) =>
    store.select(tabella, 't.struttura_id = @s AND t.data BETWEEN @dal AND @al', { s, dal, al });
  const incontri = evento('incontri');
  const attivita = evento('attivita');
  return {
    ...{ pacchi, struttura, ospiti, ingressi, incontri, attivita },
    moduli: store.select('moduli', 't.struttura_id = @s', { s }),
    posti: store.select('posti', 't.modulo_id IN (SELECT id FROM moduli WHERE struttura_id = @s)', { s }),
    assegnazioni: store.select('assegnazioni', `t.ingresso_id ${IN}`, { ids: ids(ingressi) }),
    presenze: store.select(
      'presenze',
      't.mese = @mese AND t.ingresso_id IN (SELECT id FROM ingressi WHERE struttura_id = @s)',
      { mese, s },
    ),
    visite: evento('visite'),
    misure: store.select('misure', `t.ospite_id ${IN}`, { ids: ids(ospiti) }),
    partecipanti: new Map([
      ...listPartecipanti(store, 'incontri_ospiti', 'incontro_id', incontri),
      ...listPartecipanti(store, 'attivita_ospiti', 'attivita_id', attivita),
    ]),
    ...loadFoglio(store, ingressi),
    codici: new Set(store.select('codici', 't.deleted_at_ms IS NULL', {}).map((codice) => codice.id)),
  };
}

/** The ospiti of a struttura whose data are those of one parcel, but for these. */
function listOspitiDi(store: Store, strutturaId: string, pacco: Pacco, tranne: readonly string[]): Riga<'ospiti'>[] {
  return store.select(
    'ospiti',
    `t.versione = @creato AND t.id NOT ${IN} AND t.id IN (
      SELECT ospite_id FROM ingressi WHERE struttura_id = @s
      UNION SELECT ospite_id FROM visite WHERE struttura_id = @s
      UNION SELECT p.ospite_id FROM incontri e JOIN incontri_ospiti p ON p.incontro_id = e.id WHERE e.struttura_id = @s
      UNION SELECT p.ospite_id FROM attivita e JOIN attivita_ospiti p ON p.attivita_id = e.id WHERE e.struttura_id = @s)`,
    { creato: pacco.versione, ids: json(tranne), s: strutturaId },
  );
}

function listPartecipanti(store: Store, tabella: string, colonna: string, righe: readonly { id: string }[]) {
  if (righe.length === 0) return [];
  const rows = store
    .prepare(`SELECT ${colonna} AS id, ospite_id AS ospite FROM ${tabella} WHERE ${colonna} ${IN} ORDER BY ospite_id`)
    .all({ ids: ids(righe) }) as { id: string; ospite: string }[];
  const byId = Map.groupBy(rows, (row) => row.id);
  return [...byId].map(([id, list]) => [id, list.map((row) => row.ospite)] as const);
}

function loadFoglio(store: Store, ingressi: readonly Riga<'ingressi'>[]) {
  const nati = ingressi.filter((riga) => riga.versione === 0 && riga.deletedAtMs === null);
  if (nati.length === 0) return { presenzeFoglio: [], ospitiFoglio: [] };
  const ospiti = json(nati.map((riga) => riga.ospiteId));
  return {
    presenzeFoglio: store.select('presenze', `t.ingresso_id ${IN} AND t.deleted_at_ms IS NULL`, { ids: ids(nati) }),
    ospitiFoglio: store.select('ospiti', `t.id ${IN}`, { ids: ospiti }),
  };
}

/** The parcels in force, of every struttura where one of these ospiti has been and of this one, but for one month. */
export function listInVigore(
  store: Store,
  struttura: string,
  mese: Mese,
  ospiti: readonly string[],
): Pick<Pacco, 'id' | 'impronta'>[] {
  return store
    .prepare(
      `SELECT p.id, p.impronta FROM pacchi p WHERE p.verso = 'ricevuto' AND p.stato = 'applicato'
        AND NOT (p.struttura_codice = @struttura AND p.mese = @mese)
        AND (p.struttura_codice = @struttura OR p.struttura_codice IN (
          SELECT s.codice FROM ingressi i JOIN strutture s ON s.id = i.struttura_id WHERE i.ospite_id ${IN}))`,
    )
    .all({ struttura, mese, ids: json(ospiti) }) as Pick<Pacco, 'id' | 'impronta'>[];
}

/** Of these ospiti, those known here only through strutture that are not among the ones given. */
export function listOspitiDiAltri(store: Store, ospiti: readonly string[], strutture: readonly string[]): string[] {
  return store
    .prepare(
      `SELECT o.id FROM json_each(@ids) j JOIN ospiti o ON o.id = j.value
       WHERE EXISTS (SELECT 1 FROM ingressi i WHERE i.ospite_id = o.id)
         AND NOT EXISTS (SELECT 1 FROM ingressi i JOIN strutture s ON s.id = i.struttura_id
           WHERE i.ospite_id = o.id AND s.codice IN (SELECT value FROM json_each(@strutture)))`,
    )
    .pluck()
    .all({ ids: json(ospiti), strutture: json(strutture) }) as string[];
}

/** Of these ospiti, those who are one person with someone who has been in another struttura. */
export function listNotiAltrove(
  store: Store,
  ospiti: readonly string[],
): { cognome: string; nome: string; struttura: string }[] {
  return store
    .prepare(
      `SELECT DISTINCT o.cognome, o.nome, s.nome AS struttura FROM json_each(@ids) j
       JOIN ospiti o ON o.id = j.value AND o.deleted_at_ms IS NULL
       JOIN ospiti a ON a.persona_id = o.persona_id AND a.deleted_at_ms IS NULL
       JOIN ingressi i ON i.ospite_id = a.id AND i.deleted_at_ms IS NULL
       JOIN strutture s ON s.id = i.struttura_id
       WHERE i.struttura_id NOT IN (SELECT struttura_id FROM ingressi WHERE ospite_id = o.id)
       ORDER BY o.chiave_nome, s.nome`,
    )
    .all({ ids: json(ospiti) }) as { cognome: string; nome: string; struttura: string }[];
}
