import type { Mese } from '../../domain/giorno.ts';
import { assegnazioni, ingressi, moduli, ospiti, posti, strutture, vociLista } from '../schema/index.ts';
import type { Riga, Tabella, TabellaPartecipanti } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** Why a month takes no more changes: closed here, or owned by the parcel it came with. */
export type Blocco = 'chiuso' | 'pacco';

export interface PresenzeNote {
  readonly id: string;
  readonly mese: Mese;
  readonly codici: string;
  readonly deletedAtMs: number | null;
}

/**
 * What the register holds now, as the import of a workbook needs to see it. Soft-deleted rows are there too: their codes
 * and keys are unique, so a row that comes back is revived. The tables of a few thousand rows are read at once, the
 * large ones when asked for.
 */
export interface StatoFoglio {
  readonly strutture: readonly Riga<'strutture'>[];
  readonly moduli: readonly Riga<'moduli'>[];
  readonly posti: readonly Riga<'posti'>[];
  readonly ospiti: readonly Riga<'ospiti'>[];
  readonly ingressi: readonly Riga<'ingressi'>[];
  readonly assegnazioni: readonly Riga<'assegnazioni'>[];
  /** strutturaId → months that take no changes */
  readonly bloccati: ReadonlyMap<string, ReadonlyMap<Mese, Blocco>>;
  /** the row a sheet's id became, if it was ever imported */
  findRiferimento(foglio: string, chiave: string): string | undefined;
  /** removed ones too: a value that comes back is revived */
  listVociLista(): readonly Riga<'voci_lista'>[];
  find<T extends Tabella>(tabella: T, id: string): Riga<T> | undefined;
  listPresenze(ingressoId: string): readonly PresenzeNote[];
  /** the ones that are not removed */
  listAssenze(ingressoId: string): readonly Riga<'assenze'>[];
  /** ospite ids, ascending */
  listPartecipanti(tabella: TabellaPartecipanti, id: string): readonly string[];
}

export function loadStatoFoglio(store: Store): StatoFoglio {
  const { orm, sqlite } = store;
  const riferimento = sqlite.prepare('SELECT riga_id FROM riferimenti WHERE foglio = ? AND chiave = ?').pluck();
  const presenze = sqlite.prepare(
    'SELECT id, mese, codici, deleted_at_ms AS deletedAtMs FROM presenze WHERE ingresso_id = ?',
  );
  const incontri = sqlite.prepare('SELECT ospite_id FROM incontri_ospiti WHERE incontro_id = ? ORDER BY 1').pluck();
  const attivita = sqlite.prepare('SELECT ospite_id FROM attivita_ospiti WHERE attivita_id = ? ORDER BY 1').pluck();
  return {
    strutture: orm.select().from(strutture).all(),
    moduli: orm.select().from(moduli).all(),
    posti: orm.select().from(posti).all(),
    ospiti: orm.select().from(ospiti).all(),
    ingressi: orm.select().from(ingressi).all(),
    assegnazioni: orm.select().from(assegnazioni).all(),
    bloccati: loadBloccati(store),
    findRiferimento: (foglio, chiave) => riferimento.get(foglio, chiave) as string | undefined,
    listVociLista: () => orm.select().from(vociLista).all(),
    find: (tabella, id) => store.find(tabella, id),
    listAssenze: (ingressoId) =>
      store.select('assenze', 't.ingresso_id = $ingressoId AND t.deleted_at_ms IS NULL', { ingressoId }),
    listPresenze: (ingressoId) => presenze.all(ingressoId) as PresenzeNote[],
    listPartecipanti: (tabella, id) => (tabella === 'incontri' ? incontri : attivita).all(id) as string[],
  };
}

function loadBloccati({ sqlite }: Store): Map<string, Map<Mese, Blocco>> {
  const righe = sqlite
    .prepare(
      `SELECT struttura_id AS strutturaId, mese, 'chiuso' AS blocco FROM mesi WHERE stato = 'chiuso' AND deleted_at_ms IS NULL
       UNION ALL
       SELECT s.id, p.mese, 'pacco' FROM pacchi p JOIN strutture s ON s.codice = p.struttura_codice
        WHERE p.verso = 'ricevuto' AND p.stato = 'applicato' AND p.deleted_at_ms IS NULL`,
    )
    .all() as { strutturaId: string; mese: Mese; blocco: Blocco }[];
  const bloccati = new Map<string, Map<Mese, Blocco>>();
  for (const { strutturaId, mese, blocco } of righe) {
    const mesi = bloccati.get(strutturaId) ?? new Map<Mese, Blocco>();
    bloccati.set(strutturaId, mesi.set(mese, blocco));
  }
  return bloccati;
}
