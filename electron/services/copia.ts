import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { copyStoreFile, verifyStoreFile } from '../../db/file/copia.ts';
import { lockFolder } from '../../db/file/lock.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import {
  moveIntoPlace,
  removeQuietly,
  syncFolder,
  syncPath,
  toErroreFile,
  writeFileAtomic,
} from '../cartella/file-atomico.ts';
import { parsePortachiavi, readPortachiavi, unlockKey } from '../chiavi/portachiavi.ts';
import {
  danneggiata,
  extractRange,
  hashFile,
  readIndice,
  readRange,
  type Voce,
  writeContenitore,
} from './copia-contenitore.ts';
import type { Archivio } from './sessione.ts';

/** What the worker is given. */
export interface RichiestaCopia {
  readonly from: string;
  readonly key: Uint8Array;
  readonly to: string;
}
export type RispostaCopia = { ok: true } | { ok: false; codice: string; messaggio: string };

const ARCHIVIO = 'approdo.db';
const CHIAVI = 'chiavi.json';
const MANIFESTO = 'copia.json';
const FORMATO = 1;

const manifesto = z.object({
  tipo: z.literal('approdo-copia'),
  formato: z.number().int(),
  createdAtMs: z.number(),
  /** hex SHA-256 by entry */
  sha256: z.record(z.string(), z.string()),
});

export interface EsitoCopia {
  readonly file: string;
  readonly byte: number;
  readonly sha256: string;
}

/**
 * An encrypted backup in one file: a ustar container with `copia.json` (format, instant, SHA-256 of the others),
 * `chiavi.json` (the wrapped key: the same password opens the copy) and `approdo.db` (encrypted, read back page by page
 * before the file takes its name). What is written here opens with this and later versions.
 * @param to must not exist
 * @throws ErroreApprodo `file.esiste`, `file.*`, `archivio.*`
 */
export async function createCopia(archivio: Archivio, to: string): Promise<EsitoCopia> {
  if (existsSync(to))
    throw new ErroreApprodo('file.esiste', `${to}: c’è già un file con questo nome, indicarne un altro.`);
  const file = fileCartella(archivio.dati);
  const chiavi = readPortachiavi(file.chiavi);
  const copy = join(archivio.dati, `copia-${randomUUID()}.tmp`);
  const temp = `${to}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    await runWorker({ from: file.archivio, key: new Uint8Array(archivio.chiave), to: copy });
    syncPath(copy);
    const keyring = Buffer.from(`${JSON.stringify(chiavi, null, 2)}\n`, 'utf8');
    writeContenitore(temp, entriesOf(copy, keyring, archivio.store.nowMs()), archivio.store.nowMs());
    moveIntoPlace(temp, to, true);
    syncFolder(dirname(to));
    return { file: to, byte: statSync(to).size, sha256: hashFile(to) };
  } catch (error) {
    throw toErroreFile(error, to);
  } finally {
    for (const left of [copy, temp]) removeQuietly(left);
  }
}

/**
 * Puts a backup in a folder without a store, after opening it with the password and reading every page.
 * @throws ErroreApprodo `copia.*`, `sessione.password`, `sessione.esiste`, `file.*`
 */
export async function restoreCopia(o: {
  readonly dati: string;
  readonly da: string;
  readonly password: string;
}): Promise<{ dati: string; createdAtMs: number }> {
  const { indice, said } = readCopia(o.da);
  const chiavi = indice.get(CHIAVI);
  const archivio = indice.get(ARCHIVIO);
  if (!chiavi || !archivio) throw danneggiata();
  // a keyring of many accounts is a few kB: what says it is more is not one
  if (chiavi.lunghezza > 1_000_000) throw danneggiata();
  const keyring = readRange(o.da, chiavi.inizio, chiavi.lunghezza);
  const { chiave } = await unlockKey(parsePortachiavi(keyring.toString('utf8')), o.password);
  let release: (() => void) | undefined;
  try {
    mkdirSync(o.dati, { recursive: true, mode: 0o700 });
    release = lockFolder(fileCartella(o.dati).blocco);
    assertVuota(o.dati);
    takeOut(o, archivio, said.sha256[ARCHIVIO], chiave);
    settle(o.dati, keyring);
    return { dati: o.dati, createdAtMs: said.createdAtMs };
  } catch (error) {
    throw toErroreFile(error, o.dati);
  } finally {
    chiave.fill(0);
    release?.();
  }
}

function assertVuota(dati: string): void {
  const file = fileCartella(dati);
  if (existsSync(file.archivio) || existsSync(file.chiavi))
    throw new ErroreApprodo(
      'sessione.esiste',
      'In questa cartella c’è già un archivio: ripristinare in una cartella nuova, per non perdere quello che c’è.',
    );
}

/** Writes the store under its provisional name and reads every page of it; on any doubt nothing stays. */
function takeOut(
  { dati, da }: { readonly dati: string; readonly da: string },
  place: { inizio: number; lunghezza: number },
  expected: string | undefined,
  chiave: Uint8Array,
): void {
  const { archivioNuovo } = fileCartella(dati);
  rmSync(archivioNuovo, { force: true });
  try {
    if (extractRange(da, place.inizio, place.lunghezza, archivioNuovo) !== expected) throw danneggiata();
    verifyStoreFile(archivioNuovo, chiave);
  } catch (error) {
    rmSync(archivioNuovo, { force: true });
    throw error;
  }
}

/** The keyring before the store takes its name: a kill in between is completed by the next opening. */
function settle(dati: string, keyring: Uint8Array): void {
  const file = fileCartella(dati);
  writeFileAtomic(file.chiavi, keyring, { nuovo: true });
  renameSync(file.archivioNuovo, file.archivio);
  syncFolder(dati);
}

function entriesOf(copy: string, keyring: Buffer, createdAtMs: number): Voce[] {
  const said: z.infer<typeof manifesto> = {
    tipo: 'approdo-copia',
    formato: FORMATO,
    createdAtMs,
    sha256: { [ARCHIVIO]: hashFile(copy) },
  };
  return [
    { nome: MANIFESTO, contenuto: { bytes: Buffer.from(JSON.stringify(said), 'utf8') } },
    { nome: CHIAVI, contenuto: { bytes: keyring } },
    { nome: ARCHIVIO, contenuto: { file: copy } },
  ];
}

function readCopia(da: string) {
  try {
    const indice = readIndice(da);
    const place = indice.get(MANIFESTO);
    if (!place || place.lunghezza > 100_000) throw danneggiata();
    const said = manifesto.parse(JSON.parse(readRange(da, place.inizio, place.lunghezza).toString('utf8')));
    if (said.formato > FORMATO)
      throw new ErroreApprodo(
        'copia.versione',
        'La copia è stata fatta da una versione più recente di Approdo: aggiornare il programma e riprovare.',
      );
    return { indice, said };
  } catch (error) {
    const known = toErroreFile(error, da);
    throw known instanceof ErroreApprodo ? known : danneggiata();
  }
}

/**
 * The worker is beside this file, in the sources and in the built main process. Where a thread cannot be started (inside
 * some packages) the copy is made here all the same: slower to answer meanwhile, as good.
 */
async function runWorker(workerData: RichiestaCopia): Promise<void> {
  const { from, key, to } = workerData;
  try {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./copia-worker.${extension}`, import.meta.url), { workerData });
    const said = await new Promise<RispostaCopia | undefined>((done) => {
      worker.once('message', done);
      worker.once('error', () => done(undefined));
      worker.once('exit', () => done(undefined));
    });
    if (said && !said.ok) throw new ErroreApprodo(said.codice, said.messaggio);
    if (said) return;
    removeQuietly(to);
    copyStoreFile(from, key, to);
  } finally {
    key.fill(0);
  }
}
