import type { Page } from 'playwright-core';
import { expect } from 'vitest';

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

export async function entra(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Opens a page of the app by its address (`/presenze/CASA00/2025-12`). */
export async function vai(page: Page, dove: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${dove}`);
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

export async function attendiSalvato(page: Page): Promise<void> {
  await page
    .getByText(/Tutto salvato|^Salvato/)
    .first()
    .waitFor();
}

/** A page of the app says nothing in the console and has no accessibility violation. */
export function assertNessunErrore(errori: readonly string[]): void {
  expect(errori).toEqual([]);
}
