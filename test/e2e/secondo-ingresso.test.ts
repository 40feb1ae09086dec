import { expect, test } from 'vitest';
import { assertNessunErrore, attendiSalvato, rimandaChiave, scegliVoce, vai } from './aiuti/gesti.ts';
import { registroVuoto } from './aiuti/registro.ts';
import { guarda, scenaViva } from './aiuti/scena.ts';

/** Somebody leaves and comes back in the same month: one person, two stays, each with its own scheda. */
const scena = scenaViva('secondo-ingresso', '2025-03-03', registroVuoto);
const MARZO = { dal: '2025-03-01', al: '2025-03-31' };
const ATTESA = { timeout: 10_000 };
/** the address of the guest's page */
let ospite = '';

/** The field itself: the list that opens under some has its name too. */
function campo(nome: string) {
  return scena.f.page.getByLabel(nome, { exact: true }).and(scena.f.page.locator('input, textarea')).first();
}

function scelta(nome: string) {
  return scena.f.page.getByRole('combobox', { name: nome, exact: true });
}

async function scegli(nome: string, lettere: string): Promise<void> {
  await scelta(nome).click();
  await scelta(nome).fill(lettere);
  await scena.f.page.getByRole('option').first().waitFor();
  await scelta(nome).press('Enter');
}

/** Another day: the window is opened again, as it is every morning. */
async function passaAl(giorno: string): Promise<void> {
  scena.oggi = giorno;
  await scena.f.page.reload();
  await rimandaChiave(scena.f.page);
  await scena.f.page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).waitFor();
}

async function registra(): Promise<void> {
  const { page } = scena.f;
  await page.getByRole('button', { name: /^Registra l’ingresso/ }).click();
  await page.getByRole('tab', { name: 'Scheda d’ingresso' }).waitFor();
  ospite = page.url().split('#')[1]?.split('?')[0] ?? '';
}

test('a guest is admitted with the scheda, and leaves a week later', async () => {
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
  await scegli('Titolo di studio', 'qualifica');
  await registra();
  await passaAl('2025-03-10');
  await vai(page, `${ospite}?sezione=percorso`);
  await page.getByRole('button', { name: /Dimissione…/ }).click();
  await page.getByRole('heading', { name: 'Dimissione: FERRARI Bruno' }).waitFor();
  await campo('Data di dimissione').fill('oggi');
  await scegli('Esito', 'abbandono');
  await scegli('Destinazione', 'domicilio');
  await page.getByRole('button', { name: 'Registra la dimissione' }).click();
  await page.getByText(/Dimissione registrata: FERRARI Bruno/).waitFor();
  assertNessunErrore(scena.f.errori);
});

test('who comes back is proposed the scheda of before, value by value; what was of then is not', async () => {
  const { page } = scena.f;
  await passaAl('2025-03-20');
  await vai(page, '/ingresso/CASA00');
  await campo('Cognome').fill('ferrari');
  await page.getByRole('option', { name: /FERRARI Bruno/ }).click();
  await page.getByRole('button', { name: 'Riprendi dalla scheda precedente' }).click();
  await expect.poll(() => scelta('Stato civile').inputValue(), ATTESA).toBe('Separato/a');
  await page.getByRole('checkbox', { name: /^Stato civile: Separato\/a/ }).uncheck();
  expect(await scelta('Stato civile').inputValue()).toBe('');
  await scegli('Stato civile', 'divorz');
  expect(await scelta('Titolo di studio').inputValue()).toMatch(/[Qq]ualifica/);
  expect(await campo('Servizio inviante').inputValue()).toBe('SerD di prova');
  expect(await campo('Operatore di riferimento').inputValue()).toBe('');
  expect(await campo('Informativa privacy consegnata il').inputValue()).toBe('');
  await campo('Data di ingresso').fill('oggi');
  await scegliVoce(page, 'Modulo', 'Terapeutico');
  await guarda(scena.f, 'secondo-ingresso');
  const prima = ospite;
  await registra();
  expect(ospite).toBe(prima);
  await expect.poll(() => scelta('Stato civile').inputValue(), ATTESA).toMatch(/^Divorziat/);
  assertNessunErrore(scena.f.errori);
});

test('both stays are on the path, each with its scheda', async () => {
  const { page } = scena.f;
  await vai(page, `${ospite}?sezione=percorso`);
  await page.getByText('Il percorso come elenco').click();
  const elenco = page.getByRole('region', { name: 'Percorso' }).getByRole('listitem');
  await expect.poll(() => elenco.filter({ hasText: 'dal 03/03/2025 al 10/03/2025' }).count(), ATTESA).toBe(1);
  expect(await elenco.filter({ hasText: /dal 20\/03\/2025(?! al)/ }).count()).toBe(1);
  await vai(page, `${ospite}?sezione=scheda`);
  await expect.poll(() => scelta('Stato civile').inputValue(), ATTESA).toMatch(/^Divorziat/);
  await scegliVoce(page, 'Permanenza', '03/03/2025');
  await expect.poll(() => scelta('Stato civile').inputValue(), ATTESA).toBe('Separato/a');
  await expect.poll(() => campo('Informativa privacy consegnata il').inputValue(), ATTESA).toBe('03/03/2025');
  assertNessunErrore(scena.f.errori);
});

test('the figures of the month count two stays and one person, and their rows say both', async () => {
  const { page } = scena.f;
  await passaAl('2025-04-02');
  await vai(page, '/presenze/CASA00/2025-03');
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: /^Tutti presenti: scegliere/ }).click();
  await page.getByRole('menuitem', { name: /Tutto il mese/ }).click();
  await attendiSalvato(page);
  await expect.poll(() => page.getByRole('gridcell', { name: /da registrare/ }).count(), ATTESA).toBe(0);
  const { comunita, cooperativa } = await scena.leggi('report.bilancio', MARZO);
  // 3–9 and 20–31 March
  expect(comunita).toMatchObject([
    {
      ...{ presentiInizio: 0, ingressi: 2, trattati: 2, dimessi: 1, presentiFine: 1, persone: { totale: 1, M: 1 } },
      ...{ giornatePresenza: 19, giornateOccupate: 19, giorniMancanti: 0 },
      ...{ esiti: [{ esito: 'abbandono', n: 1 }], esitiPersone: [{ esito: 'abbandono', n: 1 }] },
    },
  ]);
  // the person is told by the first stay of the month
  expect(cooperativa).toMatchObject({ ingressiTeste: 1, profilo: { stato_civile: { separato: 1 } } });
  await vai(page, `/report/bilancio?dal=${MARZO.dal}&al=${MARZO.al}`);
  const pannello = page.getByRole('dialog');
  for (const [cifra, n, date] of [
    [/^Trattati, Casa Aurora: 2\./, 2, ['03/03/2025', '20/03/2025']],
    [/Persone trattate: 1\./, 1, ['03/03/2025']],
  ] as const) {
    await page.getByRole('button', { name: cifra }).click();
    await pannello.getByRole('row', { name: `Somma ${n}` }).waitFor();
    expect(await pannello.getByRole('alert').count()).toBe(0);
    const testo = await pannello.getByRole('table').innerText();
    for (const data of date) expect(testo).toContain(data);
    expect(testo.match(/FERRARI Bruno/g)).toHaveLength(n);
    await page.keyboard.press('Escape');
    await pannello.waitFor({ state: 'detached' });
  }
  await vai(page, '/mese/CASA00/2025-03');
  await page.getByText('Il conto torna', { exact: true }).waitFor();
  assertNessunErrore(scena.f.errori);
});
