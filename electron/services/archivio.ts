import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { verifyStoreFile } from '../../db/file/copia.ts';
import { Store } from '../../db/store.ts';
import { assegnaCodiciMancanti } from '../../db/writes/codice-ospite.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, giornoLocale } from '../../domain/giorno.ts';
import { type FileCartella, fileCartella } from '../cartella/cartella.ts';
import { removeQuietly, syncFolder, syncPath, toErroreFile } from '../cartella/file-atomico.ts';
import type { Utente } from './contesto.ts';

export type RuoloInstallazione = 'comunita' | 'centrale';

/** An open store, with what closing it must give back. */
export interface Archivio {
  readonly dati: string;
  readonly store: Store;
  /** the 32 bytes that open it; zeroed by `closeStore` */
  readonly chiave: Buffer;
  readonly utente: Utente;
  readonly ruolo: RuoloInstallazione;
  /** name of this installation */
  readonly nome: string;
  readonly dimostrazione: boolean;
  readonly release: () => void;
}

/** The day an account enters: by it an expired one is refused. Left out, it is the clock's. */
export interface Ingresso {
  readonly oggi?: Giorno;
}

/** Opens with the key itself; `entra` says who it is, or refuses. On a refusal the key is zeroed and the file closed. */
export function openWith(
  dati: string,
  chiave: Buffer,
  { clock, oggi = oggiDi(clock) }: Ingresso & { readonly clock: () => number },
  release: () => void,
  entra: (store: Store, oggi: Giorno) => Utente,
): Archivio {
  const file = fileCartella(dati);
  let store: Store | undefined;
  try {
    if (!existsSync(file.archivio))
      throw new ErroreApprodo(
        'archivio.assente',
        'Nella cartella dei dati manca il file approdo.db: rimetterlo o ripristinare l’ultima copia in un’altra cartella.',
      );
    store = Store.open({ file: file.archivio, key: chiave, clock, beforeMigration: copyBefore(file.archivio, chiave) });
    assegnaCodiciMancanti(store);
    return {
      dati,
      store,
      chiave,
      utente: entra(store, oggi),
      ruolo: store.findImpostazione('ruolo') === 'centrale' ? 'centrale' : 'comunita',
      nome: store.findImpostazione('nome') ?? '',
      dimostrazione: store.findImpostazione('dimostrazione') === 'true',
      release,
    };
  } catch (error) {
    store?.close();
    chiave.fill(0);
    throw error;
  }
}

/** Closes the file, forgets the key and lets the folder go. */
export function closeStore(archivio: Archivio): void {
  try {
    archivio.store.close();
  } finally {
    archivio.chiave.fill(0);
    archivio.release();
  }
}

/**
 * Keeps the file as it was (with its write-ahead log) before a newer program changes it, and reads the copy to its last page:
 * one that does not open stops the change.
 * @throws ErroreApprodo `archivio.*`
 */
export function copyBefore(file: string, chiave: Uint8Array): (from: number) => void {
  return (from) => {
    const copy = file.replace(/\.db$/, `-versione-${from}.db`);
    try {
      for (const part of ['', '-wal']) {
        // what an opening killed here left is not a part of this copy
        rmSync(copy + part, { force: true });
        if (!existsSync(file + part)) continue;
        copyFileSync(file + part, copy + part);
        syncPath(copy + part);
      }
    } catch (error) {
      for (const part of ['', '-wal']) removeQuietly(copy + part);
      throw toErroreFile(error, copy);
    }
    verifyStoreFile(copy, chiave);
  };
}

/** Today by a clock of epoch ms, local calendar. */
export function oggiDi(clock: () => number): Giorno {
  return giornoLocale(clock());
}

/** The last step of a creation, also of one that was killed just before it. */
export function completeCreation(file: FileCartella, dati: string): void {
  if (existsSync(file.archivio) || !existsSync(file.archivioNuovo) || !existsSync(file.chiavi)) return;
  renameSync(file.archivioNuovo, file.archivio);
  syncFolder(dati);
}
