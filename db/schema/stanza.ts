import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { moduli, strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** A room with its beds, on the days it is in use. */
export const stanze = sqliteTable(
  'stanze',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    moduloId: text().references(() => moduli.id),
    nome: text().notNull(),
    letti: integer().notNull(),
    dal: text().notNull(),
    al: text(),
  },
  (t) => [index('stanze_struttura').on(t.strutturaId)],
);

/** The room of a stay from a day on, until the next one; `stanzaId` null: in none. */
export const alloggi = sqliteTable(
  'alloggi',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    dal: text().notNull(),
    stanzaId: text().references(() => stanze.id),
    letto: text(),
  },
  (t) => [index('alloggi_ingresso').on(t.ingressoId)],
);
