import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assertIntact, unlock } from './open.ts';
import { toErroreApprodo } from './sqlite-errore.ts';

/**
 * Copies an open or closed store into a new file, encrypted with the same key, as one consistent moment of it, and reads
 * the copy back page by page. Slow on a big store: call it from a worker.
 * @param to must not exist; a copy that does not verify is taken away
 * @throws ErroreApprodo `archivio.*`
 */
export function copyStoreFile(from: string, key: Uint8Array, to: string): void {
  try {
    withFile(from, key, (db) => db.prepare('VACUUM INTO ?').run(to));
    verifyStoreFile(to, key);
  } catch (error) {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(to + part, { force: true });
    throw toErroreApprodo(error);
  }
}

/** Reads every page of a store that nobody has open. @throws ErroreApprodo `archivio.*` */
export function verifyStoreFile(file: string, key: Uint8Array): void {
  try {
    withFile(file, key, assertIntact);
  } catch (error) {
    throw toErroreApprodo(error);
  }
}

function withFile(file: string, key: Uint8Array, work: (db: Database.Database) => void): void {
  const db = new Database(file, { fileMustExist: true, timeout: 5000 });
  try {
    unlock(db, key);
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    work(db);
  } finally {
    db.close();
  }
}
