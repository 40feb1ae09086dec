import { type Mese, periodoDelMese } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';
import { listRicevuti, type Pacco } from './pacco.ts';

/** The ids a parcel speaks of, by table. */
export type IdsPacco = Readonly<
  Record<'ospiti' | 'ingressi' | 'assegnazioni' | 'visite' | 'incontri' | 'attivita' | 'misure', readonly string[]>
>;

/** What the central office holds where a parcel would write: deleted rows too, they are tombstones. */
export interface StatoCentrale {
  readonly pacchi: readonly Pacco[];
  readonly struttura: Riga<'strutture'> | undefined;
  readonly moduli: readonly Riga<'moduli'>[];
  readonly posti: readonly Riga<'posti'>[];
  readonly ospiti: readonly Riga<'ospiti'>[];
  readonly ingressi: readonly Riga<'ingressi'>[];
  readonly assegnazioni: readonly Riga<'assegnazioni'>[];
  readonly presenze: readonly Riga<'presenze'>[];
  readonly visite: readonly Riga<'visite'>[];
  readonly incontri: readonly Riga<'incontri'>[];
  readonly attivita: readonly Riga<'attivita'>[];
  readonly misure: readonly Riga<'misure'>[];
  /** participants of those incontri and attività, by their id */
  readonly partecipanti: ReadonlyMap<string, readonly string[]>;
  /** workbook-born presenze of workbook-born stays of the struttura, by stay */
  readonly presenzeFoglio: readonly Riga<'presenze'>[];
  /** ospiti of the workbook-born stays of the struttura */
  readonly ospitiFoglio: readonly Riga<'ospiti'>[];
  /** presence letters known here */
  readonly codici: ReadonlySet<string>;
}

const IN = 'IN (SELECT value FROM json_each(@ids))';

/** Loads it with a few set queries, whatever the size of the parcel. */
export function loadStatoCentrale(
  store: Store,
  strutturaCodice: string,
  moduli: readonly string[],
  mese: Mese,
  ids: IdsPacco,
): StatoCentrale {
  const { dal, al } = periodoDelMese(mese);
  const struttura = store.select('strutture', 't.codice = @codice', { codice: strutturaCodice })[0];
  const s = struttura?.id ?? '';
  const json = (list: readonly string[]) => JSON.stringify(list);
  const evento = <T extends 'visite' | 'incontri' | 'attivita'>(tabella: T) =>
    store.select(
      tabella,
      `t.id ${IN} OR (t.struttura_id = @s AND t.data BETWEEN @dal AND @al AND t.deleted_at_ms IS NULL)`,
      { ids: json(ids[tabella]), s, dal, al },
    );
  const ingressi = store.select(
    'ingressi',
    `t.id ${IN} OR (t.struttura_id = @s AND t.deleted_at_ms IS NULL AND (t.versione = 0 OR (t.data_ingresso <= @al
      AND (t.data_dimissione IS NULL OR t.data_dimissione >= @dal))))`,
    { ids: json(ids.ingressi), s, dal, al },
  );
  const foglio = json(
    ingressi.filter((riga) => riga.versione === 0 && riga.deletedAtMs === null).map((riga) => riga.id),
  );
  const incontri = evento('incontri');
  const attivita = evento('attivita');
  return {
    pacchi: listRicevuti(store, strutturaCodice),
    struttura,
    moduli: store.select('moduli', `t.codice ${IN} OR t.id ${IN}`, { ids: json(moduli) }),
    posti: store.select('posti', 't.modulo_id IN (SELECT id FROM moduli WHERE struttura_id = @s)', { s }),
    ospiti: store.select('ospiti', `t.id ${IN}`, { ids: json(ids.ospiti) }),
    ingressi,
    assegnazioni: store.select(
      'assegnazioni',
      `t.id ${IN} OR t.ingresso_id IN (SELECT value FROM json_each(@ingressi))`,
      {
        ids: json(ids.assegnazioni),
        ingressi: json(ids.ingressi),
      },
    ),
    presenze: store.select(
      'presenze',
      `t.mese = @mese AND (t.ingresso_id ${IN} OR t.ingresso_id IN (SELECT id FROM ingressi WHERE struttura_id = @s))`,
      { mese, ids: json(ids.ingressi), s },
    ),
    visite: evento('visite'),
    incontri,
    attivita,
    misure: store.select('misure', `t.id ${IN} OR t.ospite_id IN (SELECT value FROM json_each(@ospiti))`, {
      ids: json(ids.misure),
      ospiti: json(ids.ospiti),
    }),
    partecipanti: new Map([
      ...listPartecipanti(store, 'incontri_ospiti', 'incontro_id', incontri),
      ...listPartecipanti(store, 'attivita_ospiti', 'attivita_id', attivita),
    ]),
    presenzeFoglio: store.select('presenze', `t.ingresso_id ${IN} AND t.deleted_at_ms IS NULL`, { ids: foglio }),
    ospitiFoglio: store.select('ospiti', `t.id IN (SELECT ospite_id FROM ingressi WHERE id ${IN})`, { ids: foglio }),
    codici: new Set(
      store.sqlite.prepare('SELECT id FROM codici WHERE deleted_at_ms IS NULL').pluck().all() as string[],
    ),
  };
}

function listPartecipanti(store: Store, tabella: string, colonna: string, righe: readonly { id: string }[]) {
  const rows = store.sqlite
    .prepare(`SELECT ${colonna} AS id, ospite_id AS ospite FROM ${tabella} WHERE ${colonna} ${IN} ORDER BY ospite_id`)
    .all({ ids: JSON.stringify(righe.map((riga) => riga.id)) }) as { id: string; ospite: string }[];
  const byId = Map.groupBy(rows, (row) => row.id);
  return [...byId].map(([id, list]) => [id, list.map((row) => row.ospite)] as const);
}

/** For each of these identities, the strutture where another ospite, not among `ids`, is the same person. */
export function listNotiAltrove(
  store: Store,
  identita: readonly { id: string; chiaveNome: string; dataNascita: string; codiceFiscale: string | null }[],
  ids: readonly string[],
): { id: string; struttura: string }[] {
  return store.sqlite
    .prepare(
      `SELECT DISTINCT n.value ->> 'id' AS id, s.nome AS struttura FROM json_each(@nuovi) n
       JOIN ospiti o ON (o.codice_fiscale = n.value ->> 'codiceFiscale'
           AND (o.chiave_nome = n.value ->> 'chiaveNome' OR o.data_nascita = n.value ->> 'dataNascita'))
         OR (o.chiave_nome = n.value ->> 'chiaveNome' AND o.data_nascita = n.value ->> 'dataNascita')
       JOIN ingressi i ON i.ospite_id = o.id AND i.deleted_at_ms IS NULL JOIN strutture s ON s.id = i.struttura_id
       WHERE o.deleted_at_ms IS NULL AND o.id NOT IN (SELECT value FROM json_each(@ids))`,
    )
    .all({ nuovi: JSON.stringify(identita), ids: JSON.stringify(ids) }) as { id: string; struttura: string }[];
}
