import type { Store } from '../store.ts';

/** How many lines of the log after this one changed what is registered (entering, copies and readings do not). */
export function countModificheDopo(store: Store, voce: number): number {
  return store
    .prepare(
      `SELECT count(*) FROM registro WHERE seq > ? AND numero_righe > 0
       AND azione NOT LIKE 'sessione.%' AND azione NOT LIKE 'copie.%'`,
    )
    .pluck()
    .get(voce) as number;
}
