import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tracked } from './tracked.ts';

/** Settings of this installation; `id` is the name (ruolo, nome, dispositivo, struttureProprie…), `valore` JSON text. */
export const impostazioni = sqliteTable('impostazioni', { ...tracked, valore: text().notNull() });

/** Secret keys of this installation (inside the encrypted file only; never in the log, never exported). */
export const segreti = sqliteTable('segreti', { id: text().primaryKey(), valore: text().notNull() });

/** Who may enter. The wrapped key of each is in chiavi.json; what it may do is only here, inside the encrypted file. */
export const accounts = sqliteTable('accounts', {
  ...tracked,
  nome: text().notNull(),
  ruolo: text().notNull(),
  /** false: it may no longer enter */
  attivo: integer({ mode: 'boolean' }).notNull().default(true),
  /** last day on which it may enter, YYYY-MM-DD; null: no end */
  scadenza: text(),
  /** the last time it entered, epoch ms */
  ultimoAccessoMs: integer(),
});

/** A signing key that gave its place to another. */
export interface FirmaPrecedente {
  /** hex Ed25519 public key */
  readonly firma: string;
  /** epoch ms: what it signed later is not believed */
  readonly finoAMs: number;
  /** lost or stolen: nothing new it signed is believed, whatever its date */
  readonly revocata: boolean;
}

/** The other side: communities known to the central office, the central office known to a community. */
export const corrispondenti = sqliteTable('corrispondenti', {
  ...tracked,
  /** comunita | centrale */
  ruolo: text().notNull(),
  nome: text().notNull(),
  /** hex Ed25519 public key */
  firma: text().notNull(),
  /** age recipient (age1…) */
  sigillo: text().notNull(),
  /** codes of the strutture it may speak for */
  strutture: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** its keys of before, oldest first; null: none */
  firmePrecedenti: text({ mode: 'json' }).$type<FirmaPrecedente[]>(),
});

/** Remembers the ids of imported sheets, so that a corrected workbook updates instead of doubling. */
export const riferimenti = sqliteTable(
  'riferimenti',
  {
    foglio: text().notNull(),
    chiave: text().notNull(),
    rigaId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.foglio, t.chiave] })],
);
