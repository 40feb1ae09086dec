import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** A meeting with a service or with the family, about one guest or more. */
export const incontri = sqliteTable(
  'incontri',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    data: text().notNull(),
    servizio: text().notNull(),
    modalita: text().notNull(),
    accompagnamento: integer({ mode: 'boolean' }),
    /** previsto, fatto, annullato (domain/appuntamento.ts): only what is fatto is counted */
    stato: text().notNull().default('fatto'),
    /** HH:MM */
    ora: text(),
    oggetto: text(),
    /** with the family: which of the list attivita_famiglie; `servizio` is then `famiglia` */
    tipoFamiglia: text(),
    /** a protected meeting: what was seen is in `esito`, who watched in `operatori` */
    protetto: integer({ mode: 'boolean' }).notNull().default(false),
    /** who came, beside the guests: names or offices */
    partecipanti: text(),
    /** who was there for the community */
    operatori: text(),
    esito: text(),
    /** the day by which a report on it is due, and the day it was sent */
    relazioneEntro: text(),
    relazioneData: text(),
  },
  (t) => [index('incontri_struttura_data').on(t.strutturaId, t.data)],
);

export const incontriOspiti = sqliteTable(
  'incontri_ospiti',
  {
    incontroId: text()
      .notNull()
      .references(() => incontri.id),
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
  },
  (t) => [primaryKey({ columns: [t.incontroId, t.ospiteId] }), index('incontri_ospiti_ospite').on(t.ospiteId)],
);
