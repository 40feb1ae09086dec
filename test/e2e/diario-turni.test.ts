import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { Host } from '../../electron/ipc/host.ts';
import { apriFinestra, type Finestra } from './aiuti/approdo.ts';
import { assertNessunErrore, entra, PASSWORD, rimandaChiave, vai } from './aiuti/gesti.ts';
import { registroVuoto } from './aiuti/registro.ts';
import { apriPorta, scenaIn, senzaViolazioni } from './aiuti/scena.ts';

/** One computer, three people, one diary: what is new is new to each. */
const OGGI = '2025-03-21';
const BRUNO = { nome: 'VERDI Bruno', ruolo: 'educatore', password: 'la prima di Bruno' } as const;
const CARLA = { nome: 'NERI Carla', ruolo: 'educatore', password: 'la prima di Carla' } as const;
const MARIA = { nome: 'ROSSI Maria', password: PASSWORD };

let door: Dispatcher;
let f: Finestra;

scenaIn(
  'diario-turni',
  () => [f],
  async (cartella, chiudi) => {
    const { dati } = await registroVuoto(cartella, OGGI);
    const host = new Host({ dati, host: 'loopback', oggi: () => OGGI });
    const porta = await apriPorta(host, chiudi);
    door = porta.door;
    f = await apriFinestra(porta.indirizzo);
    await entra(f.page, PASSWORD);
    await rimandaChiave(f.page);
    for (const account of [BRUNO, CARLA])
      expect(await door.call('accounts.create', account)).toMatchObject({ ok: true });
    await vai(f.page, '/diario/CASA00');
  },
);

const casella = (page: Page) => page.getByLabel('Che cosa è successo');
const righe = (page: Page) => page.getByRole('article');
const menu = (page: Page) => page.getByRole('navigation').getByRole('link', { name: /^Diario/ });

/** The shift changes: the window is left, and somebody else enters it. */
async function passaA(
  { nome, password }: { readonly nome: string; readonly password: string },
  porta: 'aperta' | 'chiusa' = 'aperta',
): Promise<void> {
  const { page } = f;
  if (porta === 'aperta') await page.keyboard.press('Control+Shift+L');
  await page.getByLabel('Chi entra').selectOption(nome);
  await entra(page, password);
  // the recovery key is still to be put on paper: whoever manages the accounts is asked each time
  if (nome === MARIA.nome) await rimandaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

async function scrivi(testo: string, altro: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { page } = f;
  await casella(page).fill(testo);
  await altro();
  await casella(page).press('Control+Enter');
  await righe(page).getByText(testo).waitFor();
}

/** What the menu and the page say is new, and which lines are marked so. */
async function nuove(quante: number): Promise<void> {
  const { page } = f;
  const frase = quante === 1 ? 'una riga nuova' : `${quante} righe nuove`;
  if (quante === 0) {
    await expect.poll(() => menu(page).innerText()).toBe('Diario');
    await expect.poll(() => page.getByRole('button', { name: /^Segna/ }).count()).toBe(0);
  } else {
    await expect.poll(() => menu(page).innerText()).toContain(`${frase} nel diario`);
    await page
      .getByRole('status')
      .getByText(quante === 1 ? '1 riga nuova' : frase, { exact: true })
      .waitFor();
  }
  await expect.poll(() => page.getByRole('article').getByText('nuova', { exact: true }).count()).toBe(quante);
}

test('what one writes is new to the others, not to who wrote it', async () => {
  const { page } = f;
  await scrivi('Notte tranquilla, nessuno si è alzato.');
  await scrivi('Domani il furgone è dal meccanico', () => page.getByText('Consegna', { exact: true }).first().click());
  await nuove(0);
  await passaA(BRUNO);
  await expect.poll(() => menu(page).innerText()).toContain('2 righe nuove nel diario');
  await menu(page).click();
  await nuove(2);
  await page.getByRole('radiogroup', { name: 'Che cosa mostrare' }).getByText('Nuove', { exact: true }).click();
  await expect.poll(() => righe(page).count()).toBe(2);
  await senzaViolazioni(page);
  assertNessunErrore(f.errori);
});

test('read by one, it is still new to a third; a line half-written waits for its own writer', async () => {
  const { page } = f;
  await casella(page).fill('Il frigo non');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('l');
  await page.getByText('Segnate come lette.').waitFor();
  await page.getByText('Niente di nuovo: è tutto letto.').waitFor();
  await nuove(0);
  await passaA(CARLA);
  await menu(page).click();
  await nuove(2);
  expect(await casella(page).inputValue()).toBe('');
  // only the handovers: what is not in sight is not said to be read
  await page.getByRole('radiogroup', { name: 'Che cosa mostrare' }).getByText('Consegna', { exact: true }).click();
  await page.getByRole('button', { name: /^Segna letta questa/ }).click();
  await page.getByRole('radiogroup', { name: 'Che cosa mostrare' }).getByText('Tutto', { exact: true }).click();
  await nuove(1);
  await passaA(BRUNO);
  await casella(page).waitFor();
  expect(await casella(page).inputValue()).toBe('Il frigo non');
  await page.getByRole('radiogroup', { name: 'Che cosa mostrare' }).getByText('Tutto', { exact: true }).click();
  await scrivi('Il frigo non raffredda: chiamato il tecnico');
  await nuove(0);
  assertNessunErrore(f.errori);
});

test('who comes back to the page left open finds what was written meanwhile; an addition is new, its line is not', async () => {
  const { page } = f;
  await passaA(MARIA);
  await righe(page).getByText('Il frigo non raffredda').waitFor();
  await nuove(1);
  const riga = righe(page).filter({ hasText: 'Il frigo non raffredda' });
  await riga.getByRole('button', { name: /^Aggiungi alla riga/ }).click();
  await page.getByLabel('Che cosa aggiungere o correggere').fill('Arriva venerdì alle 9');
  await page.keyboard.press('Control+Enter');
  await riga.getByText('Arriva venerdì alle 9').waitFor();
  // one's own addition is not new; the line it is under is still to be said read
  await nuove(1);
  await page.getByRole('button', { name: /^Segna come lette/ }).click();
  await nuove(0);
  await passaA(BRUNO);
  await nuove(1);
  await expect.poll(() => riga.getByText('nuova', { exact: true }).count()).toBe(1);
  await passaA(CARLA);
  await nuove(3);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('l');
  await nuove(0);
  assertNessunErrore(f.errori);
});

test('left half-written, and the window closed: it comes back to who was writing it, and to nobody else', async () => {
  const { page } = f;
  await casella(page).fill('Domani mattina la visita di');
  await page.keyboard.press('Control+Shift+L');
  await page.getByLabel('Chi entra').waitFor();
  await page.reload();
  for (const chi of [MARIA, BRUNO]) {
    await passaA(chi, 'chiusa');
    await menu(page).click();
    expect(await casella(page).inputValue()).toBe('');
    await page.keyboard.press('Control+Shift+L');
    await page.getByLabel('Chi entra').waitFor();
  }
  await passaA(CARLA, 'chiusa');
  await menu(page).click();
  await page.getByText('Ripreso quello che era rimasto').waitFor();
  expect(await casella(page).inputValue()).toBe('Domani mattina la visita di');
  assertNessunErrore(f.errori);
});
