import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

const DELLA_PERSONA = `t.deleted_at_ms IS NULL AND t.id IN (SELECT e.attivita_id FROM attivita_ospiti e
  JOIN ospiti o ON o.id = e.ospite_id WHERE o.persona_id = @personaId) ORDER BY t.data DESC, t.id`;

/** The activities one person took part in, newest first. */
export function listAttivita(store: Store, personaId: string): Riga<'attivita'>[] {
  return store.select('attivita', DELLA_PERSONA, { personaId });
}

/** The weekly groups of a struttura, those that ended last. */
export function listGruppi(store: Store, strutturaId: string): Riga<'gruppi'>[] {
  return store.select(
    'gruppi',
    `t.struttura_id = @struttura AND t.deleted_at_ms IS NULL
     ORDER BY t.al IS NOT NULL, t.giorno_settimana, t.ora, t.titolo`,
    { struttura: strutturaId },
  );
}

/** The last meeting of a group that was held before a day: its id, or undefined. */
export function findUltimaDelGruppo(store: Store, gruppoId: string, prima: Giorno): string | undefined {
  return store
    .prepare(
      `SELECT id FROM attivita WHERE gruppo_id = ? AND stato = 'fatto' AND data < ? AND deleted_at_ms IS NULL
       ORDER BY data DESC LIMIT 1`,
    )
    .pluck()
    .get(gruppoId, prima) as string | undefined;
}

/** The last activity of that area, and title if given, held in a struttura before a day. */
export function findUltimaSimile(
  store: Store,
  { strutturaId, area, titolo, prima }: { strutturaId: string; area: string; titolo: string | null; prima: Giorno },
): string | undefined {
  return store
    .prepare(
      `SELECT id FROM attivita WHERE struttura_id = @strutturaId AND area = @area AND data < @prima
         AND (@titolo IS NULL OR titolo = @titolo) AND stato = 'fatto' AND deleted_at_ms IS NULL
       ORDER BY data DESC, id DESC LIMIT 1`,
    )
    .pluck()
    .get({ strutturaId, area, titolo, prima }) as string | undefined;
}

/** The days on which a meeting of a group is written, whatever became of it: by group. */
export function listScritteDeiGruppi(
  store: Store,
  strutturaId: string,
  dal: Giorno,
  al: Giorno,
): Map<string, Giorno[]> {
  const righe = store
    .prepare(
      `SELECT gruppo_id AS gruppoId, data FROM attivita WHERE struttura_id = ? AND data BETWEEN ? AND ?
         AND gruppo_id IS NOT NULL AND deleted_at_ms IS NULL`,
    )
    .all(strutturaId, dal, al) as { gruppoId: string; data: Giorno }[];
  return new Map(
    [...Map.groupBy(righe, (riga) => riga.gruppoId)].map(([id, sue]) => [id, sue.map(({ data }) => data)]),
  );
}
