import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/** The short code of each guest in this installation (domain/codice-ospite.ts). Two ospiti that are one anonymous person share it. */
export const codiciOspiti = sqliteTable(
  'codici_ospiti',
  {
    ospiteId: text()
      .primaryKey()
      .references(() => ospiti.id),
    codice: text().notNull(),
  },
  (t) => [index('codici_ospiti_codice').on(t.codice)],
);

/**
 * Who an anonymous guest is (art. 120 DPR 309/1990). Not a tracked table: what it holds is in no image of the log, in no parcel
 * and in no export; reading it is a line of the log.
 */
export const identitaRiservate = sqliteTable('identita_riservate', {
  ospiteId: text()
    .primaryKey()
    .references(() => ospiti.id),
  /** the columns of `ospiti` it stands for */
  dati: text({ mode: 'json' }).$type<Readonly<Record<string, string | null>>>().notNull(),
  /** roles that may read it */
  ruoli: text({ mode: 'json' }).$type<string[]>().notNull(),
  createdAtMs: integer().notNull(),
});

/** A copy of one guest's data given to who asked for it (art. 15 GDPR): what, to whom, by whom. */
export const copieConsegnate = sqliteTable(
  'copie_consegnate',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    data: text().notNull(),
    richiedente: text().notNull(),
    /** interessato, tutore, difensore, autorita, altro */
    titolo: text().notNull(),
    /** json, csv, stampa */
    formato: text().notNull(),
    consegnataDa: text().notNull(),
  },
  (t) => [index('copie_consegnate_ospite').on(t.ospiteId, t.data)],
);
