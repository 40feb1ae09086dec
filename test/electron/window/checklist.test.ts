import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CSP, TESTATE } from '../../../electron/ipc/pagine.ts';
import { openApp } from '../../../electron/window/apri.ts';
import { isTampered } from '../../../electron/window/sicurezza.ts';
import {
  app,
  type BrowserWindow,
  calls,
  contextBridge,
  ipcMain,
  ipcRenderer,
  protocol,
  registrato,
  scenario,
  session,
} from './electron-doppio.ts';

/**
 * Electron's own security checklist (electronjs.org/docs/latest/tutorial/security), point by point: the table of
 * docs/sicurezza.md says the same, and the last test reads it again.
 */
const RADICE = join(import.meta.dirname, '../../..');
const cartella = mkdtempSync(join(tmpdir(), 'approdo-checklist-'));
const argv = process.argv;
const leggi = (file: string) => readFileSync(join(RADICE, file), 'utf8');
let finestra: BrowserWindow;

/** Everything of ours that runs in the main process or in the preload. */
const PRINCIPALE = ['electron/main.ts', 'electron/preload.ts', ...sorgenti('electron/window')];
const testoPrincipale = PRINCIPALE.map(leggi).join('\n');
const testoPagine = sorgenti('renderer').map(leggi).join('\n');
const preferenze = () => finestra.options.webPreferences;

beforeAll(async () => {
  process.argv = ['electron', '.', '--dati', join(cartella, 'dati')];
  await import('../../../electron/main.ts');
  await vi.waitFor(() => expect(registrato.finestre).toHaveLength(1));
  finestra = registrato.finestre[0] as BrowserWindow;
});
afterAll(() => {
  process.argv = argv;
  rmSync(cartella, { recursive: true, force: true });
});

function sorgenti(cartellaRelativa: string): string[] {
  return readdirSync(join(RADICE, cartellaRelativa), { recursive: true, withFileTypes: true })
    .filter((voce) => voce.isFile() && /\.(tsx?|html)$/.test(voce.name))
    .map((voce) => join(voce.parentPath, voce.name).slice(RADICE.length + 1));
}

function fermato(emit: (event: { preventDefault: () => void }) => void): boolean {
  let stopped = false;
  emit({ preventDefault: () => (stopped = true) });
  return stopped;
}

/** `electronFuses` of the packager, read as the flat YAML it is. */
function fusibili(): Record<string, string> {
  const [, blocco = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(leggi('electron-builder.yml')) ?? [];
  return Object.fromEntries([...blocco.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, nome, valore]) => [nome, valore]));
}

const PUNTI: readonly (readonly [string, () => unknown])[] = [
  [
    'only secure content is loaded',
    () => {
      expect(calls('window.loadURL')).toEqual([['app://approdo/index.html']]);
      const { filter, listener } = session.defaultSession.beforeRequest as NonNullable<
        typeof session.defaultSession.beforeRequest
      >;
      for (const schema of ['http', 'https', 'ws', 'wss', 'ftp', 'file'])
        expect(filter.urls.some((url) => url.startsWith(`${schema}://`))).toBe(true);
      const risposte: unknown[] = [];
      listener({ url: 'https://example.org' }, (risposta: unknown) => risposte.push(risposta));
      expect(risposte).toEqual([{ cancel: true }]);
    },
  ],
  [
    'no Node in the page',
    () =>
      expect(preferenze()).toMatchObject({
        ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
      }),
  ],
  ['context isolation', () => expect(preferenze()['contextIsolation']).toBe(true)],
  [
    'sandbox, for every renderer',
    () => {
      expect(preferenze()['sandbox']).toBe(true);
      const ordine = registrato.chiamate.map(([nome]) => nome);
      expect(ordine.indexOf('app.enableSandbox')).toBeGreaterThanOrEqual(0);
      expect(ordine.indexOf('app.enableSandbox')).toBeLessThan(ordine.indexOf('app.whenReady'));
      expect(testoPrincipale).not.toMatch(/no-sandbox|sandbox: false/);
    },
  ],
  [
    'every permission is refused, in every session',
    () => {
      const unaNuova = Object.create(Object.getPrototypeOf(session.defaultSession)) as typeof session.defaultSession;
      Object.assign(unaNuova, { webRequest: session.defaultSession.webRequest });
      app.emit('session-created', unaNuova);
      for (const una of [session.defaultSession, unaNuova]) {
        const risposte: unknown[] = [];
        una.permissionRequest?.({}, 'clipboard-read', (data: unknown) => risposte.push(data));
        expect([risposte, una.permissionCheck?.(), una.devicePermission?.()]).toEqual([[false], false, false]);
      }
    },
  ],
  ['webSecurity stays on', () => expect(preferenze()['webSecurity']).toBe(true)],
  [
    'a restrictive Content-Security-Policy on every answer',
    () => {
      const risposta = protocol.handlers.get('app')?.(new Request('app://approdo/index.html')) as Response;
      expect(risposta.headers.get('content-security-policy')).toBe(CSP);
      const regole = new Map(
        CSP.split('; ').map((regola) => [regola.split(' ')[0], regola.split(' ').slice(1).join(' ')]),
      );
      expect(regole.get('default-src')).toBe("'self'");
      expect(regole.get('script-src') ?? "'self'").toBe("'self'");
      for (const nome of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
        expect([nome, regole.get(nome)]).toEqual([nome, "'none'"]);
      expect(CSP).not.toMatch(/unsafe-eval|\*|https?:|blob:/);
      const altrove = protocol.handlers.get('app')?.(new Request('app://approdo/altro')) as Response;
      expect(altrove.headers.get('content-security-policy')).toBe(TESTATE['content-security-policy']);
    },
  ],
  ['no insecure content', () => expect(preferenze()['allowRunningInsecureContent']).toBe(false)],
  ['no experimental features', () => expect(preferenze()['experimentalFeatures']).toBe(false)],
  [
    'no Blink features, and no switch of Chromium',
    () => {
      expect(preferenze()).not.toHaveProperty('enableBlinkFeatures');
      expect(testoPrincipale).not.toMatch(/enableBlinkFeatures|appendSwitch|appendArgument/);
    },
  ],
  [
    'no webview that opens windows',
    () => {
      expect(preferenze()['webviewTag']).toBe(false);
      expect(testoPagine).not.toMatch(/<webview|allowpopups/i);
    },
  ],
  [
    'no webview at all',
    () => expect(fermato((event) => finestra.webContents.emit('will-attach-webview', event))).toBe(true),
  ],
  [
    'no navigation away from the page',
    () => {
      const va = (url: string, isMainFrame = true) =>
        !fermato((event) => finestra.webContents.emit('will-frame-navigate', { ...event, url, isMainFrame }));
      expect(va('app://approdo/index.html#/mese')).toBe(true);
      for (const url of ['https://example.org', 'file:///etc/passwd', 'app://altro/index.html', 'data:text/html,x'])
        expect([url, va(url)]).toEqual([url, false]);
      expect(va('app://approdo/index.html', false)).toBe(false);
      expect(fermato((event) => finestra.webContents.emit('will-redirect', event))).toBe(true);
      expect(preferenze()['navigateOnDragDrop']).toBe(false);
    },
  ],
  ['no new window', () => expect(finestra.webContents.windowOpen?.()).toEqual({ action: 'deny' })],
  [
    'nothing is opened outside: no shell.openExternal',
    () => {
      const esterni = /import \{[^}]*\bshell\b[^}]*\} from 'electron'|openExternal|openPath/;
      expect(testoPrincipale).not.toMatch(esterni);
    },
  ],
  [
    'the version of Electron is said exactly, and is a current one',
    () => {
      const { devDependencies } = JSON.parse(leggi('package.json')) as { devDependencies: Record<string, string> };
      const { version } = JSON.parse(leggi('node_modules/electron/package.json')) as { version: string };
      expect(devDependencies['electron']).toBe(version);
      // the three newest majors are kept safe by Electron: whoever goes back below this one is told here
      expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
    },
  ],
  [
    'who sends a message is checked, on every channel',
    async () => {
      const straniero = { senderFrame: { url: 'https://example.org/', parent: null }, sender: finestra.webContents };
      expect([...ipcMain.handlers.keys()].length).toBeGreaterThan(0);
      for (const [canale, risponde] of ipcMain.handlers)
        expect([canale, await risponde(straniero, 'sessione.get', {})]).toMatchObject([
          canale,
          { ok: false, errore: { codice: 'contratto.mittente' } },
        ]);
      // every listener that is not a handler asks the same question first
      const canali = leggi('electron/window/canali.ts');
      expect(canali.match(/ipcMain\.(on|handle)\(/g)).toHaveLength(canali.match(/known\(event\)/g)?.length ?? 0);
      expect(PRINCIPALE.filter((file) => /ipcMain\.(on|handle|once)/.test(leggi(file)))).toEqual([
        'electron/window/canali.ts',
      ]);
    },
  ],
  [
    'the page is not a file://',
    () => {
      expect(testoPrincipale).not.toMatch(/loadFile\(|loadURL\(.file:/);
      expect(fusibili()['grantFileProtocolExtraPrivileges']).toBe('false');
      expect(calls('protocol.registerSchemesAsPrivileged')).toEqual([
        [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
      ]);
    },
  ],
  [
    'the fuses are set',
    () => {
      expect(fusibili()).toEqual({
        runAsNode: 'false',
        enableCookieEncryption: 'true',
        enableNodeOptionsEnvironmentVariable: 'false',
        enableNodeCliInspectArguments: 'false',
        enableEmbeddedAsarIntegrityValidation: 'true',
        onlyLoadAppFromAsar: 'true',
        loadBrowserProcessSpecificV8Snapshot: 'false',
        grantFileProtocolExtraPrivileges: 'false',
      });
      expect(leggi('electron-builder.yml')).toMatch(/^asar: true$/m);
    },
  ],
  [
    'no API of Electron reaches the page: names of the contract, and nothing that can be called with another',
    async () => {
      vi.stubGlobal('__NOMI_ENDPOINT__', ['sessione.get']);
      await import('../../../electron/preload.ts');
      vi.unstubAllGlobals();
      const esposti = calls('contextBridge.exposeInMainWorld') as [string, Record<string, unknown>][];
      expect(esposti.map(([nome]) => nome)).toEqual(['approdo']);
      const ponte = esposti[0]?.[1] ?? {};
      expect(Object.keys(ponte).toSorted()).toEqual(['call', 'cancel', 'host', 'nomi', 'onProgress', 'printPdf']);
      expect(Object.values(ponte)).not.toContain(ipcRenderer);
      expect(Object.values(ponte)).not.toContain(contextBridge);
      const chiama = ponte['call'] as (nome: string, input: unknown) => Promise<unknown>;
      expect(await chiama('app.quit', {})).toMatchObject({ errore: { codice: 'contratto.nome' } });
      const visti: unknown[][] = [];
      (ponte['onProgress'] as (cb: (...cose: unknown[]) => void) => void)((...cose) => visti.push(cose));
      ipcRenderer.emit('approdo:progresso', { sender: 'una cosa di Electron' }, { lavoro: 'L' });
      expect(visti).toEqual([[{ lavoro: 'L' }]]);
    },
  ],
];

test.each(PUNTI.map(([detto, vale], index) => [index + 1, detto, vale] as const))('%i. %s', async (_, __, vale) => {
  await vale();
});

test('beyond the list: no crash reports, no spelling dictionaries from the net, no developer tools once packaged', () => {
  expect(testoPrincipale).not.toMatch(/crashReporter|autoUpdater|setFeedURL|addRecentDocument/);
  expect(calls('session.setSpellCheckerEnabled')[0]).toEqual([false]);
  expect(preferenze()['spellcheck']).toBe(false);
  expect(preferenze()['devTools']).toBe(true);
  expect(leggi('electron/window/finestra.ts')).toContain('devTools: !app.isPackaged');
  expect(leggi('electron/window/menu.ts')).not.toMatch(/toggleDevTools|forceReload|role: 'reload'/);
});

test('the installed program does not open with a switch that gives its page to another program', () => {
  scenario.switches = ['remote-debugging-port'];
  // while it is being developed, the tests drive it by that very switch
  expect(isTampered()).toBe(false);
  scenario.isPackaged = true;
  expect(isTampered()).toBe(true);
  const finestre = registrato.finestre.length;
  openApp(['--dati', join(cartella, 'altra')]);
  expect(calls('app.exit')).toEqual([[1]]);
  expect(registrato.finestre).toHaveLength(finestre);
  expect(existsSync(join(cartella, 'altra'))).toBe(false);
  for (const nome of ['disable-web-security', 'load-extension', 'js-flags', 'remote-debugging-pipe']) {
    scenario.switches = [nome];
    expect([nome, isTampered()]).toEqual([nome, true]);
  }
  scenario.switches = ['lang'];
  expect(isTampered()).toBe(false);
  scenario.isPackaged = false;
});

test('docs/sicurezza.md has a line for each point', () => {
  const righe = [...leggi('docs/sicurezza.md').matchAll(/^\| (\d+) \|/gm)].map(([, numero]) => Number(numero));
  expect(righe).toEqual(PUNTI.map((_, index) => index + 1));
});
