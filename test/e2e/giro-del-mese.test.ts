import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Finestra } from './aiuti/approdo.ts';
import {
  assertNessunErrore,
  attendiSalvato,
  cella,
  creaRegistro,
  primaCella,
  salva,
  scegliFile,
  scegliVoce,
  vai,
} from './aiuti/gesti.ts';
import { scenaDoppia } from './aiuti/scena.ts';

const CAMPIONE = fileURLToPath(new URL('../campione', import.meta.url));
const OGGI = '2026-01-03';

const scena = scenaDoppia('giro', OGGI, (cartella) => ({
  comunita: join(cartella, 'comunita'),
  centrale: join(cartella, 'centrale'),
}));

test('first launch, a password, the office’s workbook: the figures are those of the oracle', async () => {
  const { page } = scena.c;
  await creaRegistro(page, 'Una comunità', 'ROSSI Maria');
  await vai(page, '/importa');
  await scegliFile(page, 'Scegli una cartella…', CAMPIONE);
  await page.getByRole('button', { name: /^Importa 1\.?246 righe/ }).click();
  await page
    .getByText(/Importazione riuscita/)
    .first()
    .waitFor();
  await vai(page, '/report/giornate?dal=2025-01-01&al=2025-12-31');
  for (const [nome, presenza, occupate] of [
    ['Casa Aurora', '5.836', '6.216'],
    ['Casa Brolo', '4.276', '4.566'],
    ['Casa Cedro', '5.095', '5.513'],
  ] as const) {
    const riga = page.getByRole('row', { name: new RegExp(nome) });
    await riga.getByText(presenza, { exact: true }).first().waitFor();
    await riga.getByText(occupate, { exact: true }).first().waitFor();
  }
  assertNessunErrore(scena.c.errori);
});

test('the month from the keyboard: letters, undo and redo, what cannot be typed, what survives a reload', async () => {
  const { page } = scena.c;
  await vai(page, '/presenze/CASA00/2025-12');
  await page.getByRole('grid').waitFor();
  const mancanti = page.getByRole('gridcell', { name: /da registrare/ });
  const quanti = await mancanti.count();
  const uno = await primaCella(page, /: presente/);
  await uno.click();
  await page.keyboard.press('u');
  await expect.poll(() => uno.getAttribute('aria-label')).toMatch(/uscita/i);
  await page.keyboard.press('Control+z');
  await expect.poll(() => uno.getAttribute('aria-label')).not.toMatch(/uscita/i);
  await page.keyboard.press('Control+y');
  await expect.poll(() => uno.getAttribute('aria-label')).toMatch(/uscita/i);
  await page.keyboard.press('q');
  await page
    .getByText(/«q» non è un codice/i)
    .first()
    .waitFor();
  await attendiSalvato(page);
  await page.reload();
  await page.getByRole('grid').waitFor();
  await expect.poll(() => uno.getAttribute('aria-label')).toMatch(/uscita/i);
  await uno.click();
  await page.keyboard.press('p');
  await attendiSalvato(page);
  await expect.poll(() => mancanti.count()).toBe(quanti);
  assertNessunErrore(scena.c.errori);
});

test('a guest arrives and a guest leaves, from the same page; Tutti presenti fills what is empty', async () => {
  const { page } = scena.c;
  await vai(page, '/presenze/CASA00/2025-12');
  await page.getByRole('button', { name: 'Nuovo ingresso' }).click();
  await page.getByLabel('Cognome', { exact: true }).fill('Zorzi');
  await page.getByLabel('Nome', { exact: true }).fill('Nives');
  await page.getByRole('radio', { name: 'Femmina' }).check();
  await page.getByLabel('Data di nascita').fill('010385');
  await page.getByLabel('Data di ingresso').fill('29/12');
  await scegliVoce(page, 'Modulo', 'Terapeutico');
  await page.getByRole('button', { name: 'Registra l’ingresso' }).click();
  await page
    .getByText(/Ingresso registrato: ZORZI Nives/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /^ZORZI Nives/ }).waitFor();
  await expect.poll(() => cella(page, 'ZORZI', 28).getAttribute('aria-label')).toMatch(/fuori/i);

  await page.getByRole('button', { name: /^Tutti presenti: scegliere/ }).click();
  await page.getByRole('menuitem', { name: /Tutto il mese/ }).click();
  await expect.poll(() => page.getByRole('gridcell', { name: /da registrare/ }).count()).toBe(0);
  await attendiSalvato(page);

  await cella(page, 'ZORZI', 29).click();
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'Dimissione…' }).click();
  await page.getByLabel('Data di dimissione').fill('31/12');
  await scegliVoce(page, 'Esito', 'Progetto concluso / concordato');
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page
    .getByText(/Dimissione registrata: ZORZI Nives/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => cella(page, 'ZORZI', 31).getAttribute('aria-label')).toMatch(/fuori/i);
  assertNessunErrore(scena.c.errori);
});

test('the two sides exchange their public keys', async () => {
  await creaRegistro(scena.a.page, 'L’Accoglienza', 'CONTI Elena');
  const chiavi: { path: string; nome: string }[] = [];
  for (const { page } of [scena.c, scena.a]) {
    await vai(page, '/impostazioni');
    chiavi.push(await salva(page, 'Salva il file della chiave'));
  }
  await scegliFile(scena.c.page, 'Registra una chiave…', chiavi[1]?.path ?? '');
  await scena.c.page
    .getByText(/Chiave di Accoglienza registrata/)
    .first()
    .waitFor();
  await scegliFile(scena.a.page, 'Registra una chiave…', chiavi[0]?.path ?? '');
  await scena.a.page
    .getByText(/Chiave di .* registrata/)
    .first()
    .waitFor();
  assertNessunErrore([...scena.c.errori, ...scena.a.errori]);
});

test('the month is closed, locked, printed and exported', async () => {
  const { page } = scena.c;
  await vai(page, '/mese/CASA00/2025-12');
  await page.getByText('Il conto torna', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Chiudi dicembre' }).click();
  await page
    .getByText(/Dicembre 2025 è chiuso/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Esporta il pacco' }).click();
  await page
    .getByText(/CASA00-2025-12-r1\.approdo/)
    .first()
    .waitFor();
  await vai(page, '/presenze/CASA00/2025-12');
  await page
    .getByText(/si legge soltanto/)
    .first()
    .waitFor();
  await vai(page, '/foglio/CASA00/2025-12');
  await page.getByText(/firma/i).first().waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  assertNessunErrore(scena.c.errori);
});

test('the Accoglienza sees what the parcels would do, applies them, and counts the same days', async () => {
  const { page } = scena.a;
  const uscita = join(scena.cartella, 'comunita', 'in-uscita');
  await vai(page, '/consegne/2025');
  await scegliFile(
    page,
    'Importa pacchi…',
    readdirSync(uscita).map((nome) => join(uscita, nome)),
  );
  await page.getByText('Niente è ancora stato scritto', { exact: false }).first().waitFor();
  await page
    .getByText(/ingressi nuovi/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Applica 1 pacco' }).click();
  await page.getByText('1 pacco importato.').first().waitFor();
  await vai(page, '/consegne/2025');
  await page.getByText('Casa Aurora').first().waitFor();
  await expectStesseGiornate();
  assertNessunErrore(scena.a.errori);
});

test('a correction after closing: reopened with a reason, it travels as revision 2', async () => {
  const { page } = scena.c;
  await vai(page, '/mese/CASA00/2025-12');
  await page.getByRole('button', { name: 'Riapri dicembre…' }).click();
  await page.getByLabel('Motivo della riapertura').fill('ricovero comunicato dopo');
  await page.getByRole('button', { name: 'Riapri dicembre', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await vai(page, '/presenze/CASA00/2025-12');
  await page
    .getByText(/è stato riaperto/)
    .first()
    .waitFor();
  await (await primaCella(page, /: presente/)).click();
  await page.keyboard.press('r');
  await attendiSalvato(page);
  await vai(page, '/mese/CASA00/2025-12');
  await page.getByRole('button', { name: 'Chiudi dicembre' }).click();
  await page
    .getByText(/Dicembre 2025 è chiuso/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Esporta il pacco' }).click();
  await page
    .getByText(/CASA00-2025-12-r2\.approdo/)
    .first()
    .waitFor();

  const uscita = join(scena.cartella, 'comunita', 'in-uscita');
  await vai(scena.a.page, '/consegne/2025');
  await scegliFile(
    scena.a.page,
    'Importa pacchi…',
    readdirSync(uscita).map((nome) => join(uscita, nome)),
  );
  await scena.a.page
    .getByText(/1 presenza cambiata a dicembre/)
    .first()
    .waitFor();
  await scena.a.page.getByRole('button', { name: 'Applica 1 pacco' }).click();
  await scena.a.page.getByRole('button', { name: 'Applica 1 pacco' }).waitFor({ state: 'detached' });
  await scena.a.page.getByText('1 pacco importato.').first().waitFor();
  await expectStesseGiornate();
  await vai(scena.a.page, '/consegne/2025');
  await scena.a.page.getByText('corretto').first().waitFor();
  assertNessunErrore([...scena.c.errori, ...scena.a.errori]);
});

/** Both windows end on the same figures; while an answer is on its way a page may still show the one before. */
async function expectStesseGiornate(): Promise<void> {
  const differenze = async () => {
    const qui = await giornate(scena.c, '2025-12-01', '2025-12-31');
    const la = await giornate(scena.a, '2025-12-01', '2025-12-31');
    return qui.flatMap((cifra, index) => (cifra === la[index] ? [] : [[cifra, la[index]]]));
  };
  await expect.poll(differenze).toEqual([]);
}

/** The row of Casa Aurora in the report of a period, as the window shows it. */
async function giornate(finestra: Finestra, dal: string, al: string): Promise<string[]> {
  await vai(finestra.page, `/report/giornate?dal=${dal}&al=${al}`);
  await finestra.page
    .getByRole('heading', { name: /^Giornate/ })
    .first()
    .waitFor();
  const riga = finestra.page.getByRole('row', { name: /Casa Aurora/ });
  await riga.waitFor();
  return riga.getByRole('cell').allInnerTexts();
}
