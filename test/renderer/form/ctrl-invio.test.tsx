import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useCtrlInvio } from '../../../renderer/form/ctrl-invio.ts';

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
      <button type="submit" disabled={inCorso}>
        Salva
      </button>
    </form>
  );
}

test('Ctrl+Enter saves from any field, the last one as well; never twice while it is saving', async () => {
  let volte = 0;
  const salva = () => volte++;
  const { rerender } = render(<Prova salva={salva} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Importante' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(volte).toBe(1);
  await userEvent.click(screen.getByRole('textbox', { name: 'Testo' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(volte).toBe(2);
  rerender(<Prova salva={salva} inCorso />);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(volte).toBe(2);
});
