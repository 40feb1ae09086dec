import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The recovery keys that open, newest first. */
export function listRecuperi(store: Store): Riga<'recuperi'>[] {
  return store.select('recuperi', 't.deleted_at_ms IS NULL ORDER BY t.created_at_ms DESC, t.id DESC', {});
}

/** The recovery keys of the communities, as they were deposited here. */
export function listDepositi(store: Store): Riga<'depositi'>[] {
  return store.select('depositi', 't.deleted_at_ms IS NULL ORDER BY t.created_at_ms DESC, t.id DESC', {});
}
