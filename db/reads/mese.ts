import type { Mese } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

export type StatoMeseRiga = Riga<'mesi'>;

/** The state row of one month, or undefined when it was never closed. */
export function findMese(store: Store, strutturaId: string, mese: Mese): StatoMeseRiga | undefined {
  const id = store.sqlite
    .prepare('SELECT id FROM mesi WHERE struttura_id = ? AND mese = ? AND deleted_at_ms IS NULL')
    .pluck()
    .get(strutturaId, mese) as string | undefined;
  return id === undefined ? undefined : store.find('mesi', id);
}

/** The months of one struttura that are locked now, ascending. */
export function listMesiChiusi(store: Store, strutturaId: string): Mese[] {
  return store.sqlite
    .prepare(
      "SELECT mese FROM mesi WHERE struttura_id = ? AND stato = 'chiuso' AND deleted_at_ms IS NULL ORDER BY mese",
    )
    .pluck()
    .all(strutturaId) as Mese[];
}

/** The states of one struttura between two months, ascending. */
export function listMesiStruttura(store: Store, strutturaId: string, dal: Mese, al: Mese): StatoMeseRiga[] {
  const ids = store.sqlite
    .prepare(
      'SELECT id FROM mesi WHERE struttura_id = ? AND mese BETWEEN ? AND ? AND deleted_at_ms IS NULL ORDER BY mese',
    )
    .pluck()
    .all(strutturaId, dal, al) as string[];
  return ids.map((id) => store.find('mesi', id)).filter((row) => row !== undefined);
}

/** Revisions of one month already sent to the central office there is now, by revision. */
export function listRevisioniInviate(store: Store, strutturaCodice: string, mese: Mese): number[] {
  return store.sqlite
    .prepare(
      "SELECT revisione FROM pacchi WHERE verso = 'inviato' AND struttura_codice = ? AND mese = ? AND stato = 'applicato' AND deleted_at_ms IS NULL ORDER BY revisione",
    )
    .pluck()
    .all(strutturaCodice, mese) as number[];
}
