import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrateStore } from '../../db/file/migrate.ts';
import { unlock } from '../../db/file/open.ts';

const MIGRAZIONI = join(import.meta.dirname, '../../db/migrations');

/** The same register as the first version of the program kept it: its tables made by the first migration only. */
export function makeVecchia(da: string, a: string): void {
  cpSync(da, a, { recursive: true });
  for (const parte of ['', '-wal', '-shm']) rmSync(join(a, `approdo.db${parte}`), { force: true });
  const chiave = Buffer.from(readFileSync(join(a, 'chiave'), 'utf8'), 'hex');
  const prime = primaMigrazione(join(a, 'migrazioni'));
  const [oggi, allora] = [apriGrezzo(join(da, 'approdo.db'), chiave), apriGrezzo(join(a, 'approdo.db'), chiave)];
  allora.pragma('journal_mode = WAL');
  migrateStore(allora, undefined, prime);
  allora.pragma('foreign_keys = OFF');
  for (const tabella of tabelleDi(allora)) copiaTabella(oggi, allora, tabella);
  oggi.close();
  allora.close();
  rmSync(prime, { recursive: true });
}

/** Every row of every table, as the file has it: to say whether two files hold the same, whatever program made them. */
export function contenuto(file: string, chiave: Uint8Array): Record<string, unknown> {
  const db = apriGrezzo(file, chiave);
  try {
    const righe = (tabella: string) => db.prepare(`SELECT * FROM "${tabella}"`).raw().all().map(String).toSorted();
    return Object.fromEntries(tabelleDi(db).map((tabella) => [tabella, righe(tabella)]));
  } finally {
    db.close();
  }
}

function apriGrezzo(file: string, chiave: Uint8Array): Database.Database {
  const db = new Database(file);
  unlock(db, chiave);
  return db;
}

/** A folder with the first migration alone. */
function primaMigrazione(cartella: string): string {
  const journal = JSON.parse(readFileSync(join(MIGRAZIONI, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  const [prima] = journal.entries;
  mkdirSync(join(cartella, 'meta'), { recursive: true });
  cpSync(join(MIGRAZIONI, `${prima?.tag}.sql`), join(cartella, `${prima?.tag}.sql`));
  writeFileSync(join(cartella, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: [prima] }));
  return cartella;
}

function tabelleDi(db: Database.Database): string[] {
  const nomi = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return nomi.filter((nome) => !nome.startsWith('sqlite_'));
}

function copiaTabella(da: Database.Database, a: Database.Database, tabella: string): void {
  const colonne = (a.pragma(`table_info("${tabella}")`) as { name: string }[])
    .map(({ name }) => `"${name}"`)
    .join(', ');
  const righe = da.prepare(`SELECT ${colonne} FROM "${tabella}"`).raw().all() as unknown[][];
  const inserisci = a.prepare(`INSERT INTO "${tabella}" (${colonne}) VALUES (${colonne.replaceAll(/"[^"]+"/g, '?')})`);
  for (const riga of righe) inserisci.run(...riga);
}
