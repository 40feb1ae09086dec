import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NomeOperazione } from './scena-apri.ts';

/** What happened to an operation on a bad disk, and to the same one when the disk is good again. */
export interface Tentativo {
  /** pages of 4096 bytes that were free */
  readonly libere: number;
  /** of the error; null when it was done all the same, `?` when it is not one of ours */
  readonly codice: string | null;
  readonly messaggio: string;
  /** steps done before the error */
  readonly fatti: number;
  /** what the folder held after it: `nuova`, `intera` or the summary of the register */
  readonly dopo: string;
  /** temporary files left in the folder */
  readonly avanzi: readonly string[];
  /** the same operation once the disk is good again; null when there was nothing to repeat */
  readonly daCapo: string | null;
  readonly fine: string;
}

export type Modo = 'pieno' | 'sola-lettura' | 'permessi';

/** A mount that only the process and its children see; an ordinary user needs a namespace of users as well. */
const SPAZIO = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
const MONTA = 'mount -t tmpfs -o size=24m,mode=777 tmpfs "$0" && exec "$@"';

/** Why a small disk cannot be had here; undefined when it can. */
export function perchéSenzaDisco(): string | undefined {
  const { status } = spawnSync('unshare', [...SPAZIO, 'sh', '-c', MONTA, '/mnt', 'true']);
  return status === 0 ? undefined : 'this machine lets nobody mount a small disk';
}

/** Runs an operation on a bad disk, in a process of its own. @param programma bundled disco-figlio */
export async function suDisco(
  programma: string,
  modo: Modo,
  nome: NomeOperazione,
  cartella: string,
): Promise<Tentativo[]> {
  const disco = join(cartella, 'disco');
  mkdirSync(disco);
  chmodSync(disco, 0o777);
  const comando = [process.execPath, programma, modo, nome, join(cartella, 'modello'), disco];
  const intero = modo === 'permessi' ? comando : ['unshare', ...SPAZIO, 'sh', '-c', MONTA, disco, ...comando];
  const { stdout } = await promisify(execFile)(intero[0] ?? '', intero.slice(1), { maxBuffer: 1 << 26 });
  return stdout
    .trim()
    .split('\n')
    .map((riga) => JSON.parse(riga) as Tentativo);
}
