import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ospiti } from './ospite.ts';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

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
    esito: text(),
  },
  (t) => [index('visite_struttura_data').on(t.strutturaId, t.data), index('visite_ospite').on(t.ospiteId)],
);

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
    oggetto: text(),
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
    ore: real(),
    operatori: integer(),
    volontari: integer(),
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

export const misure = sqliteTable(
  'misure',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    misura: text().notNull(),
    dal: text().notNull(),
    al: text(),
    autorita: text(),
    finePena: text(),
  },
  (t) => [index('misure_ospite').on(t.ospiteId)],
);

/** A request for a place: kept by the central office, imported from its workbook. */
export const segnalazioni = sqliteTable(
  'segnalazioni',
  {
    ...tracked,
    data: text().notNull(),
    servizioInviante: text(),
    regione: text(),
    sesso: text(),
    cittadinanza: text(),
    colloquioData: text(),
    colloquioLuogo: text(),
    esito: text(),
    motivoDiniego: text(),
    strutturaId: text().references(() => strutture.id),
    dataEsito: text(),
  },
  (t) => [index('segnalazioni_data').on(t.data)],
);
