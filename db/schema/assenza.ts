import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { tracked } from './tracked.ts';

/**
 * One time away during a stay. The days it fills in the grid follow from it by the day rule (domain/assenza.ts), and the grid
 * changed by hand changes it back: the two never disagree.
 */
export const assenze = sqliteTable(
  'assenze',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    /** list assenza; null where only the grid said it */
    tipo: text(),
    /** the code of its days */
    codice: text().notNull(),
    /** the day of leaving: the planned one until somebody says that the guest went (`confermata`) */
    uscita: text().notNull(),
    /** HH:MM */
    oraUscita: text(),
    /** false: planned and nobody has said yet that the guest went, so they are in the house and no day of the grid is of it */
    confermata: integer({ mode: 'boolean' }).notNull().default(true),
    /** what was planned, kept when the real day and hour are written; null where nothing was planned */
    uscitaPrevista: text(),
    oraUscitaPrevista: text(),
    rientroPrevisto: text(),
    oraPrevista: text(),
    /** null: still out */
    rientro: text(),
    oraRientro: text(),
    accompagnatore: text(),
    destinazione: text(),
    motivo: text(),
    /** the day rule it was recorded with (domain/assenza.ts): a rule that changes later does not change days already counted */
    uscitaAssente: integer({ mode: 'boolean' }).notNull().default(true),
    rientroAssente: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('assenze_ingresso').on(t.ingressoId, t.uscita)],
);

/** How a payer counts the day of leaving and the day of return (counting.md rule 2), with the days on which it holds. */
export const regoleAssenza = sqliteTable('regole_assenza', {
  ...tracked,
  /** null: everybody without a rule of their own */
  entePagante: text(),
  dal: text().notNull(),
  al: text(),
  uscitaAssente: integer({ mode: 'boolean' }).notNull(),
  rientroAssente: integer({ mode: 'boolean' }).notNull(),
});
