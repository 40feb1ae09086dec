import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unlock } from '../../db/file/open.ts';
import { Store } from '../../db/store.ts';
import { fileCartella } from '../../electron/cartella/cartella.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { openStore } from '../../electron/services/sessione.ts';
import { contestoOf, PASSWORD_DEMO } from '../demo/comunita.ts';
import { OGGI } from './dati.ts';

/** A store file and what opens it; `chiave` null = plain. */
export interface Copia {
  readonly file: string;
  readonly chiave: Uint8Array | null;
}

/** The same data twice, compacted alike: once encrypted as the product keeps it, once plain. */
export async function gemelli(dati: string, lavoro: string): Promise<{ cifrato: Copia; inChiaro: Copia }> {
  const archivio = await openStore({ dati, password: PASSWORD_DEMO, clock: Date.now });
  const chiave = Uint8Array.from(archivio.chiave);
  archivio.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  closeStore(archivio);
  const cifrato = { file: join(lavoro, 'cifrato.db'), chiave };
  const inChiaro = { file: join(lavoro, 'in-chiaro.db'), chiave: null };
  rewrite(fileCartella(dati).archivio, cifrato.file, chiave, (db) => db.exec('VACUUM'));
  rewrite(fileCartella(dati).archivio, inChiaro.file, chiave, (db) => db.pragma("rekey = ''"));
  return { cifrato, inChiaro };
}

function rewrite(da: string, a: string, chiave: Uint8Array, change: (db: Database.Database) => void): void {
  copyTo(da, a);
  const db = new Database(a);
  try {
    unlock(db, chiave);
    db.pragma('journal_mode = DELETE');
    change(db);
  } finally {
    db.close();
  }
}

/** Copies a store's file (closed, checkpointed) and takes away what an earlier copy left beside it. */
export function copyTo(da: string, a: string): void {
  for (const coda of ['', '-wal', '-shm']) rmSync(a + coda, { force: true });
  copyFileSync(da, a);
}

/** A central office's use cases on a bare file: no keyring, no lock, everything else as in the product. */
export function apri({ file, chiave }: Copia, integrityCheck = false): Contesto {
  return {
    store: Store.open({ file, key: chiave, clock: Date.now, integrityCheck }),
    utente: { accountId: null, nome: 'CONTI Elena', ruolo: 'accoglienza' },
    dati: join(file, '..'),
    ruolo: 'centrale',
    oggi: () => OGGI,
    progress: () => Promise.resolve(),
  };
}

/** Opens the folder as a person does, with its password, for the time of a piece of work. */
export async function conArchivio<T>(dati: string, lavoro: (ctx: Contesto) => T | Promise<T>): Promise<T> {
  const archivio = await openStore({ dati, password: PASSWORD_DEMO, clock: Date.now });
  try {
    return await lavoro(contestoOf(archivio, OGGI));
  } finally {
    closeStore(archivio);
  }
}
