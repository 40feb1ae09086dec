import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { afterEach, expect, test } from 'vitest';
import { CampoScheda } from '../../../renderer/scheda/campo-scheda.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

const VOCI = [
  { voce: 'nubile', etichetta: 'Nubile' },
  { voce: 'vecchia', etichetta: 'Detta così una volta', al: '2025-06-30' },
  { voce: 'nuova', etichetta: 'Detta così da poco', dal: '2025-09-01' },
];
const LISTE = { stato_civile: VOCI, sostanza: VOCI, utenza: VOCI };
const OGGI = '2025-11-21';

type Chiesto = 'statoCivile' | 'sostanzePrimarie' | 'utenza';

function Prova({ campo, valore, dal }: { campo: Chiesto; valore: string; dal: string }) {
  const iniziale = campo === 'sostanzePrimarie' && valore !== '' ? [valore] : valore;
  const { control } = useForm<Record<Chiesto, string | string[]>>({
    defaultValues: { statoCivile: '', sostanzePrimarie: [], utenza: '', [campo]: iniziale },
  });
  return <CampoScheda control={control} campo={campo} oggi={OGGI} dataIngresso={dal} scelte={undefined} />;
}

/** The menu of the field, opened. */
async function menu(campo: Chiesto, dal: string, valore = ''): Promise<string[]> {
  ospita({ 'sessione.get': () => ({ ...sessione(), oggi: OGGI }), 'liste.get': () => LISTE });
  await mostra(<Prova campo={campo} valore={valore} dal={dal} />, '/impostazioni');
  await screen.findByRole('option', { name: 'Nubile', hidden: true });
  fireEvent.click(screen.getByRole('combobox'));
  return screen.getAllByRole('option', { hidden: true }).map((o) => o.textContent ?? '');
}

test.each(['statoCivile', 'sostanzePrimarie'] as const)(
  '%s: the values offered are those of the ingresso',
  async (campo) => {
    expect(await menu(campo, '2025-06-30')).toEqual(['Nubile', 'Detta così una volta']);
    cleanup();
    expect(await menu(campo, '2025-07-01')).toEqual(['Nubile']);
  },
);

test('one retired is not offered, and a scheda that holds it goes on saying its words', async () => {
  expect(await menu('statoCivile', '2025-10-01', 'vecchia')).toEqual([
    'Nubile',
    'Detta così una volta',
    'Detta così da poco',
  ]);
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('Detta così una volta');
});

test('what changes while the stay goes on may take a value that came since', async () => {
  expect(await menu('utenza', '2025-07-01')).toEqual(['Nubile', 'Detta così da poco']);
});

function ProvaHiv({ dichiaratoIl = '' }: { dichiaratoIl?: string }) {
  const { control } = useForm({ defaultValues: { hiv: '', hivIl: '', dichiaratoIl } });
  const di = { oggi: OGGI, dataIngresso: '2025-03-01', nascita: '1990', scelte: undefined };
  return <CampoScheda control={control} campo="hiv" {...di} />;
}

test('a declaration has its day beside: the one of the others until it is written, odd ones said and kept', async () => {
  ospita({ 'sessione.get': () => ({ ...sessione(), oggi: OGGI }), 'liste.get': () => LISTE });
  await mostra(<ProvaHiv />, '/impostazioni');
  const valore = await screen.findByRole('combobox', { name: 'HIV' });
  // nothing declared, no day to ask
  expect(screen.queryByLabelText('HIV, dichiarato il')).toBeNull();
  await userEvent.click(valore);
  await userEvent.keyboard('s{Enter}{Tab}');
  const giorno = screen.getByLabelText<HTMLInputElement>('HIV, dichiarato il');
  expect(document.activeElement).toBe(giorno);
  expect([giorno.value, giorno.placeholder]).toEqual(['', '01/03/2025']);
  await userEvent.keyboard('5/3/2025{Tab}');
  expect(giorno.value).toBe('05/03/2025');
  for (const [scritto, detto] of [
    ['31/12/1989', 'Attenzione: è prima della nascita.'],
    ['1/12/2025', 'Attenzione: deve ancora venire.'],
  ] as const) {
    await userEvent.clear(giorno);
    await userEvent.type(giorno, scritto);
    screen.getByText(detto);
  }
  expect(giorno.value).toBe('1/12/2025');
});

test('with a day for all the declarations, that one is the day until another is written', async () => {
  ospita({ 'sessione.get': () => ({ ...sessione(), oggi: OGGI }), 'liste.get': () => LISTE });
  await mostra(<ProvaHiv dichiaratoIl="05/04/2025" />, '/impostazioni');
  await userEvent.click(await screen.findByRole('combobox', { name: 'HIV' }));
  await userEvent.keyboard('n{Enter}');
  expect(screen.getByLabelText<HTMLInputElement>('HIV, dichiarato il').placeholder).toBe('05/04/2025');
});
