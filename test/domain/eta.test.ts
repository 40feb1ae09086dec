import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compleanno, etaIl } from '../../domain/eta.ts';
import { addGiorni, epochToGiorno } from '../../domain/giorno.ts';

test('rule 8: whole years on the day', () => {
  expect(etaIl('1985-03-01', '2025-02-28')).toBe(39);
  expect(etaIl('1985-03-01', '2025-03-01')).toBe(40);
  expect(etaIl('2004-02-29', '2025-02-28')).toBe(20);
  expect(etaIl('2004-02-29', '2025-03-01')).toBe(21);
  expect(etaIl('2025-03-01', '2025-03-01')).toBe(0);
});

test('compleanno is the first day of that age', () => {
  expect(compleanno('2004-02-29', 18)).toBe('2022-03-01');
  expect(compleanno('2004-02-29', 20)).toBe('2024-02-29');
  expect(compleanno('2000-02-29', 100)).toBe('2100-03-01');
  fc.assert(
    fc.property(fc.integer({ min: -20000, max: 20000 }).map(epochToGiorno), fc.nat(100), (nascita, anni) => {
      const giorno = compleanno(nascita, anni);
      expect(etaIl(nascita, giorno)).toBe(anni);
      expect(etaIl(nascita, addGiorni(giorno, -1))).toBe(anni - 1);
    }),
  );
});
