import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Giorno } from '../../../domain/giorno.ts';
import type { Input, NomeQuery, Output } from '../../../electron/contract/index.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { readPagine } from '../../../electron/ipc/pagine.ts';
import { startLoopback } from '../../../electron/loopback/server.ts';
import type { Demo } from '../../../scripts/demo.ts';
import { type Approdo, apriFinestra, avviaApprodo, closeBrowser, type Finestra, fotografaErrore } from './approdo.ts';
import { demoDiProva } from './demo.ts';
import { entra } from './gesti.ts';

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url));
const RISULTATI = fileURLToPath(new URL('../../../test-results', import.meta.url));

type Chiudi = (() => Promise<unknown>)[];

/**
 * A folder for the tests of one file, what is opened in it before them and closed after them (in the order of `chiudi`, the
 * browser before); a failed test leaves a picture of each window.
 */
export function scenaIn(
  nome: string,
  finestre: () => readonly (Finestra | undefined)[],
  apri: (cartella: string, chiudi: Chiudi) => Promise<void>,
): void {
  let cartella = '';
  const chiudi: Chiudi = [];
  beforeAll(async () => {
    cartella = mkdtempSync(join(tmpdir(), `approdo-${nome}-`));
    mkdirSync(RISULTATI, { recursive: true });
    await apri(cartella, chiudi);
  });
  afterAll(async () => {
    await closeBrowser();
    for (const una of chiudi) await una();
    rmSync(cartella, { recursive: true, force: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const [n, una] of finestre().entries())
      if (una) await fotografaErrore(una, `${task.name.slice(0, 30)}${n === 0 ? '' : `-${n + 1}`}`);
  });
}

/** Whoever has the password is inside. */
async function entraDaSe({ page }: Finestra, password: string): Promise<void> {
  await entra(page, password);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

/** The demonstration's community with its responsabile inside, for the tests of one file. */
export interface Scena {
  cartella: string;
  demo: Demo;
  comunita: Approdo;
  f: Finestra;
}

/** Makes the scene before the tests of the file and takes it away after them. Its fields are there once the tests run. */
export function scenaDemo(nome: string, oggi: string): Scena {
  const scena = {} as Scena;
  scenaIn(
    nome,
    () => [scena.f],
    async (cartella, chiudi) => {
      scena.cartella = cartella;
      scena.demo = await demoDiProva(join(cartella, 'demo'), oggi);
      scena.comunita = await avviaApprodo(scena.demo.comunita, oggi);
      chiudi.push(scena.comunita.stop);
      scena.f = await apriFinestra(scena.comunita.indirizzo);
      await entraDaSe(scena.f, scena.demo.password);
    },
  );
  return scena;
}

/** A community and the central office, each a process of its own with its window. */
export interface ScenaDoppia {
  cartella: string;
  comunita: Approdo;
  centrale: Approdo;
  /** the community's window, and the central office's */
  c: Finestra;
  a: Finestra;
}

/** Where the two stores are, made or to be made; with a password, somebody enters both. */
interface Due {
  readonly comunita: string;
  readonly centrale: string;
  readonly password?: string;
}

export function scenaDoppia(
  nome: string,
  oggi: string,
  prepara: (cartella: string) => Promise<Due> | Due,
): ScenaDoppia {
  const scena = {} as ScenaDoppia;
  scenaIn(
    nome,
    () => [scena.c, scena.a],
    async (cartella, chiudi) => {
      scena.cartella = cartella;
      const { comunita, centrale, password } = await prepara(cartella);
      scena.comunita = await avviaApprodo(comunita, oggi);
      chiudi.push(scena.comunita.stop);
      scena.centrale = await avviaApprodo(centrale, oggi);
      chiudi.push(scena.centrale.stop);
      scena.c = await apriFinestra(scena.comunita.indirizzo);
      scena.a = await apriFinestra(scena.centrale.indirizzo);
      if (password !== undefined) for (const una of [scena.c, scena.a]) await entraDaSe(una, password);
    },
  );
  return scena;
}

/** Whether a page of the manual, or the README, shows it. */
function isNominata(immagine: string): boolean {
  const pagine = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((nome) => nome.endsWith('.md'));
  return ['../README.md', ...pagine].some((nome) => readFileSync(join(DOCS, nome), 'utf8').includes(`/${immagine}`));
}

/**
 * A picture, when pictures are asked for (`APPRODO_IMMAGINI=1`): they would change at every run otherwise. Those the manual shows go
 * in docs/immagini, the others where they are only looked at, test-results.
 */
export async function fotografa(
  { page }: Pick<Finestra, 'page'>,
  nome: string,
  opzioni: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (!process.env['APPRODO_IMMAGINI']) return;
  const dove = isNominata(`${nome}.png`) ? join(DOCS, 'immagini') : RISULTATI;
  await page.screenshot({ ...opzioni, path: join(dove, `${nome}.png`) });
}

/** What of a page may change with its colours alone. */
const DI_COLORE = ['color-contrast', 'link-in-text-block'];

/** What axe finds against the page as it is now: nothing. `soloColori`: the same page, looked at whole in the other colours. */
export async function senzaViolazioni(
  page: Page,
  { escludi, soloColori = false }: { readonly escludi?: string | undefined; readonly soloColori?: boolean } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (escludi) axe.exclude(escludi);
  if (soloColori) axe.withRules(DI_COLORE);
  const { violations } = await axe.analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

/** The page in these colours, and nothing in it moves. */
export async function inColori(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (schema) =>
      document.documentElement.getAttribute('data-mantine-color-scheme') === schema &&
      document.getAnimations().every((una) => una.playState === 'finished'),
    colorScheme,
  );
}

interface Sguardo {
  /** there is a picture when pictures are asked for: light, or both */
  readonly immagine?: 'chiara' | 'chiara e scura';
  /** what axe does not look at */
  readonly escludi?: string;
}

/** The page as it is, light and dark: no violation, and a picture where asked (`APPRODO_IMMAGINI=1`). */
export async function guarda(finestra: Finestra, nome: string, { immagine, escludi }: Sguardo = {}): Promise<void> {
  const { page } = finestra;
  for (const colorScheme of ['light', 'dark'] as const) {
    await inColori(page, colorScheme);
    const voluta = immagine === 'chiara e scura' || (immagine === 'chiara' && colorScheme === 'light');
    if (voluta) await fotografa(finestra, `${nome}${colorScheme === 'dark' ? '-scuro' : ''}`);
    await senzaViolazioni(page, { escludi, soloColori: colorScheme === 'dark' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A window over a host of this same process: its day can go on, and what the store says can be asked through the same door. */
export interface ScenaViva {
  cartella: string;
  /** the address of the window, for another one on the same host */
  indirizzo: string;
  f: Finestra;
  /** the day it is for the host; the window learns it at its next reload */
  oggi: Giorno;
  leggi: <N extends NomeQuery>(nome: N, input: Input<N>) => Promise<Output<N>>;
}

const PAGINE = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

/** A store, where it is and what opens it. */
interface Preparato {
  readonly dati: string;
  readonly password: string;
}

/** The demonstration's community, made in a folder. */
async function preparaDemo(cartella: string, oggi: Giorno): Promise<Preparato> {
  const { comunita, password } = await demoDiProva(join(cartella, 'demo'), oggi);
  return { dati: comunita, password };
}

/** A host of this same process, with the window's pages on the loopback. */
export async function apriPorta(host: Host, chiudi: Chiudi): Promise<{ door: Dispatcher; indirizzo: string }> {
  const door = new Dispatcher(host, { write: () => undefined });
  door.guard();
  chiudi.push(() => door.close());
  const loopback = await startLoopback({ dispatcher: door, pagine: readPagine(PAGINE) });
  chiudi.push(() => loopback.close());
  return { door, indirizzo: loopback.indirizzo };
}

/** `prepara` makes a store inside the folder it is given; without it, the demonstration's community. */
export function scenaViva(
  nome: string,
  oggi: Giorno,
  prepara: (cartella: string, oggi: Giorno) => Promise<Preparato> = preparaDemo,
): ScenaViva {
  const scena = { oggi } as ScenaViva;
  scenaIn(
    nome,
    () => [scena.f],
    async (cartella, chiudi) => {
      scena.cartella = cartella;
      const { dati, password } = await prepara(cartella, oggi);
      const host = new Host({ dati, host: 'loopback', oggi: () => scena.oggi });
      const { door, indirizzo } = await apriPorta(host, chiudi);
      scena.leggi = async (domanda, input) => {
        const risposta = await door.call(domanda, input);
        if (!risposta.ok) throw new Error(`${domanda}: ${risposta.errore.messaggio}`);
        return risposta.valore as Output<typeof domanda>;
      };
      scena.indirizzo = indirizzo;
      scena.f = await apriFinestra(indirizzo);
      await entra(scena.f.page, password);
      const dentro = scena.f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' });
      // a register made from a command asks for its recovery key first
      await dentro.or(scena.f.page.getByRole('button', { name: 'Più tardi' })).waitFor();
    },
  );
  return scena;
}
