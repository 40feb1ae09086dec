import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** Who may enter or could once, by name. */
export function listAccounts(store: Store): Riga<'accounts'>[] {
  return store.select('accounts', 't.deleted_at_ms IS NULL ORDER BY t.nome COLLATE NOCASE, t.id', {});
}
