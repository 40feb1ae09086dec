import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closeStore } from '../../electron/services/archivio.ts';
import { registerDimissione } from '../../electron/services/dimissione.ts';
import { registerNucleo } from '../../electron/services/nucleo.ts';
import { registerPresenze } from '../../electron/services/presenza.ts';
import { createStore } from '../../electron/services/sessione-nuova.ts';
import { saveModulo, saveStruttura } from '../../electron/services/struttura.ts';
import { registerVisita } from '../../electron/services/visita.ts';
import { contestoOf } from '../../scripts/demo/comunita.ts';
import { assertNessunErrore, campoDi, PASSWORD, rimandaChiave, scegliLettere, vai } from './aiuti/gesti.ts';
import { guarda, scenaViva } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const CASA = { struttura: 'CASA00' };
interface Persona {
  ingressoId: string;
  ospiteId: string;
}
let [padre, madre, figlia]: Persona[] = [];

function persona(nome: string, dataNascita: string) {
  return {
    ...{ cognome: 'Ferri', nome, sesso: nome === 'Ugo' ? ('M' as const) : ('F' as const), dataNascita },
    ...{ luogoNascita: null, cittadinanza: null, codiceFiscale: null, tipoIdentificativo: null },
  };
}

/** A family of three, here since January; the father left on 5 March, the mother has a visit next week. */
async function prepara(cartella: string): Promise<{ dati: string; password: string }> {
  const dati = join(cartella, 'dati');
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  const archivio = await createStore({
    ...{ dati, ruolo: 'comunita', utente: 'ROSSI Maria', password: PASSWORD, struttura, clock: Date.now },
  });
  const ctx = contestoOf(archivio, OGGI);
  ctx.store.oggi = ctx.oggi;
  for (const una of [struttura, { codice: 'CASA01', nome: 'Casa Betulla' }]) {
    saveStruttura(ctx, { ...una, tipo: 'CT', utenza: 'MF' });
    saveModulo(ctx, {
      ...{ struttura: una.codice, codice: `${una.codice}-TR`, nome: 'Modulo TR', tipologia: 'TR', conta: 'adulti' },
      ...{ validoDal: '2020-01-01', accreditati: 10, disponibili: 10 },
    });
  }
  const { membri } = registerNucleo(ctx, {
    ...{ ...CASA, nome: null, conIngresso: null, dataIngresso: '2025-01-10', modulo: 'CASA00-TR' },
    comuni: { servizioInviante: 'SerD di prova' },
    membri: [
      { ospite: persona('Ugo', '1984-01-01'), genitore: null, scheda: { utenza: 'DUS', entePagante: 'ATS di prova' } },
      { ospite: persona('Ada', '1985-01-01'), genitore: null, scheda: { utenza: 'DUS', entePagante: 'ATS di prova' } },
      { ospite: persona('Nina', '2021-01-01'), genitore: 1, scheda: { utenza: 'MINORE', entePagante: 'Comune' } },
    ],
  });
  [padre, madre, figlia] = membri;
  const giorni = Array.from({ length: 21 }, (_, i) => `2025-03-${String(i + 1).padStart(2, '0')}`);
  const cambi = membri.flatMap(({ ingressoId }) => giorni.map((giorno) => ({ ingressoId, giorno, codice: 'P' })));
  registerPresenze(ctx, { ...CASA, mese: '2025-03', gesto: 'riempi', cambi });
  registerDimissione(ctx, {
    ...{ ingressoId: padre?.ingressoId ?? '', dataDimissione: '2025-03-05', esito: 'abbandono', destinazione: null },
    ...{ versoStruttura: null, versoModulo: null },
  });
  registerVisita(ctx, {
    ...{ ...CASA, ospiteId: madre?.ospiteId ?? '', data: '2025-03-28', tipo: 'mmg', stato: 'previsto', ora: '09:00' },
    ...{ luogo: null, mezzo: null, accompagnamento: null, accompagnatore: null, esito: null, prossima: null },
  });
  closeStore(archivio);
  return { dati, password: PASSWORD };
}

const scena = scenaViva('dimissione', OGGI, prepara);

const campo = (nome: string) => campoDi(scena.f.page, nome);
const scegli = (nome: string, lettere: string) => scegliLettere(scena.f.page, nome, lettere);

async function apri(chi: Persona | undefined): Promise<void> {
  await vai(scena.f.page, `/dimissione/${chi?.ingressoId}`);
  await campo('Data di dimissione').waitFor();
}

/** Saved: it is said, and the form has given way to the guest's page. */
async function registrata(frase: RegExp): Promise<void> {
  const { page } = scena.f;
  await page.getByText(frase).first().waitFor();
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
}

/** The days of each stay of a person, oldest first. */
async function date(chi: Persona | undefined): Promise<(string | null)[][]> {
  const { permanenze } = await scena.leggi('ospiti.get', { ospiteId: chi?.ospiteId ?? '' });
  return permanenze.toReversed().map((una) => [una.struttura.codice, una.dataIngresso, una.dataDimissione]);
}

/** A notice that is there covers nothing of the page, nor, where there is no column of the navigation, of a form beside it. */
async function avvisiAccanto(page: Page): Promise<void> {
  const avviso = page.locator('.mantine-Notification-root').first();
  const finisceA = async () => avviso.evaluate((uno) => uno.getBoundingClientRect().right);
  for (const [width, height] of [
    [1440, 900],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    const pagina = await page.getByRole('main').evaluate((main) => main.getBoundingClientRect().left);
    expect(await finisceA()).toBeLessThanOrEqual(pagina);
  }
  // 200 % of 1440 × 900: the form is 440 wide, on the right
  await page.setViewportSize({ width: 720, height: 450 });
  expect(await finisceA()).toBeLessThanOrEqual(720 - 440);
  await page.setViewportSize({ width: 1440, height: 900 });
}

const QUI = [['CASA00', '2025-01-10', null]];

test('correcting the dimissione of the father does not send away who is still here', async () => {
  const { page } = scena.f;
  await rimandaChiave(page);
  await apri(padre);
  for (const nome of ['FERRI Ada (ancora qui)', 'FERRI Nina (ancora qui)'])
    await expect.poll(() => page.getByLabel(nome).isChecked()).toBe(false);
  await campo('Relazione inviata il').fill('ieri');
  await page.getByRole('heading', { name: 'Correzione della dimissione: FERRI Ugo' }).scrollIntoViewIfNeeded();
  await guarda(scena.f, 'dimissione-correzione', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Salva la correzione' }).click();
  await registrata(/Dimissione registrata: FERRI Ugo/);
  expect(await date(madre)).toEqual(QUI);
  expect(await date(figlia)).toEqual(QUI);
  const { uscita } = await scena.leggi('dimissioni.get', { ingressoId: padre?.ingressoId ?? '' });
  expect(uscita.dataRelazione).toBe('2025-03-20');
  assertNessunErrore(scena.f.errori);
});

test('what is booked is called off where asked, and reopening gives everything back', async () => {
  const { page } = scena.f;
  await apri(madre);
  await expect.poll(() => page.getByLabel('FERRI Nina').isChecked()).toBe(true);
  await page.getByLabel('FERRI Nina').uncheck();
  await campo('Data di dimissione').fill('15/3');
  await campo('Oggetti restituiti').fill('due valigie');
  await page.getByLabel('Annulla gli appuntamenti dopo il sab 15 mar').check();
  await guarda(scena.f, 'dimissione-appuntamenti', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await registrata(/annullato un appuntamento/);
  const stati = async () => {
    const { righe } = await scena.leggi('agenda.list', { ...CASA, dal: OGGI, al: '2025-03-31' });
    return righe.map(({ stato }) => stato);
  };
  expect(await stati()).toEqual(['annullato']);
  await apri(madre);
  await page.getByRole('button', { name: 'Riapri la permanenza…' }).click();
  await page.getByLabel('Motivo').fill('Non è partita');
  await page.getByRole('button', { name: 'Riapri la permanenza', exact: true }).click();
  await page.getByText('Rimessi 7 codici di presenza').first().waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Riapri la permanenza', exact: true })
    .waitFor({ state: 'detached' });
  expect(await stati()).toEqual(['previsto']);
  expect(await date(madre)).toEqual(QUI);
  // the page behind is of who is here again; what was written of the exit is the draft of the next one
  await expect.poll(() => campo('Data di dimissione').inputValue()).toBe('');
  await expect.poll(() => campo('Oggetti restituiti').inputValue()).toBe('due valigie');
  await page.reload();
  await rimandaChiave(page);
  await apri(madre);
  await expect.poll(() => campo('Oggetti restituiti').inputValue()).toBe('due valigie');
  assertNessunErrore(scena.f.errori);
});

test('a transfer corrected moves both sides, and one key takes both back', async () => {
  const { page } = scena.f;
  await apri(figlia);
  await page.getByLabel('FERRI Ada').uncheck();
  await campo('Data di dimissione').fill('10/3');
  await scegli('Esito', 'trasferimento');
  await page.getByLabel('Verso quale struttura').selectOption('CASA01');
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await registrata(/Dimissione registrata: FERRI Nina/);
  await avvisiAccanto(page);
  await apri(figlia);
  await page.getByText('È un trasferimento a Casa Betulla').waitFor();
  await campo('Data di dimissione').fill('12/3');
  await campo('Data di dimissione').press('Enter');
  await registrata(/Dimissione registrata: FERRI Nina, mer 12 mar/);
  const lati = (giorno: string) => [
    ['CASA00', '2025-01-10', giorno],
    ['CASA01', giorno, null],
  ];
  expect(await date(figlia)).toEqual(lati('2025-03-12'));
  await page.keyboard.press('Control+z');
  await page.getByText('Annullato: è tutto come prima.').waitFor();
  expect(await date(figlia)).toEqual(lati('2025-03-10'));
  // the outcome is of both: it says what to do
  await apri(figlia);
  await scegli('Esito', 'concluso');
  await campo('Data di dimissione').press('Enter');
  await page
    .getByText(/per cambiare esito o struttura riaprire la permanenza/)
    .first()
    .waitFor();
  expect(await date(figlia)).toEqual(lati('2025-03-10'));
  assertNessunErrore(scena.f.errori.filter((una) => !una.includes('400') && !una.includes('409')));
});
