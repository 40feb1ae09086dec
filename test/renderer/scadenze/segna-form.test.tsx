import { notifications } from '@mantine/notifications';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Fatte } from '../../../renderer/scadenze/fatte.tsx';
import type { Riga } from '../../../renderer/scadenze/gruppi.ts';
import { PromemoriaForm } from '../../../renderer/scadenze/promemoria-form.tsx';
import { SegnaForm } from '../../../renderer/scadenze/segna-form.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(() => {
  cleanup();
  notifications.clean();
});

const OGGI = '2026-11-21';
const RIGA: Riga = {
  ...{
    voce: 'comunicazioni_dimissione',
    oggettoId: 'i1',
    ospiteId: 'o1',
    cognome: 'Ferri',
    nome: 'Ada',
    ingressoId: 'i1',
  },
  ...{ entro: '2026-11-28', giorni: 7, testo: 'Comunicare la dimissione a SerD, Comune', presto: true },
  destinatari: ['SerD', 'Comune'],
};
const HOST = {
  'sessione.get': () => sessione({ oggi: OGGI }),
  'sospesi.get': () => null,
  'sospesi.save': () => ({}),
  'sospesi.remove': () => ({}),
  'presenze.getMese': () => ({ righe: [], codici: [] }),
  'adempimenti.register': () => ({ id: 'i1', voce: 5, avvisi: [] }),
  'promemoria.save': () => ({ id: 'p1', voce: 6, avvisi: [] }),
};
const di = (chiamate: readonly Chiamata[], nome: string) =>
  chiamate.filter((una) => una.nome === nome).map((una) => una.input);

test('of several communications none is taken for done: those ticked are marked', async () => {
  const chiamate = ospita(HOST);
  await mostra(<SegnaForm struttura="CASA00" riga={RIGA} oggi={OGGI} onChiudi={() => undefined} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Segna fatta' }));
  await screen.findByText('Spuntare a chi è stata comunicata.');
  await userEvent.click(screen.getByLabelText('Comune'));
  await userEvent.click(screen.getByRole('button', { name: 'Segna fatta' }));
  await screen.findByText('Segnata come fatta.');
  expect(di(chiamate, 'adempimenti.register')).toMatchObject([{ destinatari: ['Comune'], fattoIl: OGGI }]);
});

test('one alone is not asked about', async () => {
  const chiamate = ospita(HOST);
  const una = { ...RIGA, destinatari: ['SerD'] };
  await mostra(<SegnaForm struttura="CASA00" riga={una} oggi={OGGI} onChiudi={() => undefined} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Segna fatta' }));
  await screen.findByText('Segnata come fatta.');
  expect(di(chiamate, 'adempimenti.register')).toMatchObject([{ destinatari: ['SerD'] }]);
});

test('a day to come is remarked while it is typed, in the words of who will refuse it', async () => {
  ospita(HOST);
  await mostra(<SegnaForm struttura="CASA00" riga={RIGA} oggi={OGGI} onChiudi={() => undefined} />);
  const giorno = await screen.findByLabelText('Fatta il');
  await userEvent.clear(giorno);
  await userEvent.type(giorno, '22/11/2026');
  await screen.findByText(/Attenzione: dom 22 nov è nel futuro/);
});

test('a reminder without a year is for the day to come, and one already gone is remarked before it is saved', async () => {
  const chiamate = ospita(HOST);
  await mostra(<PromemoriaForm struttura="CASA00" riga={null} oggi={OGGI} onChiudi={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('Che cosa ricordare'), 'Caldaia');
  const entro = screen.getByLabelText('Entro');
  await userEvent.type(entro, '1/6/26');
  await screen.findByText(/è un giorno già passato/);
  await userEvent.clear(entro);
  // Enter in the field: nothing has written it out in full yet
  await userEvent.type(entro, '1/6{Enter}');
  await screen.findByText('Promemoria salvato.');
  expect(di(chiamate, 'promemoria.save')).toMatchObject([{ entro: '2027-06-01' }]);
});

test('what was marked is seen again when asked for, and put back with one key to undo it', async () => {
  const fatta = {
    ...{ voceRegistro: 41, voce: 'promemoria', testo: 'Tessera', ospiteId: null, cognome: null, nome: null },
    ...{ fattoIl: '2026-11-20', nota: 'PEC', autore: 'Bianchi Luca', atMs: Date.parse('2026-11-20T21:00:00') },
  };
  const chiamate = ospita({
    ...HOST,
    'adempimenti.list': () => ({ righe: [fatta] }),
    'adempimenti.undo': () => ({ id: 'p1', voce: 7, avvisi: [] }),
  });
  await mostra(<Fatte struttura="CASA00" oggi={OGGI} />);
  const gruppo = await screen.findByText('Fatte negli ultimi 90 giorni');
  expect(di(chiamate, 'adempimenti.list')).toEqual([]);
  await userEvent.click(gruppo);
  await screen.findByText('PEC');
  await userEvent.click(screen.getByRole('button', { name: 'Rimetti da fare: Tessera, tutta la comunità' }));
  await screen.findByText('Rimessa da fare.');
  screen.getByRole('button', { name: 'Annulla (Ctrl+Z)' });
  expect(di(chiamate, 'adempimenti.undo')).toEqual([{ struttura: 'CASA00', voceRegistro: 41 }]);
});
