import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { runCli } from '../../../electron/cli/main.ts';
import { PASSWORD } from '../cartella-prova.ts';

export const RADICE = resolve(import.meta.dirname, '../../..');
export const CAMPIONE = join(RADICE, 'test/campione');

export interface Uscita {
  readonly stato: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, from the words to the exit status. */
export async function approdo(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Uscita> {
  let out = '';
  let err = '';
  const stato = await runCli(words, {
    env: { APPRODO_PASSWORD: PASSWORD, APPRODO_OGGI: '2026-02-10', ...env },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interattivo: false,
  });
  return { stato, out, err };
}

/** Runs `approdo …` as a process of its own, as a script of the office does. */
export function processo(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Uscita> {
  const child = spawn(process.execPath, [join(RADICE, 'scripts/approdo.mjs'), ...words], {
    env: { ...process.env, APPRODO_PASSWORD: PASSWORD, APPRODO_OGGI: '2026-02-10', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((done) =>
    child.on('close', (stato) =>
      done({ stato, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    ),
  );
}

/** The JSON of a command that must succeed. stdout must hold one value and nothing else. */
export async function json<T>(...words: string[]): Promise<T> {
  const { stato, out, err } = await approdo([...words, '--json']);
  if (stato !== 0) throw new Error(`approdo ${words.join(' ')}: ${stato}\n${err}`);
  return JSON.parse(out) as T;
}
