import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

export interface OspiteTrovato {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly sesso: string;
  readonly dataNascita: Giorno;
  readonly codiceFiscale: string | null;
  readonly presenteIn: string | null;
  readonly ultimaDimissione: Giorno | null;
}

/**
 * Ospiti whose normalised name holds every word, or whose codice fiscale starts with the text. `parole` are already
 * normalised (domain/persona.ts). At most `limite`, by name.
 */
export function searchOspiti(
  store: Store,
  parole: readonly string[],
  codiceFiscale: string,
  oggi: Giorno,
  limite: number,
): OspiteTrovato[] {
  return store.sqlite
    .prepare(
      `SELECT o.id, o.cognome, o.nome, o.sesso, o.data_nascita AS dataNascita, o.codice_fiscale AS codiceFiscale,
        (SELECT s.nome FROM ingressi i JOIN strutture s ON s.id = i.struttura_id
          WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @oggi
            AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi) LIMIT 1) AS presenteIn,
        (SELECT max(i.data_dimissione) FROM ingressi i WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL) AS ultimaDimissione
       FROM ospiti o
       WHERE o.deleted_at_ms IS NULL AND (
         (NOT EXISTS (SELECT 1 FROM json_each(@parole) w WHERE instr(o.chiave_nome, w.value) = 0))
         OR (length(@cf) >= 4 AND substr(o.codice_fiscale, 1, length(@cf)) = @cf))
       ORDER BY o.chiave_nome, o.data_nascita LIMIT @limite`,
    )
    .all({ parole: JSON.stringify(parole), cf: codiceFiscale, oggi, limite }) as OspiteTrovato[];
}
