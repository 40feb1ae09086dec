import { notifications } from '@mantine/notifications';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { DiarioCartaPage } from '../../../renderer/diario/diario-carta-page.tsx';
import { DiarioPage } from '../../../renderer/diario/diario-page.tsx';
import { PromemoriaForm } from '../../../renderer/scadenze/promemoria-form.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(() => {
  cleanup();
  notifications.clean();
});

const OGGI = '2025-04-02';
const riga = (id: string, altro: object = {}) => ({
  ...{ id, testo: `riga ${id}`, autore: 'Bianchi Luca', atMs: 0, nuova: false, dalFoglio: false },
  ...{ data: OGGI, ora: '21:00', tipo: 'diario', importante: false, struttura: 'Casa Aurora', ospite: null },
  ...{ aggiunte: [], ...altro },
});
const PAGINA = { altre: null, finoAVoce: 40 };
const HOST = {
  'sessione.get': () => sessione({ oggi: OGGI }),
  'sospesi.get': () => null,
  'sospesi.save': () => ({}),
  'sospesi.remove': () => ({}),
  'strutture.list': () => [],
  'presenze.getMese': () => ({ righe: [], codici: [] }),
  'ospiti.listUsciti': () => [{ ospiteId: 'o9', cognome: 'Ferri', nome: 'Ada', dataDimissione: OGGI }],
  'diario.count': () => ({ nuove: 3, importanti: 0 }),
  'diario.markRead': () => ({}),
  'stampe.register': () => ({}),
};
const di = (chiamate: readonly Chiamata[], nome: string) =>
  chiamate.filter((una) => una.nome === nome).map((una) => una.input);

test('with a filter only what it shows is read; the new ones alone are all there is to read', async () => {
  const aggiunta = {
    id: 'c',
    testo: '',
    autore: 'x',
    atMs: 0,
    nuova: true,
    dalFoglio: false,
    data: OGGI,
    ora: '22:00',
  };
  const righe = [riga('a', { nuova: true }), riga('b'), riga('d', { aggiunte: [aggiunta] })];
  const chiamate = ospita({ ...HOST, 'diario.list': () => ({ ...PAGINA, righe }) });
  await mostra(<DiarioPage />, '/diario/CASA00');
  await userEvent.click(await screen.findByText('Nuove'));
  await waitFor(() => expect(di(chiamate, 'diario.list')).toContainEqual(expect.objectContaining({ nuove: true })));
  await userEvent.click(await screen.findByRole('button', { name: /^Segna come lette/ }));
  await waitFor(() => expect(di(chiamate, 'diario.markRead')).toEqual([{ struttura: 'CASA00', finoAVoce: 40 }]));
  await userEvent.type(screen.getByLabelText('Dal'), '1/4');
  await waitFor(() =>
    expect(di(chiamate, 'diario.list')).toContainEqual(expect.objectContaining({ dal: '2025-04-01' })),
  );
  await userEvent.click(await screen.findByRole('button', { name: /^Segna lette queste 2/ }));
  await waitFor(() => expect(di(chiamate, 'diario.markRead')[1]).toMatchObject({ righe: ['a', 'd'] }));
});

test('after a line written from any of its fields the text is ready for the next, and nothing of the first is left', async () => {
  const chiamate = ospita({ ...HOST, 'diario.list': () => ({ ...PAGINA, righe: [] }), 'diario.add': () => ({}) });
  await mostra(<DiarioPage />, '/diario/CASA00');
  await userEvent.type(await screen.findByLabelText('Che cosa è successo'), 'Ha saltato la cena.');
  await userEvent.type(screen.getByLabelText('Giorno'), 'ieri');
  screen.getByText('Vuota: l’ora di adesso.');
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Scritto nel diario.');
  expect(di(chiamate, 'diario.add')).toMatchObject([{ data: '2025-04-01' }]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Che cosa è successo')));
  expect(screen.getByLabelText<HTMLInputElement>('Giorno').value).toBe('');
});

test('on paper every line of the filter, the oldest first, under what was asked for; printing leaves its line', async () => {
  const prima = { data: OGGI, ora: '21:00', id: 'a' };
  const chiamate = ospita({
    ...HOST,
    'diario.list': (input: { prima?: object }) =>
      input.prima
        ? { ...PAGINA, righe: [riga('b', { data: '2025-03-05', dalFoglio: true })] }
        : { ...PAGINA, righe: [riga('a')], altre: prima },
  });
  let stampate = 0;
  window.print = () => {
    stampate++;
  };
  await mostra(<DiarioCartaPage />, '/diario/CASA00/carta?dal=2025-03-01&al=2025-04-02&importanti=true');
  const carta = await screen.findByRole('article');
  within(carta).getByText(/dal 01\/03\/2025 al 02\/04\/2025, solo importanti/);
  within(carta).getByText(/2 righe/);
  expect(
    within(carta)
      .getAllByText(/^riga /)
      .map((una) => una.textContent),
  ).toEqual(['riga b', 'riga a']);
  within(carta).getByText('scritta da Bianchi Luca (dal foglio)');
  await userEvent.click(screen.getByRole('button', { name: 'Stampa' }));
  await waitFor(() => expect(stampate).toBe(1));
  expect(di(chiamate, 'stampe.register')).toEqual([{ cosa: 'diario', struttura: 'CASA00', come: 'stampa' }]);
});

test('a reminder may be of who has just left', async () => {
  const chiamate = ospita({ ...HOST, 'promemoria.save': () => ({ id: 'p', voce: 1, avvisi: [] }) });
  await mostra(<PromemoriaForm struttura="CASA00" riga={null} oggi={OGGI} onChiudi={() => undefined} />);
  await screen.findByRole('group', { name: 'Usciti negli ultimi 30 giorni' });
  await userEvent.type(screen.getByLabelText('Che cosa ricordare'), 'Spedire i documenti');
  await userEvent.type(screen.getByLabelText('Entro'), '10/4');
  await userEvent.selectOptions(screen.getByLabelText('Ospite'), 'o9');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await screen.findByText('Promemoria salvato.');
  expect(di(chiamate, 'promemoria.save')).toMatchObject([{ ospiteId: 'o9' }]);
});
