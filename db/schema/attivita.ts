import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** Who leads: how many, and their names with commas between where they are written (the number then follows from them). */
const conduttori = {
  operatori: integer(),
  volontari: integer(),
  nomiOperatori: text(),
  nomiVolontari: text(),
};

/** A group that meets every week: its next meetings come prefilled, with who was there last time. */
export const gruppi = sqliteTable(
  'gruppi',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    titolo: text().notNull(),
    /** list area_attivita */
    area: text().notNull(),
    /** 1 Monday … 7 Sunday (ISO 8601) */
    giornoSettimana: integer().notNull(),
    /** HH:MM */
    ora: text(),
    ore: real(),
    ...conduttori,
    dal: text().notNull(),
    /** last day on which it meets; null: until further notice */
    al: text(),
  },
  (t) => [index('gruppi_struttura').on(t.strutturaId)],
);

export const attivita = sqliteTable(
  'attivita',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    data: text().notNull(),
    area: text().notNull(),
    titolo: text(),
    /** the weekly group it is one meeting of */
    gruppoId: text().references(() => gruppi.id),
    /** previsto, fatto, annullato (domain/appuntamento.ts): only what is fatto is counted */
    stato: text().notNull().default('fatto'),
    /** HH:MM */
    ora: text(),
    ore: real(),
    ...conduttori,
  },
  (t) => [index('attivita_struttura_data').on(t.strutturaId, t.data)],
);

export const attivitaOspiti = sqliteTable(
  'attivita_ospiti',
  {
    attivitaId: text()
      .notNull()
      .references(() => attivita.id),
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
  },
  (t) => [primaryKey({ columns: [t.attivitaId, t.ospiteId] }), index('attivita_ospiti_ospite').on(t.ospiteId)],
);
