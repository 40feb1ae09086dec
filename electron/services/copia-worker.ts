import { parentPort, workerData } from 'node:worker_threads';
import { copyStoreFile } from '../../db/file/copia.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { RichiestaCopia, RispostaCopia } from './copia.ts';

/** Runs in a thread of its own: the window goes on answering while the pages are read and written. */
const { from, key, to } = workerData as RichiestaCopia;
let risposta: RispostaCopia;
try {
  copyStoreFile(from, key, to);
  risposta = { ok: true };
} catch (error) {
  const known = error instanceof ErroreApprodo;
  risposta = {
    ok: false,
    codice: known ? error.codice : 'copia.fallita',
    messaggio: known ? error.messaggio : 'La copia non è riuscita: controllare il disco e ripetere.',
  };
} finally {
  key.fill(0);
}
parentPort?.postMessage(risposta);
