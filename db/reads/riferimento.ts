import { type Tabella, TRACKED } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** Whether a living row names this one, by any of the columns the file itself knows as references. */
export function isRiferita(store: Store, tabella: Tabella, id: string): boolean {
  const colonne = store.sqlite
    .prepare(
      `SELECT m.name AS tabella, f."from" AS colonna FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = ?`,
    )
    .all(tabella) as { tabella: string; colonna: string }[];
  return colonne
    .filter((riferimento) => Object.hasOwn(TRACKED, riferimento.tabella))
    .some(({ tabella: t, colonna }) =>
      store.sqlite.prepare(`SELECT 1 FROM "${t}" WHERE "${colonna}" = ? AND deleted_at_ms IS NULL LIMIT 1`).get(id),
    );
}
