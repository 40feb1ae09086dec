import { cleanup, screen } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { afterEach, expect, test } from 'vitest';
import { CampoLista } from '../../../renderer/form/campo-lista.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

const VOCI = [
  { voce: 'mmg', etichetta: 'Medico di base' },
  { voce: 'vecchia', etichetta: 'Visita di prima', al: '2025-06-30' },
  { voce: 'nuova', etichetta: 'Visita nuova', dal: '2030-01-01' },
];

function Prova({ tipo, giorno }: { tipo: string; giorno?: string }) {
  const { register } = useForm({ defaultValues: { tipo } });
  return <CampoLista label="Tipo" lista="visita" campo={register('tipo')} giorno={giorno} />;
}

function offerte(): string[] {
  return screen.getAllByRole('option').map((o) => o.textContent ?? '');
}

test('offered are the values of the day of the fact', async () => {
  ospita({ 'sessione.get': () => sessione(), 'liste.get': () => ({ visita: VOCI }) });
  await mostra(<Prova tipo="" giorno="2025-06-30" />, '/impostazioni');
  await screen.findByRole('option', { name: 'Visita di prima' });
  expect(offerte().slice(1)).toEqual(['Medico di base', 'Visita di prima']);
});

test('one retired since is not offered, and a fact that holds it still shows it', async () => {
  ospita({ 'sessione.get': () => sessione(), 'liste.get': () => ({ visita: VOCI }) });
  await mostra(<Prova tipo="vecchia" giorno="2025-07-01" />, '/impostazioni');
  await screen.findByRole('option', { name: 'Medico di base' });
  expect(offerte()).not.toContain('Visita di prima');
  expect(screen.getByLabelText<HTMLSelectElement>('Tipo').selectedOptions[0]?.textContent).toBe('Visita di prima');
});
