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
/**
 * The recovery keys of this store: the printed one and the one deposited at the central office. `id` is that of the wrapping in
 * chiavi.json, and only a row that is here makes it good: an older chiavi.json put back does not bring back a renewed key.
 */
export const recuperi = sqliteTable('recuperi', {
  ...tracked,
  /** printed: false; deposited at the central office: true */
  deposito: integer({ mode: 'boolean' }).notNull(),
  /** when somebody showed to have it on paper, epoch ms; null: nobody yet */
  confermataAtMs: integer(),
});

/** Central side: a community's recovery key, as it arrived (an age file for this office), opened only when asked. */
export const depositi = sqliteTable('depositi', {
  ...tracked,
  corrispondenteId: text()
    .notNull()
    .references(() => corrispondenti.id, { onDelete: 'restrict' }),
  /** the wrapping it opens (`recuperi.id` over there) */
  recuperoId: text().notNull(),
  /** when the community made it, epoch ms */
  preparatoAtMs: integer().notNull(),
  /** base64 */
  sigillato: text().notNull(),
});

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
