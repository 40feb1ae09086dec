import type { Store } from '../store.ts';

export interface Sospeso {
  /** JSON of the form's values */
  readonly dati: string;
  /** epoch ms */
  readonly atMs: number;
}

/** What an account left half-written in a form. */
export function findSospeso(store: Store, accountId: string, chiave: string): Sospeso | undefined {
  return store
    .prepare('SELECT dati, at_ms AS atMs FROM sospesi WHERE account_id = ? AND chiave = ?')
    .get(accountId, chiave) as Sospeso | undefined;
}
