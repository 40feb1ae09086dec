import {
  type BrowserWindow,
  clipboard,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  type WebFrameMain,
} from 'electron';
import { type EventoProgresso, LAVORO_SESSIONE, type Risposta } from '../contract/index.ts';
import type { Dispatcher } from '../ipc/dispatch.ts';
import { savePdf } from './pdf.ts';
import { isOwnPage } from './protocollo.ts';

const STRANIERO: Risposta<never> = {
  ok: false,
  errore: { codice: 'contratto.mittente', messaggio: 'Richiesta non accettata: chiudere e riaprire Approdo.' },
};

/** The only channels of the main process. Who sends is checked here, for all of them. */
export function openCanali(dispatcher: Dispatcher, getFinestra: () => BrowserWindow | undefined): void {
  const known = (event: IpcMainEvent | IpcMainInvokeEvent) => isOurFrame(event.senderFrame, getFinestra());

  ipcMain.handle('approdo:call', (event, nome: unknown, input: unknown, lavoro: unknown) => {
    if (!known(event)) return STRANIERO;
    const id = typeof lavoro === 'string' ? lavoro : undefined;
    if (nome === 'sessione.lock' && asksAppunti(input)) clipboard.clear();
    return dispatcher.call(String(nome), input, {
      lavoro: id,
      onProgress: (progresso) => {
        if (id === undefined || event.sender.isDestroyed()) return;
        const evento: EventoProgresso = { lavoro: id, ...progresso };
        event.sender.send('approdo:progresso', evento);
      },
    });
  });

  dispatcher.onBlocco(() => {
    const evento: EventoProgresso = { lavoro: LAVORO_SESSIONE, fase: 'chiusa', fatto: 0, totale: null };
    const finestra = getFinestra();
    if (finestra && !finestra.isDestroyed()) finestra.webContents.send('approdo:progresso', evento);
  });

  ipcMain.on('approdo:cancel', (event, lavoro: unknown) => {
    if (known(event)) dispatcher.cancel(String(lavoro));
  });

  ipcMain.handle('approdo:print-pdf', (event) => {
    const finestra = getFinestra();
    return finestra && known(event) ? savePdf(finestra) : STRANIERO;
  });
}

/** The window put something in the clipboard, and locks: a page may not empty it without the focus. */
function asksAppunti(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'svuotaAppunti' in input && input.svuotaAppunti === true;
}

/** The main frame of our window, showing our page: not a frame inside it, not another window, not another address. */
function isOurFrame(frame: WebFrameMain | null, finestra: BrowserWindow | undefined): boolean {
  if (!frame || !finestra || finestra.isDestroyed()) return false;
  return frame === finestra.webContents.mainFrame && frame.parent === null && isOwnPage(frame.url);
}
