import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What somebody was typing and has not saved: of one account, in one form. It is no fact yet: not in the log, in no export.
 * It outlives a lock, a crash, a change of person.
 */
export const sospesi = sqliteTable(
  'sospesi',
  {
    accountId: text().notNull(),
    /** which form, about what */
    chiave: text().notNull(),
    /** JSON of the form's values */
    dati: text().notNull(),
    atMs: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.chiave] })],
);
