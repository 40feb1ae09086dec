import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';
import { ATTESA_MS, rallenta } from './lento.ts';

const MAIN = fileURLToPath(new URL('../../../electron/loopback/main.ts', import.meta.url));

export interface Approdo {
  /** the address with its token, as a person would open it */
  readonly indirizzo: string;
  readonly processo: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** The real loopback host on a folder, as a process of its own, with today fixed. */
export async function avviaApprodo(dati: string, oggi: string): Promise<Approdo> {
  const processo = spawn(process.execPath, [MAIN, '--dati', dati, '--no-open'], {
    env: { ...process.env, APPRODO_OGGI: oggi },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: processo.stdout });
  for await (const line of lines) {
    const indirizzo = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0];
    if (indirizzo) return { indirizzo, processo, stop: () => stop(processo) };
  }
  throw new Error('the loopback host ended before saying where it is');
}

async function stop(processo: ChildProcess): Promise<void> {
  if (processo.exitCode !== null || processo.signalCode !== null) return;
  const ended = once(processo, 'exit');
  processo.kill('SIGTERM');
  await ended;
}

export interface Finestra {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the page complained of: empty at the end of every test */
  readonly errori: string[];
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** One Chromium for the whole run; each window has storage and clipboard of its own. */
function launch(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
  return browser;
}

export async function apriFinestra(
  indirizzo: string,
  opzioni: { readonly width?: number; readonly height?: number; readonly scuro?: boolean } = {},
): Promise<Finestra> {
  const { width = 1440, height = 900, scuro = false } = opzioni;
  const context = await (await launch()).newContext({
    viewport: { width, height },
    colorScheme: scuro ? 'dark' : 'light',
    locale: 'it-IT',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  context.setDefaultTimeout(ATTESA_MS);
  const page = await context.newPage();
  contaRichieste(page);
  await rallenta(context, page);
  const errori: string[] = [];
  page.on('pageerror', (error) => errori.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errori.push(message.text());
  });
  await page.goto(indirizzo);
  return { page, context, errori, close: () => context.close() };
}

/** What each window has asked for and has not got yet: calls of the host, parts of the program. */
const inVolo = new WeakMap<Page, Set<Request>>();

function contaRichieste(page: Page): void {
  const richieste = new Set<Request>();
  inVolo.set(page, richieste);
  page.on('request', (una) => {
    // what a page loaded again had asked for comes no more
    if (una.isNavigationRequest()) richieste.clear();
    // the progress of long calls is a stream that never ends
    if (una.url().startsWith('http') && !una.url().endsWith('/api/eventi')) richieste.add(una);
  });
  page.on('requestfinished', (una) => richieste.delete(una));
  page.on('requestfailed', (una) => richieste.delete(una));
}

/** Times in a row that nothing must be on its way: what arrives may ask for more. */
const FERMA = 3;

/**
 * The window has stopped changing: what it asked for has arrived and is painted, and nothing more was asked for.
 * @param basta true: it is enough as it is
 */
export async function attendiQuiete(page: Page, basta = () => Promise.resolve(false)): Promise<void> {
  const fine = performance.now() + ATTESA_MS;
  for (let ferma = 0; ferma < FERMA && !(await basta()); ) {
    if (performance.now() > fine) throw new Error('the window is still asking its host');
    await page.evaluate(
      () => new Promise((fatto) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(fatto)))),
    );
    ferma = inVolo.get(page)?.size === 0 ? ferma + 1 : 0;
  }
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

const RISULTATI = fileURLToPath(new URL('../../../test-results', import.meta.url));

/** What the window showed when a test failed, for whoever reads why. */
export async function fotografaErrore(finestra: Finestra, nome: string): Promise<void> {
  const path = `${RISULTATI}/${nome.replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
  await finestra.page.screenshot({ path });
  process.stderr.write(`finestra al momento dell'errore: ${path}\n`);
}
