import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NotaForm } from '../../../renderer/ospite/nota-form.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

test('a sealed note half-written lies in no draft: Esc asks before it is lost', async () => {
  const onChiudi = vi.fn();
  const chiamate = ospita({ 'sessione.get': () => sessione() });
  await mostra(<NotaForm ospiteId="o1" ruolo="responsabile" oggi="2025-04-02" onChiudi={onChiudi} />);
  const testo = await screen.findByLabelText<HTMLTextAreaElement>('Nota');
  await userEvent.type(testo, 'ha chiesto di non dirlo');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Continua a scrivere' }));
  expect(onChiudi).not.toHaveBeenCalled();
  expect(testo.value).toBe('ha chiesto di non dirlo');
  expect(chiamate.filter(({ nome }) => nome.startsWith('sospesi.'))).toEqual([]);
  await userEvent.clear(testo);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(onChiudi).toHaveBeenCalledOnce());
});
