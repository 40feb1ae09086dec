import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

const DELLA_PERSONA =
  't.deleted_at_ms IS NULL AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';

/** The hearings of one person, newest first. */
export function listUdienze(store: Store, personaId: string): Riga<'udienze'>[] {
  return store.select('udienze', `${DELLA_PERSONA} ORDER BY t.data DESC, t.ora DESC, t.id`, { personaId });
}

/** The violations of one person, newest first. */
export function listViolazioni(store: Store, personaId: string): Riga<'violazioni'>[] {
  return store.select('violazioni', `${DELLA_PERSONA} ORDER BY t.data DESC, t.id`, { personaId });
}

export interface MisuraDelGiorno {
  readonly misuraId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly misura: string;
  readonly dal: Giorno;
  readonly al: Giorno | null;
  readonly autorita: string | null;
  readonly finePena: Giorno | null;
  readonly provvedimento: string | null;
  readonly prescrizioni: string | null;
}

/** The measures in force on a day on who was in a struttura that day, by name. Both ends of a measure count; of a stay rule 1. */
export function listMisureDelGiorno(store: Store, strutturaId: string, giorno: Giorno): MisuraDelGiorno[] {
  return store
    .prepare(
      `SELECT m.id AS misuraId, o.id AS ospiteId, i.id AS ingressoId, o.cognome, o.nome, m.misura, m.dal, m.al, m.autorita,
        m.fine_pena AS finePena, m.provvedimento, m.prescrizioni
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       JOIN ospiti p ON p.persona_id = o.persona_id JOIN misure m ON m.ospite_id = p.id
       WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND m.deleted_at_ms IS NULL
         AND i.data_ingresso <= @giorno
         AND (i.data_dimissione IS NULL OR i.data_dimissione > @giorno OR i.data_ingresso = @giorno)
         AND m.dal <= @giorno AND (m.al IS NULL OR m.al >= @giorno)
       ORDER BY o.chiave_nome, o.id, m.dal, m.id`,
    )
    .all({ strutturaId, giorno }) as MisuraDelGiorno[];
}
