import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { assertNessunErrore, campoDi, scegliLettere, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const scena = scenaDemo('ingresso', OGGI);
/** where the mother's record is */
let madre = '';

const campo = campoDi;
const scegli = scegliLettere;

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
  await expect.poll(() => page.getByLabel('Cognome', { exact: true }).inputValue()).toBe('moretti');
  await expect.poll(() => page.getByRole('combobox', { name: 'Stato civile' }).inputValue()).toBe('Separato/a');
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
  await expect.poll(() => modulo.locator('option').allInnerTexts()).toContainEqual(expect.stringMatching(/post[oi]/));
  await modulo.selectOption({ index: 1 });
  await page.getByText('Durata massima del modulo: fino al').waitFor();
  await page.getByLabel('Stanza', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Letto', { exact: true }).fill('A');
  await page.getByRole('heading', { name: 'Ingresso', exact: true }).scrollIntoViewIfNeeded();
  await guarda(scena.f, 'ingresso-guidato', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra l’ingresso di 2 persone' }).click();
  await page.getByRole('heading', { name: 'Nucleo Moretti' }).waitFor();
  madre = page.url().split('#')[1] ?? '';
  await expect.poll(() => page.getByRole('combobox', { name: 'Stato civile' }).inputValue()).toBe('Separato/a');
  await page.getByRole('link', { name: 'MORETTI Lia' }).click();
  await page.getByRole('heading', { name: 'MORETTI Lia' }).waitFor();
  await expect.poll(() => campo(page, 'Scuola').inputValue()).toBe('Primaria di prova');
  // common fields are hers too
  await expect.poll(() => campo(page, 'Servizio inviante').inputValue()).toBe('Tutela minori di prova');
  assertNessunErrore(scena.f.errori);
});

test('the scheda is completed by keyboard, and one key takes the saving back', async () => {
  const { page } = scena.f;
  await vai(page, madre);
  await page.getByRole('heading', { name: 'MORETTI Sara', level: 1 }).waitFor();
  await page.getByText(/^Manca: .*provenienza/).waitFor();
  await scegli(page, 'Provenienza', 'residenza');
  await campo(page, 'Operatore di riferimento').fill('Conti Elena');
  await campo(page, 'Informativa privacy consegnata il').fill('oggi');
  await scegli(page, 'HIV', 'no');
  await campo(page, 'HIV, dichiarato il').fill('20/2');
  await scegli(page, 'Invalidità', 'sì');
  expect(await campo(page, 'Invalidità, dichiarata il').getAttribute('placeholder')).toBe('01/03/2025');
  await campo(page, 'Invalidità, dichiarata il').fill('1/4');
  await page.getByText('Attenzione: deve ancora venire.').waitFor();
  await campo(page, 'Invalidità, dichiarata il').fill('');
  await campo(page, 'Numero FASAS').fill('123');
  await campo(page, 'Numero FASAS').press('Enter');
  await page.getByText('Scheda salvata.').waitFor();
  await expect.poll(() => page.getByText(/^Manca: .*provenienza/).count()).toBe(0);
  await page.reload();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Provenienza' }).inputValue())
    .toBe('Residenza fissa e relativamente stabile');
  await expect.poll(() => campo(page, 'Operatore di riferimento').inputValue()).toBe('Conti Elena');
  expect(await campo(page, 'HIV, dichiarato il').inputValue()).toBe('20/02/2025');
  await guarda(scena.f, 'scheda-ingresso', { immagine: 'chiara' });
  await page.getByText('Dichiarazioni della persona, riferite').evaluate((e) => e.scrollIntoView({ block: 'center' }));
  await guarda(scena.f, 'scheda-dichiarazioni', { immagine: 'chiara' });
  await campo(page, 'Numero FASAS').fill('999');
  await campo(page, 'Numero FASAS').press('Enter');
  await page.getByRole('button', { name: 'Annulla (Ctrl+Z)' }).click();
  await page.getByText('Annullato: è tutto come prima.').waitFor();
  // the form on the page says what is written, and so does the next one
  await expect.poll(() => campo(page, 'Numero FASAS').inputValue()).toBe('123');
  await page.reload();
  await expect.poll(() => campo(page, 'Numero FASAS').inputValue()).toBe('123');
  await page.getByRole('tab', { name: 'Percorso' }).click();
  for (const detto of ['No (al 20/02/2025)', 'Sì (al 01/03/2025)'])
    await page.getByText(detto, { exact: true }).first().waitFor();
  assertNessunErrore(scena.f.errori);
});

test('a dimissione survives the window, says what it will do, and the family leaves together', async () => {
  const { page } = scena.f;
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: 'Dimissione: MORETTI Sara' }).waitFor();
  await expect.poll(() => page.getByLabel('MORETTI Lia').isChecked()).toBe(true);
  await campo(page, 'Data di dimissione').fill('15/3');
  await scegli(page, 'Esito', 'concluso');
  await perdiFinestra(page, 'due valigie', () => campo(page, 'Oggetti restituiti').fill('Telefono e due valigie'));
  await expect.poll(() => campo(page, 'Oggetti restituiti').inputValue()).toBe('Telefono e due valigie');
  await page.getByText('Ultimo giorno di permanenza: 14 marzo 2025.').waitFor();
  await page.getByText('La relazione di dimissione va fatta entro il 14 aprile 2025').waitFor();
  await scegli(page, 'Destinazione', 'domicilio');
  await scegli(page, 'Occupazione all’uscita', 'occupato stab');
  await expect.poll(() => page.getByLabel('A chi, 1').inputValue()).toBe('Tutela minori di prova');
  await page.getByLabel('Comunicata il').first().fill('oggi');
  await page.getByRole('heading', { name: 'Dimissione: MORETTI Sara' }).scrollIntoViewIfNeeded();
  await guarda(scena.f, 'dimissione', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page.getByText(/Dimissione registrata: MORETTI Sara/).waitFor();
  await page
    .getByText(/dimissione da .* il 15 marzo 2025/)
    .first()
    .waitFor();
  await vai(page, madre);
  await page.getByText('dimissione 15/03/2025').first().waitFor();
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
  await expect.poll(() => stato.inputValue()).toBe('Separato/a');
  await expect.poll(() => campo(page, 'Dichiarato il').inputValue()).toBe('01/03/2025');
  await page.getByText('I valori dichiarati restano riferiti al 01/03/2025').waitFor();
  expect(await campo(page, 'HIV, dichiarato il').inputValue()).toBe('20/02/2025');
  await page
    .getByRole('heading', { name: '3. Scheda d’ingresso' })
    .evaluate((e) => e.scrollIntoView({ block: 'start' }));
  await guarda(scena.f, 'ingresso-rientro', { immagine: 'chiara e scura' });
  await page.getByRole('checkbox', { name: /^Stato civile: Separato\/a/ }).uncheck();
  await expect.poll(() => stato.inputValue()).toBe('');
  await expect.poll(() => campo(page, 'Servizio inviante').inputValue()).toBe('Tutela minori di prova');
  await page.getByRole('button', { name: 'Un’altra persona', exact: true }).click();
  await expect.poll(() => campo(page, 'Servizio inviante').inputValue()).toBe('');
  assertNessunErrore(scena.f.errori);
});

test('reopening wants a reason and brings both back', async () => {
  const { page } = scena.f;
  await vai(page, madre);
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: /Correzione della dimissione/ }).waitFor();
  await expect.poll(() => page.getByLabel('Comunicata il').first().inputValue()).toBe('21/03/2025');
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
