import type { ErroreRisposta, EventoProgresso, NomeEndpoint, Risposta } from '../../electron/contract/index.ts';
import { decode, encode } from '../../electron/contract/wire.ts';
import { testi } from '../testi/index.ts';

/** What the preload exposes in Electron (electron/preload.ts). */
export interface ElectronBridge {
  readonly host: 'electron';
  call(nome: NomeEndpoint, input: unknown, lavoro?: string): Promise<Risposta<unknown>>;
  cancel(lavoro: string): void | Promise<void>;
  /** @returns the function that stops listening, where the host gives one */
  onProgress(cb: (evento: EventoProgresso) => void): unknown;
  printPdf(): Promise<unknown>;
}

declare global {
  interface Window {
    approdo?: ElectronBridge;
  }
}

/** How the page reaches its host. `call` never rejects: a host that does not answer is `rete.assente`. */
export interface Transport {
  call(nome: NomeEndpoint, input: unknown, lavoro?: string): Promise<Risposta<unknown>>;
  cancel(lavoro: string): void;
  onProgress(cb: (evento: EventoProgresso) => void): void;
}

export const RETE_ASSENTE = 'rete.assente';

const TOKEN_KEY = 'approdo-token';

function assente(): { ok: false; errore: ErroreRisposta } {
  return { ok: false, errore: { codice: RETE_ASSENTE, messaggio: testi.comune.senzaRisposta } };
}

function electron(ponte: ElectronBridge): Transport {
  return {
    call: (nome, input, lavoro) => ponte.call(nome, input, lavoro).catch(assente),
    cancel: (lavoro) => void ponte.cancel(lavoro),
    onProgress: (cb) => void ponte.onProgress(cb),
  };
}

/**
 * Takes the token out of the launch address (`#token=…`) and keeps it for this tab only: when this module is loaded, before
 * the router reads the address.
 */
function takeToken(): string {
  const trovato = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (trovato) {
    sessionStorage.setItem(TOKEN_KEY, trovato);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

async function readLines(corpo: ReadableStream<Uint8Array>, riga: (testo: string) => void): Promise<void> {
  const lettore = corpo.getReader();
  const decoder = new TextDecoder();
  let resto = '';
  for (;;) {
    const { done, value } = await lettore.read();
    if (done) return;
    const pezzi = (resto + decoder.decode(value, { stream: true })).split('\n');
    resto = pezzi.pop() ?? '';
    for (const pezzo of pezzi) if (pezzo.trim() !== '') riga(pezzo);
  }
}

const token = window.approdo ? '' : takeToken();

function loopback(): Transport {
  const testata = { 'x-approdo-token': token };
  const post = (percorso: string, corpo: string): Promise<Response> =>
    fetch(percorso, { method: 'POST', headers: { ...testata, 'content-type': 'application/json' }, body: corpo });
  return {
    async call(nome, input, lavoro) {
      try {
        const risposta = await post(
          '/api/call',
          encode(lavoro === undefined ? { nome, input } : { nome, input, lavoro }),
        );
        return decode(await risposta.text()) as Risposta<unknown>;
      } catch {
        return assente();
      }
    },
    cancel: (lavoro) => void post('/api/cancel', encode({ lavoro })).catch(() => undefined),
    onProgress(cb) {
      void follow(cb, testata);
    },
  };
}

/** Keeps one stream of progress open; a stream that ends is opened again, less and less often. */
async function follow(cb: (evento: EventoProgresso) => void, headers: Record<string, string>): Promise<void> {
  for (let attesa = 500; ; attesa = Math.min(attesa * 2, 30_000)) {
    try {
      const risposta = await fetch('/api/eventi', { headers });
      if (risposta.ok && risposta.body) {
        attesa = 500;
        await readLines(risposta.body, (riga) => cb(decode(riga) as EventoProgresso));
      }
    } catch {
      // the host is closed or restarting: tried again below
    }
    await new Promise((fatto) => setTimeout(fatto, attesa));
  }
}

let unico: Transport | undefined;

export function getTransport(): Transport {
  unico ??= window.approdo ? electron(window.approdo) : loopback();
  return unico;
}

/** For tests: every call goes here. */
export function setTransport(transport: Transport): void {
  unico = transport;
}
