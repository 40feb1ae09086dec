import { toErroreApprodo } from '../../db/file/sqlite-errore.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { contract, type NomeEndpoint, type Risposta } from '../contract/index.ts';
import { type Contesto, gesto, type Progresso } from '../services/contesto.ts';
import { type Diario, doveErrore } from './diario.ts';
import { parseInput } from './errore-input.ts';
import type { Handlers } from './handler.ts';
import { handlers as allHandlers } from './handlers.ts';
import type { Host } from './host.ts';
import { Lavoro } from './lavoro.ts';
import { isStessaLettura } from './lettura.ts';

const LENTO_MS = 1000;
/** How often the host looks whether somebody is still at the window. */
const GUARDIA_MS = 5000;
/** Calls the window makes by itself: nobody's gesture. */
const DA_SOLE: ReadonlySet<string> = new Set(['sessione.get', 'sessione.lock', 'oggi.get', 'oggi.getSegni']);

export interface OpzioniCall {
  /** the id the page gave the call: by it progress is told and the call is cancelled */
  readonly lavoro?: string | undefined;
  readonly onProgress?: (progresso: Progresso) => void;
}

/**
 * The one door to the services, for every host: allow-list, session, role, input, handler, output, errors. Commands run
 * one at a time in the order they came; queries run meanwhile.
 */
export class Dispatcher {
  private readonly host: Host;
  private readonly diario: Diario;
  private readonly handlers: Handlers;
  private readonly lavori = new Map<string, Lavoro>();
  private coda: Promise<unknown> = Promise.resolve();
  private inCorso = 0;
  private readonly ascoltatori = new Set<() => void>();
  private guardia: NodeJS.Timeout | undefined;

  constructor(host: Host, diario: Diario, handlers: Handlers = allHandlers) {
    this.host = host;
    this.diario = diario;
    this.handlers = handlers;
  }

  /** Never rejects: a refusal, expected or not, is an answer. */
  async call(nome: string, input: unknown, opzioni: OpzioniCall = {}): Promise<Risposta<unknown>> {
    const startMs = performance.now();
    this.inCorso++;
    try {
      return { ok: true, valore: await this.dispatch(nome, input, opzioni) };
    } catch (error) {
      const { codice, messaggio } = this.explain(nome, error);
      return { ok: false, errore: { codice, messaggio } };
    } finally {
      this.inCorso--;
      if (!DA_SOLE.has(nome)) this.host.touch();
      const ms = Math.round(performance.now() - startMs);
      if (ms > LENTO_MS && isNome(nome)) this.diario.write({ evento: 'lento', nome, ms });
    }
  }

  /** Asks a running or waiting call to stop at its next step. */
  cancel(lavoro: string): void {
    this.lavori.get(lavoro)?.cancel();
  }

  /** Called after every lock the host makes by itself: the window has to know. */
  onBlocco(cb: () => void): void {
    this.ascoltatori.add(cb);
  }

  /** From now on the host locks a store nobody is at, by its own clock. Whatever is running counts as somebody. */
  guard(): void {
    const look = () => {
      if (this.inCorso > 0) this.host.touch();
      else if (this.host.isAbbandonata()) void this.lock();
    };
    this.guardia ??= setInterval(look, GUARDIA_MS).unref();
  }

  /** Locks after the command that is running, and tells the window. */
  async lock(): Promise<void> {
    await this.enqueue(() => this.host.lock());
    for (const cb of this.ascoltatori) cb();
  }

  /** Stops what can stop, waits for the command that is running, closes the store. */
  async close(): Promise<void> {
    clearInterval(this.guardia);
    for (const lavoro of this.lavori.values()) lavoro.cancel();
    await this.enqueue(() => this.host.lock());
    await this.host.waitCopie();
  }

  private async dispatch(nome: string, input: unknown, opzioni: OpzioniCall): Promise<unknown> {
    if (!isNome(nome))
      throw new ErroreApprodo('contratto.nome', 'Questa richiesta non esiste: aggiornare il programma e riprovare.');
    const lavoro = new Lavoro((progresso) => opzioni.onProgress?.(progresso));
    const id = opzioni.lavoro;
    if (id !== undefined) this.lavori.set(id, lavoro);
    try {
      const work = () => this.run(nome, input, lavoro);
      return await (contract[nome].tipo === 'command' ? this.enqueue(work) : work());
    } finally {
      if (id !== undefined && this.lavori.get(id) === lavoro) this.lavori.delete(id);
    }
  }

  private enqueue<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.coda.then(work);
    this.coda = mine.catch(() => undefined);
    return mine;
  }

  private async run(nome: NomeEndpoint, input: unknown, lavoro: Lavoro): Promise<unknown> {
    lavoro.assertGoing();
    const endpoint: Endpoint = contract[nome];
    const fondo = this.findFondo(endpoint, lavoro);
    const parsed = parseInput(endpoint.input, input);
    if (!parsed.ok) throw new ErroreApprodo('contratto.input', parsed.messaggio);
    if (endpoint.copiaPrima) {
      await lavoro.progress({ fase: 'copia', fatto: 0, totale: null });
      await this.host.copyPrima();
    }
    // the table's type pairs each name with its own handler and input: here the name is any of them
    const handler = this.handlers[nome] as (su: Host | Contesto, input: unknown, lavoro: Lavoro) => unknown;
    const output = endpoint.output.safeParse(await handler(fondo ?? this.host, parsed.valore, lavoro));
    if (!output.success) {
      const dove = output.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).slice(0, 5);
      this.diario.write({ evento: 'output', nome, dove: dove.join(' | ') });
      throw new Error('the answer is not what the contract says');
    }
    if (endpoint.registrata && fondo)
      registerReading(fondo, nome, parsed.valore, endpoint.ospiteDi?.(output.data) ?? undefined);
    return output.data;
  }

  /** @returns undefined for the endpoints that need no store. @throws ErroreApprodo `sessione.chiusa`, `permesso.ruolo` */
  private findFondo({ ruoli }: Endpoint, lavoro: Lavoro): Contesto | undefined {
    if (ruoli === 'pubblico') return undefined;
    const contesto = this.host.getContesto((progresso) => lavoro.progress(progresso));
    if (!ruoli.includes(contesto.utente.ruolo))
      throw new ErroreApprodo(
        'permesso.ruolo',
        'Chi è entrato non ha il permesso per questa operazione: farla fare a chi ce l’ha.',
      );
    return contesto;
  }

  private explain(nome: string, error: unknown): ErroreApprodo {
    const known = toErroreApprodo(error);
    if (known instanceof ErroreApprodo) return known;
    if (isNome(nome) && contract[nome].ruoli !== 'pubblico' && !this.host.aperta)
      return new ErroreApprodo(
        'sessione.chiusa',
        'L’archivio è stato chiuso intanto: entrare con la password e ripetere.',
      );
    const codice = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    this.diario.write({ evento: 'errore', nome: isNome(nome) ? nome : '?', codice, dove: doveErrore(error) });
    return new ErroreApprodo(
      'interno',
      'Si è verificato un errore imprevisto: nulla è stato salvato. Riprovare; se si ripete, avvisare l’assistenza.',
    );
  }
}

export function isNome(nome: string): nome is NomeEndpoint {
  return Object.hasOwn(contract, nome);
}

/** Reading names is itself a fact of the log: who, when, of whom, what was asked. */
function registerReading(contesto: Contesto, nome: string, input: unknown, ospiteId: string | undefined): void {
  if (ospiteId !== undefined && isStessaLettura(contesto, nome, ospiteId)) return;
  const nota = JSON.stringify(input).slice(0, 500);
  contesto.store.write({ ...gesto(contesto, nome, { nota, ospiteId }), sempre: true }, () => undefined);
}
