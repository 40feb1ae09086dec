import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useEndpointOra } from '../../../renderer/api/index.ts';
import { useFormSospeso, useRiparte } from '../../../renderer/form/use-form-sospeso.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

const SOSPESI = { 'sospesi.get': () => null, 'sospesi.save': () => ({}), 'sospesi.remove': () => ({}) };

function Letto({ detti }: { detti: string[] }) {
  const { data } = useEndpointOra('sessione.get', {});
  const detto = data?.nome ?? 'attesa';
  detti.push(detto);
  return <p>{detto}</p>;
}

function Aperto({ detti }: { detti: string[] }) {
  const [aperto, setAperto] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setAperto(!aperto)}>
        {aperto ? 'chiudi' : 'apri'}
      </button>
      {aperto && <Letto detti={detti} />}
    </>
  );
}

test('what a form starts from is asked again each time it opens: what was read the time before is never shown', async () => {
  let volta = 0;
  ospita({ 'sessione.get': () => ({ ...sessione(), nome: `lettura ${++volta}` }) });
  const detti: string[] = [];
  await mostra(<Aperto detti={detti} />);
  await screen.findByText('lettura 1');
  await userEvent.click(screen.getByRole('button', { name: 'chiudi' }));
  detti.length = 0;
  await userEvent.click(screen.getByRole('button', { name: 'apri' }));
  await screen.findByText('lettura 2');
  expect(detti[0]).toBe('attesa');
  expect(detti).not.toContain('lettura 1');
});

/** A form that stays on its page, over what the store says. */
function CheResta() {
  const [scritto, setScritto] = useState('prima');
  const sospeso = useFormSospeso('prova:resta', { defaultValues: { testo: scritto } });
  useRiparte(sospeso, { testo: scritto });
  return (
    <>
      <input aria-label="Testo" {...sospeso.form.register('testo')} />
      <output>{sospeso.base().testo}</output>
      <button type="button" onClick={() => setScritto('annullato')}>
        annulla
      </button>
    </>
  );
}

test('a form that stays on the page says what is written once the saving is undone; what is being typed wins', async () => {
  ospita(SOSPESI);
  await mostra(<CheResta />);
  await userEvent.click(await screen.findByRole('button', { name: 'annulla' }));
  await waitFor(() => expect(screen.getByLabelText('Testo')).toHaveProperty('value', 'annullato'));
  cleanup();

  await mostra(<CheResta />);
  await userEvent.type(await screen.findByLabelText('Testo'), ' e dopo');
  await userEvent.click(screen.getByRole('button', { name: 'annulla' }));
  expect(screen.getByLabelText('Testo')).toHaveProperty('value', 'prima e dopo');
  expect(screen.getByRole('status').textContent).toBe('prima');
});
