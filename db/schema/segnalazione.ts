import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

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
