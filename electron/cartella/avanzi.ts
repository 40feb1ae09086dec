import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileCartella } from './cartella.ts';
import { removeQuietly } from './file-atomico.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A copy under way, and a file not yet in its place (electron/cartella/file-atomico.ts). */
const AVANZO = new RegExp(`^(?:copia-${UUID}\\.tmp(?:-wal|-shm|-journal)?|.+\\.${UUID}\\.tmp)$`);

/**
 * Takes away the temporary files of a process that was killed: encrypted or sealed all of them, useless, and as big as
 * the store. Only under the lock of the folder: nobody else is writing one.
 */
export function removeAvanzi(dati: string): void {
  for (const cartella of [dati, fileCartella(dati).inUscita])
    for (const nome of listNomi(cartella)) if (AVANZO.test(nome)) removeQuietly(join(cartella, nome));
}

function listNomi(cartella: string): string[] {
  try {
    return readdirSync(cartella);
  } catch {
    return [];
  }
}
