import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Input } from '../../../electron/contract/index.ts';
import { ConsegnePage } from '../../../renderer/consegne/consegne-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { ACCOGLIENZA, sessione } from '../aiuti/sessione.ts';
import { anno, esito, piano, rifiutato } from './consegne-di-prova.ts';

const GIORNATE = {
  dal: '2025-01-01',
  al: '2025-12-31',
  per: 'struttura',
  righe: [],
  totale: { giornatePresenza: 0, giornatePagate: 0 },
};

let chiamate: Chiamata[];

async function apri(altre: Parameters<typeof ospita>[0] = {}, da = '/consegne/2025') {
  chiamate = ospita({
    'sessione.get': () => sessione(ACCOGLIENZA),
    'consegne.getAnno': () => anno(),
    'report.giornate': () => GIORNATE,
    'pacchi.list': () => [],
    ...altre,
  });
  return mostra(<ConsegnePage />, da);
}

/** Files dropped somewhere in the window. */
function lascia(...nomi: string[]): void {
  const items = nomi.map((nome) => ({
    kind: 'file',
    webkitGetAsEntry: () => null,
    getAsFile: () => new File([nome], nome),
  }));
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items } });
}

const inviati = (nome: 'pacchi.plan' | 'pacchi.import') =>
  chiamate.filter((c) => c.nome === nome).map((c) => (c.input as Input<typeof nome>).file.map((f) => f.nome));

afterEach(cleanup);

describe('the board', () => {
  test('is a table whose cells say their word; one Tab stop, arrows inside, Enter opens the parcels', async () => {
    const user = userEvent.setup();
    const pacco = { id: 'p2', verso: 'ricevuto', struttura: 'CASA00', mese: '2025-02', revisione: 1, numero: 2 };
    await apri({
      'pacchi.list': ({ struttura }: { struttura?: string }) =>
        struttura === undefined
          ? []
          : [
              {
                ...pacco,
                nomeFile: 'f.approdo',
                sha256: 'ab',
                stato: 'applicato',
                avvisi: [],
                createdAtMs: Date.parse('2025-03-05T10:00:00'),
              },
            ],
    });
    const tabella = await screen.findByRole('table', { name: 'Consegne del 2025, struttura per mese' });
    expect(tabella.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    within(tabella)
      .getByRole('button', { name: /^Casa Aurora, gennaio 2025/ })
      .focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Casa Aurora, febbraio 2025: 2 avvisi/);
    expect(tabella.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.keyboard('{Enter}');
    const pannello = await screen.findByRole('region', { name: 'Casa Aurora, febbraio 2025' });
    expect(await within(pannello).findByText('4 giorni senza codice')).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement?.textContent).toContain('Casa Brolo');
  });

  test('an empty office is told what to do first', async () => {
    await apri({ 'consegne.getAnno': () => ({ ...anno(), righe: [] }) });
    expect(await screen.findByRole('heading', { name: 'Non è ancora arrivato nessun pacco' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importa pacchi…' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Registra la chiave di una comunità' })).toBeTruthy();
  });

  test('without a year it opens on that of the last month due', async () => {
    const { dove } = await apri(
      { 'sessione.get': () => sessione({ ...ACCOGLIENZA, oggi: '2026-01-07' }) },
      '/consegne',
    );
    await waitFor(() => expect(dove()).toBe('/consegne/2025'));
  });

  test('no axe violation', async () => {
    await apri();
    await screen.findByRole('table', { name: /^Consegne/ });
    const regole = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
    expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
  });
});

describe('parcels dropped anywhere', () => {
  const PIANO = () => [
    piano('a.approdo', { avvisi: ['2 giorni senza codice'] }),
    piano('vecchio.approdo', {
      stato: 'invariato',
      mese: '2025-01',
      motivo: 'superato dalla revisione 2',
      sommario: [],
    }),
    rifiutato('x.approdo', 'Il file è incompleto o alterato: farselo mandare di nuovo.'),
  ];

  test('open a plan in plain sentences; nothing is imported until it is said so', async () => {
    await apri({ 'pacchi.plan': PIANO });
    await screen.findByRole('table', { name: /^Consegne/ });
    lascia('a.approdo', 'vecchio.approdo', 'x.approdo');
    expect(await screen.findByRole('heading', { name: 'Pacchi da applicare' })).toBeTruthy();
    for (const frase of ['3 ingressi nuovi', '2 giorni senza codice', 'superato dalla revisione 2'])
      expect(screen.getByText(frase)).toBeTruthy();
    expect(screen.getByText('Il file è incompleto o alterato: farselo mandare di nuovo.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Applica 1 pacco' })).toBeTruthy();
    expect(inviati('pacchi.plan')).toEqual([['a.approdo', 'vecchio.approdo', 'x.approdo']]);
    expect(inviati('pacchi.import')).toEqual([]);
  });

  test('the outcome is what the host answered, and the refused stay in sight', async () => {
    const user = userEvent.setup();
    await apri({
      'pacchi.plan': PIANO,
      'pacchi.import': () => [
        esito('a.approdo'),
        esito('vecchio.approdo', {
          stato: 'invariato',
          mese: '2025-01',
          righe: { inserite: 0, aggiornate: 0, eliminate: 0 },
        }),
      ],
    });
    await screen.findByRole('table', { name: /^Consegne/ });
    lascia('a.approdo', 'vecchio.approdo', 'x.approdo');
    await user.click(await screen.findByRole('button', { name: 'Applica 1 pacco' }));
    expect(await screen.findByText(/1 pacco importato\. 1 era già qui\. 1 rifiutato/)).toBeTruthy();
    expect(screen.getByText('69 righe nuove, 8 cambiate, 0 tolte')).toBeTruthy();
    expect(screen.getByText(/farselo mandare di nuovo/)).toBeTruthy();
    expect(inviati('pacchi.import')).toEqual([['a.approdo', 'vecchio.approdo']]);
    expect(screen.getByRole('table', { name: /^Consegne/ })).toBeTruthy();
  });

  test('more parcels join the plan already open', async () => {
    await apri({ 'pacchi.plan': ({ file }: Input<'pacchi.plan'>) => file.map((f) => piano(f.nome)) });
    await screen.findByRole('table', { name: /^Consegne/ });
    lascia('a.approdo');
    await screen.findByRole('button', { name: 'Applica 1 pacco' });
    lascia('b.approdo', 'a.approdo');
    await screen.findByRole('button', { name: 'Applica 2 pacchi' });
    expect(inviati('pacchi.plan').at(-1)).toEqual(['a.approdo', 'b.approdo']);
  });

  test('an import interrupted or failed never says it succeeded', async () => {
    const user = userEvent.setup();
    await apri({
      'pacchi.plan': () => [piano('a.approdo')],
      'pacchi.import': () => {
        throw new ErroreApprodo('lavoro.annullato', 'Annullato.');
      },
    });
    await screen.findByRole('table', { name: /^Consegne/ });
    lascia('a.approdo');
    await user.click(await screen.findByRole('button', { name: 'Applica 1 pacco' }));
    expect(await screen.findByText(/i pacchi già importati restano, gli altri sono come prima/)).toBeTruthy();
    expect(screen.queryByText(/importato\./)).toBeNull();
  });

  test('parcels that are all here already offer nothing to apply', async () => {
    const ricevuto = { id: 'p', verso: 'ricevuto', struttura: 'CASA00', mese: '2025-03', revisione: 1, createdAtMs: 0 };
    await apri({
      'pacchi.plan': () => [piano('a.approdo', { stato: 'invariato', motivo: 'già importato', sommario: [] })],
      'pacchi.list': () => [ricevuto],
    });
    await screen.findByRole('table', { name: /^Consegne/ });
    lascia('a.approdo');
    expect(await screen.findByText('Questi pacchi sono già tutti qui: non c’è niente da applicare.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Applica|Registra)/ })).toBeNull();
  });
});
