import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { Host } from '../../electron/ipc/host.ts';
import { apriFinestra, attendiQuiete, type Finestra } from './aiuti/approdo.ts';
import { assertNessunErrore, confermaChiave, creaRegistro, PASSWORD, scegliFile, vai } from './aiuti/gesti.ts';
import { apriPorta, fotografa, scenaIn, senzaViolazioni } from './aiuti/scena.ts';

const OGGI = '2026-01-12';
const MESE = '/presenze/CASA01/2026-01';
/** Somebody being typed: their name is nowhere once the window is locked. */
const CANARINO = 'Zwanzigmann';
const DI_BEA = 'la prima di Bea';

let cartella: string;
let passatiMs = 0;
let host: Host;
let door: Dispatcher;
let indirizzo: string;
let f: Finestra;
let chiave = '';

scenaIn(
  'turno',
  () => [f],
  async (sua, chiudi) => {
    cartella = sua;
    host = new Host({
      ...{ dati: join(cartella, 'dati'), host: 'loopback', oggi: () => OGGI },
      clock: () => Date.now() + passatiMs,
    });
    ({ door, indirizzo } = await apriPorta(host, chiudi));
    f = await apriFinestra(indirizzo);
    // before the page starts: a timer made before would never be stopped. Time flows by itself until it is pushed.
    await f.page.clock.install();
    await f.page.reload();
  },
);

async function entraCome(page: Page, nome: string, password: string): Promise<void> {
  const chi = page.getByLabel('Chi entra');
  await page.getByLabel('Password', { exact: true }).waitFor();
  await attendiQuiete(page);
  if (await chi.isVisible()) await chi.selectOption(nome);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

/** Everything the document holds, and what a screen reader is given. */
async function tuttoIlDocumento(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const campi = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    return [document.documentElement.outerHTML, document.title, location.href, ...campi.map((c) => c.value)].join('\n');
  });
  return `${html}\n${await page.locator('body').ariaSnapshot()}`;
}

const ingresso = (page: Page) => page.getByRole('dialog', { name: /Nuovo ingresso/ });

/** What was half-typed is there exactly, drawer open, in the document. */
async function ilModuloDiAnna(page: Page): Promise<void> {
  await ingresso(page).waitFor();
  await expect.poll(() => page.getByLabel('Cognome', { exact: true }).inputValue()).toBe(CANARINO);
  await expect.poll(() => page.getByLabel('Nome', { exact: true }).inputValue()).toBe('Nives');
  await expect.poll(() => page.getByRole('radio', { name: 'Femmina' }).isChecked()).toBe(true);
  await expect.poll(() => page.getByLabel('Data di nascita').inputValue()).toBe('01/03/1985');
  await expect.poll(() => page.getByLabel('Codice fiscale').inputValue()).toBe('zwn');
}

describe('the first day', () => {
  test('the recovery key is shown once, printed, and typed back before the register is there', async () => {
    const { page } = f;
    await page.getByText('Una comunità', { exact: true }).click();
    await page.getByLabel('Cognome e nome di chi registra').fill('ROSSI Anna');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('La stessa password, ancora una volta').fill(PASSWORD);
    await page.getByText('Aggiungo la struttura adesso').click();
    await page.getByLabel('Codice').fill('CASA01');
    await page.getByLabel('Nome della struttura').fill('Casa Aurora');
    await page.getByRole('button', { name: 'Crea il registro' }).click();
    await page.getByRole('heading', { name: 'La chiave di recupero' }).waitFor();
    await senzaViolazioni(page);
    await fotografa(f, 'chiave-di-recupero');
    await page.emulateMedia({ media: 'print' });
    await fotografa(f, 'chiave-di-recupero-stampa');
    expect(await page.getByText('Chiave di recupero di Approdo').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Stampa' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('L’ultimo gruppo, letto dal foglio').fill('AAAAA');
    await page.getByRole('button', { name: 'È su carta' }).click();
    await page.getByText('Non è l’ultimo gruppo della chiave').waitFor();
    chiave = await confermaChiave(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
    expect(await tuttoIlDocumento(page)).not.toContain(chiave.slice(0, 5));
    const made = await door.call('accounts.create', { nome: 'VERDI Bea', ruolo: 'educatore', password: DI_BEA });
    expect(made).toMatchObject({ ok: true });
    assertNessunErrore(f.errori);
  });
});

describe('half-typed, and the shift ends', () => {
  test('nobody at the window for ten minutes: locked, and nothing of the page is in the document', async () => {
    const { page } = f;
    await vai(page, MESE);
    await page.getByRole('button', { name: 'Nuovo ingresso' }).first().click();
    await page.getByLabel('Cognome', { exact: true }).fill(CANARINO);
    await page.getByLabel('Nome', { exact: true }).fill('Nives');
    await page.getByRole('radio', { name: 'Femmina' }).check();
    await page.getByLabel('Data di nascita').fill('010385');
    await page.getByLabel('Codice fiscale').fill('zwn');
    await page.getByLabel('Cognome', { exact: true }).press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CANARINO);
    expect(await tuttoIlDocumento(page)).toContain(CANARINO);
    // the machine may be busy: a minute between what is not yet and what is already
    await page.clock.fastForward(9 * 60_000);
    expect(host.aperta).toBe(true);
    await page.clock.fastForward(62_000);
    await page.getByLabel('Password', { exact: true }).waitFor();
    await expect.poll(() => host.aperta).toBe(false);
    const documento = await tuttoIlDocumento(page);
    for (const parola of [CANARINO, 'Nives', 'Nuovo ingresso', 'gennaio']) expect(documento).not.toContain(parola);
    expect(await page.title()).toBe('Entra · Approdo');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('');
    await senzaViolazioni(page);
    await fotografa(f, 'bloccato');
    assertNessunErrore(f.errori);
  });

  test('another person sees her own first page; the one before finds everything as it was', async () => {
    const { page } = f;
    await entraCome(page, 'VERDI Bea', DI_BEA);
    expect(await tuttoIlDocumento(page)).not.toContain(CANARINO);
    expect(await ingresso(page).count()).toBe(0);
    await vai(page, '/report/giornate?dal=2026-01-01&al=2026-01-31');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+Shift+L');
    await page.getByLabel('Chi entra').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(await tuttoIlDocumento(page)).not.toContain(CANARINO);
    await entraCome(page, 'ROSSI Anna', PASSWORD);
    await ilModuloDiAnna(page);
    expect(page.url()).toContain(MESE);
    const barra = await page.getByRole('banner', { includeHidden: true }).first().boundingBox();
    expect(barra?.y).toBe(0);
    await fotografa(f, 'dopo-il-turno');
    // and it is a form that works: completed, it is saved
    await page.getByLabel('Codice fiscale').fill('');
    await page.getByLabel('Data di ingresso').fill('10/01');
    await page.getByRole('button', { name: 'Registra l’ingresso' }).click();
    // the grid has the row before the panel says so
    await ingresso(page)
      .getByText(/^Ingresso registrato: /)
      .waitFor();
    assertNessunErrore(f.errori);
  });

  test('a month with guests: another month’s worth of minutes later the correction half-made is there', async () => {
    const { page } = f;
    // what was worth knowing about the ingresso just saved is read, and closed
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi' }).last().click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Nuovo ingresso' }).first().click();
    await page.getByLabel('Cognome', { exact: true }).fill('Altroni');
    // long enough for what nobody looks at to be forgotten by the page's memory
    await page.clock.fastForward(11 * 60_000);
    await page.getByLabel('Password', { exact: true }).waitFor();
    await page.clock.fastForward(30 * 60_000);
    expect((await tuttoIlDocumento(page)).toLowerCase()).not.toContain(CANARINO.toLowerCase());
    await entraCome(page, 'ROSSI Anna', PASSWORD);
    await ingresso(page).waitFor();
    await expect.poll(() => page.getByLabel('Cognome', { exact: true }).inputValue()).toBe('Altroni');
    // closed without a question: what is half-typed is kept
    await page.keyboard.press('Escape');
    await ingresso(page).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(CANARINO, 'i') }).waitFor();
    assertNessunErrore(f.errori);
  });

  test('the window is dead: the host locks by its own clock, and the window follows at the first touch', async () => {
    const { page } = f;
    passatiMs += 10 * 60_000 + 31_000;
    await expect.poll(() => host.aperta).toBe(false);
    // whoever touches it finds the door
    await page.clock.fastForward(16_000);
    await page.mouse.move(300, 300);
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect((await tuttoIlDocumento(page)).toLowerCase()).not.toContain(CANARINO.toLowerCase());
    await entraCome(page, 'ROSSI Anna', PASSWORD);
    await page.getByText(new RegExp(CANARINO, 'i')).first().waitFor();
    assertNessunErrore(f.errori);
  });
});

describe('the password is forgotten', () => {
  test('the key from the paper, who, a new password: in; the mistyped group is said', async () => {
    const { page } = f;
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('button', { name: 'Ho dimenticato la password' }).click();
    const campo = page.getByLabel('Chiave di recupero');
    const gruppi = chiave.split('-');
    const quarto = gruppi[3] ?? '';
    const storto = gruppi.with(3, `${quarto.startsWith('A') ? 'B' : 'A'}${quarto.slice(1)}`).join(' ');
    await campo.fill(storto);
    await page.getByText('Il gruppo 4').waitFor();
    await fotografa(f, 'password-dimenticata');
    await senzaViolazioni(page);
    await campo.fill(chiave.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByLabel('Per chi è la nuova password').waitFor();
    await page.getByLabel('Nuova password', { exact: true }).fill('una frase tutta nuova');
    await page.getByLabel('La nuova password, ancora una volta').fill('una frase tutta nuova');
    await page.getByRole('button', { name: 'Imposta la password ed entra' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
    assertNessunErrore(f.errori);
  });
});

describe('settings', () => {
  const NUOVA = 'una frase tutta nuova';

  test('minutes of inactivity, a new password for somebody, a new recovery key', async () => {
    const { page } = f;
    await vai(page, '/impostazioni');
    await page.getByText('5 minuti', { exact: true }).click();
    await page.getByText('Da ora Approdo si blocca dopo 5 minuti.').waitFor();
    await page.getByRole('button', { name: 'Dai una nuova password a VERDI Bea' }).click();
    await page.getByLabel('Prima password').fill('la seconda di Bea');
    await page.getByRole('button', { name: 'Dai una nuova password', exact: true }).click();
    await page.getByText('Nuova password data a VERDI Bea.').waitFor();
    await page.getByRole('button', { name: 'Rinnova la chiave di recupero' }).click();
    await page.getByLabel('Password', { exact: true }).fill(NUOVA);
    await page.getByRole('button', { name: 'Fai una chiave nuova' }).click();
    await page.getByRole('list', { name: 'Chiave di recupero' }).first().waitFor();
    await senzaViolazioni(page);
    const prima = chiave;
    chiave = await confermaChiave(page);
    expect(chiave).not.toBe(prima);
    await page.getByText('Chiave di recupero rinnovata').waitFor();
    await page.getByText(/, vista su carta /).waitFor();
    await senzaViolazioni(page);
    await page.getByRole('heading', { name: 'Chiave di recupero' }).scrollIntoViewIfNeeded();
    await fotografa(f, 'impostazioni-accessi');
    // five minutes now, without a reload
    await page.clock.fastForward(5 * 60_000 + 2000);
    await page.getByLabel('Password', { exact: true }).waitFor();
    await entraCome(page, 'ROSSI Anna', NUOVA);
    assertNessunErrore(f.errori);
  });

  test('a key deposited at the central office, opened there with a reason, revoked here', async () => {
    const { page } = f;
    const chiudiCentro: (() => Promise<unknown>)[] = [];
    const centrale = new Host({ dati: join(cartella, 'centro'), host: 'loopback', oggi: () => OGGI });
    const { door: centro, indirizzo: la } = await apriPorta(centrale, chiudiCentro);
    const a = await apriFinestra(la);
    try {
      await creaRegistro(a.page, 'L’Accoglienza', 'CONTI Elena');
      const chiaveDi = async (di: Dispatcher) => {
        const risposta = await di.call('chiavi.getPubblica', {});
        return { testo: risposta.ok ? (risposta.valore as { testo: string }).testo : '' };
      };
      await door.call('chiavi.register', await chiaveDi(centro));
      await centro.call('chiavi.register', await chiaveDi(door));
      await vai(page, '/presenze');
      await vai(page, '/impostazioni');
      await page.reload();
      await page.getByRole('button', { name: 'Deposita presso l’Accoglienza' }).click();
      await page.getByLabel('Password', { exact: true }).fill(NUOVA);
      const dialogo = page.getByRole('dialog');
      const attesa = page.waitForEvent('download');
      await dialogo.getByRole('button', { name: 'Deposita presso l’Accoglienza' }).click();
      const file = await (await attesa).path();
      await page.getByText(/Depositata presso Accoglienza/).waitFor();
      await vai(a.page, '/impostazioni');
      await scegliFile(a.page, 'Scegli il file del deposito…', file);
      await a.page.getByRole('button', { name: 'Apri la chiave di Casa Aurora' }).click();
      await a.page.getByLabel('Perché si apre, e chi l’ha chiesta').fill('Anna al telefono, foglio perso');
      await a.page.getByRole('button', { name: 'Apri', exact: true }).click();
      await a.page.getByRole('list', { name: 'Chiave di recupero' }).waitFor();
      await senzaViolazioni(a.page);
      await fotografa(a, 'deposito-aperto');
      await page.getByRole('button', { name: 'Revoca il deposito' }).click();
      await page.getByText('Nessuna chiave in deposito.').waitFor();
      assertNessunErrore(f.errori);
      assertNessunErrore(a.errori);
    } finally {
      await a.close();
      for (const una of chiudiCentro) await una();
    }
  });
});
