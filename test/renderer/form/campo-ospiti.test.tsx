import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { afterEach, expect, test } from 'vitest';
import { CampoOspiti } from '../../../renderer/form/campo-ospiti.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';

afterEach(cleanup);

const ALTRI = [
  { id: 'o1', cognome: 'Guerra', nome: 'Vito' },
  { id: 'o2', cognome: 'Poli', nome: 'Ada' },
];

function Prova({ salva }: { salva: (ospiti: readonly string[]) => void }) {
  const form = useForm({ defaultValues: { ospiti: ['o1', 'o2'] } });
  return (
    <form onSubmit={(e) => void form.handleSubmit(({ ospiti }) => salva(ospiti))(e)}>
      <CampoOspiti
        control={form.control}
        name="ospiti"
        label="Ospiti"
        struttura="CASA00"
        giorno="2025-04-02"
        altri={ALTRI}
      />
      <button type="submit">Salva</button>
    </form>
  );
}

test('a surname and Enter takes out who is already there; a name nobody has never saves the form; Enter alone does, and changes nobody', async () => {
  ospita({ 'presenze.getMese': () => ({ righe: [], codici: [] }) });
  const salvati: (readonly string[])[] = [];
  await mostra(<Prova salva={(ospiti) => salvati.push(ospiti)} />);
  const campo = await screen.findByRole('combobox', { name: 'Ospiti' });
  await userEvent.type(campo, 'guer{Enter}');
  await userEvent.type(campo, 'xyz{Enter}');
  expect(salvati).toEqual([]);
  await userEvent.clear(campo);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(salvati).toEqual([['o2']]));
  await userEvent.type(campo, 'guerra{Enter}{Enter}');
  await waitFor(() => expect(salvati.at(-1)).toEqual(['o2', 'o1']));
});
