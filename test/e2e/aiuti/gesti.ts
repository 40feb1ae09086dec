import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { attendiQuiete } from './approdo.ts';

export const PASSWORD = 'una frase per la prova';

/** First launch: who, a password, the struttura now or later. Ends on the first page of the app. */
export async function creaRegistro(page: Page, chi: 'Una comunità' | 'L’Accoglienza', utente: string): Promise<void> {
  await page.getByText(chi, { exact: true }).click();
  await page.getByLabel('Cognome e nome di chi registra').fill(utente);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('La stessa password, ancora una volta').fill(PASSWORD);
  await page.getByRole('button', { name: 'Crea il registro' }).click();
  await confermaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

/** The recovery key of a new register: copied on paper, its last group typed back. @returns the key */
export async function confermaChiave(page: Page): Promise<string> {
  const gruppi = page.getByRole('list', { name: 'Chiave di recupero' }).locator('li');
  await gruppi.first().waitFor();
  const chiave = (await gruppi.allInnerTexts()).map((testo) => testo.trim().slice(0, 5));
  await page.getByLabel('L’ultimo gruppo, letto dal foglio').fill(chiave.at(-1)?.toLowerCase() ?? '');
  await page.getByRole('button', { name: 'È su carta' }).click();
  return chiave.join('-');
}

/** The recovery key of a register made from a command is not confirmed yet: that is for later. */
export async function rimandaChiave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Più tardi' }).click();
}

/** A field itself: the list that opens under some has its name too. */
export function campoDi(page: Page, nome: string): Locator {
  return page.getByLabel(nome, { exact: true }).and(page.locator('input, textarea')).first();
}

/** Chooses a value of a list as a person does: some letters, Enter on the first one they leave. */
export async function scegliLettere(page: Page, nome: string, lettere: string): Promise<void> {
  const field = page.getByRole('combobox', { name: nome, exact: true });
  await field.click();
  // letters typed before the list has come would leave nothing to choose; as it opens it marks what is chosen, a moment later
  const lista = page.getByRole('listbox', { name: nome, exact: true });
  await lista.getByRole('option').first().waitFor();
  await field.evaluate(() => new Promise((fatto) => setTimeout(fatto)));
  await field.fill(lettere);
  await lista
    .locator('[data-combobox-selected]')
    .filter({ hasText: new RegExp(lettere, 'i') })
    .waitFor();
  await field.press('Enter');
  await lista.waitFor({ state: 'hidden' });
}

export async function entra(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/**
 * Opens a page of the app by its address (`/presenze/CASA00/2025-12`): once it is called, the page left is no longer there.
 * Where only a part of the address changes (another month, another section) the page is the same one: wait for what changed.
 */
export async function vai(page: Page, dove: string): Promise<void> {
  await page.evaluate((hash) => {
    // what names the page: the other steps of an address (a struttura, a month, an id, which report) say of what
    const quale = (indirizzo: string) => {
      const passi = indirizzo.split('?')[0]?.split('/') ?? [];
      const nomi = passi.slice(1, passi[1] === 'report' ? 2 : undefined).filter((passo) => !/[\dA-Z]/.test(passo));
      return [passi.length, ...nomi].join('/');
    };
    if (quale(location.hash) !== quale(hash)) document.querySelector('main > *')?.setAttribute('data-lasciata', '');
    location.hash = hash;
  }, `#${dove}`);
  // where the app itself was on its way to another page, and comes back to this one, it is quiet
  await attendiQuiete(page, async () => (await page.locator('main > [data-lasciata]').count()) === 0);
}

/** Chooses files through the button a person would press. */
export async function scegliFile(
  page: Page,
  bottone: string | RegExp,
  file: readonly string[] | string,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: bottone }).first().click();
  await (await chooser).setFiles(typeof file === 'string' ? file : [...file]);
}

/** Presses a button that saves a file and gives the file's path. */
export async function salva(page: Page, bottone: string | RegExp): Promise<{ path: string; nome: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: bottone }).first().click();
  const download = await waiting;
  return { path: await download.path(), nome: download.suggestedFilename() };
}

/** The first cell of the grid that is announced so; its name does not change with its code. */
export async function primaCella(page: Page, stato: RegExp) {
  const nome = (await page.getByRole('gridcell', { name: stato }).first().getAttribute('aria-label')) ?? '';
  const [chi = '', resto = ''] = nome.split(', ');
  return page.locator(`[role=gridcell][aria-label^="${chi}, ${resto.split(':')[0]}:"]`).first();
}

/** The cell of a guest and day of the grid. */
export function cella(page: Page, ospite: string, giorno: number) {
  return page
    .getByRole('row', { name: new RegExp(`^${ospite}`) })
    .getByRole('gridcell')
    .nth(giorno - 1);
}

/** Chooses a value of a list field by its label, or by a part of it. */
export async function scegliVoce(page: Page, campo: string, voce: string): Promise<void> {
  const field = page.getByLabel(campo, { exact: true }).first();
  await expect.poll(() => field.locator('option').allInnerTexts()).toContainEqual(expect.stringContaining(voce));
  const label = (await field.locator('option').allInnerTexts()).find((testo) => testo.includes(voce)) ?? '';
  await field.selectOption({ label });
}

/** The bottom line says that every gesture of the grid is in the store. A form says by itself when it is saved. */
export async function attendiSalvato(page: Page): Promise<void> {
  await page
    .getByRole('contentinfo')
    .getByText(/^(Tutto salvato|Salvato)/)
    .waitFor();
}

/** A page of the app says nothing in the console and has no accessibility violation. */
export function assertNessunErrore(errori: readonly string[]): void {
  expect(errori).toEqual([]);
}
