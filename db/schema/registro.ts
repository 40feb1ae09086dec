import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The log: one line a gesture, append-only (triggers refuse update and delete), chained by hash.
 * `righe` is raw-deflated JSON: [{t: table, id, prima: image|null, dopo: image|null}].
 * `hash` = SHA-256 of `precedente` and every other column (db/registro.ts says how).
 * `ospiteId` is the one guest the line is about, where it is about one: who looked, printed, exported, changed.
 * `seq` is the row id: every index below is therefore in the order of the lines.
 */
export const registro = sqliteTable(
  'registro',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    atMs: integer().notNull(),
    accountId: text(),
    utente: text().notNull(),
    dispositivo: text().notNull(),
    azione: text().notNull(),
    struttura: text(),
    mese: text(),
    nota: text(),
    ospiteId: text(),
    numeroRighe: integer().notNull(),
    righe: blob({ mode: 'buffer' }),
    precedente: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('registro_mese').on(t.struttura, t.mese),
    index('registro_ospite').on(t.ospiteId),
    index('registro_account').on(t.accountId),
    index('registro_azione').on(t.azione),
    index('registro_at').on(t.atMs),
  ],
);
