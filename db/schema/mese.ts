import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** The state of one month of one struttura. No row = open, never closed. */
export const mesi = sqliteTable(
  'mesi',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    mese: text().notNull(),
    /** chiuso | riaperto */
    stato: text().notNull(),
    /** 1 at the first closing, one more at each closing after a reopening */
    revisione: integer().notNull(),
    /** days without a code that were confirmed at closing */
    mancanti: integer().notNull().default(0),
    /** reason of the last reopening */
    motivo: text(),
    closedAtMs: integer(),
  },
  (t) => [uniqueIndex('mesi_struttura_mese').on(t.strutturaId, t.mese)],
);

/** A parcel sent (community) or received (central office). */
export const pacchi = sqliteTable(
  'pacchi',
  {
    ...tracked,
    /** inviato | ricevuto */
    verso: text().notNull(),
    strutturaCodice: text().notNull(),
    mese: text().notNull(),
    revisione: integer().notNull(),
    /** position in the struttura's chain, from 1 */
    numero: integer().notNull(),
    /** hex SHA-256 of the signed manifest: what the next parcel names as its previous */
    impronta: text().notNull(),
    precedente: text(),
    /** hex SHA-256 of the sealed file */
    sha256: text().notNull(),
    nomeFile: text().notNull(),
    /** hex Ed25519 public key of the signer */
    firmatario: text().notNull(),
    /** applicato | superato (received: an older revision, kept for the chain; sent: sealed for a central office of before) */
    stato: text().notNull(),
    conteggi: text({ mode: 'json' }).$type<Record<string, number>>(),
    avvisi: text({ mode: 'json' }).$type<string[]>(),
  },
  (t) => [
    uniqueIndex('pacchi_impronta').on(t.verso, t.impronta),
    index('pacchi_struttura').on(t.strutturaCodice, t.mese, t.revisione),
  ],
);

/** The sealed bytes of a parcel, kept so that a re-export is the same file and a lost one can be given again. */
export const pacchiFile = sqliteTable('pacchi_file', {
  paccoId: text()
    .primaryKey()
    .references(() => pacchi.id),
  bytes: blob({ mode: 'buffer' }).notNull(),
});
