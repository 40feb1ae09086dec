import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { INDIRIZZO } from './protocollo.ts';

/** out/preload/index.cjs, beside out/main. */
const PRELOAD = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));

/** The one window. */
export function openFinestra(): BrowserWindow {
  const finestra = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Approdo',
    backgroundColor: '#faf9f6',
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
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
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  finestra.once('ready-to-show', () => finestra.show());
  void finestra.loadURL(INDIRIZZO);
  return finestra;
}

/** A second launch, or a click on the icon, brings the window back. */
export function raiseFinestra(finestra: BrowserWindow | undefined): void {
  if (!finestra) return;
  if (finestra.isMinimized()) finestra.restore();
  finestra.focus();
}
