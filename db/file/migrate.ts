import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { ErroreApprodo } from '../../domain/errore.ts';

/** Beside this file's folder both in the sources (db/migrations) and in the built main process (out/migrations). */
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** How many migrations this code knows. The same number is the `user_version` of an up-to-date file. */
export function knownMigrations(folder: string = MIGRATIONS): number {
  const journal: unknown = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'));
  return (journal as { entries: unknown[] }).entries.length;
}

/** Refuses a file written by a newer Approdo. @throws ErroreApprodo `archivio.versione` */
export function assertNotNewer(db: Database.Database, known: number): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > known)
    throw new ErroreApprodo(
      'archivio.versione',
      'L’archivio è stato scritto da una versione più recente di Approdo: aggiornare il programma e riprovare.',
    );
  return version;
}

/**
 * Brings the file up to this code in one transaction, its `user_version` included: the file is the old one or the new one,
 * whenever the process dies or the disk fills. Foreign keys are off on the connection meanwhile (a rebuilt table would
 * otherwise cascade its children away) and checked before the end. `beforeChange` runs before the first change of an
 * existing file, to copy it.
 * @throws ErroreApprodo `archivio.versione`, `archivio.migrazione`; an SQLite error when the disk says no
 */
export function migrateStore(db: Database.Database, beforeChange?: (from: number) => void, folder = MIGRATIONS): void {
  const known = knownMigrations(folder);
  const version = assertNotNewer(db, known);
  if (version === known) return;
  if (version > 0) beforeChange?.(version);
  const missing = readMigrationFiles({ migrationsFolder: folder }).slice(version);
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const { sql } of missing) for (const statement of sql) db.exec(statement);
      assertLinked(db);
      db.pragma(`user_version = ${known}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** Every reference leads to a row. @throws ErroreApprodo `archivio.migrazione` */
function assertLinked(db: Database.Database): void {
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new ErroreApprodo(
      'archivio.migrazione',
      'L’aggiornamento dell’archivio non è riuscito e l’archivio è rimasto com’era: usare la versione precedente di Approdo e chiamare l’assistenza.',
    );
}
