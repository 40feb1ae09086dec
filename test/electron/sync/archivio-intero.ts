import type { Store } from '../../../db/store.ts';

/** Everything the file holds, table by table, blobs and stamps included: two equal ones are the same data. */
export function archivioIntero(store: Store): Record<string, unknown[]> {
  const tabelle = store.sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tabelle.map((tabella) => [
      tabella,
      (store.sqlite.prepare(`SELECT * FROM "${tabella}"`).raw().all() as unknown[][])
        .map((riga) => JSON.stringify(riga, (_k, v) => (Buffer.isBuffer(v) ? v.toString('base64') : v)))
        .sort(),
    ]),
  );
}
