import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildDemo, type Demo } from '../../scripts/demo.ts';
import {
  type Approdo,
  apriFinestra,
  avviaApprodo,
  closeBrowser,
  type Finestra,
  fotografaErrore,
} from './aiuti/approdo.ts';
import { assertNessunErrore, entra, vai } from './aiuti/gesti.ts';

const IMMAGINI = fileURLToPath(new URL('../../docs/immagini', import.meta.url));
const OGGI = '2025-03-21';

let cartella: string;
let demo: Demo;
let comunita: Approdo;
let f: Finestra;

beforeAll(async () => {
  cartella = mkdtempSync(join(tmpdir(), 'approdo-cartella-'));
  demo = await buildDemo(join(cartella, 'demo'), OGGI);
  comunita = await avviaApprodo(demo.comunita, OGGI);
  f = await apriFinestra(comunita.indirizzo);
  await entra(f.page, demo.password);
  await f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  mkdirSync(IMMAGINI, { recursive: true });
});

afterAll(async () => {
  await comunita.stop();
  await closeBrowser();
  rmSync(cartella, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await fotografaErrore(f, task.name.slice(0, 30));
});

/** The page as it is, light and dark: a picture of each where asked, and no violation. */
async function guarda(nome: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await f.page.emulateMedia({ colorScheme });
    await f.page.waitForTimeout(250);
    const path = join(IMMAGINI, `${nome}${colorScheme === 'dark' ? '-scuro' : ''}.png`);
    if (process.env['APPRODO_IMMAGINI']) await f.page.screenshot({ path });
    const { violations } = await new AxeBuilder({ page: f.page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
  }
  await f.page.emulateMedia({ colorScheme: 'light' });
}

test('from the grid to the record of a guest', async () => {
  const { page } = f;
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'Apri la cartella' }).click();
  await page.getByRole('heading', { name: 'Permanenze' }).waitFor();
  await guarda('ospite');
  assertNessunErrore(f.errori);
});
