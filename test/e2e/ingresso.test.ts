import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { assertNessunErrore, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
/** the machine may be busy: what is awaited is a condition, not a time */
const ATTESA = { timeout: 10_000 };
const scena = scenaDemo('ingresso', OGGI);
/** where the mother's record is */
let madre = '';

/** Chooses a value as a person does: some letters, Enter. */
async function scegli(page: Page, campo: string, lettere: string): Promise<void> {
  const field = page.getByRole('combobox', { name: campo, exact: true });
  await field.click();
  await field.fill(lettere);
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
}

/** The field itself: the list that opens under some has its name too. */
function campo(page: Page, nome: string) {
  return page.getByLabel(nome, { exact: true }).and(page.locator('input, textarea'));
}

/** What is being typed is kept once it holds these words; then the window is lost. */
async function perdiFinestra(page: Page, parole: string, scrivi: () => Promise<void>): Promise<void> {
  const tenuto = page.waitForResponse((risposta) => {
    const chiamata = risposta.request().postData() ?? '';
    return chiamata.includes('sospesi.save') && chiamata.includes(parole);
  });
  await scrivi();
  await tenuto;
  await page.reload();
  await page.getByText('Ripreso quello che era rimasto da salvare').waitFor();
}

test('an admission begun is still there after the window is lost', async () => {
  const { page } = scena.f;
  await vai(page, '/ingresso/CASA00');
  // it opens where one begins to write
  await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('cognome');
  await page.getByLabel('Cognome', { exact: true }).fill('moretti');
  await page.getByLabel('Nome', { exact: true }).fill('sara');
  await page.getByLabel('Femmina').check();
  await campo(page, 'Data di nascita').fill('3/3/1990');
  await page.getByText('Per registrare serve ancora: la data di ingresso.').waitFor();
  await perdiFinestra(page, 'separato', () => scegli(page, 'Stato civile', 'sep'));
  expect(await page.getByLabel('Cognome', { exact: true }).inputValue()).toBe('moretti');
  expect(await page.getByRole('combobox', { name: 'Stato civile' }).inputValue()).toBe('Separato/a');
  assertNessunErrore(scena.f.errori);
});

test('a family is admitted in one gesture, what is common written once', async () => {
  const { page } = scena.f;
  await scegli(page, 'Tipologia di utenza', 'adulto');
  await campo(page, 'Servizio inviante').fill('Tutela minori di prova');
  await page.getByRole('button', { name: 'Aggiungi un’altra persona del nucleo' }).click();
  await page.getByRole('button', { name: 'Correggi: MORETTI Sara' }).waitFor();
  await page.getByLabel('Cognome', { exact: true }).fill('Moretti');
  await page.getByLabel('Nome', { exact: true }).fill('Lia');
  await page.getByLabel('Femmina').check();
  await campo(page, 'Data di nascita').fill('1/5/2016');
  await page.getByLabel('Figlio o figlia di').selectOption({ label: 'MORETTI Sara' });
  await scegli(page, 'Tipologia di utenza', 'minore');
  await scegli(page, 'Titolo dell’accoglienza', 'seguito');
  await campo(page, 'Scuola').fill('Primaria di prova');
  await campo(page, 'Data di ingresso').fill('1/3');
  await campo(page, 'Data di ingresso').press('Tab');
  const modulo = page.getByLabel('Modulo', { exact: true });
  await expect
    .poll(() => modulo.locator('option').allInnerTexts(), ATTESA)
    .toContainEqual(expect.stringMatching(/post[oi]/));
  await modulo.selectOption({ index: 1 });
  await page.getByText('Durata massima del modulo: fino al').waitFor();
  await page.getByLabel('Stanza', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Letto', { exact: true }).fill('A');
  await page.getByRole('heading', { name: 'Ingresso', exact: true }).scrollIntoViewIfNeeded();
  await guarda(scena.f, 'ingresso-guidato', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra l’ingresso di 2 persone' }).click();
  await page.getByRole('heading', { name: 'Nucleo Moretti' }).waitFor();
  madre = page.url().split('#')[1] ?? '';
  expect(await page.getByRole('combobox', { name: 'Stato civile' }).inputValue()).toBe('Separato/a');
  await page.getByRole('link', { name: 'MORETTI Lia' }).click();
  await page.getByRole('heading', { name: 'MORETTI Lia' }).waitFor();
  await expect.poll(() => campo(page, 'Scuola').inputValue(), ATTESA).toBe('Primaria di prova');
  // common fields are hers too
  expect(await campo(page, 'Servizio inviante').inputValue()).toBe('Tutela minori di prova');
  assertNessunErrore(scena.f.errori);
});

test('the scheda is completed by keyboard, and one key takes the saving back', async () => {
  const { page } = scena.f;
  await vai(page, madre);
  await page.getByText(/^Manca: .*provenienza/).waitFor();
  await scegli(page, 'Provenienza', 'residenza');
  await campo(page, 'Operatore di riferimento').fill('Conti Elena');
  await campo(page, 'Informativa privacy consegnata il').fill('oggi');
  await campo(page, 'Numero FASAS').fill('123');
  await campo(page, 'Numero FASAS').press('Enter');
  await page.getByText('Scheda salvata.').waitFor();
  await expect.poll(() => page.getByText(/^Manca: .*provenienza/).count(), ATTESA).toBe(0);
  await page.reload();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Provenienza' }).inputValue(), ATTESA)
    .toBe('Residenza fissa e relativamente stabile');
  expect(await campo(page, 'Operatore di riferimento').inputValue()).toBe('Conti Elena');
  await guarda(scena.f, 'scheda-ingresso', { immagine: 'chiara' });
  await campo(page, 'Numero FASAS').fill('999');
  await campo(page, 'Numero FASAS').press('Enter');
  await page.getByRole('button', { name: 'Annulla (Ctrl+Z)' }).click();
  await page.getByText('Annullato: è tutto come prima.').waitFor();
  await page.reload();
  await expect.poll(() => campo(page, 'Numero FASAS').inputValue(), ATTESA).toBe('123');
  assertNessunErrore(scena.f.errori);
});

test('a dimissione survives the window, says what it will do, and the family leaves together', async () => {
  const { page } = scena.f;
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: 'Dimissione: MORETTI Sara' }).waitFor();
  expect(await page.getByLabel('MORETTI Lia').isChecked()).toBe(true);
  await campo(page, 'Data di dimissione').fill('15/3');
  await scegli(page, 'Esito', 'concluso');
  await perdiFinestra(page, 'due valigie', () => campo(page, 'Oggetti restituiti').fill('Telefono e due valigie'));
  expect(await campo(page, 'Oggetti restituiti').inputValue()).toBe('Telefono e due valigie');
  await page.getByText('Ultimo giorno di permanenza: 14 marzo 2025.').waitFor();
  await page.getByText('La relazione di dimissione va fatta entro il 14 aprile 2025').waitFor();
  await scegli(page, 'Destinazione', 'domicilio');
  await scegli(page, 'Occupazione all’uscita', 'occupato stab');
  expect(await page.getByLabel('A chi, 1').inputValue()).toBe('Tutela minori di prova');
  await page.getByLabel('Comunicata il').first().fill('oggi');
  await page.getByRole('heading', { name: 'Dimissione: MORETTI Sara' }).scrollIntoViewIfNeeded();
  await guarda(scena.f, 'dimissione', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page.getByText(/Dimissione registrata: MORETTI Sara/).waitFor();
  await page.getByText(/dimissione da .* il 15 marzo 2025/).waitFor();
  await vai(page, madre);
  await page.getByText('dimissione 15/03/2025').waitFor();
  assertNessunErrore(scena.f.errori);
});

test('who comes back finds the scheda of before: taken when asked, each value, and gone with the person', async () => {
  const { page } = scena.f;
  await vai(page, '/ingresso/CASA00');
  await page.getByLabel('Cognome', { exact: true }).fill('moretti');
  await page.getByRole('option', { name: /MORETTI Sara/ }).click();
  await page.getByRole('button', { name: 'Riprendi dalla scheda precedente' }).waitFor();
  const stato = page.getByRole('combobox', { name: 'Stato civile' });
  expect(await stato.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Riprendi dalla scheda precedente' }).click();
  await expect.poll(() => stato.inputValue(), ATTESA).toBe('Separato/a');
  expect(await campo(page, 'Dichiarato il').inputValue()).toBe('01/03/2025');
  await page.getByText('I valori dichiarati restano riferiti al 01/03/2025').waitFor();
  await page
    .getByRole('heading', { name: '3. Scheda d’ingresso' })
    .evaluate((e) => e.scrollIntoView({ block: 'start' }));
  await guarda(scena.f, 'ingresso-rientro', { immagine: 'chiara e scura' });
  await page.getByRole('checkbox', { name: /^Stato civile: Separato\/a/ }).uncheck();
  expect(await stato.inputValue()).toBe('');
  expect(await campo(page, 'Servizio inviante').inputValue()).toBe('Tutela minori di prova');
  await page.getByRole('button', { name: 'Un’altra persona', exact: true }).click();
  await expect.poll(() => campo(page, 'Servizio inviante').inputValue(), ATTESA).toBe('');
  assertNessunErrore(scena.f.errori);
});

test('reopening wants a reason and brings both back', async () => {
  const { page } = scena.f;
  await vai(page, madre);
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: /Correzione della dimissione/ }).waitFor();
  expect(await page.getByLabel('Comunicata il').first().inputValue()).toBe('21/03/2025');
  await page.getByRole('button', { name: 'Riapri la permanenza…' }).click();
  await page.getByLabel(/Riapri anche il nucleo: MORETTI Lia/).waitFor();
  await page.getByLabel('Motivo').fill('Rientrate la sera stessa');
  await guarda(scena.f, 'dimissione-riapertura');
  await page.getByRole('button', { name: 'Riapri la permanenza', exact: true }).click();
  await page
    .getByText(/I giorni dal sab 15 mar sono di nuovo da registrare/)
    .first()
    .waitFor();
  await vai(page, madre);
  await page.getByRole('heading', { name: 'Nucleo Moretti' }).waitFor();
  await expect.poll(() => page.getByText('dimissione 15/03/2025').count()).toBe(0);
  await vai(page, '/registro');
  await page.getByRole('cell', { name: 'ha riaperto la permanenza' }).first().waitFor();
  await page.getByText('Rientrate la sera stessa').first().waitFor();
  assertNessunErrore(scena.f.errori);
});
