import Database from 'better-sqlite3';
import { ErroreApprodo } from '../../domain/errore.ts';
import { migrateStore } from './migrate.ts';
import { assertRuntime } from './node-guard.ts';
import { toErroreApprodo } from './sqlite-errore.ts';

export interface OpenOptions {
  /** Path of the file; its folder must exist. */
  readonly file: string;
  /** 32 raw bytes, or null for a plain file: benches only, never a product file. */
  readonly key: Uint8Array | null;
  /** Reads every page at open and refuses a damaged file. Default true. */
  readonly integrityCheck?: boolean;
  readonly beforeMigration?: (from: number) => void;
}

/**
 * Opens (and creates, and migrates) the encrypted file: SQLCipher 4 scheme, raw key, WAL, `synchronous=FULL` so that an
 * acknowledged write survives a power cut.
 * @throws ErroreApprodo `archivio.*`
 */
export function openFile(options: OpenOptions): Database.Database {
  assertRuntime();
  let db: Database.Database | undefined;
  try {
    db = new Database(options.file, { timeout: 5000 });
    if (options.key) unlock(db, options.key);
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    // KiB: ten years of a cooperativa stay decrypted in memory once the check below has read them (docs/prestazioni.md)
    db.pragma('cache_size = -65536');
    if (options.integrityCheck ?? true) assertIntact(db);
    migrateStore(db, options.beforeMigration);
    return db;
  } catch (error) {
    db?.close();
    throw toErroreApprodo(error);
  }
}

/** Gives the connection its key, before any other statement. */
export function unlock(db: Database.Database, key: Uint8Array): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 0');
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

/** Reads every page (each carries its own HMAC). @throws ErroreApprodo `archivio.danneggiato` */
export function assertIntact(db: Database.Database): void {
  const result = db.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok')
    throw new ErroreApprodo(
      'archivio.danneggiato',
      'L’archivio è danneggiato: non registrare altro e ripristinare l’ultima copia verificata.',
    );
}
