import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CommandPalette } from '../../../renderer/shell/command-palette.tsx';
import { useVista } from '../../../renderer/shell/vista.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(() => {
  act(() => useVista.getState().setPalette(false));
  cleanup();
});

const DARIO = { id: 'o1', cognome: 'Salvi', nome: 'Dario' };

async function apri(cerca: (input: { testo: string }) => unknown): Promise<void> {
  ospita({ 'ospiti.search': cerca, 'presenze.getMese': () => ({ righe: [], codici: [] }) });
  act(() => useVista.getState().setPalette(true));
  await mostra(<CommandPalette sessione={sessione()} />);
}

const voci = () => screen.getAllByRole('option').map((voce) => voce.textContent);

test('a page called by its name comes before who is only spelt like it; a name comes before both', async () => {
  await apri(() => [DARIO]);
  await userEvent.type(screen.getByRole('combobox'), 'diario');
  await screen.findByText('SALVI Dario');
  expect(voci()).toEqual(['Vai a DiarioAzioni', 'SALVI DarioCartella']);
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.type(screen.getByRole('combobox'), 'dario');
  await screen.findByText('SALVI Dario');
  expect(voci()).toEqual(['SALVI DarioCartella']);
});

test('what was found for other letters is not offered for these', async () => {
  await apri(({ testo }) => (testo.startsWith('sal') ? [DARIO] : new Promise(() => undefined)));
  await userEvent.type(screen.getByRole('combobox'), 'sal');
  await screen.findByText('SALVI Dario');
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.type(screen.getByRole('combobox'), 'bianchi');
  expect(screen.queryByText('SALVI Dario')).toBeNull();
});
