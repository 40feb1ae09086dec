import type { Giorno } from '../../domain/giorno.ts';
import type { Nascita } from '../../domain/nascita.ts';
import type { Store } from '../store.ts';
import { NASCITA } from './ospite.ts';

/** One of a family, with the stay that makes them one of it. */
export interface Famigliare {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataNascita: Nascita;
  readonly utenza: string | null;
  readonly strutturaId: string;
  readonly dataDimissione: Giorno | null;
  readonly genitoreId: string | null;
}

/** The stays of a family in one struttura, the oldest person first. */
export function listNucleo(store: Store, nucleoId: string, strutturaId: string): Famigliare[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, i.ospite_id AS ospiteId, o.cognome, o.nome, ${NASCITA}, i.utenza,
        i.struttura_id AS strutturaId, i.data_dimissione AS dataDimissione, i.genitore_id AS genitoreId
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       WHERE i.nucleo_id = ? AND i.struttura_id = ? AND i.deleted_at_ms IS NULL ORDER BY o.data_nascita, o.chiave_nome`,
    )
    .all(nucleoId, strutturaId) as Famigliare[];
}
