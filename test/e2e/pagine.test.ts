import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Demo } from '../../scripts/demo.ts';
import { apriFinestra, attendiQuiete, type Finestra } from './aiuti/approdo.ts';
import { demoDiProva } from './aiuti/demo.ts';
import { assertNessunErrore, attendiSalvato, entra, primaCella, scegliFile, vai } from './aiuti/gesti.ts';
import { fotografa, inColori, scenaDoppia, senzaViolazioni } from './aiuti/scena.ts';

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

let demo: Demo;
const scena = scenaDoppia('pagine', OGGI, async (cartella) => {
  demo = await demoDiProva(join(cartella, 'demo'), OGGI);
  return { comunita: demo.comunita, centrale: demo.accoglienza, password: demo.password };
});

/** The page has stopped changing: what it asked for has arrived. */
async function ferma({ page }: Finestra): Promise<void> {
  await attendiQuiete(page);
  // under the title there is something, and it is no longer a wait
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    const righe = main?.innerText.split('\n').filter((riga) => riga.trim() !== '') ?? [];
    return righe.length > 3 && main?.querySelector('[class*="_attesa_"]') === null;
  });
}

/** The pages of the registers: looked at by axe in their own tests, here only at 200 %. */
const REGISTRI = [
  ...[
    '/oggi/CASA00',
    '/agenda/CASA00',
    '/agenda/CASA00?vista=settimana',
    '/diario/CASA00',
    '/scadenze',
    '/notte/CASA00',
  ],
  ...['/misure/CASA00', '/ingresso/CASA00', '/impostazioni/struttura', '/impostazioni/elenchi'],
];
const SEZIONI_OSPITE = ['percorso', 'scheda', 'salute', 'incontri', 'attivita', 'diario', 'progetto', 'relazioni'];

const LATI: readonly (readonly [chi: string, finestra: () => Finestra, pagine: Pagine])[] = [
  ['comunità', () => scena.c, COMUNITA],
  ['Accoglienza', () => scena.a, CENTRALE],
];

describe.each(LATI)('every page of the %s', (_chi, finestra, pagine) => {
  test.each(pagine)('%s: nothing in the console, no axe violation, light and dark', async (nome, dove) => {
    const f = finestra();
    await inColori(f.page, 'light');
    await vai(f.page, dove);
    await ferma(f);
    await fotografa(f, nome);
    await senzaViolazioni(f.page);
    await inColori(f.page, 'dark');
    if (nome === 'presenze') await fotografa(f, 'presenze-scuro');
    await senzaViolazioni(f.page, { soloColori: true });
    await f.page.emulateMedia({ colorScheme: 'light' });
    assertNessunErrore(f.errori);
  });
});

test('at 200 % zoom every page keeps its content within reach, and the grid scrolls inside itself', async () => {
  const zoom = await apriFinestra(scena.comunita.indirizzo, { width: 720, height: 450 });
  await zoom.page
    .getByRole('navigation')
    .or(zoom.page.getByRole('button', { name: /menu/i }))
    .first()
    .waitFor();
  await vai(zoom.page, '/ospiti');
  const chi = await zoom.page.getByRole('rowheader').getByRole('link').first().getAttribute('href');
  const ospite = chi?.slice(chi.indexOf('#') + 1) ?? '';
  const cartella = [...SEZIONI_OSPITE, 'giuridica', 'documenti'].map((sezione) => `${ospite}?sezione=${sezione}`);
  for (const dove of [...COMUNITA.map(([, una]) => una), ...REGISTRI, ...cartella]) {
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
  const { page } = scena.c;
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
  assertNessunErrore(scena.c.errori);
});

test('wrong password: one sentence, and another try', async () => {
  const f = await apriFinestra(scena.comunita.indirizzo);
  await f.page.getByRole('button', { name: 'Blocca' }).click();
  await entra(f.page, 'una password che non va');
  await f.page.getByText('La password non è giusta', { exact: false }).first().waitFor();
  await entra(f.page, demo.password);
  await f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await f.close();
  await scena.c.page.reload();
  await scena.c.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
});

test('a damaged parcel, a stranger’s file: refused with a reason, nothing changes', async () => {
  const { page } = scena.a;
  const rotto = join(scena.cartella, 'CASA00-2025-02-r1.approdo');
  writeFileSync(rotto, 'age-encryption.org/v1\n-> X25519 niente\n');
  await vai(page, '/consegne/2025');
  await scegliFile(page, 'Importa pacchi…', [rotto]);
  await page
    .getByText(/incompleto o alterato/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /^Applica/ }).count()).toBe(0);
  assertNessunErrore(scena.a.errori);
});

test('the verification runs in the window and says what it looked at', async () => {
  for (const f of [scena.c, scena.a]) {
    await vai(f.page, '/impostazioni');
    await f.page.getByRole('button', { name: 'Verifica adesso' }).click();
    await f.page
      .getByText(/Tutto in ordine/)
      .first()
      .waitFor();
    assertNessunErrore(f.errori);
  }
});
