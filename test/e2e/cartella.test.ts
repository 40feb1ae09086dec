import { expect, test } from 'vitest';
import { attendiQuiete } from './aiuti/approdo.ts';
import { assertNessunErrore, entra, vai } from './aiuti/gesti.ts';
import { guarda as guardaPagina, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';

const scena = scenaDemo('cartella', OGGI);
/** the address of the guest looked at */
let ospite: string;

/** The pictures the manual shows. */
const NEL_MANUALE = new Set(['ospite', 'chi-ha-visto', 'registro']);

function guarda(nome: string): Promise<void> {
  return guardaPagina(scena.f, nome, NEL_MANUALE.has(nome) ? { immagine: 'chiara' } : {});
}

test('from the grid to the record of a guest', async () => {
  const { page } = scena.f;
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'Apri la cartella' }).click();
  await page.getByRole('heading', { name: 'Permanenze' }).waitFor();
  ospite = page.url().split('#')[1] ?? '';
  assertNessunErrore(scena.f.errori);
});

test('a sealed note is added, a section is darkened', async () => {
  const { page } = scena.f;
  await page.getByRole('tab', { name: 'Note e oscuramenti' }).click();
  await page.getByRole('button', { name: 'Aggiungi una nota…' }).click();
  await page.getByLabel('Nota', { exact: true }).fill('Colloquio riservato, da rivedere col medico.');
  await page.getByRole('button', { name: 'Salva la nota' }).click();
  await page.getByText('Colloquio riservato, da rivedere col medico.').waitFor();
  await page.getByRole('button', { name: 'Oscura una sezione…' }).click();
  await page.getByRole('combobox', { name: 'Sezione' }).click();
  await page.getByRole('option', { name: 'Sostanze e dipendenza' }).click();
  await page.getByLabel('Motivo').fill('Richiesta dell’ospite');
  await guarda('ospite-oscura');
  await page.getByRole('button', { name: 'Oscura', exact: true }).click();
  await page.getByRole('button', { name: 'Togli l’oscuramento: Sostanze e dipendenza' }).waitFor();
  await page.getByText('Sezione oscurata.').waitFor({ state: 'hidden' });
  await guarda('ospite');
  assertNessunErrore(scena.f.errori);
});

test('who saw the record, with before and after', async () => {
  const { page } = scena.f;
  await page.getByRole('link', { name: 'Chi ha visto' }).click();
  await page.getByRole('cell', { name: 'ha aperto la cartella' }).first().waitFor();
  await page.getByRole('cell', { name: 'ha scritto una nota riservata' }).waitFor();
  await guarda('chi-ha-visto');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: /Prima e dopo/ }).count()).toBe(0);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  // by the button, and by the browser's own keys: each leaves its line
  const stampate = page.getByRole('cell', { name: 'ha stampato chi ha visto la cartella' });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Stampa' }).click();
  await expect.poll(() => stampate.count()).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect.poll(() => stampate.count()).toBe(2);
  await page
    .getByRole('button', { name: /Prima e dopo/ })
    .first()
    .click();
  await page.getByText('Oscuramento,').waitFor();
  await guarda('prima-e-dopo');
  await page.keyboard.press('Escape');
  // a page with no print of its own, printed with the browser's keys: the month it was about is in the guest's list
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await vai(page, `${ospite}/visto`);
  await page.getByRole('row', { name: /ha stampato una pagina CASA00, marzo 2025/ }).waitFor();
  assertNessunErrore(scena.f.errori);
});

test('the log: filters, pages, and a CSV that is itself a line', async () => {
  const { page } = scena.f;
  await page.getByRole('navigation').getByRole('link', { name: 'Registro' }).click();
  await page.getByRole('heading', { name: 'Registro', level: 1 }).waitFor();
  await page.getByRole('cell', { name: 'ha aperto la cartella' }).first().waitFor();
  await guarda('registro');
  const scaricato = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salva il CSV' }).click();
  expect((await scaricato).suggestedFilename()).toBe('registro.csv');
  await page.getByRole('combobox', { name: 'Tipo' }).click();
  await page.getByRole('option', { name: 'Stampe e file' }).click();
  await page.getByRole('cell', { name: 'ha salvato in un file il registro' }).waitFor();
  await expect.poll(() => page.getByRole('cell', { name: 'ha aperto la cartella' }).count()).toBe(0);
  assertNessunErrore(scena.f.errori);
});

test('all the guests: searched by name, gone too, each a way to the record; Ctrl K leads there as well', async () => {
  const { page } = scena.f;
  await page.getByRole('navigation').getByRole('link', { name: 'Ospiti' }).click();
  await page.getByRole('heading', { name: 'Presenti' }).waitFor();
  await guarda('ospiti');
  await page.getByText('Dimessi', { exact: true }).click();
  await page.getByRole('heading', { name: 'Dimessi' }).waitFor();
  const primo = page.getByRole('rowheader').getByRole('link').first();
  await primo.waitFor();
  const nome = (await primo.textContent()) ?? '';
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Cerca persone e azioni' }).fill(nome);
  await page
    .getByRole('option', { name: `${nome} Cartella` })
    .first()
    .click();
  await page.getByRole('heading', { name: nome, exact: true }).waitFor();
  assertNessunErrore(scena.f.errori);
});

test('who does not read a section sees a record where it is empty', async () => {
  const { page } = scena.f;
  await vai(page, ospite);
  await page.getByText('Sostanze primarie').waitFor();
  await aggiungiAccesso('VERDI Sara', 'educatore');
  await page.getByRole('button', { name: 'Blocca' }).click();
  await page.getByLabel('Chi entra').selectOption('VERDI Sara');
  await entra(page, 'una frase per la prova');
  // her own first page first: then where she goes
  await page.getByRole('heading', { name: /^Oggi, / }).waitFor();
  await vai(page, ospite);
  await page.getByText('Tipologia di utenza').waitFor();
  await attendiQuiete(page);
  expect(await page.getByText(/Sostanze primarie|Note riservate|Oscurament|Chi ha visto/).count()).toBe(0);
  await guarda('ospite-educatore');
  assertNessunErrore(scena.f.errori);
});

/** One more account, from the settings. */
async function aggiungiAccesso(nome: string, ruolo: string): Promise<void> {
  const { page } = scena.f;
  await vai(page, '/impostazioni');
  await page.getByRole('button', { name: 'Aggiungi una persona' }).click();
  await page.getByLabel('Cognome e nome').fill(nome);
  await page.getByRole('radio', { name: ruolo }).check();
  await page.getByLabel('Prima password').fill('una frase per la prova');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('cell', { name: nome }).or(page.getByText(nome)).first().waitFor();
}

test('at 200 % zoom the guests and the record stay within reach', async () => {
  const { page } = scena.f;
  await page.setViewportSize({ width: 720, height: 450 });
  for (const dove of ['/ospiti', ospite]) {
    await vai(page, dove);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await attendiQuiete(page);
    const oltre = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(oltre, dove).toBeLessThanOrEqual(1);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});
