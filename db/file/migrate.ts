import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
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
 * Brings the file up to this code. Foreign keys are off on the connection meanwhile (a rebuilt table would otherwise
 * cascade its children away) and checked after. `beforeChange` runs before the first change of an existing file, to copy it.
 */
export function migrateStore(db: Database.Database, beforeChange?: (from: number) => void, folder = MIGRATIONS): void {
  const known = knownMigrations(folder);
  const version = assertNotNewer(db, known);
  if (version === known) return;
  // a kill after the last migration and before the number is written: the file is already new, a copy of it is not the old one
  if (version > 0 && countApplied(db) < known) beforeChange?.(version);
  db.pragma('foreign_keys = OFF');
  try {
    migrate(drizzle(db), { migrationsFolder: folder });
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new ErroreApprodo(
        'archivio.migrazione',
        'L’aggiornamento dell’archivio non è riuscito: ripristinare la copia fatta prima di aggiornare.',
      );
    db.pragma(`user_version = ${known}`);
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** How many migrations are in the file, whatever its `user_version` says. */
function countApplied(db: Database.Database): number {
  const kept = db.prepare("SELECT count(*) FROM sqlite_master WHERE name = '__drizzle_migrations'").pluck().get();
  return kept === 0 ? 0 : Number(db.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get());
}
