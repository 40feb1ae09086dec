import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCli } from '../../electron/cli/main.ts';
import { readStatoCopie } from '../../electron/copie/stato.ts';
import { type Approdo, apriFinestra, avviaApprodo, type Finestra } from './aiuti/approdo.ts';
import { assertNessunErrore, attendiSalvato, entra, PASSWORD, rimandaChiave, vai } from './aiuti/gesti.ts';
import { fotografa, guarda, scenaIn } from './aiuti/scena.ts';

const CAMPIONE = fileURLToPath(new URL('../campione', import.meta.url));

let cartella: string;
let approdo: Approdo | undefined;
let f: Finestra | undefined;

const in_ = (...parti: string[]) => join(cartella, ...parti);
/** How the last copy on the stick went, as the program keeps it beside a folder. */
const suChiavetta = (...dati: string[]) =>
  readStatoCopie(in_(...dati)).esiti.find(({ percorso }) => percorso === in_('usb'));
const copieIn = (dove: string) => readdirSync(dove).filter((nome) => nome.endsWith('.copia'));

/** Runs a command as the office's script would. */
async function cli(...words: string[]): Promise<void> {
  const err: string[] = [];
  const stato = await runCli(words, {
    env: { APPRODO_PASSWORD: PASSWORD, APPRODO_OGGI: '2026-01-03' },
    out: () => {},
    err: (text) => err.push(text),
    interattivo: false,
  });
  if (stato !== 0) throw new Error(err.join(''));
}

scenaIn(
  'perso',
  () => [f],
  async (sua, chiudi) => {
    cartella = sua;
    chiudi.push(async () => approdo?.stop());
    mkdirSync(in_('usb'));
    await cli('init', '--dati', in_('dati'), '--ruolo', 'comunita', '--utente', 'ROSSI Maria');
    await cli('importa-foglio', '--dati', in_('dati'), CAMPIONE);
  },
);

/** The program on a folder, on a day, in a new window. */
async function accendi(dati: string, oggi: string): Promise<Finestra> {
  await approdo?.stop();
  await f?.close();
  approdo = await avviaApprodo(dati, oggi);
  f = await apriFinestra(approdo.indirizzo);
  return f;
}

/** No violation, light and dark. */
const assertAccessibile = (finestra: Finestra) => guarda(finestra, '');

/** How the cell that was written begins, as it is announced: who and which day. */
let scritta = '';
const cellaScritta = ({ page }: Finestra) => page.locator(`[role=gridcell][aria-label^="${scritta}:"]`).first();

test('the office adds a stick; a day is registered; at the closing it is on the stick', async () => {
  const finestra = await accendi(in_('dati'), '2026-01-03');
  const { page } = finestra;
  await entra(page, PASSWORD);
  await rimandaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await vai(page, '/impostazioni');
  await page.getByRole('button', { name: 'Cambia i luoghi…' }).click();
  await page.getByRole('button', { name: 'Aggiungi un secondo luogo' }).click();
  await page.getByRole('group', { name: 'Secondo luogo' }).getByLabel('Cartella', { exact: true }).fill(in_('usb'));
  await assertAccessibile(finestra);
  await fotografa(finestra, 'copie-luoghi');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Luoghi delle copie salvati.').first().waitFor();
  await page.getByRole('button', { name: 'Fai una copia adesso' }).click();
  await page.getByText('2 copie fatte e verificate.').first().waitFor();
  expect(copieIn(in_('usb'))).toHaveLength(1);
  const prima = suChiavetta('dati')?.riuscita?.voce ?? 0;

  await vai(page, '/presenze/CASA00/2025-12');
  await page.getByRole('grid').waitFor();
  const cella = page.getByRole('gridcell', { name: /: presente/ }).first();
  scritta = ((await cella.getAttribute('aria-label')) ?? '').split(':')[0] ?? '';
  await cellaScritta(finestra).click();
  await page.keyboard.press('u');
  await expect.poll(() => cellaScritta(finestra).getAttribute('aria-label')).toMatch(/uscita/i);
  await attendiSalvato(page);
  await page.getByRole('button', { name: 'Blocca' }).first().click();
  await page.getByLabel('Password', { exact: true }).waitFor();
  await expect.poll(() => suChiavetta('dati')?.riuscita?.voce).toBeGreaterThan(prima);
  await approdo?.stop();
  assertNessunErrore(finestra.errori);
});

test('the laptop is lost: a new one is at work again from the stick', async () => {
  rmSync(in_('dati'), { recursive: true });
  rmSync(in_('dati-copie'), { recursive: true });
  const finestra = await accendi(in_('nuovo', 'dati'), '2026-01-04');
  const { page } = finestra;
  const inizio = performance.now();
  await page.getByRole('button', { name: 'Ho una copia da ripristinare' }).click();
  await page.getByLabel('Cartella o file della copia').fill(in_('usb'));
  await page.getByRole('button', { name: 'Cerca' }).click();
  await page.getByRole('radio').first().waitFor();
  await page.getByLabel('Password che valeva il giorno della copia').fill('una che non è');
  await page.getByRole('button', { name: 'Ripristina', exact: true }).click();
  await page.getByText('La password non è giusta: riprovare.').waitFor();
  await page.getByLabel('Password che valeva il giorno della copia').fill(PASSWORD);
  await assertAccessibile(finestra);
  await fotografa(finestra, 'ripristino');
  await page.getByRole('button', { name: 'Ripristina', exact: true }).click();
  await page.getByText(/^Ripristinata la copia fatta/).waitFor();
  await fotografa(finestra, 'ripristino-fatto');
  await assertAccessibile(finestra);
  await page.getByRole('button', { name: 'Entra nel registro' }).click();
  await rimandaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await vai(page, '/presenze/CASA00/2025-12');
  await page.getByRole('grid').waitFor();
  await expect.poll(() => cellaScritta(finestra).getAttribute('aria-label')).toMatch(/uscita/i);
  const secondi = Math.round((performance.now() - inizio) / 1000);
  const tempo = `${Math.floor(secondi / 60)}:${String(secondi % 60).padStart(2, '0')}`;
  process.stdout.write(`portatile perso: di nuovo al lavoro in ${tempo} (minuti:secondi)\n`);
  await page
    .getByText(/^Ultima copia/)
    .first()
    .waitFor({ timeout: 40_000 });
  assertNessunErrore(finestra.errori);
});

test('a restore is rehearsed from the settings, and says what would be lost', async () => {
  const finestra = f as Finestra;
  const { page } = finestra;
  await vai(page, '/impostazioni');
  await page.getByRole('table', { name: 'Copie che ci sono adesso' }).waitFor();
  await page.getByRole('region', { name: 'Copie di sicurezza' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Fai una copia adesso' }).evaluate((el) => el.scrollIntoView());
  await fotografa(finestra, 'copie');
  await assertAccessibile(finestra);
  await page
    .getByRole('button', { name: /^Prova il ripristino della copia fatta/ })
    .first()
    .click();
  await page.getByLabel('Password che valeva il giorno della copia').fill(PASSWORD);
  await page.getByRole('button', { name: 'Prova adesso' }).click();
  await page
    .getByText(/^La copia si apre/)
    .first()
    .waitFor();
  await assertAccessibile(finestra);
  await fotografa(finestra, 'copie-prova');
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi' }).last().click();
  await page.getByText(/^Ultima prova di ripristino: oggi|^Ultima prova di ripristino/).waitFor();
  assertNessunErrore(finestra.errori);
});

test('the stick is out: the bottom line says so and nothing stops', async () => {
  await approdo?.stop();
  renameSync(in_('usb'), in_('in-tasca'));
  const finestra = await accendi(in_('nuovo', 'dati'), '2026-01-05');
  const { page } = finestra;
  await entra(page, PASSWORD);
  await rimandaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await expect.poll(() => suChiavetta('nuovo', 'dati')?.errore ?? null).not.toBeNull();
  await page.reload();
  await rimandaChiave(page);
  await page
    .getByText(/la chiavetta non c’è dal/)
    .first()
    .waitFor();
  await vai(page, '/impostazioni');
  await page.getByText('La chiavetta non c’è: inserirla, la copia riparte da sola.').waitFor();
  await approdo?.stop();
  renameSync(in_('in-tasca'), in_('usb'));
  assertNessunErrore(finestra.errori);
});

test('bytes of the store damaged: the door says it, offers the copies, and keeps the parcels not yet sent', async () => {
  const dati = in_('nuovo', 'dati');
  mkdirSync(join(dati, 'in-uscita'), { recursive: true });
  writeFileSync(join(dati, 'in-uscita', 'CASA00-2025-11-r1.approdo'), 'un pacco sigillato');
  const db = join(dati, 'approdo.db');
  const bytes = readFileSync(db);
  for (let at = Math.floor(bytes.length / 2); at < bytes.length / 2 + 64; at++) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  writeFileSync(db, bytes);
  const finestra = await accendi(dati, '2026-01-05');
  const { page } = finestra;
  await entra(page, PASSWORD);
  await page.getByText(/L’archivio è danneggiato|non si apre con questa chiave/).waitFor();
  await fotografa(finestra, 'archivio-danneggiato');
  await assertAccessibile(finestra);
  await page.getByRole('button', { name: 'Ripristina una copia' }).click();
  await page
    .getByRole('radio', { name: /verificata/ })
    .first()
    .waitFor();
  await page.getByText(/Il pacco già preparato resta/).waitFor();
  await page.getByLabel('Password che valeva il giorno della copia').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ripristina', exact: true }).click();
  await page.getByRole('button', { name: 'Entra nel registro' }).click();
  await rimandaChiave(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
  await vai(page, '/presenze/CASA00/2025-12');
  await page.getByRole('grid').waitFor();
  expect(readdirSync(join(dati, 'in-uscita'))).toEqual(['CASA00-2025-11-r1.approdo']);
  const daParte = readdirSync(dati).find((nome) => nome.startsWith('messo-da-parte-')) ?? '';
  expect(statSync(join(dati, daParte, 'approdo.db')).size).toBe(bytes.length);
  assertNessunErrore(finestra.errori);
});
