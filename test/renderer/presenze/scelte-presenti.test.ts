import { expect, test } from 'vitest';
import { scelteTuttiPresenti } from '../../../renderer/presenze/scelte-presenti.ts';

const righe = [
  { ingressoId: 'a', primo: 1, ultimo: 31, codici: `PP${'.'.repeat(29)}` },
  { ingressoId: 'b', primo: 20, ultimo: 31, codici: '.'.repeat(31) },
];
const scelte = (oggi: number, colonna: number) =>
  scelteTuttiPresenti(righe, '2025-03', 31, oggi, colonna, 'P').map((s) => [s.id, s.giorni.length, s.quanti]);

test('the running month: today, the cursor’s day, up to today; the days to come only when asked', () => {
  expect(scelte(21, 5)).toEqual([
    ['oggi', 1, 2],
    ['giorno', 1, 1],
    ['fino_oggi', 21, 21],
    ['mese', 31, 41],
  ]);
});

test('the cursor on today is not said twice; on the name there is no day', () => {
  expect(scelte(21, 21).map(([id]) => id)).toEqual(['oggi', 'fino_oggi', 'mese']);
  expect(scelte(21, 0).map(([id]) => id)).toEqual(['oggi', 'fino_oggi', 'mese']);
});

test('a past month is all of it; a month to come only when asked', () => {
  expect(scelte(0, 5)).toEqual([
    ['giorno', 1, 1],
    ['mese', 31, 41],
  ]);
  expect(scelte(-1, 5).map(([id]) => id)).toEqual(['giorno', 'mese']);
  expect(scelteTuttiPresenti(righe, '2025-04', 30, -1, 5, 'P')[0]?.testo).toMatch(/non ancora venuto/);
});
