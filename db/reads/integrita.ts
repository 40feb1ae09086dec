import { assertIntact } from '../file/open.ts';
import type { Store } from '../store.ts';

/** Reads every page of the file. @throws ErroreApprodo `archivio.danneggiato` */
export function assertStoreIntact(store: Store): void {
  // what is in memory was read before: the pages are read again from the disk
  store.sqlite.pragma('shrink_memory');
  assertIntact(store.sqlite);
}

/** How many rows point at a row that is not there. */
export function findForeignKeyErrors(store: Store): number {
  return (store.sqlite.pragma('foreign_key_check') as unknown[]).length;
}
