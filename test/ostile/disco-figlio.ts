/**
 * One operation on a disk that is full, at many places, or that cannot be written: `disco-figlio.ts MODO OPERAZIONE CARTELLA
 * DISCO`. DISCO is a small tmpfs mounted by who starts this (disco.ts), gone with this process. One JSON line an attempt.
 */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { toErroreApprodo } from '../../db/file/sqlite-errore.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { inspectCartella, openStore } from '../../electron/services/sessione.ts';
import type { Tentativo } from './disco.ts';
import { improntaDi } from './impronta.ts';
import { esegui } from './operazione.ts';
import { NOMI_OPERAZIONI, type NomeOperazione, PASSWORD_SCENA } from './scena-apri.ts';

const [modo = '', quale = '', modello = '', disco = ''] = process.argv.slice(2);
const nome: NomeOperazione = NOMI_OPERAZIONI.find((one) => one === quale) ?? 'crea';
const cartella = join(disco, 'giro');
const zavorra = join(disco, 'zavorra');
const PAGINA = 4096;

/** Leaves this many free pages, and no more. */
function riempi(pagine: number): void {
  const { bavail, bsize } = statfsSync(disco);
  const fd = openSync(zavorra, 'w');
  const byte = Buffer.alloc(PAGINA);
  for (let n = (bavail * bsize) / PAGINA - pagine; n > 0; n--) writeSync(fd, byte);
  closeSync(fd);
}

/** The sentence of an operation that does not succeed. What is not one of ours is `codice: '?'`. */
async function prova(da: number): Promise<Pick<Tentativo, 'codice' | 'messaggio' | 'fatti'>> {
  let fatti = da;
  try {
    await esegui(nome, cartella, () => fatti++, da);
    return { codice: null, messaggio: '', fatti };
  } catch (error) {
    const known = toErroreApprodo(error);
    if (known instanceof ErroreApprodo) return { codice: known.codice, messaggio: known.messaggio, fatti };
    return { codice: '?', messaggio: error instanceof Error ? `${error.stack}` : String(error), fatti };
  }
}

/** What the folder holds: nothing yet, a register (its summary), one that a password opens. Throws when it is damaged. */
async function leggi(): Promise<string> {
  const dati = join(cartella, 'dati');
  if (existsSync(join(dati, 'chiave'))) return improntaDi(cartella);
  if (inspectCartella(dati).stato === 'nuova') return 'nuova';
  closeStore(await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now }));
  return 'intera';
}

/** The folder as the operation begins; `dati` exists also for those that make it. */
function prepara(): void {
  rmSync(cartella, { recursive: true, force: true });
  cpSync(modello, cartella, { recursive: true });
  mkdirSync(join(cartella, 'dati'), { recursive: true });
}

async function tenta(libere: number, guasta: () => void, ripara: () => void): Promise<Tentativo> {
  prepara();
  guasta();
  const esito = await prova(0);
  ripara();
  const dopo = await leggi();
  const avanzi = readdirSync(join(cartella, 'dati')).filter((file) => file.endsWith('.tmp'));
  const finita = esito.codice === null || dopo === 'intera';
  const daCapo = finita ? null : ((await prova(esito.fatti)).codice ?? 'riuscita');
  return { ...esito, libere, dopo, avanzi, daCapo, fine: await leggi() };
}

const di = (tentativo: Tentativo) => process.stdout.write(`${JSON.stringify(tentativo)}\n`);
if (modo === 'pieno') {
  // fewer and fewer pages are missing, until it fits
  for (let libere = 0; libere < 2000; libere = Math.ceil(libere * 1.3) + 1) {
    const tentativo = await tenta(
      libere,
      () => riempi(libere),
      () => rmSync(zavorra),
    );
    di(tentativo);
    if (tentativo.codice === null) break;
  }
} else if (modo === 'sola-lettura') {
  const monta = (come: string) => execFileSync('mount', ['-o', `remount,${come}`, disco]);
  di(
    await tenta(
      0,
      () => monta('ro'),
      () => monta('rw'),
    ),
  );
} else {
  // root passes over permissions: the whole attempt is made as another user
  if (process.getuid?.() === 0) process.setuid?.(65_534);
  const chiudi = (modi: number) => {
    for (const posto of [join(cartella, 'dati'), cartella]) chmodSync(posto, modi);
  };
  di(
    await tenta(
      0,
      () => chiudi(0o555),
      () => chiudi(0o755),
    ),
  );
}
process.exit(0);
