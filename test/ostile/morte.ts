import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { NomeOperazione } from './scena-apri.ts';

export interface Giro {
  /** steps whose end was said */
  readonly fatti: number;
  /** writes counted, when it got to the end */
  readonly scritture: number | null;
  readonly ucciso: boolean;
  readonly errori: string;
}

const GANCIO = join(import.meta.dirname, 'gancio.mjs');
const OPERAZIONE = join(import.meta.dirname, 'operazione.ts');

/** Runs an operation in a process of its own that dies at its `morte`-th write; 0 = never. */
export function giro(
  nome: NomeOperazione,
  cartella: string,
  morte: number,
  filo: 'main' | 'worker' = 'main',
  env: NodeJS.ProcessEnv = {},
): Promise<Giro> {
  return new Promise((resolve, reject) => {
    const figlio = spawn(process.execPath, ['--import', GANCIO, OPERAZIONE, nome, cartella], {
      env: { ...process.env, NODE_OPTIONS: '', ...env, APPRODO_MUORI_A: String(morte), APPRODO_FILO: filo },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let uscita = '';
    let errori = '';
    figlio.stdout.on('data', (pezzo) => {
      uscita += String(pezzo);
    });
    figlio.stderr.on('data', (pezzo) => {
      errori += String(pezzo);
    });
    figlio.on('error', reject);
    figlio.on('close', (_codice, segnale) => {
      const scritture = /scritture (\d+)/.exec(uscita)?.[1];
      resolve({
        fatti: (uscita.match(/^fatto /gm) ?? []).length,
        scritture: scritture === undefined ? null : Number(scritture),
        ucciso: segnale === 'SIGKILL',
        errori,
      });
    });
  });
}

/** `quanti` of 1…totale, the first and the last included, evenly spread. */
export function puntiSparsi(totale: number, quanti: number): number[] {
  if (totale <= quanti) return Array.from({ length: totale }, (_, index) => index + 1);
  const passo = (totale - 1) / (quanti - 1);
  return [...new Set(Array.from({ length: quanti }, (_, index) => 1 + Math.round(index * passo)))];
}

/** Runs the jobs, two at a time. */
export async function dueAllaVolta(lavori: readonly (() => Promise<void>)[]): Promise<void> {
  const coda = [...lavori];
  const operaio = async () => {
    for (let lavoro = coda.shift(); lavoro; lavoro = coda.shift()) await lavoro();
  };
  await Promise.all([operaio(), operaio()]);
}
