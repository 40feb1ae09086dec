import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { tracked } from './tracked.ts';

/** The individual project of a stay; a revision is a new one. */
export const progetti = sqliteTable(
  'progetti',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    data: text().notNull(),
    sintesi: text(),
    redattoDa: text(),
    /** with whom it was shared: the guest, the service, the family */
    condivisoCon: text(),
    /** last day of this project; null: going on */
    al: text(),
  },
  (t) => [index('progetti_ingresso').on(t.ingressoId, t.data)],
);

export const obiettivi = sqliteTable(
  'obiettivi',
  {
    ...tracked,
    progettoId: text()
      .notNull()
      .references(() => progetti.id),
    /** list area_obiettivo */
    area: text().notNull(),
    testo: text().notNull(),
    /** how it will be known to be reached */
    indicatore: text(),
    entro: text(),
    /** aperto, raggiunto, parziale, non_raggiunto, abbandonato */
    stato: text().notNull().default('aperto'),
  },
  (t) => [index('obiettivi_progetto').on(t.progettoId)],
);

export const azioni = sqliteTable(
  'azioni',
  {
    ...tracked,
    obiettivoId: text()
      .notNull()
      .references(() => obiettivi.id),
    testo: text().notNull(),
    chi: text(),
    entro: text(),
    fattaIl: text(),
  },
  (t) => [index('azioni_obiettivo').on(t.obiettivoId)],
);

/** A review of the project. */
export const verificheProgetto = sqliteTable(
  'verifiche_progetto',
  {
    ...tracked,
    progettoId: text()
      .notNull()
      .references(() => progetti.id),
    data: text().notNull(),
    esito: text(),
    partecipanti: text(),
    prossima: text(),
  },
  (t) => [index('verifiche_progetto_progetto').on(t.progettoId, t.data)],
);

/** What shows that a goal goes forward: a row of the diary, a visit, a meeting, an activity. */
export const evidenze = sqliteTable(
  'evidenze',
  {
    ...tracked,
    obiettivoId: text()
      .notNull()
      .references(() => obiettivi.id),
    /** diario, visite, incontri, attivita */
    tabella: text().notNull(),
    rigaId: text().notNull(),
  },
  (t) => [index('evidenze_obiettivo').on(t.obiettivoId)],
);
