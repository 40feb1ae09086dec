import { describe, expect, test } from 'vitest';
import { attendiQuiete } from './aiuti/approdo.ts';
import { assertNessunErrore, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2026-02-10';
/** the last day of a modulo, in a month that is open, and a day after it */
const CHIUDE = '28/2/2026';
const DOPO = '5/3/2026';
const scena = scenaDemo('scadenze', OGGI);

/** The rows of a table as words. */
function righe(nome: string) {
  return scena.f.page.getByRole('table', { name: nome }).locator('tbody tr');
}

describe('deadlines', () => {
  test('what is late and what is due; marked as done the line goes, Ctrl+Z brings it back', async () => {
    const { page } = scena.f;
    await vai(page, '/scadenze');
    await righe('In ritardo').first().waitFor();
    await attendiQuiete(page);
    // the house keeps up: the late ones are few, and all in sight
    const prima = await righe('In ritardo').count();
    expect(prima).toBeGreaterThan(1);
    expect(prima).toBeLessThan(6);
    const testo = (await righe('In ritardo').first().innerText()).split('\t').slice(2, 4).join(' ');
    await guarda(scena.f, 'scadenze', { immagine: 'chiara' });
    await righe('In ritardo')
      .first()
      .getByRole('button', { name: /^Segna fatta/ })
      .click();
    await page.getByRole('dialog').getByLabel('Fatta il').fill('ieri');
    await page.keyboard.press('Enter');
    await page.getByText('Segnata come fatta.').waitFor();
    await expect.poll(() => righe('In ritardo').count()).toBe(prima - 1);
    await page.getByRole('heading', { name: 'Scadenze', level: 1 }).click();
    await page.keyboard.press('Control+z');
    await page.getByText('Annullato').waitFor();
    await expect.poll(() => righe('In ritardo').count()).toBe(prima);
    expect((await righe('In ritardo').first().innerText()).split('\t').slice(2, 4).join(' ')).toBe(testo);
    // marked again, it is put back later from what was marked
    await righe('In ritardo')
      .first()
      .getByRole('button', { name: /^Segna fatta/ })
      .click();
    await page.getByRole('dialog').getByLabel('Nota').fill('protocollo 4411');
    await page.keyboard.press('Enter');
    await expect.poll(() => righe('In ritardo').count()).toBe(prima - 1);
    await page.getByText('Fatte negli ultimi 90 giorni').click();
    await righe('Fatte negli ultimi 90 giorni').filter({ hasText: 'protocollo 4411' }).waitFor();
    await guarda(scena.f, 'scadenze-fatte');
    await page.getByRole('button', { name: /^Rimetti da fare/ }).click();
    await page.getByText('Rimessa da fare.').waitFor();
    await expect.poll(() => righe('In ritardo').count()).toBe(prima);
    await expect.poll(() => righe('Fatte negli ultimi 90 giorni').count()).toBe(0);
  });

  test('a reminder with one key; it is there after a reload; its words open it, to move or take away', async () => {
    const { page } = scena.f;
    await page.keyboard.press('n');
    await page.getByLabel('Che cosa ricordare').fill('Chiamare la caldaista');
    await page.getByRole('dialog').getByLabel('Entro').fill('12/2');
    await page.keyboard.press('Enter');
    await page.getByText('Promemoria salvato.').waitFor();
    await page.getByRole('button', { name: 'Chiamare la caldaista', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Entro').fill('1/2/2026');
    await page.keyboard.press('Enter');
    await expect.poll(() => righe('In ritardo').filter({ hasText: 'Chiamare la caldaista' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Chiamare la caldaista', exact: true }).click();
    await page.getByRole('button', { name: 'Togli' }).click();
    await page.getByText('Promemoria tolto.').waitFor();
    await expect.poll(() => page.getByText('Chiamare la caldaista', { exact: true }).count()).toBe(0);
  });

  test('a rule changed moves the deadlines it makes; put back, they are as before', async () => {
    const { page } = scena.f;
    await vai(page, '/impostazioni/elenchi');
    await page.getByRole('button', { name: 'Correggi la regola Verifica con il servizio inviante' }).click();
    await page.getByLabel('Attiva').click();
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('salvata.').first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await vai(page, '/scadenze');
    await righe('In ritardo').first().waitFor();
    await expect.poll(() => page.getByRole('link', { name: /^Verifica con/ }).count()).toBe(0);
    await vai(page, '/impostazioni/elenchi');
    await page.getByRole('button', { name: 'Correggi la regola Verifica con il servizio inviante' }).click();
    await page.getByRole('button', { name: 'Torna alla regola di partenza' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await vai(page, '/scadenze');
    await page
      .getByRole('link', { name: /^Verifica con/ })
      .first()
      .waitFor();
  });
});

/** What the guided admission offers as the place one comes from, once its list has been read. */
async function menuProvenienza(apri = true): Promise<string[]> {
  const { page } = scena.f;
  if (apri) await vai(page, '/ingresso/CASA00');
  await page.getByRole('combobox', { name: /^Provenienza/ }).click();
  const voci = page.getByRole('option');
  await voci.first().waitFor();
  await attendiQuiete(page);
  return await voci.allInnerTexts();
}

describe('lists', () => {
  test('a value added is in the menus; retired, it is no longer offered and its label stays', async () => {
    const { page } = scena.f;
    await vai(page, '/impostazioni/elenchi');
    await page.getByRole('combobox', { name: 'Elenco' }).selectOption({ label: 'Provenienza prima dell’ingresso' });
    await page.getByRole('button', { name: 'Aggiungi una voce' }).click();
    await page.getByLabel('Etichetta').fill('Casa di un amico');
    await page.getByLabel('Si legge anche').fill('amici, amica');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Casa di un amico/ }).waitFor();
    await guarda(scena.f, 'elenchi', { immagine: 'chiara' });
    const offerteOra = await menuProvenienza();
    const sua = offerteOra.indexOf('Casa di un amico');
    expect(offerteOra.slice(sua, sua + 3)).toEqual(['Casa di un amico', 'Altra istituzione', 'Non noto']);

    await vai(page, '/impostazioni/elenchi');
    await page.getByRole('combobox', { name: 'Elenco' }).selectOption({ label: 'Provenienza prima dell’ingresso' });
    await page.getByRole('button', { name: 'Correggi la voce Casa di un amico' }).click();
    await page.getByLabel('Fino al').fill('ieri');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Casa di un amico.*ritirata/ }).waitFor();
    const offerte = await menuProvenienza();
    expect(offerte).toContain('Carcere');
    expect(offerte).not.toContain('Casa di un amico');
    // of somebody who came in before it was retired it may still be said
    await page.getByLabel('Data di ingresso').fill('9/2');
    await page.getByLabel('Data di ingresso').press('Tab');
    expect(await menuProvenienza(false)).toContain('Casa di un amico');

    await vai(page, '/impostazioni/elenchi');
    await page.getByRole('combobox', { name: 'Elenco' }).selectOption({ label: 'Esito del programma' });
    await page.getByText('Elenco chiuso').waitFor();
    expect(await page.getByRole('button', { name: 'Aggiungi una voce' }).count()).toBe(0);
  });
});

describe('places, rooms, staff', () => {
  test('works for a while; a room and who sleeps in it; somebody who works there', async () => {
    const { page } = scena.f;
    await vai(page, '/impostazioni/struttura');
    const posti = righe('Posti');
    await posti.first().waitFor();
    await attendiQuiete(page);
    const periodi = await posti.count();
    await page.getByRole('button', { name: 'Aggiungi un periodo' }).click();
    await page.getByLabel('Dal', { exact: true }).fill('1/3/2026');
    await page.getByLabel('Fino al').fill('31/3/2026');
    await page.getByLabel('Accreditati').fill('12');
    await page.getByLabel('Disponibili').fill('8');
    await page.getByLabel('Motivo').fill('lavori al tetto');
    await page.keyboard.press('Enter');
    await page.getByText('Posti salvati.').waitFor();
    await expect.poll(() => posti.count()).toBe(periodi + 1);

    await page.getByRole('button', { name: 'Aggiungi una stanza' }).click();
    await page.getByLabel('Nome', { exact: true }).fill('Mansarda');
    await page.getByLabel('Letti').fill('1');
    await page.keyboard.press('Enter');
    await page.getByText('Stanza Mansarda salvata.').waitFor();
    await page
      .getByRole('button', { name: /^Cambia stanza a/ })
      .first()
      .click();
    await scegliVoce(page, 'Stanza', 'Mansarda');
    await page.getByLabel('Da quando').press('Enter');
    await expect
      .poll(() =>
        righe('Stanze')
          .filter({ hasText: 'Mansarda' })
          .getByRole('button', { name: /^Cambia/ })
          .count(),
      )
      .toBe(1);

    await page.getByRole('button', { name: 'Aggiungi una persona' }).click();
    await page.getByLabel('Nome', { exact: true }).fill('SERRA Ivo');
    await page.getByLabel('Qualifica').fill('educatore');
    await page.keyboard.press('Enter');
    await expect.poll(() => righe('Operatori').filter({ hasText: 'SERRA Ivo' }).count()).toBe(1);
    await guarda(scena.f, 'struttura', { immagine: 'chiara' });
    await page.reload();
    await righe('Operatori').filter({ hasText: 'SERRA Ivo' }).waitFor();
    await righe('Stanze').filter({ hasText: 'Mansarda' }).waitFor();
  });
});

describe('a modulo that closes', () => {
  test('is said with who is still in it, has no places, is in no menu of after; its past stays', async () => {
    const { page } = scena.f;
    await vai(page, '/impostazioni');
    const correggi = page.getByRole('button', { name: /^Correggi il modulo/ }).first();
    await correggi.click();
    const modulo = await page.getByLabel('Nome', { exact: true }).inputValue();
    await page.getByLabel('Ultimo giorno').fill(CHIUDE);
    await page.getByLabel('Ultimo giorno').press('Enter');
    await page.getByText(`Modulo ${modulo} salvato.`).waitFor();
    await page.getByText(/risulta(no)? in .* dopo il .*, fuori dai giorni di apertura/).waitFor();
    await page
      .getByText(/ultimo giorno/)
      .first()
      .waitFor();
    await guarda(scena.f, 'modulo-chiuso', { immagine: 'chiara' });
    await vai(page, '/ingresso/CASA00');
    const scelte = page.getByLabel('Modulo', { exact: true }).getByRole('option');
    await page.getByLabel('Data di ingresso').fill(DOPO);
    await expect.poll(() => scelte.count()).toBeGreaterThan(1);
    await attendiQuiete(page);
    await expect
      .poll(async () => (await scelte.allInnerTexts()).some((voce) => voce.includes(`, ${modulo} `)))
      .toBe(false);
    await page.getByLabel('Data di ingresso').fill(CHIUDE);
    await expect
      .poll(async () => (await scelte.allInnerTexts()).some((voce) => voce.includes(`, ${modulo} `)))
      .toBe(true);
  });
});

describe('what is to be put right before closing', () => {
  test('the checklist of the month has it, and a line opens on the very cell', async () => {
    const { page } = scena.f;
    await vai(page, '/mese/CASA00/2026-02');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const senzaCodice = page.getByRole('button', { name: /^Giorni senza codice/ });
    await senzaCodice.waitFor();
    await guarda(scena.f, 'qualita', { immagine: 'chiara' });
    await senzaCodice.click();
    const righe = page.locator('#righe-giorni_senza_codice').getByRole('link');
    const giorno = /giorno=(2026-02-\d\d)/.exec((await righe.first().getAttribute('href')) ?? '')?.[1] ?? '';
    await righe.first().click();
    await page.waitForURL(/#\/presenze\/CASA00\/2026-02/);
    const cella = page.locator('[role=gridcell][tabindex="0"]');
    await expect.poll(() => cella.getAttribute('aria-label')).toMatch(new RegExp(`\\b${Number(giorno.slice(8))} feb`));
    assertNessunErrore(scena.f.errori);
  });
});

describe('a struttura and a modulo added by mistake', () => {
  test('one key takes them away; the same codice can be written again', async () => {
    const { page } = scena.f;
    const struttura = page.getByRole('region', { name: 'Casa Sbagliata', exact: true });
    const aggiungi = async () => {
      await page.getByRole('button', { name: 'Aggiungi una struttura' }).click();
      await page.getByLabel('Codice', { exact: true }).fill('CASA99');
      await page.getByLabel('Nome', { exact: true }).fill('Casa Sbagliata');
      await page.getByRole('combobox', { name: 'Tipo', exact: true }).click();
      await page.getByRole('option').first().click();
      await page.getByLabel('Nome', { exact: true }).press('Enter');
      await page.getByText('Casa Sbagliata salvata.').first().waitFor();
      await struttura.waitFor();
    };
    await vai(page, '/impostazioni');
    await aggiungi();
    await page.keyboard.press('Control+z');
    await struttura.waitFor({ state: 'detached' });
    await aggiungi();
    await struttura.getByRole('button', { name: 'Aggiungi un modulo a Casa Sbagliata' }).click();
    await page.getByLabel('Codice', { exact: true }).fill('CASA99-X');
    await page.getByLabel('Nome', { exact: true }).fill('Modulo Sbagliato');
    await page.getByRole('combobox', { name: 'Tipologia', exact: true }).click();
    await page.getByRole('option').first().click();
    await page.getByLabel('Posti accreditati').fill('4');
    await page.getByLabel('Posti disponibili').fill('4');
    await page.getByLabel('Posti disponibili').press('Enter');
    await page.getByText('Modulo Modulo Sbagliato salvato.').waitFor();
    await struttura.getByText('CASA99-X').waitFor();
    await page.getByRole('button', { name: 'Annulla (Ctrl+Z)' }).click();
    await struttura.getByText('CASA99-X').waitFor({ state: 'detached' });
    expect(await struttura.count()).toBe(1);
    assertNessunErrore(scena.f.errori);
  });
});
