import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';
import { protettoIn } from './appuntamento.ts';

/** The protected meetings of a struttura between two days, newest first. */
export function listProtetti(store: Store, strutturaId: string, dal: Giorno, al: Giorno): Riga<'incontri'>[] {
  return store.select(
    'incontri',
    `t.struttura_id = @struttura AND t.data BETWEEN @dal AND @al AND ${protettoIn('t')} AND t.deleted_at_ms IS NULL
     ORDER BY t.data DESC, t.ora DESC, t.id`,
    { struttura: strutturaId, dal, al },
  );
}

interface Partecipante {
  readonly riga: string;
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
}

/** Who took part in each of many incontri, or of many attivita, by their id: one query. */
export function listPartecipantiDi(
  store: Store,
  tabella: 'incontri' | 'attivita',
  ids: readonly string[],
): Map<string, Partecipante[]> {
  const [dove, colonna] =
    tabella === 'incontri' ? ['incontri_ospiti', 'incontro_id'] : ['attivita_ospiti', 'attivita_id'];
  const righe = store
    .prepare(
      `SELECT p.${colonna} AS riga, o.id, o.cognome, o.nome FROM ${dove} p JOIN ospiti o ON o.id = p.ospite_id
       WHERE p.${colonna} IN (SELECT value FROM json_each(?)) ORDER BY o.chiave_nome`,
    )
    .all(JSON.stringify(ids)) as Partecipante[];
  return Map.groupBy(righe, ({ riga }) => riga);
}
