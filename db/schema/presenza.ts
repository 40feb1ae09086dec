import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { tracked } from './tracked.ts';

/**
 * The codes of one stay in one month: `codici` is always 31 characters, one per day, '.' where nothing is recorded.
 * One row a month instead of one a day: 31 times fewer rows to insert, seal, log and count.
 */
export const presenze = sqliteTable(
  'presenze',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    mese: text().notNull(),
    codici: text().notNull(),
  },
  (t) => [
    uniqueIndex('presenze_ingresso_mese').on(t.ingressoId, t.mese),
    index('presenze_mese').on(t.mese),
    check('presenze_31', sql`length(${t.codici}) = 31`),
  ],
);

/** The editable presence codes with their three fixed meanings (counting.md, rule 2). `id` is the letter. */
export const codici = sqliteTable('codici', {
  ...tracked,
  etichetta: text().notNull(),
  presente: integer({ mode: 'boolean' }).notNull(),
  pagata: integer({ mode: 'boolean' }).notNull(),
  occupaPosto: integer({ mode: 'boolean' }).notNull(),
  ordine: integer().notNull(),
});
