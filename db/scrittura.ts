import type Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { v7 as uuidv7 } from 'uuid';
import { type Immagine, velata } from './registro.ts';
import * as schema from './schema/index.ts';
import { type RawRow, TableAccess } from './table-access.ts';

/** The tables whose rows carry `tracked` columns and so pass through the log. */
export const TRACKED = {
  strutture: schema.strutture,
  moduli: schema.moduli,
  posti: schema.posti,
  ospiti: schema.ospiti,
  ingressi: schema.ingressi,
  assegnazioni: schema.assegnazioni,
  presenze: schema.presenze,
  codici: schema.codici,
  visite: schema.visite,
  incontri: schema.incontri,
  attivita: schema.attivita,
  misure: schema.misure,
  oscuramenti: schema.oscuramenti,
  note_riservate: schema.noteRiservate,
  copie_consegnate: schema.copieConsegnate,
  contatti: schema.contatti,
  segnalazioni: schema.segnalazioni,
  gruppi: schema.gruppi,
  udienze: schema.udienze,
  violazioni: schema.violazioni,
  avvertenze: schema.avvertenze,
  allegati: schema.allegati,
  nuclei: schema.nuclei,
  assenze: schema.assenze,
  regole_assenza: schema.regoleAssenza,
  diario: schema.diario,
  progetti: schema.progetti,
  obiettivi: schema.obiettivi,
  azioni: schema.azioni,
  verifiche_progetto: schema.verificheProgetto,
  evidenze: schema.evidenze,
  relazioni: schema.relazioni,
  regole_scadenza: schema.regoleScadenza,
  adempimenti: schema.adempimenti,
  promemoria: schema.promemoria,
  voci_lista: schema.vociLista,
  stanze: schema.stanze,
  alloggi: schema.alloggi,
  operatori: schema.operatori,
  mesi: schema.mesi,
  pacchi: schema.pacchi,
  impostazioni: schema.impostazioni,
  accounts: schema.accounts,
  corrispondenti: schema.corrispondenti,
  recuperi: schema.recuperi,
  depositi: schema.depositi,
} as const satisfies Record<string, SQLiteTable>;

export type Tabella = keyof typeof TRACKED;
type Insert<T extends Tabella> = (typeof TRACKED)[T]['$inferInsert'];
type Stamps = 'id' | 'createdAtMs' | 'updatedAtMs' | 'dispositivo' | 'voce' | 'deletedAtMs';

/** What the caller gives to insert a row: everything but the stamps; `id` only when the row was born elsewhere (import). */
export type NuovaRiga<T extends Tabella> = Omit<Insert<T>, Stamps> & {
  readonly id?: string;
  /** set on a tombstone: a row known to be gone, kept so that an older parcel cannot bring it back */
  readonly deletedAtMs?: number | null;
};
/** What the caller gives to change a row. `deletedAtMs: null` brings back a soft-deleted one. */
export type Modifica<T extends Tabella> = Partial<Omit<Insert<T>, Exclude<Stamps, 'deletedAtMs'>>>;
/** A row as read back. */
export type Riga<T extends Tabella> = (typeof TRACKED)[T]['$inferSelect'];

export type Tables = { readonly [T in Tabella]: TableAccess };

export function accessTables(db: Database.Database): Tables {
  const entries = Object.entries(TRACKED).map(([name, table]) => [name, new TableAccess(db, table)] as const);
  return Object.fromEntries(entries) as Tables;
}

/** Participants of incontri and attività: part of their row, logged with it. */
export type TabellaPartecipanti = 'incontri' | 'attivita';

/** An open file with its compiled statements: what a Store is to its gestures. */
export interface Connessione {
  readonly sqlite: Database.Database;
  prepare(sql: string): Database.Statement;
}

export interface Stamp {
  readonly atMs: number;
  readonly dispositivo: string;
  readonly voce: number;
}

/**
 * The only hand that writes tracked rows, alive for one gesture inside one transaction (Store.write).
 * It stamps every row and keeps its before and after for the log.
 */
export class Scrittura {
  readonly immagini: Immagine[] = [];
  private riguardato: string | null = null;
  private readonly tables: Tables;
  private readonly stamp: Stamp;
  /** The connection, inside the transaction: for db/writes only, which hold the SQL of bigger verbs. */
  readonly sqlite: Database.Database;
  /** A statement of that connection, compiled once and kept (Store.prepare): constant texts only. */
  readonly prepare: (sql: string) => Database.Statement;

  constructor(store: Connessione, tables: Tables, stamp: Stamp) {
    this.sqlite = store.sqlite;
    this.prepare = (sql) => store.prepare(sql);
    this.tables = tables;
    this.stamp = stamp;
  }

  /** The instant of the gesture, epoch ms. */
  get atMs(): number {
    return this.stamp.atMs;
  }

  /** The log line this gesture will be. */
  get voce(): number {
    return this.stamp.voce;
  }

  /** Says which one guest the gesture turned out to be about, where it was not known before. */
  setOspite(ospiteId: string): void {
    this.riguardato = ospiteId;
  }

  get ospiteId(): string | null {
    return this.riguardato;
  }

  /** Inserts a row and returns its id (a new UUIDv7 unless given). */
  insert<T extends Tabella>(tabella: T, riga: NuovaRiga<T>): string {
    const id = riga.id ?? uuidv7();
    const raw = this.tables[tabella].insert({
      ...riga,
      id,
      createdAtMs: this.stamp.atMs,
      updatedAtMs: this.stamp.atMs,
      dispositivo: this.stamp.dispositivo,
      voce: this.stamp.voce,
    });
    this.immagini.push({ t: tabella, id, prima: null, dopo: withoutNulls(raw) });
    return id;
  }

  /** Changes a row; columns that already hold the value are not a change. Returns whether anything changed. */
  update<T extends Tabella>(tabella: T, id: string, modifica: Modifica<T>): boolean {
    const table = this.tables[tabella];
    const before = table.find(id);
    if (!before) throw new Error(`${tabella} ${id} is not there`);
    return this.change(table, tabella, id, before, modifica);
  }

  /**
   * As `update`, but of the columns named the log says only that they changed, neither what they held nor what they hold:
   * the identity of a guest who becomes anonymous, or is named again.
   */
  updateRiservata<T extends Tabella>(
    tabella: T,
    id: string,
    modifica: Modifica<T>,
    colonne: readonly string[],
  ): boolean {
    const changed = this.update(tabella, id, modifica);
    const ultima = this.immagini.at(-1);
    if (!changed || !ultima) return changed;
    this.immagini[this.immagini.length - 1] = velata(ultima, colonne);
    return true;
  }

  /** Soft deletion. Returns whether the row was alive. */
  remove(tabella: Tabella, id: string): boolean {
    return this.update(tabella, id, { deletedAtMs: this.stamp.atMs } as Modifica<Tabella>);
  }

  /** The typed row, deleted ones too, or undefined. */
  find<T extends Tabella>(tabella: T, id: string): Riga<T> | undefined {
    const raw = this.tables[tabella].find(id);
    return raw && this.tables[tabella].toRow<Riga<T>>(raw);
  }

  /** Typed rows by an SQL condition over the table named `t`, as Store.select: for db/writes only. Deleted ones too. */
  select<T extends Tabella>(tabella: T, where: string, ...parameters: readonly string[]): Riga<T>[] {
    const rows = this.prepare(`SELECT t.* FROM ${tabella} t WHERE ${where}`).all(...parameters) as RawRow[];
    return rows.map((raw) => this.tables[tabella].toRow<Riga<T>>(raw));
  }

  /** Sets who took part. Returns whether the list changed. Order does not count. */
  setPartecipanti(tabella: TabellaPartecipanti, id: string, ospiti: readonly string[]): boolean {
    const [table, column] =
      tabella === 'incontri' ? ['incontri_ospiti', 'incontro_id'] : ['attivita_ospiti', 'attivita_id'];
    const after = [...new Set(ospiti)].sort();
    const before = this.listPartecipanti(tabella, id);
    if (before.length === after.length && before.every((ospite, index) => ospite === after[index])) return false;
    if (before.length > 0) this.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(id);
    const insert = this.prepare(`INSERT INTO ${table} (${column}, ospite_id) VALUES (?, ?)`);
    for (const ospite of after) insert.run(id, ospite);
    this.immagini.push({ t: table, id, prima: before, dopo: after });
    return true;
  }

  /** Who takes part, in order of id. */
  listPartecipanti(tabella: TabellaPartecipanti, id: string): string[] {
    const [table, column] =
      tabella === 'incontri' ? ['incontri_ospiti', 'incontro_id'] : ['attivita_ospiti', 'attivita_id'];
    return this.prepare(`SELECT ospite_id FROM ${table} WHERE ${column} = ? ORDER BY ospite_id`)
      .pluck()
      .all(id) as string[];
  }

  /** Brings a row back to what an image of the log says it was before: a row that was not there is taken away (soft). */
  revert({ t, id, prima }: Immagine): void {
    if (t === 'incontri_ospiti' || t === 'attivita_ospiti') {
      this.setPartecipanti(t === 'incontri_ospiti' ? 'incontri' : 'attivita', id, Array.isArray(prima) ? prima : []);
      return;
    }
    const tabella = t as Tabella;
    if (prima === null || Array.isArray(prima)) {
      this.remove(tabella, id);
      return;
    }
    const { voce: _, ...colonne } = prima as RawRow;
    const table = this.tables[tabella];
    this.update(tabella, id, table.toModifica(colonne) as Modifica<Tabella>);
  }

  /**
   * Marks rows as of a newer parcel that did not change them. Not in the log: it says nothing about the rows, only up to
   * where they are known to hold, and follows from the parcels received.
   */
  setVersione(tabella: Tabella, ids: readonly string[], versione: number): void {
    if (ids.length === 0) return;
    this.prepare(`UPDATE ${tabella} SET versione = ? WHERE id IN (SELECT value FROM json_each(?))`).run(
      versione,
      JSON.stringify(ids),
    );
  }

  /** Remembers which row a sheet's id became. */
  setRiferimento(foglio: string, chiave: string, rigaId: string): void {
    this.prepare(
      'INSERT INTO riferimenti (foglio, chiave, riga_id) VALUES (?, ?, ?) ON CONFLICT (foglio, chiave) DO UPDATE SET riga_id = excluded.riga_id',
    ).run(foglio, chiave, rigaId);
  }

  /** A secret key of this installation: never logged. */
  setSegreto(id: string, valore: string): void {
    this.prepare('INSERT INTO segreti (id, valore) VALUES (?, ?)').run(id, valore);
  }

  /** Another secret in the place of one: the old one is gone. */
  replaceSegreto(id: string, valore: string): void {
    this.prepare('UPDATE segreti SET valore = ? WHERE id = ?').run(valore, id);
  }

  /** The sealed bytes of a parcel. */
  setPaccoFile(paccoId: string, bytes: Uint8Array): void {
    this.prepare('INSERT INTO pacchi_file (pacco_id, bytes) VALUES (?, ?)').run(paccoId, bytes);
  }

  private change(
    table: TableAccess,
    tabella: string,
    id: string,
    before: RawRow,
    modifica: Readonly<Record<string, unknown>>,
  ): boolean {
    const changed = table.changes(before, modifica);
    if (changed === null) return false;
    const { prima, keys } = changed;
    const dopo = table.update(id, {
      ...keys,
      updatedAtMs: this.stamp.atMs,
      dispositivo: this.stamp.dispositivo,
      voce: this.stamp.voce,
    });
    this.immagini.push({ t: tabella, id, prima: { ...prima, voce: before['voce'] ?? null }, dopo });
    return true;
  }
}

/** Once a row of an import: a plain loop, three times as quick as building entries. */
function withoutNulls(row: RawRow): RawRow {
  const kept: RawRow = {};
  for (const column in row) {
    const value = row[column];
    if (value !== null && value !== undefined) kept[column] = value;
  }
  return kept;
}
