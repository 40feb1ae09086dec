import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ErroreApprodo } from '../../domain/errore.ts';

/**
 * Writes a file whole or not at all: temporary file beside it, fsync, rename, fsync of the folder.
 * `nuovo` refuses to replace a file that is already there (also one that appears meanwhile).
 * @throws ErroreApprodo `file.*` with the sentence to show
 */
export function writeFileAtomic(
  file: string,
  bytes: Uint8Array | string,
  options: { readonly nuovo?: boolean } = {},
): void {
  const temp = `${file}.${randomUUID()}.tmp`;
  try {
    writeSynced(temp, typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes);
    moveIntoPlace(temp, file, options.nuovo ?? false);
    syncFolder(dirname(file));
  } catch (error) {
    removeQuietly(temp);
    throw toErroreFile(error, file);
  }
}

/** Takes a leftover away; one that cannot be taken away harms nobody, and its error would hide the real one. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // it stays
  }
}

/** Puts a finished file in its place; `nuovo` refuses when the place is taken. */
export function moveIntoPlace(from: string, to: string, nuovo: boolean): void {
  if (nuovo) moveToFreePlace(from, to);
  else renameSync(from, to);
}

/** A rename would silently replace. A link cannot; where there are no links (FAT sticks) the name is reserved first. */
function moveToFreePlace(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    closeSync(openSync(to, 'wx', 0o600));
    renameSync(from, to);
  }
}

/** A name that appeared or changed in a folder survives a power cut only after this. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  syncPath(folder);
}

/** Flushes a file, already closed by its writer, to the disk. */
export function syncPath(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const MESSAGGI: Record<string, readonly [string, string]> = {
  EEXIST: ['file.esiste', 'C’è già un file con questo nome: indicarne un altro, per non perdere quello che c’è.'],
  ENOENT: ['file.assente', 'Il file o la cartella non c’è: controllare il percorso e riprovare.'],
  ENOTDIR: ['file.assente', 'Il file o la cartella non c’è: controllare il percorso e riprovare.'],
  EISDIR: ['file.cartella', 'Serve un file e questo è il nome di una cartella: controllare il percorso e riprovare.'],
  EACCES: ['file.permesso', 'Manca il permesso di leggere o scrivere qui: chiederlo o scegliere un’altra cartella.'],
  EPERM: ['file.permesso', 'Manca il permesso di leggere o scrivere qui: chiederlo o scegliere un’altra cartella.'],
  EROFS: ['file.sola_lettura', 'Questa cartella è in sola lettura: scegliere un’altra cartella.'],
  ENOSPC: ['file.disco_pieno', 'Il disco è pieno e il file non è stato scritto: liberare spazio e ripetere.'],
  EDQUOT: ['file.disco_pieno', 'Il disco è pieno e il file non è stato scritto: liberare spazio e ripetere.'],
};

const NOME_IMPOSSIBILE = [
  'file.nome',
  'Questo nome non si può usare per un file: sceglierne uno più corto, di lettere e cifre.',
] as const;
const OCCUPATO = [
  'file.in_uso',
  'Il file è tenuto aperto da un altro programma: chiuderlo, oppure aspettare, e riprovare.',
] as const;
const GUASTO = [
  'file.lettura',
  'Il disco o la rete non rispondono: controllarli e riprovare; nulla è stato scritto a metà.',
] as const;
const ALTRI: Record<string, readonly [string, string]> = {
  ENAMETOOLONG: NOME_IMPOSSIBILE,
  EINVAL: NOME_IMPOSSIBILE,
  EILSEQ: NOME_IMPOSSIBILE,
  ERR_INVALID_ARG_VALUE: NOME_IMPOSSIBILE,
  EBUSY: OCCUPATO,
  ETXTBSY: OCCUPATO,
  EIO: GUASTO,
  ESTALE: GUASTO,
  ENXIO: GUASTO,
  ENODEV: GUASTO,
  ETIMEDOUT: GUASTO,
  EHOSTDOWN: GUASTO,
};

/** Turns a failure of the file system into the sentence a person reads; anything else comes back unchanged. */
export function toErroreFile(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const known = MESSAGGI[error.code] ?? ALTRI[error.code];
  return known ? new ErroreApprodo(known[0], `${file}: ${known[1]}`, { cause: error }) : error;
}
