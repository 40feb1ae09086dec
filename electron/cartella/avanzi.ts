import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileCartella } from './cartella.ts';
import { removeQuietly } from './file-atomico.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A copy under way, and a file not yet in its place (electron/cartella/file-atomico.ts). */
const AVANZO = new RegExp(`^(?:copia-${UUID}\\.tmp(?:-rilettura)?(?:-wal|-shm|-journal)?|.+\\.${UUID}\\.tmp)$`);

/** A store restored only to try (electron/services/prova-ripristino.ts): a folder. */
const PROVA = new RegExp(`^prova-ripristino-${UUID}$`);

/** Names that a thread of this very process is writing. */
const inCorso = new Set<string>();

/** Keeps a temporary file from being swept away while this process works on it. @returns the function that gives it up */
export function holdAvanzo(nome: string): () => void {
  inCorso.add(nome);
  return () => void inCorso.delete(nome);
}

/**
 * Takes away the temporary files of a process that was killed: encrypted or sealed all of them, useless, and as big as
 * the store. Only under the lock of the folder: nobody else is writing one.
 */
export function removeAvanzi(dati: string): void {
  for (const cartella of [dati, fileCartella(dati).inUscita])
    for (const nome of listNomi(cartella)) {
      if (AVANZO.test(nome) && !isInCorso(nome)) removeQuietly(join(cartella, nome));
      if (PROVA.test(nome) && !isInCorso(nome)) removeFolderQuietly(join(cartella, nome));
    }
}

function isInCorso(nome: string): boolean {
  return [...inCorso].some((tenuto) => nome.startsWith(tenuto));
}

function removeFolderQuietly(cartella: string): void {
  try {
    rmSync(cartella, { recursive: true, force: true });
  } catch {
    // it stays, encrypted: the next opening tries again
  }
}

function listNomi(cartella: string): string[] {
  try {
    return readdirSync(cartella);
  } catch {
    return [];
  }
}
