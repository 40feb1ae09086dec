import type { Mese } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

export interface TrasferimentoSpaiato {
  readonly struttura: string;
  readonly mese: Mese;
  /** SURNAME Name */
  readonly ospite: string;
}

/**
 * Internal transfers of a year recorded on one side only (counting.md, rule 12): a dimissione by transfer with no ingresso of
 * the same person elsewhere on that day. Told on the month of the dimissione.
 */
export function listTrasferimentiSpaiati(store: Store, anno: number): TrasferimentoSpaiato[] {
  return store.sqlite
    .prepare(
      `SELECT s.codice AS struttura, substr(i.data_dimissione, 1, 7) AS mese,
         upper(o.cognome) || ' ' || o.nome AS ospite
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN strutture s ON s.id = i.struttura_id
       WHERE i.deleted_at_ms IS NULL AND i.esito = 'trasferimento_interno' AND substr(i.data_dimissione, 1, 4) = @anno
         AND NOT EXISTS (SELECT 1 FROM ingressi j JOIN ospiti p ON p.id = j.ospite_id
           WHERE j.deleted_at_ms IS NULL AND p.persona_id = o.persona_id AND j.struttura_id <> i.struttura_id
             AND j.data_ingresso = i.data_dimissione)
       ORDER BY o.chiave_nome`,
    )
    .all({ anno: String(anno) }) as TrasferimentoSpaiato[];
}
