import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/**
 * A section of one guest's record darkened at the guest's request, beyond what the roles already do: from then on only these
 * roles read it. Lifted by taking the row away (soft), so that the log tells both.
 */
export const oscuramenti = sqliteTable(
  'oscuramenti',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    /** hiv, hcv, sostanze, giuridica, note */
    sezione: text().notNull(),
    /** roles that still see it */
    ruoli: text({ mode: 'json' }).$type<string[]>().notNull(),
    motivo: text().notNull(),
    /** the day of the request */
    dal: text().notNull(),
  },
  (t) => [index('oscuramenti_ospite').on(t.ospiteId)],
);

/** A sealed note about a guest: add-only, corrected by another one. */
export const noteRiservate = sqliteTable(
  'note_riservate',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    data: text().notNull(),
    testo: text().notNull(),
    autore: text().notNull(),
    /** roles that read it */
    ruoli: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [index('note_riservate_ospite').on(t.ospiteId, t.data)],
);
