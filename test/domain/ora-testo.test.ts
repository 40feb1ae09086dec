import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOra, parseOra } from '../../domain/ora-testo.ts';

test.each([
  ['9', '09:00'],
  ['21', '21:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  ['9:30', '09:30'],
  ['9,05', '09:05'],
  ['21 15', '21:15'],
  ['9h30', '09:30'],
  [' 7 ', '07:00'],
])('%s is %s', (testo, ora) => expect(parseOra(testo)).toBe(ora));

test.each(['', 'mattina', '25', '9.60', '12345', '9:3', '-1', '24:00'])('%s is no hour', (testo) => {
  expect(parseOra(testo)).toBeUndefined();
});

test('every minute of the day is read as it is written, with any sign or none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(':', '.', ' ', ','), (minuto, segno) => {
      const ore = String(Math.floor(minuto / 60));
      const minuti = String(minuto % 60).padStart(2, '0');
      const ora = `${ore.padStart(2, '0')}:${minuti}`;
      expect(parseOra(`${ore}${segno}${minuti}`)).toBe(ora);
      expect(parseOra(`${ore.padStart(2, '0')}${minuti}`)).toBe(ora);
      expect(isOra(ora)).toBe(true);
    }),
  );
});
