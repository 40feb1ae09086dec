import Database from 'better-sqlite3';
import { ErroreApprodo } from '../../domain/errore.ts';
import { toErroreApprodo } from './sqlite-errore.ts';

/**
 * One Approdo at a time on one folder: holds an exclusive transaction on an empty side file for the life of the process.
 * The operating system drops it at a crash, so no stale lock is ever left behind; the main file stays free for this
 * process's own workers (copies).
 * @returns a function that lets go.
 * @throws ErroreApprodo `archivio.in_uso` when another process (or this one) holds it.
 */
export function lockFolder(lockFile: string): () => void {
  let db: Database.Database | undefined;
  try {
    db = new Database(lockFile, { timeout: 250 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const translated = toErroreApprodo(error);
    throw translated instanceof ErroreApprodo ? translated : error;
  }
  const held = db;
  return () => {
    if (held.open) held.close();
  };
}
