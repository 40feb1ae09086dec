import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

/** The names of the contract, written here by the build (electron.vite.config.ts): nothing else gets through. */
declare const __NOMI_ENDPOINT__: readonly string[];

const nomi: ReadonlySet<string> = new Set(__NOMI_ENDPOINT__);

/** All that the page sees of the main process: `window.approdo` (renderer/api has its type). */
contextBridge.exposeInMainWorld('approdo', {
  host: 'electron',
  nomi: [...nomi],

  /** Asks; the answer is always a Risposta, never a rejection with a stack. */
  call(nome: string, input: unknown, lavoro?: string): Promise<unknown> {
    if (nomi.has(nome)) return ipcRenderer.invoke('approdo:call', nome, input, lavoro);
    const errore = {
      codice: 'contratto.nome',
      messaggio: 'Questa richiesta non esiste: aggiornare il programma e riprovare.',
    };
    return Promise.resolve({ ok: false, errore });
  },

  cancel(lavoro: string): void {
    ipcRenderer.send('approdo:cancel', String(lavoro));
  },

  /** @returns the function that stops listening */
  onProgress(cb: (evento: unknown) => void): () => void {
    const listener = (_event: IpcRendererEvent, evento: unknown) => cb(evento);
    ipcRenderer.on('approdo:progresso', listener);
    return () => void ipcRenderer.off('approdo:progresso', listener);
  },

  /** Saves the page as it would be printed, where the person says. Answers `{ok, valore: {file}}`, file null when they give up. */
  printPdf(): Promise<unknown> {
    return ipcRenderer.invoke('approdo:print-pdf');
  },
});
