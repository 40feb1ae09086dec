import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { apriFinestra, type Finestra } from './aiuti/approdo.ts';
import {
  assertNessunErrore,
  attendiSalvato,
  campoDi,
  cella,
  rimandaChiave,
  salva,
  scegliLettere,
  scegliVoce,
  vai,
} from './aiuti/gesti.ts';
import { registroVuoto } from './aiuti/registro.ts';
import { scenaViva } from './aiuti/scena.ts';

const scena = scenaViva('storia', '2025-03-03', registroVuoto);
const CASA = { struttura: 'CASA00' };
/** the address of the guest's page, and the guest's id */
let ospite = '';
let ospiteId = '';

const campo = (nome: string) => campoDi(scena.f.page, nome);
const scegli = (nome: string, lettere: string) => scegliLettere(scena.f.page, nome, lettere);

/** Another day: the window is opened again, as it is every morning. */
async function passaA(giorno: string): Promise<void> {
  scena.oggi = giorno;
  await scena.f.page.reload();
  await rimandaChiave(scena.f.page);
  await scena.f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

async function apri(sezione: string): Promise<void> {
  await vai(scena.f.page, `${ospite}?sezione=${sezione}`);
}

async function chiuso(): Promise<void> {
  await scena.f.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** What is due, by the word of its rule. */
async function scadenze(entro: string): Promise<[string, string][]> {
  const { righe } = await scena.leggi('scadenze.list', { ...CASA, entro });
  return righe.map((riga): [string, string] => [riga.voce, riga.entro]);
}

async function ingresso(): Promise<void> {
  const { page } = scena.f;
  await rimandaChiave(page);
  await vai(page, '/ingresso/CASA00');
  await campo('Cognome').fill('ferrari');
  await campo('Nome').fill('bruno');
  await page.getByLabel('Maschio').check();
  await campo('Data di nascita').fill('14/7/1983');
  await campo('Data di ingresso').fill('oggi');
  await scegliVoce(page, 'Modulo', 'Terapeutico');
  await scegli('Tipologia di utenza', 'sostanze');
  await campo('Servizio inviante').fill('SerD di prova');
  await campo('Ente pagante').fill('ATS');
  await campo('Operatore di riferimento').fill('CONTI Elena');
  await campo('Informativa privacy consegnata il').fill('oggi');
  await scegli('Stato civile', 'separ');
  await page.getByRole('button', { name: /^Registra l’ingresso/ }).click();
  await page.getByRole('tab', { name: 'Scheda d’ingresso' }).waitFor();
  ospite = page.url().split('#')[1]?.split('?')[0] ?? '';
  ospiteId = ospite.split('/')[2] ?? '';
  expect(await scadenze('2025-12-31')).toContainEqual(['progetto_individuale', '2025-04-02']);
}

async function misuraEUdienza(): Promise<void> {
  const { page } = scena.f;
  await apri('giuridica');
  await page.getByRole('button', { name: 'Aggiungi una misura…' }).click();
  await scegliVoce(page, 'Misura', 'art. 94-ter');
  await page.getByLabel('Dal', { exact: true }).fill('oggi');
  await page.getByLabel('Prescrizioni').fill('Rientro entro le 20');
  await page.getByRole('textbox', { name: 'Autorità' }).fill('Tribunale di sorveglianza di prova');
  await page.getByRole('textbox', { name: 'Autorità' }).press('Enter');
  await chiuso();
  await page.getByRole('button', { name: 'Aggiungi un’udienza…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('10/4');
  await page.getByLabel('Luogo').fill('aula 3');
  await page.getByLabel('Luogo').press('Enter');
  await page.getByRole('cell', { name: 'aula 3' }).waitFor();
  expect(await scadenze('2025-12-31')).toEqual([
    ['progetto_individuale', '2025-04-02'],
    ['udienza', '2025-04-10'],
    ['verifica_inviante', '2025-06-03'],
    ['relazione_94ter', '2025-09-03'],
  ]);
}

async function visitaEIncontro(): Promise<void> {
  const { page } = scena.f;
  await passaA('2025-03-12');
  await apri('percorso');
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
  await page.keyboard.press('v');
  const form = page.getByRole('dialog');
  await form.getByLabel('Giorno', { exact: true }).fill('10/3');
  await scegliVoce(page, 'Che visita', 'Visita odontoiatrica');
  await form.getByLabel('Stato').selectOption('fatto');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await chiuso();
  await page.keyboard.press('i');
  await form.getByLabel('Giorno', { exact: true }).fill('oggi');
  await scegliVoce(page, 'Con chi', 'SerD');
  await form.getByLabel('Stato').selectOption('fatto');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await chiuso();
  const { righe } = await scena.leggi('agenda.list', { ...CASA, dal: '2025-03-01', al: '2025-03-31' });
  expect(righe.map((riga) => [riga.genere, riga.data, riga.stato])).toEqual([
    ['visita', '2025-03-10', 'fatto'],
    ['incontro', '2025-03-12', 'fatto'],
  ]);
  // meeting who sent the guest moves the next review
  expect(await scadenze('2025-12-31')).toContainEqual(['verifica_inviante', '2025-06-12']);
}

/** A line of the diary and an activity with whoever is there. */
async function diarioEAttivita(): Promise<void> {
  const { page } = scena.f;
  await apri('diario');
  await page.getByLabel('Che cosa è successo').fill('Parla volentieri del tirocinio');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').getByText('Parla volentieri del tirocinio').waitFor();
  await vai(page, '/agenda/CASA00');
  await page.getByRole('button', { name: /^Nuovo/ }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('menuitem', { name: /^Attività/ }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Titolo').fill('Gruppo cucina');
  await scegliVoce(page, 'Area', 'Culturali e con il territorio');
  await form.getByLabel('Ore').fill('2');
  await form.getByLabel('Stato').selectOption('fatto');
  await form.getByRole('button', { name: /^Tutti i presenti \([1-9]/ }).click();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Attività salvata.').waitFor();
}

async function progetto(): Promise<void> {
  const { page } = scena.f;
  await apri('progetto');
  await page.getByRole('button', { name: 'Nuovo progetto…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('oggi');
  await page.getByLabel('Sintesi').fill('Verso un tirocinio');
  await page.keyboard.press('Control+Enter');
  await chiuso();
  await page.getByText('Verso un tirocinio').first().waitFor();
  await page.getByRole('button', { name: 'Aggiungi un obiettivo…' }).click();
  await page.getByLabel('Obiettivo', { exact: true }).fill('Tirocinio in cucina');
  await page.getByLabel('Area', { exact: true }).selectOption({ label: 'Formazione e lavoro' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Collega un’evidenza all’obiettivo: Tirocinio in cucina' }).click();
  await page.getByRole('button', { name: /^Collega: Diario .*Parla volentieri/ }).click();
  await page.getByRole('button', { name: /^Collega: .*Gruppo cucina/ }).click();
  await page
    .getByRole('button', { name: /^Togli l’evidenza: .*Gruppo cucina/, includeHidden: true })
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Togli l’evidenza: Diario/ }).waitFor();
  expect((await scadenze('2025-12-31')).map(([voce]) => voce)).not.toContain('progetto_individuale');
}

/** Away two nights, with the prescriptions in sight; the grid follows. */
async function uscita(): Promise<void> {
  const { page } = scena.f;
  await passaA('2025-03-16');
  await apri('percorso');
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
  await page.keyboard.press('u');
  const form = page.getByRole('dialog');
  await scegliVoce(page, 'Tipo', 'Rientro in famiglia');
  await form.getByText('Rientro entro le 20').waitFor();
  await form.getByLabel('Giorno di uscita').fill('14/3');
  await form.getByLabel('Dove va').fill('dai genitori');
  await page.keyboard.press('Enter');
  await page.getByText('Uscita registrata.').waitFor();
  await vai(page, '/notte/CASA00');
  const notte = page.getByRole('region', { name: 'Chi c’è stanotte' });
  await notte.getByText('fuori: Rientro in famiglia').waitFor();
  await vai(page, '/oggi/CASA00');
  await page.getByRole('button', { name: /^Rientrato: FERRARI Bruno/ }).click();
  await page.getByText('FERRARI Bruno: rientro segnato.').waitFor();
}

/** What broke a prescription is due to the authority until it is told. */
async function violazione(): Promise<void> {
  const { page } = scena.f;
  await apri('giuridica');
  await page.getByRole('button', { name: 'Aggiungi una violazione…' }).click();
  await page.getByLabel('Data', { exact: true }).fill('ieri');
  await page.getByLabel('Che cosa è successo').fill('Rientro alle 23 senza avvisare');
  await page.keyboard.press('Control+Enter');
  await page.getByText('da comunicare').first().waitFor();
  expect(await scadenze('2025-12-31')).toContainEqual(['violazione', '2025-03-18']);
  await page.getByRole('link', { name: /^Avviso all’autorità/ }).click();
  await expect.poll(() => page.getByRole('article').innerText()).toMatch(/Rientro alle 23 senza avvisare/);
  await page.getByRole('button', { name: 'Segna comunicata oggi' }).click();
  await page.getByText('Violazione segnata come comunicata.').waitFor();
  expect((await scadenze('2025-12-31')).map(([voce]) => voce)).not.toContain('violazione');
}

async function meseDiMarzo(): Promise<void> {
  const { page } = scena.f;
  await passaA('2025-04-02');
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: /^Tutti presenti: scegliere/ }).click();
  await page.getByRole('menuitem', { name: /Tutto il mese/ }).click();
  await attendiSalvato(page);
  await expect.poll(() => cella(page, 'FERRARI', 14).innerText()).toBe('U');
  await expect.poll(() => cella(page, 'FERRARI', 16).getAttribute('aria-label')).toMatch(/: presente/);
  await expect.poll(() => page.getByRole('gridcell', { name: /da registrare/ }).count()).toBe(0);
  await vai(page, '/mese/CASA00/2025-03');
  await page.getByText('Il conto torna', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Chiudi marzo' }).click();
  await page
    .getByText(/Marzo 2025 è chiuso/)
    .first()
    .waitFor();
}

async function dimissione(): Promise<void> {
  const { page } = scena.f;
  await passaA('2025-04-20');
  await vai(page, '/presenze/CASA00/2025-04');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: /^Tutti presenti: scegliere/ }).click();
  await page
    .getByRole('menuitem', { name: /fino a oggi|Tutto il mese/ })
    .first()
    .click();
  await attendiSalvato(page);
  await apri('percorso');
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: 'Dimissione: FERRARI Bruno' }).waitFor();
  await campo('Data di dimissione').fill('oggi');
  await scegli('Esito', 'concluso');
  await scegli('Destinazione', 'domicilio');
  await campo('Oggetti restituiti').fill('Telefono, documenti');
  await page.getByText('Ultimo giorno di permanenza: 19 aprile 2025.').waitFor();
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page
    .getByText(/Dimissione registrata: FERRARI Bruno/)
    .first()
    .waitFor();
  expect(await scadenze('2025-12-31')).toEqual([
    ['comunicazioni_dimissione', '2025-04-27'],
    ['relazione_dimissione', '2025-05-20'],
  ]);
}

/** The report begins from the register, leaves as DOCX; sent, its deadline is met. */
async function relazione(): Promise<void> {
  const { page } = scena.f;
  await passaA('2025-05-05');
  await apri('relazioni');
  await page.getByRole('button', { name: 'Nuova relazione…' }).click();
  await scegliVoce(page, 'Tipo', 'Dimissione');
  await page.getByRole('button', { name: 'Comincia' }).click();
  await page.getByLabel('Destinatario').fill('SerD di prova');
  await page.keyboard.press('Enter');
  await page.getByText('Relazione salvata.').waitFor();
  const { path } = await salva(page, 'Salva il DOCX');
  const documento = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
  for (const frase of [
    ...['SerD di prova', 'dal 03/03/2025 al 20/04/2025', '48 giorni di permanenza, 46 di presenza'],
    ...['Rientro in famiglia dal 14/03/2025 al 16/03/2025', '1 visita sanitaria', 'SerD: 1', 'Verso un tirocinio'],
    ...['Culturali e con il territorio: 1 (2 ore)', 'Obiettivi del progetto: 1, raggiunti 0.'],
    ...['Rientro alle 23 senza avvisare (comunicata il 16/03/2025)', 'Udienza del 10/04/2025'],
  ])
    expect(documento).toContain(frase);
  await page.getByLabel('Inviata il').fill('oggi');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText(/non si cambia più/).waitFor();
  expect((await scadenze('2025-12-31')).map(([voce]) => voce)).not.toContain('relazione_dimissione');
  const { permanenze } = await scena.leggi('ospiti.get', { ospiteId });
  expect(permanenze).toMatchObject([{ dataRelazione: '2025-05-05', giorni: 48 }]);
}

/** 3 March–19 April: 48 days of stay, two of them away. */
async function cifre(): Promise<void> {
  const { page } = scena.f;
  await vai(page, '/mese/CASA00/2025-04');
  await page.getByText('Il conto torna', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Chiudi aprile' }).click();
  await page
    .getByText(/Aprile 2025 è chiuso/)
    .first()
    .waitFor();
  const { comunita, cooperativa } = await scena.leggi('report.bilancio', { dal: '2025-01-01', al: '2025-12-31' });
  expect(comunita).toMatchObject([
    {
      ...{ presentiInizio: 0, ingressi: 1, trattati: 1, dimessi: 1, presentiFine: 0 },
      ...{ giornatePresenza: 46, giornatePagate: 46, giornateOccupate: 48, durataMediaGiorni: 48, etaMedia: 41 },
      esiti: [{ esito: 'concluso', n: 1, percentuale: 100 }],
      ...{ incontri: { serd: 1 }, visite: { odontoiatrica: 1 }, attivita: { territorio: 1 } },
      mesi: {
        '2025-03': { presentiInizio: 0, ingressi: 1, presentiFine: 1, giornatePresenza: 27, giornateOccupate: 29 },
        '2025-04': { presentiInizio: 1, dimessi: 1, presentiFine: 0, giornatePresenza: 19, giornateOccupate: 19 },
      },
    },
  ]);
  expect(cooperativa).toMatchObject({ profilo: { stato_civile: { separato: 1 } } });
  const [stay] = (await scena.leggi('ospiti.get', { ospiteId })).permanenze;
  await vai(page, `${ospite}/dichiarazione?ingresso=${stay?.ingressoId}`);
  await expect
    .poll(() => page.getByRole('article').innerText())
    .toMatch(/i giorni di permanenza sono 48, quelli di presenza 46/);
  await vai(page, '/foglio/CASA00/2025-03');
  const riga = page.getByRole('row', { name: /FERRARI Bruno/ });
  await expect.poll(() => riga.innerText()).toMatch(/27/);
  const { esito, controlli } = await scena.leggi('verifica.run', {});
  expect(controlli.filter((controllo) => !controllo.esito)).toEqual([]);
  expect(esito).toBe(true);
}

test('a guest’s whole story, from the first day to the discharge report: every fact entered once, every figure follows', async () => {
  await ingresso();
  await misuraEUdienza();
  await visitaEIncontro();
  await diarioEAttivita();
  await progetto();
  await uscita();
  await violazione();
  await meseDiMarzo();
  await dimissione();
  await relazione();
  await cifre();
  assertNessunErrore(scena.f.errori);
}, 240_000);

test('two windows on one scheda: different fields merge, the same field asks with both sentences', async () => {
  const prima = scena.f;
  const altra = await apriFinestra(scena.indirizzo);
  await rimandaChiave(altra.page);
  const campoIn = ({ page }: Finestra, nome: string) => campoDi(page, nome);
  for (const { page } of [prima, altra]) await vai(page, `${ospite}?sezione=scheda`);
  for (const f of [prima, altra])
    await expect.poll(() => campoIn(f, 'Operatore di riferimento').inputValue()).toBe('CONTI Elena');
  await campoIn(prima, 'Numero FASAS').fill('111');
  await campoIn(prima, 'Numero FASAS').press('Enter');
  await prima.page.getByText('Scheda salvata.').waitFor();
  await campoIn(altra, 'Operatore di riferimento').fill('GALLI Pietro');
  await campoIn(altra, 'Operatore di riferimento').press('Enter');
  await altra.page.getByText('Scheda salvata.').waitFor();
  const [stay] = (await scena.leggi('ospiti.get', { ospiteId })).permanenze;
  const scheda = async () => (await scena.leggi('ingressi.getScheda', { ingressoId: stay?.ingressoId ?? '' })).campi;
  expect(await scheda()).toMatchObject({ fasas: '111', caseManager: 'GALLI Pietro' });

  await campoIn(prima, 'Operatore di riferimento').fill('RIZZI Anna');
  await campoIn(prima, 'Operatore di riferimento').press('Enter');
  await prima.page.getByText(/l’ha cambiato anche ROSSI Maria/).waitFor();
  await prima.page.getByText('GALLI Pietro').waitFor();
  expect(await scheda()).toMatchObject({ caseManager: 'GALLI Pietro' });
  await prima.page.getByRole('button', { name: 'Tieni quello scritto qui' }).click();
  await campoIn(prima, 'Operatore di riferimento').press('Enter');
  await expect.poll(async () => (await scheda()).caseManager).toBe('RIZZI Anna');
  assertNessunErrore([...prima.errori, ...altra.errori]);
  await altra.close();
});
