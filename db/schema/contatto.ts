import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/** Somebody around a guest: a parent, a guardian, a lawyer. Under a code, `nome` is the code and `telefono` is empty. */
export const contatti = sqliteTable(
  'contatti',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    /** what they are to the guest, in words */
    legame: text().notNull(),
    nome: text().notNull(),
    telefono: text(),
    /** genitore, tutore, curatore, avvocato, medico, famigliare, altro (domain/contatto.ts); null: not said */
    tipo: text(),
    /** consentito, protetto, vietato: whether the guest may meet or hear them; null: nobody said */
    incontri: text(),
    riservato: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('contatti_ospite').on(t.ospiteId)],
);

/** Who a contact under a code is (art. 120 DPR 309/1990): as `identita_riservate`, in no image of the log and in no export. */
export const contattiRiservati = sqliteTable('contatti_riservati', {
  contattoId: text()
    .primaryKey()
    .references(() => contatti.id),
  /** nome and telefono */
  dati: text({ mode: 'json' }).$type<{ readonly nome: string; readonly telefono: string | null }>().notNull(),
  createdAtMs: integer().notNull(),
});
