import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assertIntact, unlock } from './open.ts';
import { toErroreApprodo } from './sqlite-errore.ts';

/** What a store says of itself: whose it is, and the end of its log. */
export interface TestaArchivio {
  /** id of the device it was made on; `-` when it has none yet */
  readonly dispositivo: string;
  /** last line of the log; 0 when there is none */
  readonly voce: number;
  /** hex SHA-256 of that line, empty when there is none */
  readonly hash: string;
}

/**
 * Copies an open or closed store into a new file, encrypted with the same key, as one consistent moment of it, and reads
 * the copy back page by page. Slow on a big store: call it from a worker.
 * @param to must not exist; a copy that does not verify is taken away
 * @throws ErroreApprodo `archivio.*`
 */
export function copyStoreFile(from: string, key: Uint8Array, to: string): TestaArchivio {
  try {
    withFile(from, key, (db) => db.prepare('VACUUM INTO ?').run(to));
    return verifyStoreFile(to, key);
  } catch (error) {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(to + part, { force: true });
    throw toErroreApprodo(error);
  }
}

/** Reads every page of a store that nobody has open. @throws ErroreApprodo `archivio.*` */
export function verifyStoreFile(file: string, key: Uint8Array): TestaArchivio {
  try {
    return withFile(file, key, (db) => {
      assertIntact(db);
      return readTesta(db);
    });
  } catch (error) {
    throw toErroreApprodo(error);
  }
}

function readTesta(db: Database.Database): TestaArchivio {
  const dispositivo = db.prepare("SELECT valore FROM impostazioni WHERE id = 'dispositivo'").pluck().get();
  const last = db.prepare('SELECT seq, hash FROM registro ORDER BY seq DESC LIMIT 1').get();
  const { seq, hash } = (last as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: '' };
  return { dispositivo: typeof dispositivo === 'string' ? dispositivo : '-', voce: seq, hash };
}

function withFile<T>(file: string, key: Uint8Array, work: (db: Database.Database) => T): T {
  const db = new Database(file, { fileMustExist: true, timeout: 5000 });
  try {
    unlock(db, key);
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return work(db);
  } finally {
    db.close();
  }
}
