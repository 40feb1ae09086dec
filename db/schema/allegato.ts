import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { ospiti } from './ospite.ts';
import { tracked } from './tracked.ts';

/** A file kept with a guest: a photograph, a document, a consent. Its bytes are in `allegati_file`, in the same encrypted store. */
export const allegati = sqliteTable(
  'allegati',
  {
    ...tracked,
    ospiteId: text()
      .notNull()
      .references(() => ospiti.id),
    ingressoId: text().references(() => ingressi.id),
    /** foto, documento, consenso, sanitario, giuridico, relazione, altro (domain/allegato.ts) */
    tipo: text().notNull(),
    titolo: text().notNull(),
    /** the file's own name and media type */
    nomeFile: text().notNull(),
    mime: text().notNull(),
    /** bytes */
    dimensione: integer().notNull(),
    sha256: text().notNull(),
    /** the day the document bears, and the day it expires */
    data: text(),
    scadenza: text(),
  },
  (t) => [index('allegati_ospite').on(t.ospiteId), index('allegati_scadenza').on(t.scadenza)],
);

export const allegatiFile = sqliteTable('allegati_file', {
  allegatoId: text()
    .primaryKey()
    .references(() => allegati.id),
  bytes: blob({ mode: 'buffer' }).notNull(),
});
