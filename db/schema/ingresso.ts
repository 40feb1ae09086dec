import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { moduli, strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** One stay of one ospite in one struttura, with its dimissione and the scheda d'ingresso (profile). Lists hold JSON arrays. */
export const ingressi = sqliteTable(
  'ingressi',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    dataIngresso: text().notNull(),
    tipoIngresso: text(),
    /** DUS, DUA, DGA, MINORE, ADULTO */
    utenza: text(),
    servizioInviante: text(),
    entePagante: text(),
    statoCivile: text(),
    /** si | no | null */
    figliMinori: text(),
    istruzione: text(),
    occupazione: text(),
    provenienza: text(),
    carcerazioni: text(),
    hiv: text(),
    hcv: text(),
    invalidita: text(),
    dipendenza: text(),
    sostanzePrimarie: text({ mode: 'json' }).$type<string[]>(),
    sostanzeSecondarie: text({ mode: 'json' }).$type<string[]>(),
    dataDimissione: text(),
    esito: text(),
    destinazione: text(),
    dataRelazione: text(),
    /** the parent, when the ospite is a minor with a parent (rule 13): an ospite id */
    genitoreId: text(),
  },
  (t) => [
    index('ingressi_ospite').on(t.ospiteId),
    index('ingressi_struttura').on(t.strutturaId, t.dataIngresso),
    index('ingressi_dimissione').on(t.dataDimissione),
    check('ingressi_ordine', sql`${t.dataDimissione} is null or ${t.dataDimissione} >= ${t.dataIngresso}`),
  ],
);

/** The modulo of a stay from a day on, until the next assegnazione. The first one has `dal` = dataIngresso. */
export const assegnazioni = sqliteTable(
  'assegnazioni',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    dal: text().notNull(),
    moduloId: text()
      .notNull()
      .references(() => moduli.id),
  },
  (t) => [index('assegnazioni_ingresso').on(t.ingressoId)],
);
