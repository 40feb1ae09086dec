import { afterAll, expect, test } from 'vitest';
import { assertNessunErrore, attendiSalvato, cella, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const scena = scenaDemo('indicatori', OGGI);

afterAll(() => assertNessunErrore(scena.f.errori));

test('the quality indicators of a year: what each is made of opens its rows, which add up', async () => {
  const { page } = scena.f;
  await vai(page, '/report/indicatori?dal=2024-01-01&al=2024-12-31');
  const tavola = page.getByRole('table', { name: 'Indicatori di qualità' });
  await tavola.waitFor();
  const dimessi = tavola.getByRole('button', { name: /^Dimessi, trasferimenti interni compresi, Totale/ });
  const quanti = Number(await dimessi.innerText());
  expect(quanti).toBeGreaterThan(0);
  for (const [cifra, colonna] of [
    ['Relazioni di dimissione oltre 30 giorni', 6],
    ['Programmi conclusi', 2],
    ['Dimessi, trasferimenti interni compresi', 1],
  ] as const) {
    const bottone = tavola.getByRole('button', { name: new RegExp(`^${cifra}, Totale`) });
    expect(await tavola.locator('tfoot td').nth(colonna).getByRole('button').count()).toBe(1);
    const n = await bottone.innerText();
    await bottone.click();
    const pannello = page.getByRole('dialog');
    await (n === '0'
      ? pannello.getByText('Nessuna riga')
      : pannello.getByRole('row', { name: `Somma ${n}` })
    ).waitFor();
    expect(await pannello.getByRole('alert').count()).toBe(0);
    await page.keyboard.press('Escape');
    await pannello.waitFor({ state: 'detached' });
  }
  await guarda(scena.f, 'indicatori', { immagine: 'chiara' });
});

test('a letter written days after is said on Mese, with its day, and leads there', async () => {
  const { page } = scena.f;
  await vai(page, '/presenze/CASA00/2025-03');
  const prima = page.getByRole('rowheader').first();
  await prima.waitFor();
  const nome = (await page.getByRole('gridcell').first().getAttribute('aria-label'))?.split(', ')[0] ?? '';
  await cella(page, nome, 3).click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('p');
  await attendiSalvato(page);
  await vai(page, '/mese/CASA00/2025-03');
  const quando = page.getByRole('region', { name: 'Quando si è scritto' });
  await quando.getByText(/^Scritti più di 3 giorni dopo: /).waitFor();
  await quando.getByRole('button', { name: /^Mostra/ }).click();
  await guarda(scena.f, 'tardivi');
  await quando.getByRole('link', { name: /^1 presenza di lun 3 mar, scritta / }).click();
  // the day asked for leaves the address once the grid is on it
  await page.waitForURL(/presenze\/CASA00\/2025-03/);
  const qui = page.locator('[role=gridcell][tabindex="0"]');
  await expect.poll(() => qui.getAttribute('aria-label')).toMatch(/lun 3 mar/);
});
