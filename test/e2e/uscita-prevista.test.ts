import { expect, test } from 'vitest';
import { addGiorni } from '../../domain/giorno.ts';
import { assertNessunErrore, cella, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda, scenaViva } from './aiuti/scena.ts';

const OGGI = '2025-03-21';
const scena = scenaViva('uscita-prevista', OGGI);
const CASA = { struttura: 'CASA00' };

/** A card of Oggi, by its title. */
const carta = (nome: string) => scena.f.page.getByRole('region', { name: nome, exact: true });
const oggiDi = () => scena.leggi('oggi.get', CASA);
const quanti = async () => (await oggiDi()).ospiti.filter((o) => !o.fuori).length;

let chi = { ospiteId: '', ingressoId: '', nome: '' };

/** The window learns the day at its next load. */
async function domani(): Promise<void> {
  scena.oggi = addGiorni(scena.oggi, 1);
  await scena.f.page.reload();
  await vai(scena.f.page, '/oggi/CASA00');
  await carta('Fuori').waitFor();
}

test('a leave of tonight at 23:59: until somebody confirms it the guest is in the house, with a box on the sheet', async () => {
  const { page } = scena.f;
  const presente = (await oggiDi()).ospiti.find((o) => !o.fuori);
  chi = { ospiteId: presente?.ospiteId ?? '', ingressoId: presente?.ingressoId ?? '', nome: '' };
  const prima = await quanti();
  await vai(page, `/ospiti/${chi.ospiteId}`);
  chi.nome = `${presente?.cognome.toLocaleUpperCase('it')} ${presente?.nome}`;
  await page.getByRole('heading', { name: chi.nome }).waitFor();
  await page.keyboard.press('u');
  const form = page.getByRole('dialog');
  await scegliVoce(page, 'Tipo', 'Permesso');
  // the hour of now is of today only
  const ora = form.getByLabel('Ora di uscita');
  expect(await ora.inputValue()).not.toBe('');
  const giorno = form.getByLabel('Giorno di uscita');
  await giorno.fill('domani');
  await expect.poll(() => ora.inputValue()).toBe('');
  await giorno.fill('oggi');
  await expect.poll(() => ora.inputValue()).not.toBe('');
  await ora.fill('2359');
  await form.getByLabel('Rientro previsto').fill('23/3');
  await form.getByLabel('Ora prevista').fill('20');
  await page.keyboard.press('Enter');
  await page.getByText('Uscita registrata.').waitFor();
  await vai(page, '/oggi/CASA00');
  await carta('Fuori').getByText('esce oggi alle 23:59').waitFor();
  expect(await quanti()).toBe(prima);
  await guarda(scena.f, 'in-uscita', { immagine: 'chiara e scura' });
  await page.keyboard.press('F8');
  const foglio = page.getByRole('region', { name: 'Chi c’è stanotte' });
  const riga = foglio.getByRole('row').filter({ hasText: 'esce oggi alle 23:59' });
  await riga.getByText('in struttura').waitFor();
  await riga.getByText('uscita da confermare').waitFor();
  await guarda(scena.f, 'notte-in-uscita', { immagine: 'chiara' });
  await vai(page, '/presenze/CASA00/2025-03');
  await expect.poll(() => cella(page, chi.nome, 21).innerText()).not.toBe('U');
});

test('the day after it is a question: not gone, undone, gone; then the grid says it', async () => {
  const { page } = scena.f;
  await domani();
  await carta('Fuori').getByText('doveva uscire ieri alle 23:59: è uscito?').waitFor();
  const uscito = carta('Fuori').getByRole('button', { name: /^È uscito: / });
  const no = carta('Fuori').getByRole('button', { name: /^Non è uscito: / });
  await no.click();
  await page.getByText(/l’uscita prevista è tolta/).waitFor();
  await uscito.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await uscito.waitFor();
  await uscito.click();
  await uscito.waitFor({ state: 'detached' });
  await carta('Fuori')
    .getByRole('button', { name: /^Rientrato: / })
    .first()
    .waitFor();
  const { fuori } = await oggiDi();
  expect(fuori.find((riga) => riga.ingressoId === chi.ingressoId)).toMatchObject({
    ...{ uscita: OGGI, oraUscita: '23:59', uscitaPrevista: OGGI, confermata: true },
  });
  await vai(page, '/presenze/CASA00/2025-03');
  await expect.poll(() => cella(page, chi.nome, 21).innerText()).toBe('U');
  await expect.poll(() => cella(page, chi.nome, 22).innerText()).toBe('U');
});

test('from the guest, the key U asks when they really went; the plan stays written', async () => {
  const { page } = scena.f;
  const altro = (await oggiDi()).ospiti.find((o) => !o.fuori && o.ingressoId !== chi.ingressoId);
  await vai(page, `/ospiti/${altro?.ospiteId}`);
  await page.getByRole('heading', { name: `${altro?.cognome.toLocaleUpperCase('it')} ${altro?.nome}` }).waitFor();
  await page.keyboard.press('u');
  await scegliVoce(page, 'Tipo', 'Uscita');
  await page.getByRole('dialog').getByLabel('Ora di uscita').fill('2358');
  await page.keyboard.press('Enter');
  await page.getByText('Uscita registrata.').waitFor();
  await page.getByRole('table', { name: 'Assenze' }).getByText('prevista, da confermare').waitFor();
  await page.keyboard.press('u');
  const form = page.getByRole('dialog');
  await form.getByText(/L’uscita era prevista oggi alle 23:58/).waitFor();
  await form.getByLabel('Ora di uscita').fill('0815');
  await guarda(scena.f, 'conferma-uscita', { immagine: 'chiara' });
  await page.keyboard.press('Enter');
  await page.getByText(/uscita segnata/).waitFor();
  await page.getByRole('table', { name: 'Assenze' }).getByText('prevista 23:58').waitFor();
  assertNessunErrore(scena.f.errori);
});
