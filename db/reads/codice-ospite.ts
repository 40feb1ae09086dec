import type { Store } from '../store.ts';

/** ospite id → code, of those that have one (db/writes/codice-ospite.ts). */
export function listCodiciOspiti(store: Store): Map<string, string> {
  const righe = store.prepare('SELECT ospite_id AS id, codice FROM codici_ospiti').all() as {
    id: string;
    codice: string;
  }[];
  return new Map(righe.map(({ id, codice }) => [id, codice]));
}

/** The ospiti that have this code, upper case. */
export function findOspitiDelCodice(store: Store, codice: string): string[] {
  return store
    .prepare('SELECT ospite_id FROM codici_ospiti WHERE codice = ? ORDER BY 1')
    .pluck()
    .all(codice) as string[];
}
