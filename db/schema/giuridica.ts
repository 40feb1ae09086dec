import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/** A measure of the judicial authority on a guest. */
export const misure = sqliteTable(
  'misure',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    misura: text().notNull(),
    dal: text().notNull(),
    al: text(),
    autorita: text(),
    finePena: text(),
    /** number and day of the order, as written on it */
    provvedimento: text(),
    /** what the authority prescribes: shown while a time away is granted */
    prescrizioni: text(),
  },
  (t) => [index('misure_ospite').on(t.ospiteId)],
);

/** A hearing of a guest. */
export const udienze = sqliteTable(
  'udienze',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    misuraId: text().references(() => misure.id),
    data: text().notNull(),
    /** HH:MM */
    ora: text(),
    autorita: text(),
    luogo: text(),
    accompagnatore: text(),
    esito: text(),
  },
  (t) => [index('udienze_ospite').on(t.ospiteId, t.data)],
);

/** A violation of a measure's prescriptions, and the notice given of it. */
export const violazioni = sqliteTable(
  'violazioni',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    misuraId: text().references(() => misure.id),
    data: text().notNull(),
    fatto: text().notNull(),
    /** to whom it was notified, and on which day */
    comunicataA: text(),
    comunicataIl: text(),
  },
  (t) => [index('violazioni_ospite').on(t.ospiteId, t.data)],
);
