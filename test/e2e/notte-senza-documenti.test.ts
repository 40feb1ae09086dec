import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeStore } from '../../electron/services/archivio.ts';
import { createStore } from '../../electron/services/sessione-nuova.ts';
import { saveModulo, saveStruttura } from '../../electron/services/struttura.ts';
import { contestoOf } from '../../scripts/demo/comunita.ts';
import { apriFinestra, type Finestra } from './aiuti/approdo.ts';
import { assertNessunErrore, campoDi, PASSWORD, rimandaChiave, scegliLettere, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda, scenaViva } from './aiuti/scena.ts';

const OGGI = '2025-03-21';

/** A register of two strutture and nobody in them. */
async function prepara(cartella: string): Promise<{ dati: string; password: string }> {
  const dati = join(cartella, 'dati');
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  const archivio = await createStore({
    ...{ dati, ruolo: 'comunita', utente: 'ROSSI Maria', password: PASSWORD, struttura, clock: Date.now },
  });
  const ctx = contestoOf(archivio, OGGI);
  for (const una of [struttura, { codice: 'CASA01', nome: 'Casa Betulla' }]) {
    saveStruttura(ctx, { ...una, tipo: 'CT', utenza: 'M' });
    for (const tipologia of ['TR', 'ALC'])
      saveModulo(ctx, {
        ...{ struttura: una.codice, codice: `${una.codice}-${tipologia}`, nome: `Modulo ${tipologia}`, tipologia },
        ...{ conta: 'adulti', validoDal: '2020-01-01', accreditati: 10, disponibili: 10 },
      });
  }
  closeStore(archivio);
  return { dati, password: PASSWORD };
}

const scena = scenaViva('senza-documenti', OGGI, prepara);
const CASA = { struttura: 'CASA00' };
let ospiteId = '';
let ingressoId = '';

const campo = (nome: string, { page }: Finestra = scena.f) => campoDi(page, nome);
const scegli = (nome: string, lettere: string, { page }: Finestra = scena.f) => scegliLettere(page, nome, lettere);

/** A card of Oggi, by its title. */
const carta = (nome: string) => scena.f.page.getByRole('region', { name: nome, exact: true });

test('a minor without papers is taken in at night with an age, and is in the list of tonight', async () => {
  const { page } = scena.f;
  await rimandaChiave(page);
  await vai(page, '/ingresso/CASA00');
  await campo('Cognome').fill('sconosciuto');
  await campo('Nome').fill('sconosciuto');
  await page.getByLabel('Maschio').check();
  await campo('Data di ingresso').fill('oggi');
  await page.getByText('Per registrare serve ancora: la data di nascita (basta l’anno o l’età).').waitFor();
  await campo('Data di nascita').fill('17 anni');
  await page.getByText('presunta, 2008').waitFor();
  await campo('Data di nascita').press('Tab');
  await expect.poll(() => campo('Data di nascita').inputValue()).toBe('circa 2008');
  await page.getByText(/Si può registrare/).waitFor();
  await page.getByLabel('Modulo', { exact: true }).selectOption('CASA00-TR');
  await guarda(scena.f, 'ingresso-senza-documenti', { immagine: 'chiara e scura' });
  await page.getByRole('button', { name: 'Registra l’ingresso' }).click();
  await page.getByRole('heading', { name: 'SCONOSCIUTO Sconosciuto' }).waitFor();
  await page.getByText(/circa 17 anni/).waitFor();
  const [riga] = (await scena.leggi('notte.get', CASA)).righe;
  ospiteId = riga?.ospiteId ?? '';
  ingressoId = riga?.ingressoId ?? '';
  await vai(page, `/ospiti/${ospiteId}?sezione=percorso`);
  await page.getByText('circa 2008 (presunta)').first().waitFor();
  await page.keyboard.press('F8');
  const foglio = page.getByRole('region', { name: 'Chi c’è stanotte' });
  await foglio.getByRole('row', { name: /SCONOSCIUTO.*circa 2008 \(presunta\)/ }).waitFor();
  await guarda(scena.f, 'notte-senza-documenti');
  assertNessunErrore(scena.f.errori);
});

test('the declaration opens without being told of which stay, and does not say a day nobody knows', async () => {
  const { page } = scena.f;
  await vai(page, `/ospiti/${ospiteId}/dichiarazione`);
  await page.getByText(/nato circa nel 2008 \(data presunta\)/).waitFor();
  await guarda(scena.f, 'dichiarazione-presunta');
});

test('it is a thing to complete, with its jump; a whole date confirms it', async () => {
  const { page } = scena.f;
  const compiti = async () =>
    (await scena.leggi('qualita.list', { ...CASA, mese: '2025-03' })).compiti.filter(
      (uno) => uno.regola === 'nascita_presunta',
    );
  expect(await compiti()).toMatchObject([{ ospiteId, campo: 'identita' }]);
  await vai(page, `/ospiti/${ospiteId}?sezione=percorso`);
  await page.getByRole('button', { name: 'Correggi…' }).first().click();
  await page.getByRole('dialog').getByLabel('Data di nascita', { exact: true }).fill('5/5/2008');
  await page.keyboard.press('Enter');
  await page.getByText('Identità salvata.').waitFor();
  await page.getByText('5 maggio 2008').first().waitFor();
  await expect.poll(compiti).toEqual([]);
  assertNessunErrore(scena.f.errori);
});

test('from Oggi, U and a few letters: who goes out; the return from the line of who is out', async () => {
  const { page } = scena.f;
  await vai(page, '/oggi/CASA00');
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .waitFor();
  await page.keyboard.press('u');
  await campo('Chi').fill('scon');
  await page.getByRole('option', { name: /SCONOSCIUTO/ }).waitFor();
  await guarda(scena.f, 'oggi-uscita', { immagine: 'chiara' });
  await page.keyboard.press('Enter');
  await scegliVoce(page, 'Tipo', 'Uscita');
  await page.getByRole('dialog').getByLabel('Dove va').fill('in farmacia');
  await page.keyboard.press('Enter');
  await page.getByText('Uscita registrata.').waitFor();
  await carta('Fuori')
    .getByText(/in farmacia/)
    .waitFor();
  await carta('Fuori').getByRole('button', { name: 'Rientrato: SCONOSCIUTO Sconosciuto' }).click();
  await page.getByText('SCONOSCIUTO Sconosciuto: rientro segnato.').waitFor();
  await carta('In struttura')
    .getByRole('button', { name: /chi sono/ })
    .click();
  await carta('In struttura').getByRole('button', { name: 'Uscita: SCONOSCIUTO Sconosciuto' }).click();
  await page.getByRole('dialog').getByLabel('Giorno di uscita').waitFor();
  await page.keyboard.press('Escape');
  await guarda(scena.f, 'oggi-presenti');
  assertNessunErrore(scena.f.errori);
});

test('a transfer is one event: leaves here, enters there in the right modulo, and the day is counted once', async () => {
  const { page } = scena.f;
  await vai(page, `/dimissione/${ingressoId}`);
  await campo('Data di dimissione').fill('oggi');
  await scegli('Esito', 'trasferimento');
  await page.getByLabel('Verso quale struttura').selectOption('CASA01');
  await page.getByLabel('Modulo di arrivo').selectOption('CASA01-ALC');
  await guarda(scena.f, 'trasferimento', { immagine: 'chiara' });
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page.getByText(/Dimissione registrata: SCONOSCIUTO/).waitFor();
  await page.getByRole('tab', { name: 'Percorso' }).waitFor();
  const permanenze = async () => (await scena.leggi('ospiti.get', { ospiteId })).permanenze;
  const [arrivo, partenza] = await permanenze();
  expect(partenza).toMatchObject({ esito: 'trasferimento_interno', dataDimissione: OGGI, giorni: 0 });
  expect(arrivo).toMatchObject({
    ...{ struttura: { codice: 'CASA01' }, dataIngresso: OGGI, dataDimissione: null, tipoIngresso: 'trasferimento' },
    ...{ moduli: [{ dal: OGGI, codice: 'CASA01-ALC' }], giorni: 1 },
  });
  expect((await scena.leggi('notte.get', CASA)).righe).toEqual([]);
  expect((await scena.leggi('notte.get', { struttura: 'CASA01' })).righe).toHaveLength(1);
  // both sides come back with one key
  await page.keyboard.press('Control+z');
  await page.getByText('Annullato: è tutto come prima.').waitFor();
  expect(await permanenze()).toMatchObject([{ struttura: { codice: 'CASA00' }, dataDimissione: null }]);
  assertNessunErrore(scena.f.errori);
});

test('two windows on one dimissione: the second is told what the first wrote', async () => {
  const prima = scena.f;
  const altra = await apriFinestra(scena.indirizzo);
  await rimandaChiave(altra.page);
  for (const f of [prima, altra]) {
    await vai(f.page, `/dimissione/${ingressoId}`);
    await campo('Data di dimissione', f).waitFor();
  }
  await campo('Data di dimissione', prima).fill('oggi');
  await scegli('Esito', 'concluso', prima);
  await campo('Data di dimissione', prima).press('Enter');
  await prima.page
    .getByText(/Dimissione registrata: SCONOSCIUTO/)
    .first()
    .waitFor();
  await campo('Data di dimissione', altra).fill('oggi');
  await scegli('Esito', 'abbandono', altra);
  await campo('Data di dimissione', altra).press('Enter');
  const intanto = altra.page.getByRole('region', { name: 'Intanto è cambiato' });
  await intanto.getByText('Esito').first().waitFor();
  await guarda(altra, 'dimissione-contesa');
  await intanto.getByRole('button', { name: 'Tieni quello salvato' }).click();
  await campo('Note', altra).fill('Torna dalla zia.');
  await campo('Data di dimissione', altra).press('Enter');
  await altra.page.getByText(/Dimissione registrata: SCONOSCIUTO/).waitFor();
  const scritta = await scena.leggi('dimissioni.get', { ingressoId });
  expect(scritta).toMatchObject({ esito: 'concluso', uscita: { noteDimissione: 'Torna dalla zia.' } });
  // undone by one key where it was saved last, once the form is left
  await altra.page.getByRole('tab', { name: 'Percorso' }).waitFor();
  await altra.page.keyboard.press('Control+z');
  await altra.page.getByText('Annullato: è tutto come prima.').waitFor();
  expect((await scena.leggi('dimissioni.get', { ingressoId })).uscita.noteDimissione).toBeNull();
  assertNessunErrore(altra.errori);
  await altra.close();
});
