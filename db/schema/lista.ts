import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tracked } from './tracked.ts';

/**
 * A value of a list as this office keeps it: added to those of resources/liste, or in the place of the one with the same
 * `valore`. Retired by `al`: old records keep it, new ones are not offered it.
 */
export const vociLista = sqliteTable(
  'voci_lista',
  {
    ...tracked,
    lista: text().notNull(),
    /** its value in the facts that hold it (`voce` is the line of the log, as in every tracked row) */
    valore: text().notNull(),
    etichetta: text().notNull(),
    sinonimi: text({ mode: 'json' }).$type<string[]>(),
    /** days on which it may be chosen, both included; null: from ever, until further notice */
    dal: text(),
    al: text(),
    /** how long a programme lasts at most (list tipologia_modulo), months or days; 0: no limit; both null: as the program brings it */
    durataMassimaMesi: integer(),
    durataMassimaGiorni: integer(),
    /** every how many months its authority wants a report (list misura); 0: none; null: as the program brings it */
    relazioneOgniMesi: integer(),
    ordine: integer().notNull(),
    /** locale: of this community; ufficio: from the central office */
    origine: text().notNull().default('locale'),
  },
  (t) => [index('voci_lista_lista').on(t.lista)],
);
