import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { defaultDati, fileCartella } from '../cartella/cartella.ts';
import { fileDiario } from '../ipc/diario.ts';
import { Dispatcher } from '../ipc/dispatch.ts';
import { Host } from '../ipc/host.ts';
import { oggiLocale } from '../ipc/oggi.ts';
import { readPagine } from '../ipc/pagine.ts';
import { openCanali } from './canali.ts';
import { openFinestra, raiseFinestra } from './finestra.ts';
import { setMenu } from './menu.ts';
import { declareSchema, servePagine } from './protocollo.ts';
import { isTampered, lockDown, sandboxAll } from './sicurezza.ts';

/** The built pages: beside the built main process, or under out/ when this runs from its source (tests). */
const PAGINE = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../out/renderer' : '../renderer', import.meta.url),
);

/** Opens the program with its window. @param words the command line, without the program */
export function openApp(words: readonly string[]): void {
  const dati = datiOf(words);
  if (isTampered()) {
    process.stderr.write('Approdo non si apre con opzioni di diagnosi della finestra: aprirlo senza opzioni.\n');
    app.exit(1);
    return;
  }
  sandboxAll();
  declareSchema();
  // Chromium's own files (no personal data: nothing is cached) apart from the store, and apart for each store
  app.setPath('userData', join(app.getPath('appData'), 'Approdo', `finestra-${shortHash(dati)}`));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const host = new Host({ dati, host: 'electron', oggi: () => oggiLocale(), copie: true });
  const dispatcher = new Dispatcher(host, fileDiario(fileCartella(dati).diario));
  let finestra: BrowserWindow | undefined;
  app.on('second-instance', () => raiseFinestra(finestra));
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(dispatcher);
  const ready = app.whenReady().then(() => {
    lockDown();
    servePagine(readPagine(PAGINE));
    openCanali(dispatcher, () => finestra);
    setMenu();
    lockWithScreen(dispatcher);
    dispatcher.guard();
    finestra = openFinestra();
  });
  ready.catch((error: unknown) => {
    dialog.showErrorBox('Approdo', `Approdo non si apre: installarlo di nuovo. (${String(error)})`);
    app.exit(1);
  });
}

/** The screen is locked or the PC sleeps: the key leaves the memory, the window goes back to the password. */
function lockWithScreen(dispatcher: Dispatcher): void {
  const lock = () => void dispatcher.lock();
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
}

/** Quitting waits for the command that is running and for the store to be closed. */
function closeBeforeQuit(dispatcher: Dispatcher): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void dispatcher.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function datiOf(words: readonly string[]): string {
  const { values } = parseArgs({ args: [...words], options: { dati: { type: 'string' } }, strict: false });
  return resolve(typeof values.dati === 'string' ? values.dati : defaultDati());
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
