import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decode, encode } from '../../../electron/contract/wire.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../../electron/ipc/handler.ts';
import { handlers } from '../../../electron/ipc/handlers.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { CSP, readPagine } from '../../../electron/ipc/pagine.ts';
import { browserCommand } from '../../../electron/loopback/browser.ts';
import { type Loopback, startLoopback } from '../../../electron/loopback/server.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('loopback');
const host = new Host({ dati: join(cartella, 'dati'), host: 'loopback', oggi: () => '2026-02-10' });
const dispatcher = new Dispatcher(host, { write: () => undefined }, {
  ...handlers,
  // the real door and the real services; one endpoint made long, to see its progress
  'verifica.run': async (ctx: Contesto) => {
    for (let n = 1; n <= 40; n++) {
      await ctx.progress({ fase: 'prova', fatto: n, totale: 40 });
      await new Promise((done) => setTimeout(done, 10));
    }
    return { esito: true, controlli: [], avvisi: [] };
  },
} as Handlers);
let loopback: Loopback;

beforeAll(async () => {
  const pagine = join(cartella, 'pagine');
  mkdirSync(join(pagine, 'assets'), { recursive: true });
  writeFileSync(join(pagine, 'index.html'), '<!doctype html><title>Approdo</title>');
  writeFileSync(join(pagine, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(pagine, 'appunti.txt'), 'non da servire');
  writeFileSync(join(cartella, 'segreto.json'), '{}');
  loopback = await startLoopback({ dispatcher, pagine: readPagine(pagine), limiteCorpo: 100_000, attesaMs: 1500 });
});

afterAll(async () => {
  await dispatcher.close();
  await loopback.close();
});

interface Answer {
  stato: number;
  testate: Record<string, string | string[] | undefined>;
  corpo: string;
}

interface Ask {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port: loopback.porta, path, method, headers, agent: false };
    const request = httpRequest(options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        done({
          stato: response.statusCode ?? 0,
          testate: response.headers,
          corpo: Buffer.concat(pieces).toString('utf8'),
        }),
      );
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

function call(nome: string, input: unknown, headers: OutgoingHttpHeaders = {}, lavoro?: string): Promise<Answer> {
  const json = { 'content-type': 'application/json', 'x-approdo-token': loopback.token, ...headers };
  return ask('/api/call', { method: 'POST', headers: json, body: encode({ nome, input, lavoro }) });
}

describe('a call of our page', () => {
  test('is answered, with nothing kept by the browser', async () => {
    const answer = await call(
      'sessione.get',
      {},
      { origin: `http://127.0.0.1:${loopback.porta}`, 'sec-fetch-site': 'same-origin' },
    );
    expect(answer.stato).toBe(200);
    expect(decode(answer.corpo)).toMatchObject({ ok: true, valore: { stato: 'nuova', host: 'loopback' } });
    expect(answer.testate).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(CSP).toContain("frame-ancestors 'none'");
  });

  test('bytes cross: a workbook goes in through HTTP', async () => {
    await call('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' });
    const bytes = new TextEncoder().encode('codice;nome;tipo\nCASA00;Casa Aurora;CT\n');
    const answer = await call('fogli.preview', { file: [{ nome: 'strutture.csv', bytes }] });
    expect(decode(answer.corpo)).toMatchObject({ ok: true, valore: { inseriti: { strutture: 1 }, errori: [] } });
  });

  test('a refusal of the services is an answer, not an HTTP error', async () => {
    const answer = await call('presenze.getMese', { struttura: 'X', mese: '2025-03' });
    expect(answer.stato).toBe(200);
    expect(decode(answer.corpo)).toMatchObject({ ok: false, errore: { codice: expect.any(String) } });
  });

  test('progress is told while it runs, and cancelling stops it', async () => {
    const righe: unknown[] = [];
    const headers = { 'x-approdo-token': loopback.token };
    const stream = httpRequest(
      { host: '127.0.0.1', port: loopback.porta, path: '/api/eventi', headers, agent: false },
      (response) =>
        response.on('data', (piece: Buffer) =>
          righe.push(
            ...piece
              .toString('utf8')
              .trim()
              .split('\n')
              .map((riga) => JSON.parse(riga)),
          ),
        ),
    );
    stream.on('error', () => undefined);
    stream.end();
    await new Promise((done) => setTimeout(done, 50));
    const running = call('verifica.run', {}, {}, 'lavoro-1');
    await expect.poll(() => righe.length).toBeGreaterThan(1);
    expect(righe[0]).toEqual({ lavoro: 'lavoro-1', fase: 'prova', fatto: 1, totale: 40 });
    const json = { ...headers, 'content-type': 'application/json' };
    await ask('/api/cancel', { method: 'POST', headers: json, body: '{"lavoro":"lavoro-1"}' });
    expect(decode((await running).corpo)).toMatchObject({ errore: { codice: 'lavoro.annullato' } });
    stream.destroy();
  });
});

describe('who is not our page', () => {
  test('the token is 256 bits, in the fragment, and another one at each launch', async () => {
    expect(loopback.token).toMatch(/^[0-9a-f]{64}$/);
    expect(loopback.indirizzo).toBe(`http://127.0.0.1:${loopback.porta}/#token=${loopback.token}`);
    const other = await startLoopback({ dispatcher, pagine: new Map() });
    expect(other.token).not.toBe(loopback.token);
    await other.close();
  });

  test.each([undefined, '', 'x', 'f'.repeat(64), `${'0'.repeat(63)}`])('token %s: 401 on everything', async (token) => {
    const headers: OutgoingHttpHeaders = { 'content-type': 'application/json' };
    if (token !== undefined) headers['x-approdo-token'] = token;
    const body = encode({ nome: 'sessione.get', input: {} });
    expect((await ask('/api/call', { method: 'POST', headers, body })).stato).toBe(401);
    expect((await ask('/api/cancel', { method: 'POST', headers, body })).stato).toBe(401);
    expect((await ask('/api/eventi', { headers })).stato).toBe(401);
  });

  test('a token in the address, or twice, is not the token', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await ask(`/api/call?token=${loopback.token}`, { method: 'POST', headers })).stato).toBe(401);
    const twice = { ...headers, 'x-approdo-token': [loopback.token, loopback.token] };
    expect((await ask('/api/call', { method: 'POST', headers: twice, body: '{}' })).stato).toBe(401);
  });

  test.each(['localhost', 'approdo.example', '127.0.0.1', '[::1]', '0x7f.1', '127.0.0.1:1'])(
    'Host %s (DNS rebinding): refused, pages too',
    async (name) => {
      const withPort = name.includes(':') || name === '127.0.0.1' ? name : `${name}:${loopback.porta}`;
      expect([421, 400]).toContain((await call('sessione.get', {}, { host: withPort })).stato);
      expect([421, 400]).toContain((await ask('/', { headers: { host: withPort } })).stato);
    },
  );

  test('no Host at all: refused', async () => {
    expect(await sendRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
    expect(await sendRaw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test.each(['http://example.org', 'null', 'http://localhost:1234', 'https://127.0.0.1'])(
    'Origin %s: refused, even with the token',
    async (origin) => {
      expect((await call('sessione.get', {}, { origin })).stato).toBe(403);
    },
  );

  test('a page of another port of this machine: refused', async () => {
    expect((await call('sessione.get', {}, { origin: `http://127.0.0.1:${loopback.porta + 1}` })).stato).toBe(403);
    expect((await call('sessione.get', {}, { 'sec-fetch-site': 'same-site' })).stato).toBe(403);
    expect((await call('sessione.get', {}, { 'sec-fetch-site': 'cross-site' })).stato).toBe(403);
  });

  test('a preflight is answered with a refusal and no permission', async () => {
    const answer = await ask('/api/call', {
      method: 'OPTIONS',
      headers: { origin: 'http://example.org', 'access-control-request-method': 'POST' },
    });
    expect(answer.stato).toBe(403);
    expect(Object.keys(answer.testate).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('%s on a call: 405', async (method) => {
    const headers = { 'x-approdo-token': loopback.token };
    expect((await ask('/api/call', { method, headers })).stato).toBe(405);
    expect((await ask('/api/cancel', { method, headers })).stato).toBe(405);
  });

  test('a form, or any body that a page can send without asking: 415', async () => {
    const headers = { 'x-approdo-token': loopback.token, 'content-type': 'text/plain' };
    expect((await ask('/api/call', { method: 'POST', headers, body: '{}' })).stato).toBe(415);
  });

  test('it listens on 127.0.0.1 and nowhere else', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap((one) => (one && !one.internal && one.family === 'IPv4' ? [one.address] : []));
    for (const address of [...others, '::1', '127.0.0.2'])
      expect([address, await reaches(address, loopback.porta)]).toEqual([address, false]);
    expect(await reaches('127.0.0.1', loopback.porta)).toBe(true);
  });
});

describe('the pages', () => {
  test('only what was read at the start, with its kind', async () => {
    expect((await ask('/')).corpo).toContain('<title>Approdo');
    expect((await ask('/index.html?x=1')).stato).toBe(200);
    const script = await ask('/assets/a.js');
    expect(script.testate['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/', { method: 'HEAD' })).corpo).toBe('');
    expect((await ask('/', { method: 'POST' })).stato).toBe(405);
  });

  test.each([
    '/../segreto.json',
    '/assets/../../segreto.json',
    '/%2e%2e/segreto.json',
    '/..%2fsegreto.json',
    '/assets/..%5c..%5csegreto.json',
    '//etc/passwd',
    '/assets',
    '/appunti.txt',
    '/__proto__',
    '/constructor',
    '/index.html%00.js',
    'http://127.0.0.1/../segreto.json',
  ])('%s is not there', async (path) => {
    expect((await ask(path)).stato).toBe(404);
  });
});

describe('bad senders', () => {
  const headers = () => ({ 'x-approdo-token': loopback.token, 'content-type': 'application/json' });

  test('a body beyond the limit: refused when declared, and cut when it only comes', async () => {
    const huge = 'x'.repeat(100_001);
    expect((await ask('/api/call', { method: 'POST', headers: headers(), body: huge })).stato).toBe(413);
    const chunked = { ...headers(), 'transfer-encoding': 'chunked' };
    expect((await ask('/api/call', { method: 'POST', headers: chunked, body: huge })).stato).toBe(413);
  });

  test.each(['', '{', 'null', '[]', '{"nome":5}', '{"nome":"sessione.get","lavoro":7}', '{"nome":{"$bytes":"***"}}'])(
    'body %s: 400, and the server goes on',
    async (body) => {
      expect((await ask('/api/call', { method: 'POST', headers: headers(), body })).stato).toBe(400);
      expect((await ask('/')).stato).toBe(200);
    },
  );

  test('a name that is not in the contract is answered by the contract', async () => {
    expect(decode((await call('__proto__', {})).corpo)).toMatchObject({ errore: { codice: 'contratto.nome' } });
    const poison = '{"nome":"sessione.get","input":{"__proto__":{"inquinato":1}}}';
    expect((await ask('/api/call', { method: 'POST', headers: headers(), body: poison })).stato).toBe(200);
    expect(({} as Record<string, unknown>)['inquinato']).toBeUndefined();
  });

  test('a sender that never finishes is cut, headers or body; the others are served meanwhile', async () => {
    const half = `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${loopback.porta}\r\n`;
    const body = `${half}x-approdo-token: ${loopback.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;
    const slow = [sendAndWait(half), sendAndWait(body)];
    expect((await ask('/')).stato).toBe(200);
    for (const ms of await Promise.all(slow)) expect(ms).toBeLessThan(8000);
  });

  test('a sender of one byte now and then is cut all the same', async () => {
    const half = `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${loopback.porta}\r\n`;
    const body = `${half}x-approdo-token: ${loopback.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`;
    const cut = [trickle(half, 'x: y\r\n'), trickle(body, ' ')];
    expect((await ask('/')).stato).toBe(200);
    for (const ms of await Promise.all(cut)) expect(ms).toBeLessThan(8000);
  });

  test('more connections than it takes: the others are dropped, and it serves again when they go', async () => {
    const idle = await Promise.all(Array.from({ length: 100 }, () => open()));
    await new Promise((done) => setTimeout(done, 200));
    const alive = idle.filter((socket) => !socket.destroyed && socket.readyState === 'open');
    expect(alive.length).toBeLessThanOrEqual(64);
    for (const socket of idle) socket.destroy();
    await expect.poll(async () => (await ask('/').catch(() => null))?.stato, { timeout: 5000 }).toBe(200);
  });

  test.each([
    ['two lengths', 'POST /api/call HTTP/1.1\r\nHost: HERE\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /api/call HTTP/1.1\r\nHost: HERE\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: HERE\r\nHost: example.org\r\n\r\n'],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: HERE\n\n'],
    ['a header folded', 'GET / HTTP/1.1\r\nHost: HERE\r\n x: y\r\n\r\n'],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: HERE\r\n\r\n'],
    ['a trace', 'TRACE / HTTP/1.1\r\nHost: HERE\r\n\r\n'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a web socket', 'GET /api/eventi HTTP/1.1\r\nHost: HERE\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['an address of somebody else', 'GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n'],
  ])('%s: refused or dropped, never served', async (_, text) => {
    const answer = await sendRaw(text.replaceAll('HERE', `127.0.0.1:${loopback.porta}`));
    expect(answer).not.toMatch(/^HTTP\/1\.1 (200|101)/);
    expect((await ask('/')).stato).toBe(200);
  });

  test('endless headers are refused', async () => {
    const answer = await ask('/', { headers: { 'x-lungo': 'x'.repeat(20_000) } });
    expect(answer.stato).toBe(431);
  });
});

test('a port already taken is an error the launcher can say', async () => {
  const busy = createServer();
  await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done));
  const { port } = busy.address() as { port: number };
  await expect(startLoopback({ dispatcher, pagine: new Map(), porta: port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  busy.close();
});

test('the browser is opened without a shell', () => {
  const address = 'http://127.0.0.1:1/#token=a&b;c';
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(browserCommand(address, platform)[1]).toContainEqual(expect.stringContaining(address));
});

function sendRaw(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(loopback.porta, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(answer));
  });
}

/** How long the server kept a connection that sent this and then a little more every tenth of a second, ms. */
function trickle(text: string, more: string): Promise<number> {
  const startMs = performance.now();
  return new Promise((done) => {
    const socket = connect(loopback.porta, '127.0.0.1', () => socket.write(text));
    const drip = setInterval(() => socket.writable && socket.write(more), 100);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      done(performance.now() - startMs);
    });
  });
}

function open(): Promise<Socket> {
  return new Promise((done) => {
    const socket = connect(loopback.porta, '127.0.0.1', () => done(socket));
    socket.on('error', () => done(socket));
    socket.on('data', () => undefined);
  });
}

/** How long the server kept a connection that sent this and then nothing, ms. */
function sendAndWait(text: string): Promise<number> {
  const startMs = performance.now();
  return new Promise((done) => {
    const socket = connect(loopback.porta, '127.0.0.1', () => socket.write(text));
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', () => done(performance.now() - startMs));
  });
}

function reaches(address: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: address, port, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}
