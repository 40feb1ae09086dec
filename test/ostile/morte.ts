import { spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
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
const RADICE = join(import.meta.dirname, '../..');

/** The least Argon2id, as in the tests' own process (test/aiuti/derivazione-leggera.ts): the deaths are of files, not of passwords. */
const derivazioneLeggera: Plugin = {
  name: 'derivazione-leggera',
  enforce: 'pre',
  transform(codice, id) {
    if (!id.endsWith('electron/chiavi/derivazione.ts')) return null;
    const leggero = codice.replace('memoriaKiB: 65_536, iterazioni: 3', 'memoriaKiB: 8192, iterazioni: 1');
    if (leggero === codice) throw new Error('the derivation of the product is not the one that was here');
    return leggero;
  },
};

/** Starts the operations, each in a process of its own. */
export class Boia {
  private readonly operazione: string;
  /** the program of disco-figlio.ts */
  readonly disco: string;
  private readonly env: NodeJS.ProcessEnv;

  private constructor(cartella: string) {
    this.disco = join(cartella, 'main/disco.js');
    this.operazione = join(cartella, 'main/operazione.js');
    this.env = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(cartella, 'compilati') };
  }

  /** Bundles the operations as the program is bundled: a process that starts in 0.1 s instead of 0.6 is six times the deaths. */
  static async prepara(cartella: string): Promise<Boia> {
    const input = {
      operazione: join(import.meta.dirname, 'operazione-figlio.ts'),
      disco: join(import.meta.dirname, 'disco-figlio.ts'),
      'copia-worker': join(RADICE, 'electron/services/copia-worker.ts'),
    };
    await build({
      ...{ root: RADICE, configFile: false, logLevel: 'error' },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      plugins: [derivazioneLeggera],
      build: {
        ...{ ssr: true, target: 'node24', outDir: join(cartella, 'main'), emptyOutDir: true },
        rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
      },
    });
    cpSync(join(RADICE, 'db/migrations'), join(cartella, 'migrations'), { recursive: true });
    symlinkSync(join(RADICE, 'node_modules'), join(cartella, 'node_modules'), 'junction');
    return new Boia(cartella);
  }

  /** Runs an operation that dies at its `morte`-th write; 0 = never. */
  giro(nome: NomeOperazione, cartella: string, morte: number, filo: 'main' | 'worker' = 'main'): Promise<Giro> {
    const env = { ...this.env, APPRODO_MUORI_A: String(morte), APPRODO_FILO: filo };
    return avvia([this.operazione, nome, cartella], env);
  }
}

function avvia(argomenti: readonly string[], env: NodeJS.ProcessEnv): Promise<Giro> {
  return new Promise((resolve, reject) => {
    const figlio = spawn(process.execPath, ['--import', GANCIO, ...argomenti], {
      env,
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
