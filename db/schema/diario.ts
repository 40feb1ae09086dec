import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** What happened, signed by who wrote it. Never changed: a correction is another row that names this one. */
export const diario = sqliteTable(
  'diario',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    /** null: about the whole community */
    ospiteId: text().references(() => ospiti.id),
    /** diario, consegna */
    tipo: text().notNull(),
    data: text().notNull(),
    /** HH:MM */
    ora: text().notNull(),
    testo: text().notNull(),
    importante: integer({ mode: 'boolean' }).notNull().default(false),
    /** the account, and its name on the day */
    autoreId: text().notNull(),
    autore: text().notNull(),
    /** the row it adds to or corrects */
    aggiungeA: text(),
  },
  (t) => [
    index('diario_struttura').on(t.strutturaId, t.data, t.ora),
    index('diario_ospite').on(t.ospiteId, t.data),
    index('diario_voce').on(t.strutturaId, t.voce),
    index('diario_aggiunge').on(t.aggiungeA),
  ],
);

/** Lines an account has read before saying that it read everything up to them: those a filter showed. */
export const lettureDiarioRighe = sqliteTable(
  'letture_diario_righe',
  {
    accountId: text().notNull(),
    rigaId: text()
      .notNull()
      .references(() => diario.id),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.rigaId] })],
);

/** Up to which line of the log an account has read the diary of a struttura. */
export const lettureDiario = sqliteTable(
  'letture_diario',
  {
    accountId: text().notNull(),
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    finoAVoce: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.strutturaId] })],
);
