import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Input, NomeEndpoint, Output, Risposta } from '../../electron/contract/index.ts';
import { decode, encode } from '../../electron/contract/wire.ts';
import { OGGI } from './dati.ts';

const MAIN = fileURLToPath(new URL('../../electron/loopback/main.ts', import.meta.url));
const SONDA = new URL('sonda.mjs', import.meta.url).href;

/** Bytes, of the host's process: what the system gives it, and what of it is JavaScript in use after a collection. */
export interface Memoria {
  readonly rss: number;
  readonly heapUsed: number;
}

/** The loopback host as a process of its own, spoken to as the page does. */
export class Ospite {
  readonly indirizzo: string;
  private readonly processo: ChildProcess;
  private readonly token: string;

  private constructor(processo: ChildProcess, indirizzo: string) {
    this.processo = processo;
    this.indirizzo = indirizzo;
    this.token = indirizzo.split('#token=')[1] ?? '';
  }

  static async start(dati: string): Promise<Ospite> {
    const processo = spawn(process.execPath, ['--expose-gc', '--import', SONDA, MAIN, '--dati', dati, '--no-open'], {
      env: { ...process.env, APPRODO_OGGI: OGGI },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    if (!processo.stdout) throw new Error('the host has no stdout');
    for await (const line of createInterface({ input: processo.stdout })) {
      const indirizzo = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0];
      if (indirizzo) return new Ospite(processo, indirizzo);
    }
    throw new Error('the loopback host ended before saying where it is');
  }

  /** @throws Error with the sentence of a refusal */
  async call<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> {
    const { origin } = new URL(this.indirizzo);
    const response = await fetch(`${origin}/api/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-approdo-token': this.token },
      body: encode({ nome, input }),
    });
    const risposta = decode(await response.text()) as Risposta<Output<N>>;
    if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.messaggio}`);
    return risposta.valore;
  }

  async memoria(): Promise<Memoria> {
    this.processo.send('memoria');
    const [letta] = (await once(this.processo, 'message')) as [Memoria];
    return letta;
  }

  async stop(): Promise<void> {
    if (this.processo.exitCode !== null || this.processo.signalCode !== null) return;
    const ended = once(this.processo, 'exit');
    this.processo.kill('SIGTERM');
    await ended;
  }
}
