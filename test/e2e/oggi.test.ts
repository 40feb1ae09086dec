import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { attendiQuiete } from './aiuti/approdo.ts';
import { assertNessunErrore, attendiSalvato, cella, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const scena = scenaDemo('oggi', OGGI);
const pagina = (): Page => scena.f.page;

afterAll(() => assertNessunErrore(scena.f.errori));

/** A card of the page, by its title. */
const carta = (nome: string) => pagina().getByRole('region', { name: nome, exact: true });

/** Somebody who is in, as the page counts them: the figure opens the persons behind it. */
async function unPresente(): Promise<string> {
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .click();
  const nome = await carta('In struttura').getByRole('listitem').first().getByRole('link').innerText();
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .click();
  return nome;
}

async function quantiPresenti(): Promise<number> {
  return Number(
    await carta('In struttura')
      .getByRole('button', { name: /chi sono/ })
      .innerText(),
  );
}

test('Oggi is where the day starts: who is in, who is out, what is missing', async () => {
  const page = pagina();
  await page.getByRole('heading', { name: 'Oggi, venerdì 21 marzo' }).waitFor();
  expect(page.url()).toContain('#/oggi/CASA00');
  await carta('Fuori').getByRole('listitem').first().waitFor();
  const nome = await unPresente();
  await vai(page, '/presenze/CASA00/2025-03');
  await cella(page, nome, 17).click();
  await page.keyboard.press('Delete');
  await attendiSalvato(page);
  await vai(page, '/oggi/CASA00');
  const registra = carta('Da completare').getByRole('link', { name: `Registra: ${nome}` });
  await registra.waitFor();
  await guarda(scena.f, 'oggi', { immagine: 'chiara e scura' });
  await registra.click();
  await page.waitForURL(/presenze\/CASA00\/2025-03/);
  const fuoco = page.locator('[role=gridcell]:focus');
  await expect.poll(() => fuoco.getAttribute('aria-label')).toContain('lun 17 mar');
  await page.keyboard.press('p');
  await vai(page, '/oggi/CASA00');
  await carta('Da completare').waitFor();
  await expect.poll(() => registra.count()).toBe(0);
});

let ospite = '';

test('a guest goes out with the key U; the grid, Oggi and the night say it', async () => {
  const page = pagina();
  await vai(page, '/oggi/CASA00');
  await attendiQuiete(page);
  ospite = await unPresente();
  const prima = await quantiPresenti();
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .click();
  await page.getByRole('link', { name: ospite, exact: true }).first().click();
  await page.getByRole('heading', { name: ospite }).waitFor();
  await page.keyboard.press('u');
  const form = page.getByRole('dialog');
  await scegliVoce(page, 'Tipo', 'Rientro in famiglia');
  await form.getByLabel('Giorno di uscita').fill('19/3');
  await form.getByLabel('Ora di uscita').fill('930');
  await form.getByLabel('Rientro previsto').fill('ieri');
  await form.getByLabel('Ora prevista').fill('20');
  await form.getByLabel('Dove va').fill('dai genitori');
  await form.getByLabel('Con chi').fill('il padre');
  await guarda(scena.f, 'uscita', { immagine: 'chiara' });
  await page.keyboard.press('Enter');
  await page.getByText('Uscita registrata.').waitFor();
  await page.getByRole('table', { name: 'Assenze' }).getByText('ancora fuori, in ritardo').waitFor();
  await vai(page, '/presenze/CASA00/2025-03');
  for (const giorno of [19, 20, 21]) await expect.poll(() => cella(page, ospite, giorno).innerText()).toBe('U');
  await vai(page, '/oggi/CASA00');
  await carta('Fuori').getByText('doveva tornare ieri alle 20:00').waitFor();
  await expect.poll(quantiPresenti).toBe(prima - 1);
  await page.getByRole('navigation').getByText('rientro in ritardo').waitFor({ state: 'attached' });
  await guarda(scena.f, 'oggi-ritardo', { immagine: 'chiara' });
});

test('F8: who is here tonight, on a sheet with the alerts', async () => {
  const page = pagina();
  await page.keyboard.press('F8');
  const foglio = page.getByRole('region', { name: 'Chi c’è stanotte' });
  await foglio.waitFor();
  const riga = foglio.getByRole('row', { name: new RegExp(ospite) });
  await riga.getByText('fuori: Rientro in famiglia').waitFor();
  await riga.getByText('IN RITARDO doveva tornare ieri alle 20:00, dai genitori, con il padre').waitFor();
  await foglio.getByText('Penicillina').waitFor();
  await guarda(scena.f, 'notte', { immagine: 'chiara' });
  await page.getByText('Per nome').click();
});

test('back in one gesture, undone with Ctrl+Z, and again', async () => {
  const page = pagina();
  await vai(page, '/oggi/CASA00');
  const rientrato = carta('Fuori').getByRole('button', { name: `Rientrato: ${ospite}` });
  await rientrato.click();
  await page.getByText(`${ospite}: rientro segnato.`).waitFor();
  await rientrato.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await rientrato.waitFor();
  await rientrato.click();
  await rientrato.waitFor({ state: 'detached' });
  await vai(page, '/presenze/CASA00/2025-03');
  await expect.poll(() => cella(page, ospite, 21).innerText()).toBe('·');
  await expect.poll(() => cella(page, ospite, 20).innerText()).toBe('U');
});

test('the grid changed by hand changes the assenza', async () => {
  const page = pagina();
  await cella(page, ospite, 20).click();
  await page.keyboard.press('p');
  await attendiSalvato(page);
  await vai(page, '/oggi/CASA00');
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .click();
  await page.getByRole('link', { name: ospite, exact: true }).first().click();
  const tabella = page.getByRole('table', { name: 'Assenze' });
  const riga = tabella.getByRole('row').filter({ hasText: 'dai genitori' });
  await expect.poll(() => riga.getByRole('cell').nth(1).innerText()).toBe('20/03/2025');
  await expect.poll(() => riga.getByRole('cell').nth(2).innerText()).toBe('1');
  await riga.getByRole('button', { name: /^Correggi/ }).click();
  await page.getByRole('dialog').getByLabel('Giorno del rientro').fill('21/3');
  await page.keyboard.press('Enter');
  await page.getByText('Assenza corretta.').waitFor();
  await expect.poll(() => riga.getByRole('cell').nth(2).innerText()).toBe('2');
  await guarda(scena.f, 'assenze');
});

test('a rule of a payer, and the paper grid', async () => {
  const page = pagina();
  await vai(page, '/impostazioni');
  const regole = page.getByRole('region', { name: 'Come si contano le assenze' });
  await regole.getByRole('button', { name: 'Aggiungi una regola' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Chi paga').fill('Comune di prova');
  await form.getByLabel('Il giorno di rientro è un giorno di assenza').check();
  await form.getByRole('button', { name: 'Salva' }).click();
  await regole.getByRole('row', { name: /Comune di prova/ }).waitFor();
  await vai(page, '/griglia-carta/CASA00/2025-03');
  await page.getByRole('region', { name: 'foglio 1 di' }).first().waitFor();
  await guarda(scena.f, 'griglia-carta', { immagine: 'chiara' });
});
