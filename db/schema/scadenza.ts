import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { moduli, strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** A rule from which deadlines follow. The defaults are in resources/liste; a row here replaces one, for a modulo or for all. */
export const regoleScadenza = sqliteTable('regole_scadenza', {
  ...tracked,
  /** which: a rule of resources/liste/scadenze-e-indicatori.json (`voce` is the line of the log) */
  regola: text().notNull(),
  /** null: every modulo */
  moduloId: text().references(() => moduli.id),
  /** days, or months, from the fact it starts from; null: as the default */
  giorni: integer(),
  mesi: integer(),
  /** how many days before it is said */
  anticipo: integer().notNull().default(30),
  attiva: integer({ mode: 'boolean' }).notNull().default(true),
});

/** A deadline that was met: the rule, what it was about, the day it was due. */
export const adempimenti = sqliteTable(
  'adempimenti',
  {
    ...tracked,
    /** which rule, or which kind of deadline (domain/scadenza-regola.ts) */
    regola: text().notNull(),
    /** the stay, measure, guest or allegato it was about */
    oggettoId: text().notNull(),
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    entro: text().notNull(),
    fattoIl: text().notNull(),
    nota: text(),
  },
  (t) => [index('adempimenti_oggetto').on(t.regola, t.oggettoId), index('adempimenti_ospite').on(t.ospiteId)],
);

/** A deadline somebody wrote down. */
export const promemoria = sqliteTable(
  'promemoria',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    ospiteId: text().references(() => ospiti.id),
    testo: text().notNull(),
    entro: text().notNull(),
    fattoIl: text(),
  },
  (t) => [index('promemoria_struttura').on(t.strutturaId, t.entro), index('promemoria_ospite').on(t.ospiteId)],
);
