import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A row as SQLite holds it: snake_case columns, no booleans, JSON as text. */
export type RawRow = Record<string, string | number | Buffer | null>;

interface Field {
  readonly key: string;
  readonly column: string;
  readonly definition: SQLiteColumn;
}

/** Prepared statements and conversions for one table, built from its drizzle definition: the same names, written once. */
export class TableAccess {
  readonly name: string;
  private readonly db: Database.Database;
  private readonly fields: readonly Field[];
  private readonly byKey: ReadonlyMap<string, Field>;
  private readonly updates = new Map<string, Database.Statement>();
  private readonly insertStatement: Database.Statement;
  private readonly selectStatement: Database.Statement;

  constructor(db: Database.Database, table: SQLiteTable) {
    this.db = db;
    this.name = getTableName(table);
    this.fields = Object.entries(getTableColumns(table)).map(([key, definition]) => ({
      key,
      column: definition.keyAsName ? toSnakeCase(key) : definition.name,
      definition,
    }));
    this.byKey = new Map(this.fields.map((field) => [field.key, field]));
    const columns = this.fields.map((field) => `"${field.column}"`).join(', ');
    const marks = this.fields.map(() => '?').join(', ');
    this.insertStatement = db.prepare(`INSERT INTO "${this.name}" (${columns}) VALUES (${marks})`);
    this.selectStatement = db.prepare(`SELECT ${columns} FROM "${this.name}" WHERE id = ?`);
  }

  /** Absent keys take the column's default, or null. Returns the row as stored. */
  insert(values: Readonly<Record<string, unknown>>): RawRow {
    const row: RawRow = {};
    const list = this.fields.map((field) => {
      const value = values[field.key];
      const raw = value === undefined ? toRaw(field, field.definition.default) : toRaw(field, value);
      row[field.column] = raw;
      return raw;
    });
    this.insertStatement.run(...list);
    return row;
  }

  find(id: string): RawRow | undefined {
    return this.selectStatement.get(id) as RawRow | undefined;
  }

  /** Sets the given keys of one row. Returns only the columns that were given, as stored. */
  update(id: string, values: Readonly<Record<string, unknown>>): RawRow {
    const keys = Object.keys(values).sort();
    const set: RawRow = {};
    for (const key of keys) {
      const field = this.field(key);
      set[field.column] = toRaw(field, values[key]);
    }
    this.updateStatement(keys).run(...Object.values(set), id);
    return set;
  }

  /** Which of the given keys differ from the stored row: their old columns and their new values; null when none does. */
  changes(before: RawRow, values: Readonly<Record<string, unknown>>) {
    const prima: RawRow = {};
    const keys: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const field = this.field(key);
      const old = before[field.column] ?? null;
      if (old === toRaw(field, value)) continue;
      prima[field.column] = old;
      keys[key] = value;
    }
    return Object.keys(keys).length === 0 ? null : { prima, keys };
  }

  /** The typed row of a raw one: booleans, JSON, camelCase keys. */
  toRow<T>(raw: RawRow): T {
    const row: Record<string, unknown> = {};
    for (const field of this.fields) {
      const value = raw[field.column] ?? null;
      row[field.key] = value === null ? null : field.definition.mapFromDriverValue(value);
    }
    return row as T;
  }

  /** The typed values of some columns of a raw row, by key. */
  toModifica(colonne: RawRow): Readonly<Record<string, unknown>> {
    const nomi = this.fields.filter(({ column }) => column in colonne);
    const tipate = this.toRow<Record<string, unknown>>(colonne);
    return Object.fromEntries(nomi.map(({ key }) => [key, tipate[key]]));
  }

  private field(key: string): Field {
    const field = this.byKey.get(key);
    if (!field) throw new Error(`${this.name} has no column for ${key}`);
    return field;
  }

  private updateStatement(keys: readonly string[]): Database.Statement {
    const signature = keys.join(',');
    let statement = this.updates.get(signature);
    if (!statement) {
      const sets = keys.map((key) => `"${this.field(key).column}" = ?`).join(', ');
      statement = this.db.prepare(`UPDATE "${this.name}" SET ${sets} WHERE id = ?`);
      this.updates.set(signature, statement);
    }
    return statement;
  }
}

function toRaw(field: Field, value: unknown): string | number | Buffer | null {
  if (value === undefined || value === null) return null;
  const raw = field.definition.mapToDriverValue(value) as string | number | Buffer;
  // half a surrogate pair has no UTF-8: what the row holds and what the log says of it must be one text
  return typeof raw === 'string' ? raw.toWellFormed() : raw;
}
