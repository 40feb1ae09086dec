import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { nuclei } from './nucleo.ts';
import { ospiti } from './ospite.ts';
import { moduli, strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** Somebody to be told of a dimissione. */
export interface Comunicazione {
  /** whom: a service, an authority, the family */
  readonly a: string;
  /** the day it was done; null: still to do */
  readonly fattaIl: string | null;
  /** it says that there is a measure of the judicial authority: of the section `giuridica` */
  readonly giuridica?: boolean;
}

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
    /** the family admitted together with this stay */
    nucleoId: text().references(() => nuclei.id),
    /** the operator who follows the guest: a name of `operatori`, or as written */
    caseManager: text(),
    /** number of the regional FASAS record */
    fasas: text(),
    /** day the privacy notice was handed over */
    informativaIl: text(),
    /** number and day of the certification of dependence */
    certificazione: text(),
    certificazioneIl: text(),
    /** the day to which the declarations of the scheda refer; null: the day of ingresso */
    dichiaratoIl: text(),
    /** the day of each of these, where it is not that of the others; null: `dichiaratoIl`, else the day of ingresso */
    hivIl: text(),
    hcvIl: text(),
    invaliditaIl: text(),
    /** agreed last day of the programme, when it is not the maximum duration of the modulo */
    finePrevista: text(),
    /** minors: list titolo_minore, who has parental responsibility, school */
    titoloAccoglienza: text(),
    responsabilitaGenitoriale: text(),
    tutore: text(),
    scuola: text(),
    /** at the dimissione: how the guest lives and works on leaving, what was given back, who is to be told */
    abitazioneUscita: text(),
    occupazioneUscita: text(),
    oggettiResi: text(),
    documentiResi: text(),
    comunicazioni: text({ mode: 'json' }).$type<Comunicazione[]>(),
    noteDimissione: text(),
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
