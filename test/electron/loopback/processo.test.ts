import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../electron/contract/wire.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const MAIN = resolve(import.meta.dirname, '../../../electron/loopback/main.ts');
const cartella = cartellaProva('loopback-processo');
const pagine = join(cartella, 'pagine');
mkdirSync(pagine);
writeFileSync(join(pagine, 'index.html'), '<!doctype html><title>Approdo</title>');

function start(words: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, '--no-open', '--pagine', pagine, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

async function said(child: ChildProcess): Promise<string> {
  const [bytes] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return bytes.toString('utf8');
}

async function refused(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = start(words, env);
  let err = '';
  child.stderr?.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
  });
  const [status] = (await once(child, 'close')) as [number];
  return `${status} ${err.trim()}`;
}

describe('the loopback host as a process', () => {
  test('prints its address, answers on it with the day that was fixed, and closes the store when it is ended', async () => {
    const dati = join(cartella, 'dati');
    const child = start(['--dati', dati, '--titolo', 'Prova'], { APPRODO_OGGI: '2025-03-14' });
    const line = await said(child);
    const [, base, token] =
      /^Prova si apre qui: (http:\/\/127\.0\.0\.1:\d+)\/#token=([0-9a-f]{64})\n$/.exec(line) ?? [];
    const call = async (nome: string, input: unknown) => {
      const headers = { 'x-approdo-token': token ?? '', 'content-type': 'application/json' };
      const answer = await fetch(`${base}/api/call`, { method: 'POST', headers, body: encode({ nome, input }) });
      return decode(await answer.text());
    };
    expect(await call('sessione.get', {})).toMatchObject({ valore: { stato: 'nuova', oggi: '2025-03-14' } });
    const input = { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' };
    expect(await call('sessione.create', input)).toMatchObject({ ok: true, valore: { stato: 'aperta' } });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(dati, 'approdo.db'))).toBe(true);
    expect(existsSync(join(dati, 'approdo.db-wal'))).toBe(false);
  }, 30_000);

  test('what it cannot do it says in one sentence', async () => {
    expect(await refused(['--porta', 'mille'])).toMatch(/^1 «mille» non è una porta/);
    expect(await refused(['--boh'])).toMatch(/^1 Opzione non riconosciuta/);
    expect(await refused([], { APPRODO_OGGI: '14/03/2025' })).toMatch(/^1 APPRODO_OGGI vale «14\/03\/2025»/);
    expect(await refused(['--pagine', join(cartella, 'no')])).toMatch(/^1 Le pagine non sono ancora costruite/);
  }, 30_000);
});
