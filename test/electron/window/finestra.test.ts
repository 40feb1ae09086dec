import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CSP } from '../../../electron/ipc/pagine.ts';
import {
  app,
  type BrowserWindow,
  calls,
  ipcMain,
  powerMonitor,
  protocol,
  registrato,
  scenario,
  session,
} from './electron-doppio.ts';

const cartella = mkdtempSync(join(tmpdir(), 'approdo-finestra-'));
const argv = process.argv;
let finestra: BrowserWindow;

/** main.ts as Electron runs it, over the double: real dispatcher, real services, real store. */
beforeAll(async () => {
  process.argv = ['electron', '.', '--dati', join(cartella, 'dati')];
  await import('../../../electron/main.ts');
  await new Promise((done) => setTimeout(done, 50));
  finestra = registrato.finestre[0] as BrowserWindow;
});

afterAll(() => {
  process.argv = argv;
  rmSync(cartella, { recursive: true, force: true });
});

function prevented(emit: (event: { preventDefault: () => void }) => void): boolean {
  let stopped = false;
  emit({ preventDefault: () => (stopped = true) });
  return stopped;
}

describe('the window', () => {
  test('one, on the page of its own scheme', () => {
    expect(registrato.finestre).toHaveLength(1);
    expect(calls('window.loadURL')).toEqual([['app://approdo/index.html']]);
    finestra.emit('ready-to-show');
    expect(calls('window.show')).toHaveLength(1);
  });

  test('every safety of the page is on', () => {
    expect(calls('app.enableSandbox')).toHaveLength(1);
    expect(finestra.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
    expect(String(finestra.options.webPreferences['preload'])).toMatch(/preload[/\\]index\.cjs$/);
  });

  test('single instance: asked before anything is opened, and a second launch raises the window', () => {
    const order = registrato.chiamate.map(([name]) => name);
    expect(order.indexOf('app.requestSingleInstanceLock')).toBeLessThan(order.indexOf('BrowserWindow'));
    app.emit('second-instance');
    expect(calls('window.restore')).toHaveLength(1);
    expect(calls('window.focus')).toHaveLength(1);
  });

  test('no permission is ever granted, asked or checked', () => {
    const { permissionRequest, permissionCheck, devicePermission } = session.defaultSession;
    const answers: unknown[] = [];
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal'])
      permissionRequest?.({}, name, (granted: unknown) => answers.push(granted));
    expect(answers).toEqual(Array(6).fill(false));
    expect(permissionCheck?.({}, 'media', 'app://approdo')).toBe(false);
    expect(devicePermission?.({})).toBe(false);
  });

  test('nothing is fetched from outside', () => {
    const { filter, listener } = session.defaultSession.beforeRequest ?? {
      filter: { urls: [] },
      listener: () => undefined,
    };
    for (const scheme of ['http://', 'https://', 'ws://', 'wss://', 'file://'])
      expect(filter.urls.some((url) => url.startsWith(scheme))).toBe(true);
    let answer: unknown;
    listener({}, (given: unknown) => (answer = given));
    expect(answer).toEqual({ cancel: true });
    expect(calls('session.setSpellCheckerEnabled')).toEqual([[false]]);
  });

  test('the page leads nowhere: no navigation, no new window, no webview, no redirect', () => {
    const contents = finestra.webContents;
    expect(contents.windowOpen?.()).toEqual({ action: 'deny' });
    expect(prevented((event) => contents.emit('will-attach-webview', event))).toBe(true);
    expect(prevented((event) => contents.emit('will-redirect', event))).toBe(true);
    const goes = (url: string, isMainFrame = true) =>
      !prevented((event) => contents.emit('will-frame-navigate', { ...event, url, isMainFrame }));
    expect(goes('app://approdo/index.html#/presenze')).toBe(true);
    for (const url of [
      'https://example.org/',
      'app://altro/index.html',
      'app://approdo/index.html?x=1',
      'app://approdo/altro.html',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'non un indirizzo',
    ])
      expect([url, goes(url)]).toEqual([url, false]);
    expect(goes('app://approdo/index.html', false)).toBe(false);
  });

  test('leaving with something unsaved is asked', () => {
    scenario.messageBox = 0;
    expect(prevented((event) => finestra.webContents.emit('will-prevent-unload', event))).toBe(false);
    scenario.messageBox = 1;
    expect(prevented((event) => finestra.webContents.emit('will-prevent-unload', event))).toBe(true);
  });
});

describe('app://', () => {
  test('declared before ready, standard and secure, without further privileges', () => {
    const order = registrato.chiamate.map(([name]) => name);
    expect(order.indexOf('protocol.registerSchemesAsPrivileged')).toBeLessThan(order.indexOf('app.whenReady'));
    expect(calls('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ]);
  });

  test('serves the pages with CSP and nothing kept; anything else is not there', async () => {
    const serve = (url: string, method = 'GET') =>
      protocol.handlers.get('app')?.(new Request(url, { method })) as Response;
    const page = serve('app://approdo/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(CSP);
    expect(CSP).toContain("default-src 'self'");
    expect(CSP).not.toContain('unsafe-eval');
    expect(CSP).not.toMatch(/script-src|https?:/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).toContain('<div id="app">');
    for (const url of [
      'app://approdo/../package.json',
      'app://approdo/%2e%2e/main/index.js',
      'app://approdo/no',
      'app://altro/index.html',
    ])
      expect([url, serve(url).status]).toEqual([url, 404]);
    expect(serve('app://approdo/index.html', 'POST').status).toBe(404);
  });
});

describe('the channels', () => {
  const ours = () => ({ senderFrame: finestra.webContents.mainFrame, sender: finestra.webContents });
  const invoke = (event: unknown, ...args: unknown[]) => ipcMain.handlers.get('approdo:call')?.(event, ...args);

  test('three of them, no more', () => {
    expect([...ipcMain.handlers.keys()].sort()).toEqual(['approdo:call', 'approdo:print-pdf']);
    expect(ipcMain.eventNames()).toEqual(['approdo:cancel']);
  });

  test('our page is answered by the real services', async () => {
    expect(await invoke(ours(), 'sessione.get', {})).toMatchObject({
      ok: true,
      valore: { stato: 'nuova', host: 'electron' },
    });
    expect(await invoke(ours(), 'sessione.__proto__', {})).toMatchObject({ errore: { codice: 'contratto.nome' } });
  });

  test('a frame inside the page, another window, another address: not heard', async () => {
    const { mainFrame } = finestra.webContents;
    const strangers = [
      { senderFrame: null },
      { senderFrame: { ...mainFrame } },
      { senderFrame: { url: 'app://approdo/index.html', parent: mainFrame } },
    ];
    for (const event of strangers)
      expect(await invoke({ ...event, sender: finestra.webContents }, 'sessione.get', {})).toMatchObject({
        errore: { codice: 'contratto.mittente' },
      });
    const before = mainFrame.url;
    Object.assign(mainFrame, { url: 'https://example.org/' });
    expect(await invoke(ours(), 'sessione.get', {})).toMatchObject({ errore: { codice: 'contratto.mittente' } });
    Object.assign(mainFrame, { url: before });
  });

  test('the PDF goes where the person says, tagged, in the page’s own size', async () => {
    const print = () => ipcMain.handlers.get('approdo:print-pdf')?.(ours());
    scenario.savePath = '';
    expect(await print()).toEqual({ ok: true, valore: { file: null } });
    scenario.savePath = join(cartella, 'foglio.pdf');
    expect(await print()).toEqual({ ok: true, valore: { file: scenario.savePath } });
    expect(readFileSync(scenario.savePath, 'latin1')).toBe('%PDF');
    expect(calls('webContents.printToPDF')).toEqual([
      [{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }],
    ]);
    expect(calls('dialog.showSaveDialog')[0]?.[0]).toMatchObject({
      defaultPath: 'Foglio presenze Casa marzo 2025.pdf',
      properties: expect.arrayContaining(['dontAddToRecent']),
    });
    scenario.savePath = join(cartella, 'non-c’è', 'foglio.pdf');
    expect(await print()).toMatchObject({ ok: false, errore: { codice: 'file.assente' } });
  });

  test('the screen locks: the store is closed and the page is told; at quit the store is closed first', async () => {
    const input = { ruolo: 'comunita', password: 'una password lunga', utente: 'Anna' };
    expect(await invoke(ours(), 'sessione.create', input)).toMatchObject({ valore: { stato: 'aperta' } });
    powerMonitor.emit('lock-screen');
    await expect
      .poll(() => calls('webContents.send'))
      .toContainEqual(['approdo:progresso', { lavoro: 'sessione', fase: 'chiusa', fatto: 0, totale: null }]);
    expect(await invoke(ours(), 'sessione.get', {})).toMatchObject({ valore: { stato: 'chiusa', accounts: ['Anna'] } });
    expect(await invoke(ours(), 'sessione.open', { password: 'una password lunga' })).toMatchObject({ ok: true });
    await invoke(ours(), 'sessione.lock', {});
    expect(calls('clipboard.clear')).toEqual([]);
    await invoke(ours(), 'sessione.lock', { svuotaAppunti: true });
    expect(calls('clipboard.clear')).toHaveLength(1);
    expect(prevented((event) => app.emit('will-quit', event))).toBe(true);
    await expect.poll(() => calls('app.quit').length).toBe(1);
    expect(prevented((event) => app.emit('will-quit', event))).toBe(false);
    expect(existsSync(join(cartella, 'dati', 'approdo.db-wal'))).toBe(false);
  });
});
