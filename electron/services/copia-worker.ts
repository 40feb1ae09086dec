import { parentPort, workerData } from 'node:worker_threads';
import { copyStoreFile } from '../../db/file/copia.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { runGiro } from '../copie/giro.ts';
import type { LavoroCopia, RispostaCopia } from './copia-lancio.ts';

/** Runs in a thread of its own: the window goes on answering while the pages are read and written. */
const { tipo, richiesta } = workerData as LavoroCopia;
const key = tipo === 'giro' ? richiesta.chiave : richiesta.key;
let risposta: RispostaCopia;
try {
  const valore = tipo === 'giro' ? runGiro(richiesta) : copyStoreFile(richiesta.from, richiesta.key, richiesta.to);
  risposta = { ok: true, valore };
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
