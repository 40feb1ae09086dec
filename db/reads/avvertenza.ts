import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The alerts of one person, under whatever ospite, by kind and age. */
export function listAvvertenze(store: Store, personaId: string): Riga<'avvertenze'>[] {
  return store.select(
    'avvertenze',
    `t.deleted_at_ms IS NULL AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)
     ORDER BY t.tipo, t.dal, t.id`,
    { personaId },
  );
}

export interface AvvertenzaVigente {
  /** every ospite of the person: the alert written under one is true of all */
  readonly ospiteId: string;
  readonly tipo: string;
  readonly testo: string;
}

/** The alerts that hold on a day, of these ospiti, by ospite id. */
export function listAvvertenzeVigenti(
  store: Store,
  ospiti: readonly string[],
  giorno: Giorno,
): Map<string, AvvertenzaVigente[]> {
  const righe = store
    .prepare(
      `SELECT o.id AS ospiteId, a.tipo, a.testo FROM avvertenze a JOIN ospiti x ON x.id = a.ospite_id
       JOIN ospiti o ON o.persona_id = x.persona_id
       WHERE o.id IN (SELECT value FROM json_each(@ospiti)) AND a.deleted_at_ms IS NULL
         AND a.dal <= @giorno AND (a.al IS NULL OR a.al >= @giorno)
       ORDER BY a.tipo, a.dal, a.id`,
    )
    .all({ ospiti: JSON.stringify(ospiti), giorno }) as AvvertenzaVigente[];
  return Map.groupBy(righe, ({ ospiteId }) => ospiteId);
}

export interface AvvertenzaDi extends AvvertenzaVigente {
  readonly cognome: string;
  readonly nome: string;
}

/** Every alert that holds on a day, of whoever has one, under each ospite of the person. */
export function listAvvertenzeDelGiorno(store: Store, giorno: Giorno): AvvertenzaDi[] {
  return store
    .prepare(
      `SELECT o.id AS ospiteId, o.cognome, o.nome, a.tipo, a.testo FROM avvertenze a JOIN ospiti x ON x.id = a.ospite_id
       JOIN ospiti o ON o.persona_id = x.persona_id
       WHERE a.deleted_at_ms IS NULL AND a.dal <= @giorno AND (a.al IS NULL OR a.al >= @giorno)
       ORDER BY o.cognome, o.nome, o.id, a.tipo, a.dal, a.id`,
    )
    .all({ giorno }) as AvvertenzaDi[];
}
