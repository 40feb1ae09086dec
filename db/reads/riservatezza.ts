import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

export type Oscuramento = Riga<'oscuramenti'>;
export type NotaRiservata = Riga<'note_riservate'>;

/** Every ospite row of the same person, this one included. */
const DELLA_PERSONA =
  't.ospite_id IN (SELECT b.id FROM ospiti a JOIN ospiti b ON b.persona_id = a.persona_id WHERE a.id = @ospiteId)';

/** What is darkened for this guest, under whatever ospite row the person has; oldest request first. */
export function listOscuramenti(store: Store, ospiteId: string): Oscuramento[] {
  return store.select('oscuramenti', `${DELLA_PERSONA} AND t.deleted_at_ms IS NULL ORDER BY t.id`, { ospiteId });
}

/** What is darkened for anybody, by ospite: for the answers about many guests. */
export function listOscuramentiTutti(store: Store): Map<string, { sezione: string; ruoli: string[] }[]> {
  const rows = store
    .prepare(
      `SELECT b.id AS ospiteId, t.sezione, t.ruoli FROM oscuramenti t JOIN ospiti a ON a.id = t.ospite_id
       JOIN ospiti b ON b.persona_id = a.persona_id WHERE t.deleted_at_ms IS NULL ORDER BY t.id`,
    )
    .all() as { ospiteId: string; sezione: string; ruoli: string }[];
  const parsed = rows.map((row) => ({ ...row, ruoli: JSON.parse(row.ruoli) as string[] }));
  return Map.groupBy(parsed, (row) => row.ospiteId);
}

/** The sealed notes of a guest, newest first. */
export function listNote(store: Store, ospiteId: string): NotaRiservata[] {
  return store.select(
    'note_riservate',
    `${DELLA_PERSONA} AND t.deleted_at_ms IS NULL ORDER BY t.data DESC, t.id DESC`,
    {
      ospiteId,
    },
  );
}
