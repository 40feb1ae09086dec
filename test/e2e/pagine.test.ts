import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildDemo, type Demo } from '../../scripts/demo.ts';
import {
  type Approdo,
  apriFinestra,
  avviaApprodo,
  closeBrowser,
  type Finestra,
  fotografaErrore,
} from './aiuti/approdo.ts';
import { assertNessunErrore, attendiSalvato, entra, primaCella, scegliFile, vai } from './aiuti/gesti.ts';

const IMMAGINI = fileURLToPath(new URL('../../docs/immagini', import.meta.url));
const OGGI = '2025-03-21';

type Pagine = readonly (readonly [nome: string, dove: string])[];

const COMUNITA: Pagine = [
  ['presenze', '/presenze/CASA00/2025-03'],
  ['mese', '/mese/CASA00/2025-02'],
  ['mese-chiuso', '/mese/CASA00/2025-01'],
  ['foglio', '/foglio/CASA00/2025-01'],
  ['giornate', '/report/giornate?dal=2025-01-01&al=2025-12-31'],
  ['bilancio', '/report/bilancio?dal=2025-01-01&al=2025-12-31'],
  ['importa', '/importa'],
  ['impostazioni', '/impostazioni'],
];
const CENTRALE: Pagine = [
  ['consegne', '/consegne/2025'],
  ['consegne-2024', '/consegne/2024'],
  ['presenze-centrale', '/presenze/CASA01/2025-01'],
  ['giornate-centrale', '/report/giornate?dal=2025-01-01&al=2025-12-31'],
  ['bilancio-centrale', '/report/bilancio?dal=2024-03-01&al=2025-02-28'],
  ['impostazioni-centrale', '/impostazioni'],
];

let cartella: string;
let demo: Demo;
let comunita: Approdo;
let centrale: Approdo;
let c: Finestra;
let a: Finestra;

beforeAll(async () => {
  cartella = mkdtempSync(join(tmpdir(), 'approdo-pagine-'));
  demo = await buildDemo(join(cartella, 'demo'), OGGI);
  comunita = await avviaApprodo(demo.comunita, OGGI);
  centrale = await avviaApprodo(demo.accoglienza, OGGI);
  c = await apriFinestra(comunita.indirizzo);
  a = await apriFinestra(centrale.indirizzo);
  for (const { page } of [c, a]) {
    await entra(page, demo.password);
    await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  }
  mkdirSync(IMMAGINI, { recursive: true });
});

afterAll(async () => {
  await comunita.stop();
  await centrale.stop();
  await closeBrowser();
  rmSync(cartella, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [nome, finestra] of [
    ['comunita', c],
    ['centrale', a],
  ] as const)
    await fotografaErrore(finestra, `${task.name.slice(0, 30)}-${nome}`);
});

/** The page has stopped changing: what it asked for has arrived. */
async function ferma({ page }: Finestra): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.getByRole('heading').first().waitFor();
  await page.waitForTimeout(250);
}

/** The pictures of the manual are taken here, only when asked: they would change at every run otherwise. */
async function immagine(finestra: Finestra, nome: string): Promise<void> {
  if (process.env['APPRODO_IMMAGINI']) await finestra.page.screenshot({ path: join(IMMAGINI, `${nome}.png`) });
}

async function violazioni({ page }: Finestra): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

const LATI: readonly (readonly [chi: string, finestra: () => Finestra, pagine: Pagine])[] = [
  ['comunità', () => c, COMUNITA],
  ['Accoglienza', () => a, CENTRALE],
];

describe.each(LATI)('every page of the %s', (_chi, finestra, pagine) => {
  test.each(pagine)('%s: nothing in the console, no axe violation, light and dark', async (nome, dove) => {
    const f = finestra();
    await f.page.emulateMedia({ colorScheme: 'light' });
    await vai(f.page, dove);
    await ferma(f);
    await immagine(f, nome);
    expect(await violazioni(f)).toEqual([]);
    await f.page.emulateMedia({ colorScheme: 'dark' });
    await f.page.waitForTimeout(150);
    if (nome === 'presenze') await immagine(f, 'presenze-scuro');
    expect(await violazioni(f)).toEqual([]);
    await f.page.emulateMedia({ colorScheme: 'light' });
    assertNessunErrore(f.errori);
  });
});

test('at 200 % zoom every page keeps its content within reach, and the grid scrolls inside itself', async () => {
  const zoom = await apriFinestra(comunita.indirizzo, { width: 720, height: 450 });
  await zoom.page
    .getByRole('navigation')
    .or(zoom.page.getByRole('button', { name: /menu/i }))
    .first()
    .waitFor();
  for (const [, dove] of COMUNITA) {
    await vai(zoom.page, dove);
    await ferma(zoom);
    const oltre = await zoom.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(oltre, dove).toBeLessThanOrEqual(1);
  }
  await vai(zoom.page, '/presenze/CASA00/2025-03');
  const cell = await primaCella(zoom.page, /: presente/);
  await cell.click();
  await zoom.page.keyboard.press('End');
  await zoom.page.keyboard.press('Home');
  assertNessunErrore(zoom.errori);
  await zoom.close();
});

test('copy and paste go to and from a spreadsheet; what is outside the stays is skipped and said', async () => {
  const { page } = c;
  await vai(page, '/presenze/CASA00/2025-03');
  const cell = await primaCella(page, /: presente/);
  await cell.click();
  await page.evaluate(() => navigator.clipboard.writeText('U\tR\nU\tR'));
  await page.keyboard.press('Control+v');
  await expect.poll(() => cell.getAttribute('aria-label')).toMatch(/: uscita/);
  await page
    .getByText(/Incollati/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^U/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell.getAttribute('aria-label')).toMatch(/: presente/);
  await page.evaluate(() => navigator.clipboard.writeText('Z'));
  await page.keyboard.press('Control+v');
  await page
    .getByText(/Non incollato: «Z»/)
    .first()
    .waitFor();
  await attendiSalvato(page);
  assertNessunErrore(c.errori);
});

test('wrong password: one sentence, and another try', async () => {
  const f = await apriFinestra(comunita.indirizzo);
  await f.page.getByRole('button', { name: 'Blocca' }).click();
  await entra(f.page, 'una password che non va');
  await f.page.getByText('La password non è giusta', { exact: false }).first().waitFor();
  await entra(f.page, demo.password);
  await f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await f.close();
  await c.page.reload();
  await c.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
});

test('a damaged parcel, a stranger’s file: refused with a reason, nothing changes', async () => {
  const { page } = a;
  const rotto = join(cartella, 'CASA00-2025-02-r1.approdo');
  writeFileSync(rotto, 'age-encryption.org/v1\n-> X25519 niente\n');
  await vai(page, '/consegne/2025');
  await scegliFile(page, 'Importa pacchi…', [rotto]);
  await page
    .getByText(/incompleto o alterato/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /^Applica/ }).count()).toBe(0);
  assertNessunErrore(a.errori);
});

test('the verification runs in the window and says what it looked at', async () => {
  for (const f of [c, a]) {
    await vai(f.page, '/impostazioni');
    await f.page.getByRole('button', { name: 'Verifica adesso' }).click();
    await f.page
      .getByText(/Tutto in ordine/)
      .first()
      .waitFor();
    assertNessunErrore(f.errori);
  }
});
