import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { computeBilancio, type DatiBilancio, type PermanenzaContata } from '../../../domain/bilancio.ts';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { computeGiornate } from '../../../domain/giornate.ts';
import { computeIndicatori } from '../../../domain/indicatore.ts';
import { PROFILO_VUOTO } from '../../../domain/profilo.ts';
import type { Input } from '../../../electron/contract/index.ts';
import { cifreCsvEsterno } from '../../../renderer/report/cifre.ts';
import { colonneIndicatori } from '../../../renderer/report/indicatori.tsx';
import { cella, veliDi } from '../../../renderer/report/piccoli.ts';
import { ReportPage } from '../../../renderer/report/report-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { ACCOGLIENZA, sessione } from '../aiuti/sessione.ts';

const PERIODO = { dal: '2025-01-01', al: '2025-12-31' };

function permanenza(id: string, altro: Partial<PermanenzaContata> = {}): PermanenzaContata {
  return {
    id,
    ospiteId: id,
    personaId: id,
    strutturaId: 's0',
    utenza: 'DUS',
    entePagante: null,
    sesso: 'F',
    dataNascita: '1985-03-01',
    dataIngresso: '2025-03-01',
    dataDimissione: null,
    esito: null,
    assegnazioni: [],
    profilo: PROFILO_VUOTO,
    ...altro,
  };
}

/** Two guests, one discharged and then again somewhere else, one minor: invented. */
const DATI: DatiBilancio = {
  strutture: [{ id: 's0', codice: 'CASA00', nome: 'Casa Aurora', tipo: 'CT' }],
  moduli: [],
  posti: [],
  permanenze: [
    permanenza('a', { dataDimissione: '2025-05-01', esito: 'trasferimento_interno' }),
    permanenza('b', { dataDimissione: '2025-06-01', esito: 'concluso' }),
    permanenza('m', { utenza: 'MINORE', dataNascita: '2015-01-01' }),
  ],
  presenze: [{ ingressoId: 'a', mese: '2025-03', codici: 'P'.repeat(31) }],
  codici: CODICI_PREDEFINITI,
  incontri: [{ strutturaId: 's0', servizio: 'serd', n: 4 }],
  visite: [],
  attivita: [],
};

const RIGA = { ospiteId: 'o1', struttura: 'Casa Aurora', dataIngresso: '2025-03-01', dataDimissione: '2025-05-01' };
let chiamate: Chiamata[];

async function apri(da: string, altre: Parameters<typeof ospita>[0] = {}) {
  chiamate = ospita({
    'sessione.get': () => sessione(ACCOGLIENZA),
    'strutture.list': () => [{ ultimoMese: '2025-12' }],
    'liste.get': () => ({ esito: [{ voce: 'concluso', etichetta: 'Progetto concluso' }] }),
    'report.giornate': ({ per, ...periodo }: { dal: string; al: string; per: 'struttura' }) =>
      computeGiornate(periodo, DATI, per),
    'report.bilancio': (periodo: typeof PERIODO) => computeBilancio(periodo, DATI),
    'report.indicatori': (periodo: typeof PERIODO) => computeIndicatori(periodo, DATI, '2025-12-31'),
    'report.possibili': () => [],
    'report.righe': () => [{ ...RIGA, ingressoId: 'a', ospite: 'ROSSI Anna', n: 31 }],
    ...altre,
  });
  return mostra(<ReportPage />, da);
}

const giornateChieste = () => chiamate.filter((c) => c.nome === 'report.giornate').map((c) => c.input);
afterEach(cleanup);

describe('indicatori', () => {
  test('each count opens its rows; a share beyond its limit says so in words', async () => {
    const user = userEvent.setup();
    await apri('/report/indicatori');
    await user.click(
      await screen.findByRole('button', { name: 'Programmi conclusi, Casa Aurora: 1. Mostra le righe' }),
    );
    expect(chiamate.find((c) => c.nome === 'report.righe')?.input).toEqual({
      ...{ ...PERIODO, figura: 'dimessi', esito: 'concluso', per: 'struttura', chiave: 'CASA00' },
    });
    await user.keyboard('{Escape}');
    const riga = screen.getByRole('row', { name: /^Casa Aurora/ });
    // two dimessi, neither with a report: 50 % concluded, none sent away, every report beyond its days
    expect([...riga.querySelectorAll('td')].slice(0, 8).map((td) => td.textContent)).toEqual([
      '3',
      '2',
      '1',
      '50,0 %',
      '0',
      '0,0 % max 15 %',
      '2 2 senza data',
      '100,0 % oltre 15 %',
    ]);
    await user.click(
      screen.getByRole('button', { name: 'Relazioni di dimissione oltre 30 giorni, Totale: 2. Mostra le righe' }),
    );
    expect(chiamate.findLast((c) => c.nome === 'report.righe')?.input).toEqual({
      ...{ ...PERIODO, figura: 'dimessi', relazione: 'oltre' },
    });
  });

  test('outside the office a small count goes, and its share with it', () => {
    const { righe, totale } = computeIndicatori(PERIODO, DATI, '2025-12-31');
    const tavola = {
      colonne: colonneIndicatori(),
      righe: [...righe, totale].map((riga) => ({ chiave: riga.chiave, nome: riga.nome, riga })),
    };
    const veli = veliDi(tavola, 5);
    for (const colonna of ['dimessi', 'conclusi', 'percentoConclusi', 'relazioniOltre', 'percentoRelazioni'])
      expect([colonna, veli.has(cella('CASA00', colonna))]).toEqual([colonna, true]);
    const csv = new TextDecoder().decode(cifreCsvEsterno('Struttura', tavola, 5));
    expect(csv).not.toContain('50,0');
  });
});

describe('giornate', () => {
  test('a figure is a button that opens its rows with their sum', async () => {
    const user = userEvent.setup();
    await apri('/report/giornate');
    await user.click(
      await screen.findByRole('button', { name: 'Giornate di presenza, Casa Aurora: 31. Mostra le righe' }),
    );
    const pannello = await screen.findByRole('dialog', { name: 'Giornate di presenza, Casa Aurora' });
    expect(await within(pannello).findByText('ROSSI Anna')).toBeTruthy();
    expect(within(pannello).getByRole('row', { name: 'Somma 31' })).toBeTruthy();
    expect(within(pannello).queryByRole('alert')).toBeNull();
    expect(chiamate.find((c) => c.nome === 'report.righe')?.input).toEqual({
      ...PERIODO,
      figura: 'giornatePresenza',
      per: 'struttura',
      chiave: 'CASA00',
    });
  });

  test('rows that do not add up to the figure are never shown in silence', async () => {
    const user = userEvent.setup();
    await apri('/report/giornate', {
      'report.righe': () => [{ ...RIGA, ingressoId: 'a', ospite: 'ROSSI Anna', n: 30 }],
    });
    await user.click(await screen.findByRole('button', { name: /^Giornate di presenza, Casa Aurora/ }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'La somma delle righe (30) non è la cifra mostrata (31)',
    );
  });

  test('who may see figures but not names gets figures, not buttons', async () => {
    await apri('/report/giornate', {
      'sessione.get': () => sessione({ ...ACCOGLIENZA, utente: { nome: 'D', ruolo: 'direzione' } }),
    });
    expect(await screen.findByRole('table', { name: 'Giornate' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Mostra le righe/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Persone forse uguali' })).toBeNull();
  });

  test('the period: arrows, kinds, and two typed dates that wait to be good', async () => {
    const user = userEvent.setup();
    const { dove } = await apri('/report/giornate?dal=2025-01-01&al=2025-12-31');
    await user.click(await screen.findByRole('button', { name: 'Anno prima' }));
    await waitFor(() => expect(giornateChieste().at(-1)).toMatchObject({ dal: '2024-01-01', al: '2024-12-31' }));
    await user.click(screen.getByRole('radio', { name: 'Dal – al' }));
    const dal = await screen.findByLabelText('Dal');
    await user.clear(dal);
    await user.type(dal, '31/2');
    await user.click(screen.getByRole('button', { name: 'Mostra' }));
    expect(await screen.findByText(/Data non valida/)).toBeTruthy();
    await user.clear(dal);
    await user.type(dal, '5/3/2024');
    await user.type(screen.getByLabelText('Al'), '{Enter}');
    await waitFor(() => expect(giornateChieste().at(-1)).toMatchObject({ dal: '2024-03-05', al: '2024-12-31' }));
    expect(decodeURIComponent(dove())).toContain('2024-03-05');
  });
});

describe('bilancio', () => {
  test('both readings of the outcomes are named, and each counts its own', async () => {
    await apri('/report/bilancio');
    const tabella = await screen.findByRole('table', { name: 'Esiti, nelle due letture' });
    expect(screen.getAllByText('Lettura «programmi»').length).toBeGreaterThan(0);
    expect(screen.getAllByText('Lettura «persone»').length).toBeGreaterThan(0);
    const celle = within(within(tabella).getByRole('row', { name: /^Progetto concluso/ })).getAllByRole('cell');
    expect(celle.map((c) => c.textContent)).toEqual(['1', '50', '1', '100']);
    const totale = within(within(tabella).getByRole('row', { name: /^Totale/ })).getAllByRole('cell');
    expect(totale.map((c) => c.textContent)).toEqual(['2', '–', '1', '–']);
  });

  test('heads and stays are declared; minors are apart', async () => {
    await apri('/report/bilancio');
    const cooperativa = await screen.findByRole('table', { name: 'Cooperativa' });
    expect(within(cooperativa).getByRole('row', { name: /^Persone trattate.*teste/ })).toBeTruthy();
    expect(within(cooperativa).getByRole('row', { name: /^Trattati.*programmi/ })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Minori' })).toBeTruthy();
    expect(
      within(screen.getByRole('table', { name: 'Altri gruppi, contati a parte' })).getByText('Minori'),
    ).toBeTruthy();
  });

  test('a figure asks for exactly the stays it counts', async () => {
    const user = userEvent.setup();
    await apri('/report/bilancio');
    const chiesto = () => chiamate.filter((c) => c.nome === 'report.righe').at(-1)?.input as Input<'report.righe'>;
    await user.click(await screen.findByRole('button', { name: /^Persone trattate|^Cifra, Persone trattate/ }));
    await waitFor(() => expect(chiesto()).toMatchObject({ figura: 'persone', gruppo: 'COOPERATIVA' }));
    await user.keyboard('{Escape}');
    const comunita = screen.getByRole('table', { name: 'Comunità' });
    await user.click(within(comunita).getByRole('button', { name: /^Trattati, Casa Aurora/ }));
    await waitFor(() => expect(chiesto()).toMatchObject({ figura: 'trattati', chiave: 'CASA00', eta: 'adulti' }));
  });

  test('no axe violation', async () => {
    await apri('/report/bilancio');
    await screen.findByRole('table', { name: 'Cooperativa' });
    const regole = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
    expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
  });
});
