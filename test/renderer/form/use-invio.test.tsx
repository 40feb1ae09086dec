import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { CampoTesto } from '../../../renderer/form/campo-testo.tsx';
import { Contese } from '../../../renderer/form/contese.tsx';
import { useCtrlInvio } from '../../../renderer/form/ctrl-invio.ts';
import { FormLaterale } from '../../../renderer/form/form-laterale.tsx';
import { useFormSospeso } from '../../../renderer/form/use-form-sospeso.ts';
import { useInvio, useInvioIntero } from '../../../renderer/form/use-invio.ts';
import { segnaLasciata } from '../../../renderer/stanza/lasciate.ts';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(() => {
  cleanup();
  notifications.clean();
});

const OGGI = '2025-04-02';

/** A record written whole: a promemoria. */
function Intero({ annullabile, onChiudi }: { annullabile?: boolean; onChiudi: () => void }) {
  const sospeso = useFormSospeso('prova:intero', { defaultValues: { testo: '' } });
  const invio = useInvioIntero({
    sospeso,
    comando: 'promemoria.save',
    leggi: ({ testo }) =>
      testo === 'boh' ? undefined : { struttura: 'CASA00', id: null, testo, entro: OGGI, ospiteId: null },
    frase: ({ testo }) => `Salvato «${testo}».`,
    ...(annullabile === undefined ? {} : { annullabile }),
    onChiudi,
  });
  return (
    <FormLaterale titolo="Promemoria" sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <TextInput label="Testo" {...sospeso.form.register('testo')} />
    </FormLaterale>
  );
}

/** A record registered or corrected: an alert. */
function Registro({ id, onChiudi }: { id: string | null; onChiudi: () => void }) {
  const sospeso = useFormSospeso('prova:registro', { defaultValues: { testo: id === null ? '' : 'noci', al: '' } });
  const { contese, scegli, ...invio } = useInvio({
    ...{ sospeso, id, comandi: { registra: 'avvertenze.add', salva: 'avvertenze.save' } as const },
    leggi: ({ testo, al }) => ({ tipo: 'allergia' as const, testo, dal: OGGI, al: al === '' ? null : '2025-05-03' }),
    nuovo: (_valori, campi) => ({ ospiteId: 'o1', ...campi }),
    frase: 'Salvata.',
    onChiudi,
  });
  return (
    <FormLaterale titolo="Avvertenza" sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese contese={contese} etichetta={() => 'Testo'} mostra={(_, valore) => String(valore)} onScegli={scegli} />
      <TextInput label="Testo" {...sospeso.form.register('testo')} />
      <TextInput label="Al" {...sospeso.form.register('al')} />
    </FormLaterale>
  );
}

/** A text of several lines: Ctrl+Enter saves it. */
function Lungo() {
  useCtrlInvio();
  const sospeso = useFormSospeso('prova:lungo', { defaultValues: { testo: '' } });
  const invio = useInvioIntero({
    sospeso,
    comando: 'promemoria.save',
    leggi: ({ testo }) => ({ struttura: 'CASA00', id: null, testo, entro: OGGI, ospiteId: null }),
    frase: 'Salvato.',
    onChiudi: () => undefined,
  });
  return (
    <FormLaterale titolo="Lungo" sospeso={sospeso} {...invio} onChiudi={() => undefined}>
      <CampoTesto label="Testo" campo={sospeso.form.register('testo')} />
    </FormLaterale>
  );
}

const SOSPESI = {
  'sessione.get': () => sessione(),
  'sospesi.get': () => null,
  'sospesi.save': () => ({}),
  'sospesi.remove': () => ({}),
};
const di = (chiamate: readonly Chiamata[], nome: string) =>
  chiamate.filter((una) => una.nome === nome).map((una) => una.input);
const salva = () => userEvent.click(screen.getByRole('button', { name: 'Salva' }));

test('written whole: sent once, the draft goes, it is said and may be undone, the panel closes', async () => {
  const chiamate = ospita({ ...SOSPESI, 'promemoria.save': () => ({ id: 'p1', voce: 5, avvisi: ['Strano.'] }) });
  let chiuso = 0;
  await mostra(<Intero onChiudi={() => (chiuso += 1)} />);
  await userEvent.type(await screen.findByLabelText('Testo'), 'telefonare');
  await salva();
  await screen.findByText('Salvato «telefonare».');
  await screen.findByText('Strano.');
  screen.getByRole('button', { name: 'Annulla (Ctrl+Z)' });
  expect(di(chiamate, 'promemoria.save')).toEqual([
    { struttura: 'CASA00', id: null, testo: 'telefonare', entro: OGGI, ospiteId: null },
  ]);
  expect(di(chiamate, 'sospesi.remove')).toContainEqual({ chiave: 'prova:intero' });
  expect(chiuso).toBe(1);
});

test('what is not understood is not sent; what is refused is said, and the panel stays', async () => {
  const chiamate = ospita({
    ...SOSPESI,
    'promemoria.save': () => {
      throw { codice: 'promemoria.lungo', messaggio: 'Il promemoria è troppo lungo.' };
    },
  });
  let chiuso = 0;
  await mostra(<Intero onChiudi={() => (chiuso += 1)} />);
  const testo = await screen.findByLabelText('Testo');
  await userEvent.type(testo, 'boh');
  await salva();
  expect(di(chiamate, 'promemoria.save')).toEqual([]);
  await userEvent.type(testo, '!');
  await salva();
  await screen.findByText('Il promemoria è troppo lungo.');
  expect(chiuso).toBe(0);
});

test('what another gesture takes away is said, with no way to undo it', async () => {
  ospita({ ...SOSPESI, 'promemoria.save': () => ({ id: 'p1', voce: 5, avvisi: [] }) });
  await mostra(<Intero annullabile={false} onChiudi={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('Testo'), 'telefonare');
  await salva();
  await screen.findByText('Salvato «telefonare».');
  expect(screen.queryByRole('button', { name: 'Annulla (Ctrl+Z)' })).toBeNull();
});

test('a new one is registered whole, an old one corrected in the fields that changed', async () => {
  const chiamate = ospita({
    ...SOSPESI,
    'avvertenze.add': () => ({ id: 'a1', voce: 6, avvisi: [] }),
    'avvertenze.save': () => ({ id: 'a1', voce: 7, avvisi: [], contese: [] }),
  });
  await mostra(<Registro id={null} onChiudi={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('Testo'), 'latte');
  await salva();
  await waitFor(() =>
    expect(di(chiamate, 'avvertenze.add')).toEqual([
      { ospiteId: 'o1', tipo: 'allergia', testo: 'latte', dal: OGGI, al: null },
    ]),
  );
  cleanup();
  await mostra(<Registro id="a1" onChiudi={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('Al'), '3/5');
  await salva();
  await waitFor(() =>
    expect(di(chiamate, 'avvertenze.save')).toEqual([{ id: 'a1', prima: { al: null }, dopo: { al: '2025-05-03' } }]),
  );
});

test('the same field changed by somebody else is asked; the one kept is in the field, and the panel stays meanwhile', async () => {
  const contesa = { campo: 'testo', mio: 'noci e latte', loro: 'arachidi', chi: 'BIANCHI Ada', atMs: Date.now() };
  let volte = 0;
  ospita({
    ...SOSPESI,
    'avvertenze.save': () => {
      volte += 1;
      return { id: 'a1', voce: volte === 1 ? null : 8, avvisi: [], contese: volte === 1 ? [contesa] : [] };
    },
  });
  let chiuso = 0;
  await mostra(<Registro id="a1" onChiudi={() => (chiuso += 1)} />);
  const testo = await screen.findByLabelText<HTMLInputElement>('Testo');
  await userEvent.type(testo, ' e latte');
  await salva();
  await userEvent.click(await screen.findByRole('button', { name: 'Tieni quello salvato' }));
  expect(testo.value).toBe('arachidi');
  expect(chiuso).toBe(0);
  await salva();
  await screen.findByText('Salvata.');
  expect(chiuso).toBe(1);
});

test('Ctrl+Enter pressed again while it is being saved sends nothing twice', async () => {
  let arriva: (esito: unknown) => void = () => undefined;
  const esito = new Promise((fatto) => {
    arriva = fatto;
  });
  const chiamate = ospita({ ...SOSPESI, 'promemoria.save': () => esito });
  await mostra(<Lungo />);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('Testo'), 'telefonare');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Salva' })).toHaveProperty('disabled', true));
  await user.keyboard('{Control>}{Enter}{/Control}');
  arriva({ id: 'p1', voce: 5, avvisi: [] });
  await screen.findByText('Salvato.');
  expect(di(chiamate, 'promemoria.save')).toHaveLength(1);
});

/** A form whose page is left while it is being saved. */
function CheSiLascia() {
  const [aperto, setAperto] = useState(true);
  return aperto ? (
    <>
      <button type="button" onClick={() => setAperto(false)}>
        lascia
      </button>
      <Intero onChiudi={() => undefined} />
    </>
  ) : (
    <p>altrove</p>
  );
}

test('left before the answer came, what is saved is said and leaves no draft to be saved twice', async () => {
  let arriva: (esito: unknown) => void = () => undefined;
  const esito = new Promise((fatto) => {
    arriva = fatto;
  });
  const chiamate = ospita({ ...SOSPESI, 'promemoria.save': () => esito });
  await mostra(<CheSiLascia />);
  await userEvent.type(await screen.findByLabelText('Testo'), 'telefonare');
  await salva();
  await waitFor(() => expect(di(chiamate, 'promemoria.save')).toHaveLength(1));
  screen.getByText('lascia').click();
  await screen.findByText('altrove');
  arriva({ id: 'p1', voce: 5, avvisi: [] });
  await screen.findByText('Salvato «telefonare».');
  // what is written last of the draft is that there is none
  const sospesi = chiamate.map(({ nome }) => nome).filter((nome) => nome.startsWith('sospesi.'));
  expect(sospesi.at(-1)).toBe('sospesi.remove');
});

test('its author gone from the window, the answer is said to nobody, and the form is closed when they come back', async () => {
  let arriva: (esito: unknown) => void = () => undefined;
  const esito = new Promise((fatto) => {
    arriva = fatto;
  });
  const chiamate = ospita({ ...SOSPESI, 'promemoria.save': () => esito });
  let chiuso = 0;
  const { client } = await mostra(<Intero onChiudi={() => (chiuso += 1)} />);
  await userEvent.type(await screen.findByLabelText('Testo'), 'telefonare');
  await salva();
  await waitFor(() => expect(di(chiamate, 'promemoria.save')).toHaveLength(1));
  segnaLasciata(client, true);
  arriva({ id: 'p1', voce: 5, avvisi: ['Strano.'] });
  await waitFor(() => expect(chiuso).toBe(1));
  expect(screen.queryByText(/Salvato «|Strano/)).toBeNull();
});
