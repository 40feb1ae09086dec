import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** A health visit, booked or done. No diagnosis is asked for. */
export const visite = sqliteTable(
  'visite',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    data: text().notNull(),
    tipo: text().notNull(),
    luogo: text(),
    accompagnamento: integer({ mode: 'boolean' }),
    /** previsto, fatto, annullato (domain/appuntamento.ts): only what is fatto is counted */
    stato: text().notNull().default('fatto'),
    /** HH:MM */
    ora: text(),
    esito: text(),
    /** who goes along, when somebody does */
    accompagnatore: text(),
    /** how they go there: auto della comunità, mezzi pubblici, ambulanza… */
    mezzo: text(),
    /** the day of the next one, as the doctor said */
    prossima: text(),
  },
  (t) => [index('visite_struttura_data').on(t.strutturaId, t.data), index('visite_ospite').on(t.ospiteId)],
);
