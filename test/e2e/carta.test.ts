import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { leggiPdf, type PaginaLetta } from '../aiuti/pdf.ts';
import { attendiQuiete } from './aiuti/approdo.ts';
import { assertNessunErrore, scegliFile, vai } from './aiuti/gesti.ts';
import { guarda, scenaViva } from './aiuti/scena.ts';

const scena = scenaViva('carta', '2026-11-21');
const PIEDE = 'Casa Aurora, stampato il 21/11/2026';
/** Where the PDFs are left to be looked at, if somebody asks. */
const CARTELLA = process.env['APPRODO_CARTE'];
let ospite = '';

/** The page as a printer gives it, once it is whole. */
async function stampa(nome: string): Promise<{ bytes: Uint8Array; pagine: PaginaLetta[] }> {
  await attendiQuiete(scena.f.page);
  const bytes = await scena.f.page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (CARTELLA) {
    mkdirSync(CARTELLA, { recursive: true });
    writeFileSync(join(CARTELLA, `${nome}.pdf`), bytes);
  }
  return { bytes, pagine: await leggiPdf(bytes) };
}

/** A4, standing; each sheet with whose it is, the day, which of how many; none empty. */
function assertFogli(pagine: readonly PaginaLetta[]): void {
  pagine.forEach(({ testo, larghezza, altezza }, n) => {
    expect([larghezza, altezza]).toEqual([210, 297]);
    expect(testo).toContain(PIEDE);
    expect(testo).toContain(`pagina ${n + 1} di ${pagine.length}`);
    expect(testo.length).toBeGreaterThan(PIEDE.length + 100);
  });
}

beforeAll(async () => {
  const { page } = scena.f;
  await vai(page, '/presenze/CASA00/2026-11');
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'Apri la cartella' }).click();
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
  ospite = page.url().split('#')[1]?.split('?')[0] ?? '';
});

test('the sheets of the month lie down, with a number of their own; the next print stands again', async () => {
  const { page } = scena.f;
  await vai(page, '/foglio/CASA00/2026-10');
  await page.getByRole('region', { name: /^pagina 1/ }).waitFor();
  const foglio = await stampa('foglio');
  expect(foglio.pagine.map(({ larghezza, altezza }) => [larghezza, altezza])).toEqual([[297, 210]]);
  expect(foglio.pagine[0]?.testo).toContain('pagina 1 di 1');
  expect(foglio.pagine[0]?.testo).not.toContain('stampato il');
  await vai(page, '/griglia-carta/CASA00/2026-11');
  await page.getByRole('region', { name: 'foglio 1 di' }).first().waitFor();
  const griglia = await stampa('griglia');
  griglia.pagine.forEach(({ testo, larghezza }, n) => {
    expect(larghezza).toBe(297);
    expect(testo).toContain(`foglio ${n + 1} di ${griglia.pagine.length}`);
    expect(testo).toContain('Casa Aurora');
  });
  // the sheet of the night is asked for right after, as in an emergency: no empty page before it
  await page.keyboard.press('F8');
  await page.getByRole('region', { name: 'Chi c’è stanotte' }).waitFor();
  const notte = await stampa('notte');
  assertFogli(notte.pagine);
  expect(notte.pagine).toHaveLength(1);
  expect(notte.pagine[0]?.testo).toContain('21 novembre 2026');
});

test('the papers of a guest: one title, no button, every page with its number', async () => {
  const { page } = scena.f;
  await vai(page, `${ospite}?sezione=scheda`);
  await page.getByText('Chi manda, chi paga, chi segue').waitFor();
  const scheda = await stampa('scheda');
  assertFogli(scheda.pagine);
  expect(scheda.pagine.map(({ testo }) => testo).join()).not.toMatch(/Salva la scheda|Aggiungi al nucleo/);
  await vai(page, `${ospite}/fascicolo`);
  await page.getByText('art. 15 GDPR').waitFor();
  const fascicolo = await stampa('fascicolo');
  assertFogli(fascicolo.pagine);
  expect(fascicolo.pagine.map(({ testo }) => testo).join()).not.toContain('Copia per');
  await vai(page, `${ospite}?sezione=giuridica`);
  await page
    .getByRole('link', { name: /ichiarazione/ })
    .first()
    .click();
  await page.getByText('Si dichiara').waitFor();
  const dichiarazione = await stampa('dichiarazione');
  assertFogli(dichiarazione.pagine);
  expect(dichiarazione.pagine).toHaveLength(1);
  expect(dichiarazione.pagine[0]?.testo.match(/Dichiarazione di presenza/g)).toHaveLength(1);
  assertNessunErrore(scena.f.errori);
});

test('the diary of a year, on paper: who, which days, every line, every page with its number', async () => {
  const { page } = scena.f;
  await vai(page, '/diario/CASA00/carta?dal=2025-12-01&al=2026-11-21');
  await page.getByText('dal 01/12/2025 al 21/11/2026').waitFor();
  await attendiQuiete(page);
  const righe = await page.getByRole('article').locator('section').count();
  expect(righe).toBeGreaterThan(5);
  const { pagine } = await stampa('diario');
  assertFogli(pagine);
  expect(pagine[0]?.testo).toContain(`${righe} righe`);
  expect(pagine.map(({ testo }) => testo).join()).not.toContain('Torna al diario');
  assertNessunErrore(scena.f.errori);
});

test('a PDF among the documents is read in the page, drawn; a damaged one says so', async () => {
  const { page } = scena.f;
  await vai(page, `${ospite}/fascicolo`);
  await page.getByText('art. 15 GDPR').waitFor();
  const { bytes } = await stampa('fascicolo');
  const sano = join(scena.cartella, 'lettera.pdf');
  const guasto = join(scena.cartella, 'guasto.pdf');
  writeFileSync(sano, bytes);
  writeFileSync(guasto, bytes.subarray(0, 300));
  await vai(page, `${ospite}?sezione=documenti`);
  for (const [file, titolo] of [
    [sano, 'lettera del servizio'],
    [guasto, 'scansione interrotta'],
  ] as const) {
    await page.getByRole('button', { name: 'Aggiungi un documento…' }).click();
    await scegliFile(page, 'Scegli il file…', file);
    await page.getByRole('dialog').getByLabel('Che documento è').fill(titolo);
    await page.getByRole('dialog').getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Guarda «lettera del servizio»' }).click();
  const tela = page.getByRole('img', { name: 'lettera del servizio, pagina 1 di 2' });
  await tela.waitFor();
  // the words of a sheet are ink on white: a page that was not drawn has none
  const inchiostro = () =>
    tela.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const dati = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let scuri = 0;
      for (let i = 0; i < dati.length; i += 4) if (dati[i + 3] === 255 && (dati[i] ?? 255) < 80) scuri++;
      return scuri;
    });
  await expect.poll(inchiostro).toBeGreaterThan(2000);
  await page.getByText('pagina 1 di 2', { exact: true }).waitFor();
  await guarda(scena.f, 'documento-pdf', { immagine: 'chiara' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Guarda «scansione interrotta»' }).click();
  await page.getByText('Questo PDF non si può mostrare qui').waitFor();
  await page.keyboard.press('Escape');
  assertNessunErrore(scena.f.errori);
});
