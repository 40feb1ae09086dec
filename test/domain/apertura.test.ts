import { expect, test } from 'vitest';
import { aperteInsieme, chiusureNel, isAperta } from '../../domain/apertura.ts';

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

test('closed within a period: the first day of it, before it opens and after it has closed', () => {
  const aprile = { dal: '2025-04-01', al: '2025-04-30' };
  const di = (dal: string | null, al: string | null) => chiusureNel(aprile, { dal, al });
  expect(di(null, null)).toEqual([]);
  expect(di('2025-04-01', '2025-04-30')).toEqual([]);
  expect(di(null, '2025-04-29')).toEqual([{ dal: '2025-04-30', frase: 'chiuso dal 30/04/2025' }]);
  expect(di(null, '2025-02-28')).toEqual([{ dal: '2025-04-01', frase: 'chiuso dal 01/03/2025' }]);
  expect(di('2025-04-10', '2025-04-20')).toEqual([
    { dal: '2025-04-01', frase: 'aperto solo dal 10/04/2025' },
    { dal: '2025-04-21', frase: 'chiuso dal 21/04/2025' },
  ]);
});
