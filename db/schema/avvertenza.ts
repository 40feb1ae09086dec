import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/** What whoever is on duty must know of a guest at once: an allergy, a risk. On every page of the guest and on the night list. */
export const avvertenze = sqliteTable(
  'avvertenze',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    /** allergia, salute, rischio, altro (domain/avvertenza.ts) */
    tipo: text().notNull(),
    testo: text().notNull(),
    dal: text().notNull(),
    /** last day on which it holds; null: until taken away */
    al: text(),
  },
  (t) => [index('avvertenze_ospite').on(t.ospiteId)],
);
