import { ErroreApprodo } from '../../domain/errore.ts';

const MESSAGGI: Record<string, readonly [string, string]> = {
  SQLITE_NOTADB: [
    'archivio.chiave',
    'L’archivio non si apre con questa chiave oppure è danneggiato: controllare la cartella o ripristinare l’ultima copia.',
  ],
  SQLITE_CORRUPT: [
    'archivio.danneggiato',
    'L’archivio è danneggiato: non registrare altro e ripristinare l’ultima copia verificata.',
  ],
  SQLITE_FULL: [
    'archivio.disco_pieno',
    'Il disco è pieno e l’ultima modifica non è stata salvata: liberare spazio e ripetere.',
  ],
  // the shared index of the log cannot grow: with SQLite's own files that is a full disk, before anything is written
  SQLITE_IOERR_SHMSIZE: [
    'archivio.disco_pieno',
    'Il disco è pieno e l’archivio non si può aprire: liberare spazio e riprovare.',
  ],
  SQLITE_BUSY: [
    'archivio.in_uso',
    'L’archivio è già aperto da un altro Approdo: chiudere l’altra finestra o l’altro comando e riprovare.',
  ],
  SQLITE_LOCKED: [
    'archivio.in_uso',
    'L’archivio è già aperto da un altro Approdo: chiudere l’altra finestra o l’altro comando e riprovare.',
  ],
  SQLITE_READONLY: [
    'archivio.sola_lettura',
    'La cartella dei dati è in sola lettura e non si può salvare: chiedere il permesso di scrittura o spostare la cartella.',
  ],
  SQLITE_CANTOPEN: [
    'archivio.cartella',
    'La cartella dei dati non si può aprire o scrivere: controllare che esista e che ci sia il permesso di scrittura.',
  ],
  SQLITE_IOERR: [
    'archivio.lettura',
    'Il disco non risponde o ha dato un errore: controllare il disco o la rete e riprovare; nulla è stato modificato a metà.',
  ],
};

/**
 * Turns an SQLite failure into the sentence a person reads; anything else comes back unchanged.
 * The extended code (`SQLITE_IOERR_WRITE`) falls back on its family.
 */
export function toErroreApprodo(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const family = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? '';
  const known = MESSAGGI[error.code] ?? MESSAGGI[family];
  return known ? new ErroreApprodo(known[0], known[1], { cause: error }) : error;
}
