import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { attendiQuiete } from './aiuti/approdo.ts';
import { assertNessunErrore, attendiSalvato, cella, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const scena = scenaDemo('tastiera', OGGI);
const pagina = (): Page => scena.f.page;
const fuoco = () => pagina().locator(':focus');

afterAll(() => assertNessunErrore(scena.f.errori));

/** Somebody who is in, and the address of their page. */
async function unPresente(): Promise<{ nome: string; dove: string }> {
  const page = pagina();
  await vai(page, '/oggi/CASA00');
  const carta = page.getByRole('region', { name: 'In struttura', exact: true });
  await carta.getByRole('button', { name: /chi sono/ }).click();
  const link = carta.getByRole('listitem').first().getByRole('link');
  const dove = (await link.getAttribute('href'))?.replace('#', '') ?? '';
  return { nome: await link.innerText(), dove };
}

let chi: Awaited<ReturnType<typeof unPresente>>;

test('in the grid F7 goes to the next empty day and stays there; F8 opens the night, where Enter prints', async () => {
  const page = pagina();
  chi = await unPresente();
  await vai(page, '/presenze/CASA00/2025-03');
  await cella(page, chi.nome, 17).click();
  await page.keyboard.press('Delete');
  await attendiSalvato(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F7');
  await expect.poll(() => fuoco().getAttribute('aria-label')).toMatch(/lun 17 mar/);
  expect(page.url()).toContain('/presenze/');
  // typed in one breath, what is looked for is not written under the cursor
  const qui = await fuoco().getAttribute('aria-label');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pru');
  const cerca = page.getByRole('combobox', { name: 'Cerca persone e azioni' });
  await expect.poll(() => cerca.inputValue()).toBe('pru');
  await page.keyboard.press('Escape');
  await expect.poll(() => fuoco().getAttribute('aria-label')).toBe(qui);
  await page.keyboard.press('p');
  await attendiSalvato(page);
  await page.keyboard.press('F8');
  await page.getByRole('region', { name: 'Chi c’è stanotte' }).waitFor();
  await expect.poll(() => fuoco().innerText()).toBe('Stampa');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-stampato', '');
  });
  await page.keyboard.press('Enter');
  await page.locator('body[data-stampato]').waitFor({ state: 'attached' });
});

test('a side form opens on its first field, closes with Esc and gives the keyboard back', async () => {
  const page = pagina();
  await vai(page, `${chi.dove}?sezione=giuridica`);
  const apri = page.getByRole('button', { name: 'Aggiungi una misura…' });
  await apri.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await expect.poll(() => form.getByLabel('Misura').evaluate((el) => el === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => fuoco().innerText()).toBe('Aggiungi una misura…');
});

test('saved from the keyboard alone, one goes on from the button pressed', async () => {
  const page = pagina();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  const misura = form.getByLabel('Misura');
  await expect.poll(() => misura.locator('option').count()).toBeGreaterThan(1);
  await expect.poll(() => misura.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10/3');
  await guarda(scena.f, 'tastiera-misura');
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => fuoco().innerText()).toBe('Aggiungi una misura…');
});

test('opened by a letter, closed: the page keeps the keyboard, the next letter works', async () => {
  const page = pagina();
  await vai(page, '/oggi/CASA00');
  await vai(page, chi.dove);
  await page.getByRole('heading', { name: chi.nome }).waitFor();
  for (const lettera of ['v', 'i', 'l']) {
    await page.keyboard.press(lettera);
    const form = page.getByRole('dialog');
    await form.waitFor();
    await expect.poll(() => form.locator('form :focus').count()).toBe(1);
    await expect.poll(() => fuoco().evaluate((el) => el.tagName)).not.toBe('BUTTON');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  }
});

test('what an admission lacks opens on its field; the admission is undone with Ctrl+Z, even after its notice is gone', async () => {
  const page = pagina();
  await vai(page, '/oggi/CASA00');
  const quanti = page
    .getByRole('region', { name: 'In struttura', exact: true })
    .getByRole('button', { name: /chi sono/ });
  await quanti.waitFor();
  await attendiQuiete(page);
  const prima = Number(await quanti.innerText());
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: 'Nuovo ingresso' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Cognome').fill('Zorzi');
  await form.getByLabel('Nome', { exact: true }).fill('Ettore');
  await form.getByLabel('Maschio').check();
  await form.getByLabel('Data di nascita').fill('2/5/1990');
  await form.getByLabel('Data di ingresso').fill('oggi');
  await form.getByRole('button', { name: 'Registra l’ingresso' }).click();
  // saved, with what is missing: before that «Chiudi» is the cross
  await form.getByText(/Ingresso registrato: ZORZI Ettore/).waitFor();
  await form.getByRole('button', { name: 'Chiudi' }).last().click();
  const avviso = page.getByText(/Ingresso registrato: ZORZI Ettore/).first();
  await avviso.waitFor();
  await vai(page, '/oggi/CASA00');
  await expect.poll(async () => Number(await quanti.innerText())).toBe(prima + 1);
  // each line of what is missing lands on its field
  const carta = page.getByRole('region', { name: 'Da completare', exact: true });
  await carta.getByRole('listitem').first().waitFor();
  await carta.getByRole('button', { name: 'Mostra: Schede con dati mancanti' }).click();
  await guarda(scena.f, 'oggi-compiti');
  const scheda = carta.getByRole('listitem').filter({ hasText: 'ZORZI Ettore: modulo, servizio inviante' });
  await scheda.getByRole('link', { name: /^Apri/ }).click();
  const etichetta = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText);
  await expect.poll(etichetta).toBe('Tipologia di utenza');
  await vai(page, '/oggi/CASA00');
  // out of the field of the page before: there Ctrl+Z is the field's own
  await quanti.waitFor();
  // the notice goes by itself: the saving is still the last one
  await avviso.waitFor({ state: 'detached', timeout: 30_000 });
  await page.keyboard.press('Control+z');
  await page.getByText(/Annullato: è tutto come prima. Era: Ingresso registrato: ZORZI Ettore/).waitFor();
  await expect.poll(async () => Number(await quanti.innerText())).toBe(prima);
});
