import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/index.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';
import { calls, contextBridge, ipcRenderer } from './electron-doppio.ts';

const RADICE = join(import.meta.dirname, '../../..');
const OUT = join(RADICE, 'out');
const cartella = cartellaProva('costruito');
const main = readdirSync(join(OUT, 'main'));
const testoMain = main.map((name) => readFileSync(join(OUT, 'main', name), 'utf8')).join('\n');

interface Ponte {
  host: string;
  nomi: string[];
  call(nome: string, input: unknown, lavoro?: string): Promise<unknown>;
  cancel(lavoro: string): void;
  onProgress(cb: (evento: unknown) => void): () => void;
  printPdf(): Promise<unknown>;
}

describe('the built preload', () => {
  const text = readFileSync(join(OUT, 'preload', 'index.cjs'), 'utf8');

  test('is one CommonJS file that requires only electron', () => {
    expect(readdirSync(join(OUT, 'preload'))).toEqual(['index.cjs']);
    const required = [...text.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name);
    expect([...new Set(required)]).toEqual(['electron']);
    expect(text).not.toMatch(/^\s*(import|export)\s/m);
    expect(text).not.toMatch(/\bimport\(|\beval\(|new Function/);
  });

  test('lets through the contract, name by name, and nothing else', async () => {
    const run = new Function('require', 'module', 'exports', text) as (...args: unknown[]) => void;
    const module = { exports: {} };
    const asked: string[] = [];
    run(
      (name: string) => {
        asked.push(name);
        return { contextBridge, ipcRenderer };
      },
      module,
      module.exports,
    );
    expect(asked).toEqual(['electron']);
    const [[name, ponte]] = calls('contextBridge.exposeInMainWorld') as [[string, Ponte]];
    expect(name).toBe('approdo');
    expect(Object.keys(ponte).toSorted()).toEqual(['call', 'cancel', 'host', 'nomi', 'onProgress', 'printPdf']);
    expect(ponte.host).toBe('electron');
    expect(ponte.nomi.toSorted()).toEqual(Object.keys(contract).toSorted());
    for (const stranger of ['approdo:call', '__proto__', 'sessione', 'fs.readFile'])
      expect(await ponte.call(stranger, {})).toMatchObject({ ok: false, errore: { codice: 'contratto.nome' } });
    expect(calls('ipcRenderer.invoke')).toEqual([]);
    await ponte.call('sessione.get', {}, 'L1');
    ponte.cancel('L1');
    await ponte.printPdf();
    expect(calls('ipcRenderer.invoke')).toEqual([['approdo:call', 'sessione.get', {}, 'L1'], ['approdo:print-pdf']]);
    expect(calls('ipcRenderer.send')).toEqual([['approdo:cancel', 'L1']]);
    const seen: unknown[] = [];
    const stop = ponte.onProgress((evento) => seen.push(evento));
    ipcRenderer.emit('approdo:progresso', { sender: 'nascosto' }, { lavoro: 'L1' });
    stop();
    ipcRenderer.emit('approdo:progresso', {}, { lavoro: 'L2' });
    expect(seen).toEqual([{ lavoro: 'L1' }]);
  });
});

describe('the built main process', () => {
  test('carries its libraries, and takes from outside only Node, Electron and the native store', () => {
    const imported = [...testoMain.matchAll(/^\s*(?:import|export)\b[^'"`;]*?["']([^"']+)["']/gm)].map(
      ([, name]) => name ?? '',
    );
    const outside = imported.filter(
      (name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name),
    );
    expect([...new Set(outside)].toSorted()).toEqual(['better-sqlite3', 'electron']);
  });

  test('has no loopback host in it', () => {
    for (const word of ['x-approdo-token', '/api/eventi', '#token=', 'node:http"', 'createServer'])
      expect(testoMain).not.toContain(word);
  });

  test('has its migrations and its pages beside it', () => {
    expect(readFileSync(join(OUT, 'migrations/meta/_journal.json'), 'utf8')).toBe(
      readFileSync(join(RADICE, 'db/migrations/meta/_journal.json'), 'utf8'),
    );
    expect(existsSync(join(OUT, 'renderer/index.html'))).toBe(true);
  });

  test('started with a command it is the command line, without a window: store, copy in its worker, check', () => {
    const dati = join(cartella, 'dati');
    const copia = join(cartella, 'a.copia');
    expect(packaged('init', '--dati', dati, '--ruolo', 'comunita', '--json')).toMatchObject({ status: 0, stderr: '' });
    expect(packaged('copia', '--dati', dati, '--in', copia)).toMatchObject({ status: 0 });
    expect(existsSync(copia)).toBe(true);
    const verifica = packaged('verifica', '--dati', dati, '--json');
    expect(verifica.status).toBe(0);
    expect(JSON.parse(verifica.stdout)).toMatchObject({ esito: true });
    expect(packaged('presenze', '--dati', dati).status).toBe(2);
  });
});

describe('the built pages', () => {
  const pagina = readFileSync(join(OUT, 'renderer/index.html'), 'utf8');

  test('obey the CSP: no script inside the page, nothing from outside', () => {
    expect(pagina).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(pagina).not.toMatch(/\son\w+=/);
    const addresses = [...pagina.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
  });
});

/** out/main/index.js under Node, with the least of Electron that a command needs. */
function packaged(...words: string[]) {
  const source = 'export const app = { isPackaged: false, exit: (status) => process.exit(status) };';
  const others = ['BrowserWindow', 'Menu', 'clipboard', 'dialog', 'ipcMain', 'powerMonitor', 'protocol', 'session'];
  const stub = `${source}${others.map((name) => `export const ${name} = undefined;`).join('')}`;
  const url = `data:text/javascript,${encodeURIComponent(stub)}`;
  const hooks = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => name === 'electron' ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(name, context) });`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`, join(OUT, 'main/index.js'), ...words];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, APPRODO_PASSWORD: PASSWORD } });
}
