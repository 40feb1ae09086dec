import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { EventoProgresso } from '../contract/index.ts';
import { encode } from '../contract/wire.ts';
import type { Dispatcher } from '../ipc/dispatch.ts';
import { type Pagina, TESTATE } from '../ipc/pagine.ts';
import { LIMITE_CORPO, readCorpo } from './corpo.ts';
import { type Rifiuto, refuseOrigin, refuseToken } from './guardia.ts';

export interface OpzioniLoopback {
  readonly dispatcher: Dispatcher;
  readonly pagine: ReadonlyMap<string, Pagina>;
  /** 0 = any free one */
  readonly porta?: number;
  readonly limiteCorpo?: number;
  /** how long a whole request may take to arrive */
  readonly attesaMs?: number;
}

export interface Loopback {
  readonly porta: number;
  /** 256 bits, hex, new at each launch */
  readonly token: string;
  /** the address that opens the app: the token is in the fragment, which is never sent */
  readonly indirizzo: string;
  close(): Promise<void>;
}

const chiamata = z.object({ nome: z.string().max(100), input: z.unknown(), lavoro: z.string().max(100).optional() });
const annullamento = z.object({ lavoro: z.string().max(100) });

/**
 * The second host: the same services and the same pages on 127.0.0.1, for a browser on this very machine.
 * @throws Error `EADDRINUSE` when the asked port is taken
 */
export async function startLoopback(opzioni: OpzioniLoopback): Promise<Loopback> {
  const token = randomBytes(32).toString('hex');
  const attesaMs = opzioni.attesaMs ?? 30_000;
  const streams = new Set<ServerResponse>();
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: Math.min(attesaMs, 10_000),
    requestTimeout: attesaMs,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: Math.min(attesaMs, 1000),
  });
  server.maxConnections = 64;
  const porta = await listen(server, opzioni.porta ?? 0);
  const room = new Stanza(opzioni, token, porta, streams);
  server.on('request', (request, response) => void room.serve(request, response));
  return {
    porta,
    token,
    indirizzo: `http://127.0.0.1:${porta}/#token=${token}`,
    close: () =>
      new Promise((done) => {
        for (const stream of streams) stream.end();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, porta: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port: porta, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

class Stanza {
  private readonly o: OpzioniLoopback;
  private readonly token: string;
  private readonly porta: number;
  private readonly streams: Set<ServerResponse>;

  constructor(o: OpzioniLoopback, token: string, porta: number, streams: Set<ServerResponse>) {
    this.o = o;
    this.token = token;
    this.porta = porta;
    this.streams = streams;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(TESTATE)) response.setHeader(name, value);
    try {
      const refused = refuseOrigin(request, this.porta) ?? (await this.route(request, response));
      if (refused) refuse(request, response, refused);
    } catch {
      // the caller went away, or was too slow: there is nobody to answer
      response.destroy();
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<Rifiuto | null> {
    const address = request.url ?? '/';
    if (!address.startsWith('/api/')) return this.servePagina(request, response, address);
    const refused = refuseToken(request, this.token);
    if (refused) return refused;
    if (address === '/api/eventi')
      return request.method === 'GET' ? this.openStream(request, response) : { stato: 405, motivo: 'metodo' };
    if (address !== '/api/call' && address !== '/api/cancel') return { stato: 404, motivo: 'indirizzo' };
    if (request.method !== 'POST') return { stato: 405, motivo: 'metodo' };
    const corpo = await readCorpo(request, this.o.limiteCorpo ?? LIMITE_CORPO);
    if ('stato' in corpo) return corpo;
    return address === '/api/call' ? this.call(response, corpo.valore) : this.cancel(response, corpo.valore);
  }

  private servePagina(request: IncomingMessage, response: ServerResponse, address: string): Rifiuto | null {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { stato: 405, motivo: 'metodo' };
    const pagina = this.o.pagine.get(address.split('?', 1)[0] ?? '');
    if (!pagina) return { stato: 404, motivo: 'indirizzo' };
    response.writeHead(200, { 'content-type': pagina.tipo, 'content-length': pagina.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : pagina.bytes);
    return null;
  }

  private async call(response: ServerResponse, corpo: unknown): Promise<Rifiuto | null> {
    const parsed = chiamata.safeParse(corpo);
    if (!parsed.success) return { stato: 400, motivo: 'chiamata' };
    const { nome, input, lavoro } = parsed.data;
    const risposta = await this.o.dispatcher.call(nome, input, {
      lavoro,
      onProgress: (progresso) => lavoro !== undefined && this.tell({ lavoro, ...progresso }),
    });
    answerJson(response, 200, encode(risposta));
    return null;
  }

  private cancel(response: ServerResponse, corpo: unknown): Rifiuto | null {
    const parsed = annullamento.safeParse(corpo);
    if (!parsed.success) return { stato: 400, motivo: 'chiamata' };
    this.o.dispatcher.cancel(parsed.data.lavoro);
    answerJson(response, 200, encode({ ok: true, valore: {} }));
    return null;
  }

  /** One line of JSON for each step of a running call, for as long as the page is open. */
  private openStream(request: IncomingMessage, response: ServerResponse): null {
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    response.flushHeaders();
    this.streams.add(response);
    request.on('close', () => this.streams.delete(response));
    response.on('close', () => this.streams.delete(response));
    return null;
  }

  private tell(evento: EventoProgresso): void {
    const line = `${encode(evento)}\n`;
    // a page that does not read is not waited for
    for (const stream of this.streams) if (!stream.writableNeedDrain) stream.write(line);
  }
}

function answerJson(response: ServerResponse, stato: number, text: string): void {
  response.writeHead(stato, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}

/** A refused request has nothing more to say: its connection is closed, with whatever it was still sending. */
function refuse(request: IncomingMessage, response: ServerResponse, { stato, motivo }: Rifiuto): void {
  const errore = {
    codice: `loopback.${motivo}`,
    messaggio: 'Richiesta non accettata: riaprire Approdo dal suo indirizzo.',
  };
  response.setHeader('connection', 'close');
  if (stato === 405) response.setHeader('allow', 'GET, HEAD, POST');
  answerJson(response, stato, encode({ ok: false, errore }));
  response.on('finish', () => request.destroy());
}
