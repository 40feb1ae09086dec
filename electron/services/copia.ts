import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lockFolder } from '../../db/file/lock.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { holdAvanzo } from '../cartella/avanzi.ts';
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
import { hashFile } from '../copie/contenitore.ts';
import { type CopiaLetta, extractArchivio, readCopia, writeCopia } from '../copie/copia-file.ts';
import { nomeProvvisorio } from '../copie/luogo.ts';
import type { Archivio } from './archivio.ts';
import { copyInBackground } from './copia-lancio.ts';

export interface EsitoCopia {
  readonly file: string;
  readonly byte: number;
  readonly sha256: string;
}

/**
 * An encrypted backup in one file (electron/copie/copia-file.ts), read back page by page before the file takes its name.
 * @param to must not exist
 * @throws ErroreApprodo `file.esiste`, `file.*`, `archivio.*`
 */
export async function createCopia(archivio: Archivio, to: string): Promise<EsitoCopia> {
  if (existsSync(to))
    throw new ErroreApprodo('file.esiste', `${to}: c’è già un file con questo nome, indicarne un altro.`);
  const file = fileCartella(archivio.dati);
  readPortachiavi(file.chiavi);
  const provvisorio = nomeProvvisorio();
  const release = holdAvanzo(provvisorio);
  const copy = join(archivio.dati, provvisorio);
  const temp = `${to}.${provvisorio.slice('copia-'.length)}`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    const testa = await copyInBackground({ from: file.archivio, key: new Uint8Array(archivio.chiave), to: copy });
    syncPath(copy);
    const detti = { createdAtMs: archivio.store.nowMs(), motivo: 'mano' as const, ...testa };
    writeCopia(temp, { archivio: copy, chiavi: readFileSync(file.chiavi), detti });
    moveIntoPlace(temp, to, true);
    syncFolder(dirname(to));
    return { file: to, byte: statSync(to).size, sha256: hashFile(to) };
  } catch (error) {
    throw toErroreFile(error, to);
  } finally {
    for (const left of [copy, temp]) removeQuietly(left);
    release();
  }
}

/** What restoring does, one by one, as a person follows it. */
export type PassoRipristino = 'copia' | 'password' | 'archivio' | 'posto';

export interface EsitoRipristino {
  readonly dati: string;
  readonly createdAtMs: number;
  /** the folder where the store that was there now is; null when there was none */
  readonly messoDaParte: string | null;
}

/**
 * Puts a backup in a folder, after opening it with the password and reading every page. A store that is there already is
 * refused, or moved aside whole, never deleted, with `alPosto`.
 * @throws ErroreApprodo `copia.*`, `sessione.password`, `sessione.esiste`, `file.*`
 */
export async function restoreCopia(o: {
  readonly dati: string;
  readonly da: string;
  readonly password: string;
  /** puts it in place of the store that is there */
  readonly alPosto?: { readonly atMs: number };
  readonly onPasso?: (passo: PassoRipristino) => unknown;
}): Promise<EsitoRipristino> {
  await o.onPasso?.('copia');
  const copia = readCopia(o.da);
  await o.onPasso?.('password');
  const { chiave } = await unlockKey(parsePortachiavi(copia.chiavi.toString('utf8')), o.password);
  let release: (() => void) | undefined;
  try {
    mkdirSync(o.dati, { recursive: true, mode: 0o700 });
    release = lockFolder(fileCartella(o.dati).blocco);
    if (!o.alPosto) assertVuota(o.dati);
    await o.onPasso?.('archivio');
    extractArchivio(copia, fileCartella(o.dati).archivioNuovo, chiave);
    await o.onPasso?.('posto');
    const messoDaParte = o.alPosto ? setAside(o.dati, o.alPosto.atMs) : null;
    settle(o.dati, copia);
    return { dati: o.dati, createdAtMs: copia.manifesto.createdAtMs, messoDaParte };
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

/**
 * Moves the store that is there, with its keys, into a folder of its own. The keys go first: killed in between, the folder
 * is one whose keyring is missing, and restoring again completes it. Parcels not yet sent stay where they are.
 */
function setAside(dati: string, atMs: number): string | null {
  const file = fileCartella(dati);
  const parti = [file.chiavi, `${file.archivio}-wal`, `${file.archivio}-shm`, file.archivio].filter((part) =>
    existsSync(part),
  );
  if (parti.length === 0) return null;
  const cartella = freeFolder(join(dati, `messo-da-parte-${istante(atMs)}`));
  mkdirSync(cartella, { mode: 0o700 });
  for (const part of parti) renameSync(part, join(cartella, part.slice(dati.length + 1)));
  syncFolder(cartella);
  syncFolder(dati);
  return cartella;
}

function freeFolder(base: string): string {
  for (let n = 1; ; n++) {
    const cartella = n === 1 ? base : `${base}-${n}`;
    if (!existsSync(cartella)) return cartella;
  }
}

/** `2026-11-21-184003`, local time. */
function istante(atMs: number): string {
  const d = new Date(atMs);
  const due = (n: number) => String(n).padStart(2, '0');
  const giorno = [d.getFullYear(), due(d.getMonth() + 1), due(d.getDate())].join('-');
  return `${giorno}-${due(d.getHours())}${due(d.getMinutes())}${due(d.getSeconds())}`;
}

/** The keyring before the store takes its name: a kill in between is completed by the next opening. */
function settle(dati: string, { chiavi }: CopiaLetta): void {
  const file = fileCartella(dati);
  writeFileAtomic(file.chiavi, chiavi, { nuovo: true });
  renameSync(file.archivioNuovo, file.archivio);
  syncFolder(dati);
}
