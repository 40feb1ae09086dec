import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apriFinestra, attendiQuiete, avviaApprodo } from './aiuti/approdo.ts';
import { assertNessunErrore, entra, salva, vai } from './aiuti/gesti.ts';
import { fotografa, guarda as guardaPagina, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const UTENTE_CENTRALE = 'CONTI';

const scena = scenaDemo('riservatezza', OGGI);

function guarda(nome: string): Promise<void> {
  return guardaPagina(scena.f, nome, { immagine: 'chiara e scura', escludi: '[class*=filigrana]' });
}

/** Everything the page says, on screen or to a screen reader: texts, titles, labels, values, the window's title. */
async function dettoDa(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const detti = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll('*')) {
      for (const nome of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt'])
        detti.push(element.getAttribute(nome) ?? '');
      if (element instanceof HTMLInputElement) detti.push(element.value);
    }
    return detti.join('\n');
  });
}

function dettoDallaPagina(): Promise<string> {
  return dettoDa(scena.f.page);
}

/** The surnames of the month, as the grid writes them before anything is hidden. */
async function cognomi(): Promise<string[]> {
  await vai(scena.f.page, '/presenze/CASA00/2025-03');
  await scena.f.page.getByRole('gridcell').first().waitFor();
  const nomi = await scena.f.page.getByRole('rowheader').allInnerTexts();
  const trovati = nomi.flatMap((nome) => /^[\p{Lu}'’ ]{5,}(?= \p{Lu}\p{Ll})/u.exec(nome.trim())?.[0].trim() ?? []);
  expect(trovati.length).toBeGreaterThan(5);
  return [...new Set(trovati)];
}

function nomiIn(testo: string, canarini: readonly string[]): string[] {
  return canarini.filter((cognome) => new RegExp(`(?<!\\p{L})${cognome}(?!\\p{L})`, 'iu').test(testo));
}

async function apriCartella(): Promise<void> {
  await vai(scena.f.page, '/presenze/CASA00/2025-03');
  await scena.f.page.getByRole('gridcell').first().click();
  await scena.f.page.keyboard.press('F2');
  await scena.f.page.getByRole('menuitem', { name: 'Apri la cartella' }).click();
  await scena.f.page.getByRole('heading', { name: 'Permanenze' }).waitFor();
}

test('schermo discreto: no page, title, label, palette says a surname; a reload does not uncover them', async () => {
  const { page } = scena.f;
  const canarini = await cognomi();
  await expect.poll(async () => nomiIn(await dettoDallaPagina(), canarini).length).toBe(canarini.length);
  await page.keyboard.press('F9');
  await apriCartella();
  const ospite = new URL(page.url()).hash.slice(1);
  const pagine = [
    ...['/presenze/CASA00/2025-03', '/mese/CASA00/2025-03', '/mese/CASA00/2025-02', '/foglio/CASA00/2025-03'],
    ...['/report/giornate', '/report/bilancio', '/importa', '/impostazioni', '/registro'],
    ...[ospite, `${ospite}/visto`, `${ospite}/fascicolo`],
  ];
  for (const pagina of pagine) {
    await vai(page, pagina);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await attendiQuiete(page);
    expect(nomiIn(await dettoDallaPagina(), canarini), pagina).toEqual([]);
  }
  await vai(page, '/presenze/CASA00/2025-03');
  await page.keyboard.press('Control+k');
  await page.keyboard.type((canarini[0] ?? '').slice(0, 4));
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await attendiQuiete(page);
  expect(nomiIn(await dettoDallaPagina(), canarini), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('gridcell').first().waitFor();
  expect(nomiIn(await dettoDallaPagina(), canarini), 'reload').toEqual([]);
  await page.keyboard.press('F9');
  await expect.poll(async () => nomiIn(await dettoDallaPagina(), canarini).length).toBeGreaterThan(0);
});

test('schermo discreto at the central office: deliveries, report and the rows behind a figure', async () => {
  const centrale = await avviaApprodo(scena.demo.accoglienza, OGGI);
  const finestra = await apriFinestra(centrale.indirizzo);
  const { page } = finestra;
  const detto = () => dettoDa(page);
  try {
    await entra(page, scena.demo.password);
    await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
    await vai(page, '/report/giornate');
    await page
      .getByRole('button', { name: /^Trattati/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('row').nth(3).waitFor();
    const righe = await page.getByRole('dialog').getByRole('rowheader').allInnerTexts();
    const cognomiVisti = righe.flatMap(
      (riga) => /^[\p{Lu}'’ ]{5,}(?= \p{Lu}\p{Ll})/u.exec(riga.trim())?.[0].trim() ?? [],
    );
    // who has entered is no guest, and stays written above
    const canarini = cognomiVisti.filter((cognome) => cognome !== UTENTE_CENTRALE);
    expect(canarini.length).toBeGreaterThan(2);
    await page.keyboard.press('F9');
    await expect.poll(async () => nomiIn(await detto(), canarini), { message: 'righe' }).toEqual([]);
    await page.keyboard.press('Escape');
    for (const pagina of [
      '/consegne',
      '/report/giornate',
      '/report/bilancio',
      '/importa',
      '/registro',
      '/impostazioni',
    ]) {
      await vai(page, pagina);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await attendiQuiete(page);
      expect(nomiIn(await detto(), canarini), pagina).toEqual([]);
    }
  } finally {
    await finestra.close();
    await centrale.stop();
  }
});

test('a guest becomes a code, is opened with a reason, and is a name again', async () => {
  const { page } = scena.f;
  await apriCartella();
  const nome = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  const pannello = page.getByRole('region', { name: 'Codice e identità' });
  const codice = (await pannello.locator('b').first().innerText()).trim();
  await pannello.getByRole('button', { name: 'Registra sotto codice…' }).click();
  await page.getByLabel('Motivo').fill('richiesta dell’ospite');
  await guarda('identita-sigilla');
  await page.getByRole('button', { name: 'Registra sotto codice', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `${codice} anonimo` }).waitFor();
  await pannello.getByRole('button', { name: 'Apri l’identità…' }).click();
  await page.getByLabel('Motivo').fill('prova');
  await page.getByRole('button', { name: 'Apri', exact: true }).click();
  await page.getByRole('dialog').getByText('Cognome').waitFor();
  await guarda('identita-aperta');
  await page.keyboard.press('Escape');
  await pannello.getByRole('button', { name: 'Torna al nome…' }).click();
  await page.getByLabel('Motivo').fill('prova');
  await page.getByRole('button', { name: 'Torna al nome', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: nome }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await guarda('ospite-codice');
});

test('a person around the guest, under a code: the page says the code, a reason opens the name', async () => {
  const { page } = scena.f;
  const pannello = page.getByRole('region', { name: 'Persone di riferimento' });
  await pannello.getByRole('button', { name: 'Aggiungi…' }).click();
  await page.getByLabel('Chi è per l’ospite').fill('zia');
  await page.getByLabel('Nome e cognome').fill('FERRARI Luigia');
  await page.getByLabel('Telefono').fill('02 1234');
  await page.getByLabel('Sotto codice').check();
  await guarda('contatto');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await pannello.getByText(/^C-[A-Z0-9]{6}$/).waitFor();
  expect(await page.getByText('Luigia').count()).toBe(0);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await pannello.getByRole('button', { name: /^Apri il nome di C-/ }).click();
  await page.getByLabel('Motivo').fill('urgenza');
  await page.getByRole('button', { name: 'Apri', exact: true }).click();
  await page.getByRole('dialog').getByText('FERRARI Luigia').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await guarda('contatti');
  await pannello.getByRole('button', { name: 'Togli zia' }).click();
  await pannello.getByText(/^C-[A-Z0-9]{6}$/).waitFor({ state: 'detached' });
});

test('the copy for the person: seen, saved, listed among those given', async () => {
  const { page } = scena.f;
  await apriCartella();
  await page.getByRole('link', { name: 'Copia per la persona' }).click();
  await page.getByLabel('Chi la chiede').fill('La persona stessa, di prova');
  const { path, nome } = await salva(page, 'File CSV (zip)');
  expect(nome).toMatch(/^fascicolo-\w{6}-2025-03-21\.zip$/);
  expect(strFromU8(unzipSync(readFileSync(path))['presenze.csv'] ?? new Uint8Array())).toContain('2025-03-');
  await page.getByRole('cell', { name: 'La persona stessa, di prova' }).waitFor();
  await guarda('fascicolo');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Chi la chiede').isVisible()).toBe(false);
  await fotografa({ page }, 'fascicolo-stampa', { fullPage: true });
  await page.emulateMedia({ media: 'screen' });
});

test('with codes only: the foglio and the workbook', async () => {
  const { page } = scena.f;
  const canarini = await cognomi();
  await vai(page, '/foglio/CASA00/2025-03');
  await page.getByRole('switch', { name: 'Solo codici' }).click();
  await attendiQuiete(page);
  await page.emulateMedia({ media: 'print' });
  expect(nomiIn(await dettoDallaPagina(), canarini)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await guarda('foglio-codici');
  await vai(page, '/importa');
  const { path, nome } = await salva(page, 'Salva in CSV (zip)');
  expect(nome).toBe('approdo-codici-2025-03-21.zip');
  const file = Object.entries(unzipSync(readFileSync(path)));
  for (const [foglio, bytes] of file) expect(nomiIn(strFromU8(bytes), canarini), foglio).toEqual([]);
  await guarda('importa-esporta');
});

test('the report on paper and in CSV hides small numbers', async () => {
  const { page } = scena.f;
  await vai(page, '/report/bilancio');
  await page.getByRole('button', { name: 'Salva come CSV' }).first().click();
  await guarda('report-per-chi');
  const { path, nome } = await salvaVoce(/Per l’esterno/);
  expect(nome).toMatch(/-esterno\.csv$/);
  expect(readFileSync(path, 'utf8')).not.toMatch(/;[1-4];teste/);
  await attendiQuiete(page);
  await page.emulateMedia({ media: 'print' });
  const visibili = await page.evaluate(() =>
    [...document.querySelectorAll('td[data-carta]')].map((td) => getComputedStyle(td, '::after').content),
  );
  expect(visibili.length).toBeGreaterThan(0);
  expect(new Set(visibili).size).toBeLessThanOrEqual(2);
  await fotografa({ page }, 'report-stampa', { fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  assertNessunErrore(scena.f.errori);
});

async function salvaVoce(voce: RegExp): Promise<{ path: string; nome: string }> {
  const waiting = scena.f.page.waitForEvent('download');
  await scena.f.page.getByRole('menuitem', { name: voce }).click();
  const download = await waiting;
  return { path: await download.path(), nome: download.suggestedFilename() };
}
