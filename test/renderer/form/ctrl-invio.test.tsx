import { Select } from '@mantine/core';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useCtrlInvio } from '../../../renderer/form/ctrl-invio.ts';
import { mostra } from '../aiuti/finestra.tsx';

afterEach(cleanup);

function Prova({ salva, inCorso = false }: { salva: () => void; inCorso?: boolean }) {
  useCtrlInvio();
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        salva();
      }}
    >
      <textarea aria-label="Testo" />
      <input type="checkbox" aria-label="Importante" />
      <Select label="Tipo" data={['Uno', 'Due']} />
      <button type="submit" disabled={inCorso}>
        Salva
      </button>
    </form>
  );
}

const CTRL_INVIO = '{Control>}{Enter}{/Control}';

test('Ctrl+Enter saves from any field, the last one as well; never twice while it is saving', async () => {
  let volte = 0;
  await mostra(<Prova salva={() => volte++} />);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Importante' }));
  await userEvent.keyboard(CTRL_INVIO);
  expect(volte).toBe(1);
  await userEvent.click(screen.getByRole('textbox', { name: 'Testo' }));
  await userEvent.keyboard(CTRL_INVIO);
  expect(volte).toBe(2);
  cleanup();
  await mostra(<Prova salva={() => volte++} inCorso />);
  await userEvent.click(await screen.findByRole('textbox', { name: 'Testo' }));
  await userEvent.keyboard(CTRL_INVIO);
  expect(volte).toBe(2);
});

test('an open list chooses first; a closed one is not opened', async () => {
  let volte = 0;
  await mostra(<Prova salva={() => volte++} />);
  const tipo = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Tipo' });
  await userEvent.click(tipo);
  await userEvent.keyboard('{ArrowDown}{Control>}{Enter}{/Control}');
  await waitFor(() => expect(tipo.value).toBe('Uno'));
  expect(volte).toBe(0);
  await userEvent.keyboard(CTRL_INVIO);
  expect(volte).toBe(1);
});
