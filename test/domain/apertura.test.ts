import { expect, test } from 'vitest';
import { aperteInsieme, isAperta } from '../../domain/apertura.ts';

test('open on its first and last day; without dates, always', () => {
  const apertura = { dal: '2025-03-05', al: '2025-03-20' };
  expect(['2025-03-04', '2025-03-05', '2025-03-20', '2025-03-21'].map((g) => isAperta(apertura, g))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isAperta({ dal: null, al: null }, '1900-01-01')).toBe(true);
  expect(isAperta({ dal: null, al: '2025-01-01' }, '2025-01-02')).toBe(false);
});

test('a modulo is open when its struttura is too', () => {
  const casa = { dal: '2020-01-01', al: null };
  expect(aperteInsieme(casa, { dal: '2019-01-01', al: '2025-06-30' })).toEqual({ dal: '2020-01-01', al: '2025-06-30' });
  expect(aperteInsieme(casa, { dal: null, al: null })).toEqual(casa);
  expect(aperteInsieme({ dal: null, al: '2024-01-01' }, { dal: null, al: '2025-06-30' }).al).toBe('2024-01-01');
});
