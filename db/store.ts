import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { type Giorno, giornoLocale } from '../domain/giorno.ts';
import { type OpenOptions, openFile } from './file/open.ts';
import { toErroreApprodo } from './file/sqlite-errore.ts';
import { type Gesto, packImmagini, Registro } from './registro.ts';
import * as schema from './schema/index.ts';
import { accessTables, type Riga, Scrittura, type Tabella, type Tables } from './scrittura.ts';
import type { RawRow } from './table-access.ts';
import { reconcileAssenze } from './writes/assenza.ts';
import { assegnaCodici } from './writes/codice-ospite.ts';

export type Orm = BetterSQLite3Database<typeof schema>;

/** Thrown to undo a transaction that was only a rehearsal. */
const DISFATTO = new Error('rehearsal undone');

export interface StoreOptions extends OpenOptions {
  /** Epoch ms; a test gives its own. */
  readonly clock: () => number;
}

/**
 * The register on disk. Reads are in db/reads (functions over a Store, shaped for a screen or a report);
 * every write is a gesture: `write` runs it and its line of the log in one transaction, or nothing of it.
 */
export class Store {
  readonly orm: Orm;
  readonly sqlite: Database.Database;
  readonly registro: Registro;
  /** today: who is out is out until then. By the clock, unless whoever opened it says otherwise. */
  oggi: () => Giorno;
  private readonly tables: Tables;
  private readonly clock: () => number;
  private readonly statements = new Map<string, Database.Statement>();
  private device: string | null = null;

  private constructor(sqlite: Database.Database, clock: () => number) {
    this.sqlite = sqlite;
    this.clock = clock;
    this.oggi = () => giornoLocale(clock());
    this.orm = drizzle(sqlite, { schema, casing: 'snake_case' });
    this.registro = new Registro(sqlite);
    this.tables = accessTables(sqlite);
  }

  /** @throws ErroreApprodo `archivio.*` */
  static open(options: StoreOptions): Store {
    return new Store(openFile(options), options.clock);
  }

  /** The device's id, written at `init`; `-` before. */
  get dispositivo(): string {
    if (this.device === null) this.device = this.findImpostazione('dispositivo') ?? null;
    return this.device ?? '-';
  }

  nowMs(): number {
    return this.clock();
  }

  findImpostazione(nome: string): string | undefined {
    const row = this.sqlite
      .prepare('SELECT valore FROM impostazioni WHERE id = ? AND deleted_at_ms IS NULL')
      .pluck()
      .get(nome);
    return row as string | undefined;
  }

  findSegreto(id: string): string | undefined {
    return this.sqlite.prepare('SELECT valore FROM segreti WHERE id = ?').pluck().get(id) as string | undefined;
  }

  /** One row by id, soft-deleted ones too. */
  find<T extends Tabella>(tabella: T, id: string): Riga<T> | undefined {
    const raw = this.tables[tabella].find(id);
    return raw && this.tables[tabella].toRow<Riga<T>>(raw);
  }

  /** A statement compiled once and kept: for db/reads and db/writes, with constant texts only. */
  prepare(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.sqlite.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** Typed rows by an SQL condition over the table named `t`: for db/reads only, which hold the SQL. Deleted ones too. */
  select<T extends Tabella>(tabella: T, where: string, parameters: Readonly<Record<string, unknown>>): Riga<T>[] {
    const rows = this.prepare(`SELECT t.* FROM ${tabella} t WHERE ${where}`).all(parameters) as RawRow[];
    return rows.map((raw) => this.tables[tabella].toRow<Riga<T>>(raw));
  }

  /**
   * Runs one gesture. The body is synchronous; if it throws, nothing of it remains. What it did to the days away is followed
   * through in the same gesture (db/writes/assenza.ts), and a guest it wrote has its code (db/writes/codice-ospite.ts). A gesture that changes no row
   * leaves no line, unless `sempre` (a closing, an export: the act itself is the fact).
   * @throws ErroreApprodo `archivio.*` when the disk says no
   */
  write<T>(gesto: Gesto & { readonly sempre?: boolean }, body: (tx: Scrittura) => T): T {
    try {
      return this.sqlite.transaction(() => this.runGesto(gesto, body)).immediate();
    } catch (error) {
      throw toErroreApprodo(error);
    }
  }

  /** Runs a body as `write` does and undoes it: what it would have done, nothing of it remaining. */
  prova<T>(body: (tx: Scrittura) => T): T {
    const esito: { valore?: T } = {};
    try {
      this.sqlite
        .transaction(() => {
          const stamp = { atMs: this.clock(), dispositivo: this.dispositivo, voce: this.registro.last().seq + 1 };
          esito.valore = body(new Scrittura(this, this.tables, stamp));
          throw DISFATTO;
        })
        .immediate();
    } catch (error) {
      if (error !== DISFATTO) throw toErroreApprodo(error);
    }
    return esito.valore as T;
  }

  close(): void {
    if (this.sqlite.open) this.sqlite.close();
  }

  private runGesto<T>(gesto: Gesto & { readonly sempre?: boolean }, body: (tx: Scrittura) => T): T {
    const last = this.registro.last();
    const stamp = { atMs: this.clock(), dispositivo: this.dispositivo, voce: last.seq + 1 };
    const tx = new Scrittura(this, this.tables, stamp);
    const result = body(tx);
    reconcileAssenze(tx, this.oggi());
    if (tx.immagini.some(({ t, prima }) => t === 'ospiti' && prima === null)) assegnaCodici(tx);
    if (tx.immagini.length > 0 || gesto.sempre)
      this.registro.append({
        seq: stamp.voce,
        atMs: stamp.atMs,
        accountId: gesto.accountId,
        utente: gesto.utente,
        dispositivo: stamp.dispositivo,
        azione: gesto.azione,
        struttura: gesto.struttura ?? null,
        mese: gesto.mese ?? null,
        nota: gesto.nota ?? null,
        ospiteId: gesto.ospiteId ?? tx.ospiteId,
        numeroRighe: tx.immagini.length,
        righe: packImmagini(tx.immagini),
        precedente: last.hash,
      });
    return result;
  }
}
