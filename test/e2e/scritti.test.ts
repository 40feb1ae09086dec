import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { assertNessunErrore, salva, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda as guardaPagina, scenaDemo } from './aiuti/scena.ts';

/** Diary, judicial position, project, reports: what is written of a guest, in one register. */
const OGGI = '2025-03-21';
const scena = scenaDemo('scritti', OGGI);
/** the address of the guest's page */
let ospite: string;
let cognome: string;

const guarda = (nome: string) => guardaPagina(scena.f, nome, { immagine: 'chiara' });

async function apriSezione(sezione: string): Promise<void> {
  await vai(scena.f.page, `${ospite}?sezione=${sezione}`);
}

async function chiudiAvvisi(): Promise<void> {
  const { page } = scena.f;
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const chiudi = () =>
    page.evaluate(() => {
      const bottoni = document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton');
      for (const bottone of bottoni) bottone.click();
      return bottoni.length;
    });
  await expect.poll(chiudi).toBe(0);
}

test('the diary opens ready to write; Ctrl+Enter saves; what was half-written comes back', async () => {
  const { page } = scena.f;
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'Apri la cartella' }).click();
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
  cognome = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  ospite = page.url().split('#')[1]?.split('?')[0] ?? '';
  await page.getByRole('navigation').getByRole('link', { name: 'Diario' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('testo');
  await page.keyboard.type('Serata tranquilla, cena preparata insieme.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').getByText('Serata tranquilla, cena preparata insieme.').waitFor();
  await page.getByRole('combobox', { name: 'Di chi si parla' }).fill(cognome.split(' ')[0] ?? '');
  await page.getByRole('option', { name: cognome }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('combobox', { name: 'Di chi si parla' }).inputValue()).toBe(cognome);
  await page.getByText('Consegna', { exact: true }).first().click();
  await page.getByLabel('Importante').check();
  await page.getByLabel('Che cosa è successo').fill('Domani la madre telefona alle 15');
  // a day that is not one is asked again, never taken for today
  await page.getByRole('textbox', { name: 'Giorno' }).fill('31/4');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Questa data non esiste').waitFor();
  await page.getByRole('textbox', { name: 'Giorno' }).fill('');
  // leaving the page before saving loses nothing
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().waitFor();
  await vai(page, '/diario/CASA00');
  await page.getByText('Ripreso quello che era rimasto').waitFor();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  const riga = page.getByRole('article').filter({ hasText: 'Domani la madre telefona alle 15' });
  await riga.getByRole('link', { name: cognome }).waitFor();
  await riga.getByRole('button', { name: /^Aggiungi alla riga/ }).click();
  await page.getByLabel('Che cosa aggiungere o correggere').fill('No: alle 16');
  await page.keyboard.press('Control+Enter');
  await riga.getByText('No: alle 16').waitFor();
  await chiudiAvvisi();
  await guarda('diario');
  await page.getByLabel('Cerca nel diario').fill('cena insieme');
  await expect.poll(() => page.getByRole('article').count()).toBe(1);
  await page.getByRole('link', { name: 'Da stampare…' }).click();
  await page.getByText('con le parole «cena insieme»').waitFor();
  await expect.poll(() => page.getByRole('article').getByText('Serata tranquilla').count()).toBe(1);
  await guardaPagina(scena.f, 'diario-carta', { immagine: 'chiara' });
  await apriSezione('diario');
  await page.getByRole('article').filter({ hasText: 'No: alle 16' }).waitFor();
  await expect.poll(() => page.getByText('Serata tranquilla').count()).toBe(0);
  await guardaPagina(scena.f, 'diario-ospite');
  assertNessunErrore(scena.f.errori);
});

test('a measure, a hearing, a violation; the papers that come of them; the measures on a day', async () => {
  const { page } = scena.f;
  await apriSezione('giuridica');
  await page.getByRole('button', { name: 'Aggiungi una misura…' }).click();
  await scegliVoce(page, 'Misura', '94-ter');
  await page.getByLabel('Dal', { exact: true }).fill('1/3');
  await page.getByRole('textbox', { name: 'Autorità' }).fill('Tribunale di sorveglianza di prova');
  await page.getByLabel('Prescrizioni').fill('Rientro entro le 21');
  await guardaPagina(scena.f, 'misura');
  await page.getByRole('textbox', { name: 'Autorità' }).press('Enter');
  await page.getByText('Relazione entro il 01/09/2025').waitFor();
  await page.getByRole('button', { name: 'Aggiungi un’udienza…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('10/4');
  await page.getByLabel('Ora', { exact: true }).fill('930');
  await page.getByLabel('Luogo').fill('aula 3');
  await page.getByLabel('Luogo').press('Enter');
  await page.getByRole('cell', { name: 'aula 3' }).waitFor();
  await page.getByRole('button', { name: 'Aggiungi una violazione…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('ieri');
  await page.getByLabel('Che cosa è successo').fill('Rientro alle 23 senza avvisare');
  await page.keyboard.press('Control+Enter');
  await page.getByText('da comunicare').first().waitFor();
  await chiudiAvvisi();
  await guarda('giuridica');
  await page.getByRole('link', { name: /^Dichiarazione di presenza per l’udienza/ }).click();
  const carta = page.getByRole('article');
  await carta.getByText(/aula 3/).waitFor();
  await expect.poll(() => carta.innerText()).toMatch(/i giorni di permanenza sono \d+, quelli di presenza \d+/);
  await guarda('dichiarazione');
  await apriSezione('giuridica');
  await page.getByRole('link', { name: /^Avviso all’autorità/ }).click();
  await page.getByRole('article').getByText('Rientro alle 23 senza avvisare').waitFor();
  await guardaPagina(scena.f, 'avviso');
  await page.getByRole('button', { name: 'Segna comunicata oggi' }).click();
  await page.getByText('Violazione segnata come comunicata.').waitFor();
  await page.getByRole('button', { name: 'Segna comunicata oggi' }).waitFor({ state: 'detached' });
  await vai(page, '/misure/CASA00?giorno=2025-03-10');
  await page.getByRole('rowheader', { name: cognome }).waitFor();
  await guarda('misure');
  const { path } = await salva(page, 'Salva il CSV');
  expect(readFileSync(path, 'utf8')).toContain('Tribunale di sorveglianza di prova');
  await vai(page, '/misure/CASA00?giorno=2025-02-10');
  await expect.poll(() => page.getByRole('rowheader', { name: cognome }).count()).toBe(0);
  assertNessunErrore(scena.f.errori);
});

test('a project with a goal, an action, an evidence, a review; its revision', async () => {
  const { page } = scena.f;
  await apriSezione('progetto');
  await page.getByRole('button', { name: 'Nuovo progetto…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('1/3');
  await page.getByLabel('Sintesi').fill('Verso un tirocinio');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Aggiungi un obiettivo…' }).click();
  await page.getByLabel('Obiettivo', { exact: true }).fill('Tirocinio in cucina');
  await page.getByLabel('Area', { exact: true }).selectOption({ label: 'Formazione e lavoro' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Aggiungi un’azione all’obiettivo: Tirocinio in cucina' }).click();
  await page.getByLabel('Che cosa si fa').fill('Scrivere il curriculum');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Scrivere il curriculum').first().waitFor();
  await page.getByRole('button', { name: 'Collega un’evidenza all’obiettivo: Tirocinio in cucina' }).click();
  await page.getByRole('button', { name: /^Collega: Diario .*madre telefona/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Togli l’evidenza: Diario/ }).waitFor();
  await page.getByRole('button', { name: 'Aggiungi una verifica…' }).click();
  await page.getByLabel('Esito').fill('Si va avanti');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Si va avanti').first().waitFor();
  await chiudiAvvisi();
  await guarda('progetto');
  await page.getByRole('link', { name: 'Da stampare…' }).click();
  await page.getByText('Firma dell’ospite').waitFor();
  await guardaPagina(scena.f, 'progetto-carta', { immagine: 'chiara' });
  const foglio = page.getByRole('article');
  for (const parte of [
    'Tirocinio in cucina',
    'Formazione e lavoro',
    'Scrivere il curriculum',
    'madre telefona',
    'Si va avanti',
  ])
    await expect.poll(() => foglio.innerText()).toContain(parte);
  await page.getByRole('link', { name: 'Torna alla cartella' }).click();
  await page.getByRole('button', { name: 'Rivedi il progetto…' }).click();
  await page.getByRole('button', { name: 'Rivedi', exact: true }).click();
  await page.getByText(/fino al 20\/03\/2025/).waitFor();
  await expect.poll(() => page.getByText('Tirocinio in cucina').count()).toBe(2);
  assertNessunErrore(scena.f.errori);
});

test('a report begins from the register, is written, leaves as a DOCX, is sent', async () => {
  const { page } = scena.f;
  await apriSezione('relazioni');
  await page.getByRole('button', { name: 'Nuova relazione…' }).click();
  await page.getByRole('button', { name: 'Comincia' }).click();
  await page.getByLabel('Conclusioni e proposte').fill('Si propone di proseguire.');
  await page.getByLabel('Destinatario').fill('SerD di prova');
  await page.keyboard.press('Enter');
  await page.getByText('Relazione salvata.').waitFor();
  // the saving undone, the form says what is written: what leaves as a file is what is read here
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByLabel('Destinatario').inputValue()).toBe('');
  await page.getByLabel('Conclusioni e proposte').fill('Si propone di proseguire.');
  await page.getByLabel('Destinatario').fill('SerD di prova');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Annulla (Ctrl+Z)' }).waitFor();
  await chiudiAvvisi();
  await guarda('relazione');
  const adesione = await page.getByLabel(/Collaborazione e adesione/).inputValue();
  const { path, nome } = await salva(page, 'Salva il DOCX');
  expect(nome).toMatch(/^relazione-aggiornamento-\w{6}-2025-03-21\.docx$/);
  const documento = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
  for (const riga of [...adesione.split('\n'), 'Si propone di proseguire.', 'SerD di prova'])
    expect(documento).toContain(riga.replace(/^- /, ''));
  await page.getByLabel('Inviata il').fill('oggi');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText(/non si cambia più. Per correggerla/).waitFor();
  await expect.poll(() => page.getByLabel('Conclusioni e proposte').count()).toBe(0);
  await page.reload();
  await page.getByText('Si propone di proseguire.').waitFor();
  await apriSezione('relazioni');
  await page.getByText('inviata il 21/03/2025', { exact: true }).waitFor();
  await chiudiAvvisi();
  await guardaPagina(scena.f, 'relazioni');
  assertNessunErrore(scena.f.errori);
});
