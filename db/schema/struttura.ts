import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { tracked } from './tracked.ts';

/** First and last day on which it is open, both included; null: always was, until further notice (domain/apertura.ts). */
const aperta = { dal: text(), al: text() };

export const strutture = sqliteTable(
  'strutture',
  {
    ...tracked,
    codice: text().notNull(),
    nome: text().notNull(),
    /** lists: tipo_struttura (CT, NUC, BIA, EDU, DGA, HOU) */
    tipo: text().notNull(),
    /** M, F, MF */
    utenza: text(),
    ats: text(),
    /** street and number, CAP, comune, provincia, telephone: what the papers that leave the house begin with */
    indirizzo: text(),
    cap: text(),
    comune: text(),
    provincia: text(),
    telefono: text(),
    ...aperta,
  },
  (t) => [uniqueIndex('strutture_codice').on(t.codice)],
);

export const moduli = sqliteTable(
  'moduli',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    codice: text().notNull(),
    nome: text().notNull(),
    /** lists: tipologia_modulo */
    tipologia: text().notNull(),
    /** adulti | minori */
    conta: text().notNull().default('adulti'),
    ...aperta,
  },
  (t) => [uniqueIndex('moduli_codice').on(t.codice), index('moduli_struttura').on(t.strutturaId)],
);

/** Places of a modulo, first and last day included; `validoAl` null = until further notice. */
export const posti = sqliteTable(
  'posti',
  {
    ...tracked,
    moduloId: text()
      .notNull()
      .references(() => moduli.id),
    validoDal: text().notNull(),
    validoAl: text(),
    accreditati: integer().notNull(),
    disponibili: integer().notNull(),
    /** why they differ for a while: works, a closed wing */
    motivo: text(),
  },
  (t) => [index('posti_modulo').on(t.moduloId)],
);
