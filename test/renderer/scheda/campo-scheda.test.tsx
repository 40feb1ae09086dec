import { cleanup, fireEvent, screen } from '@testing-library/react';
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
