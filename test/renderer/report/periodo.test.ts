import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giornoDa, periodoDellAnno, periodoDelMese } from '../../../domain/giorno.ts';
import {
  annoIniziale,
  comeTipo,
  formatPeriodo,
  periodoDa,
  spostaPeriodo,
  tipoDi,
} from '../../../renderer/report/periodo.ts';

test.each([
  ['2025-01-01', '2025-12-31', 'anno', '2025'],
  ['2024-02-01', '2024-02-29', 'mese', 'febbraio 2024'],
  ['2025-02-01', '2025-02-27', 'date', '01/02/2025 – 27/02/2025'],
  ['2024-01-01', '2025-12-31', 'date', '01/01/2024 – 31/12/2025'],
  ['2025-03-05', '2025-03-05', 'date', '05/03/2025 – 05/03/2025'],
])('%s – %s is %s: %s', (dal, al, tipo, detto) => {
  expect(tipoDi({ dal, al })).toBe(tipo);
  expect(formatPeriodo({ dal, al })).toBe(detto);
});

describe('the same kind, before and after', () => {
  const anni = fc.integer({ min: 1995, max: 2150 });
  const mesi = fc.integer({ min: 1, max: 12 });
  test('a whole year stays a whole year, a whole month a whole month; back and forth is the same', () => {
    fc.assert(
      fc.property(anni, mesi, fc.integer({ min: -30, max: 30 }), (anno, mese, n) => {
        const periodi = [periodoDellAnno(anno), periodoDelMese(giornoDa(anno, mese, 1).slice(0, 7))];
        for (const periodo of periodi) {
          const tipo = tipoDi(periodo);
          const spostato = spostaPeriodo(periodo, tipo, n);
          expect(tipoDi(spostato)).toBe(tipo);
          expect(spostaPeriodo(spostato, tipo, -n)).toEqual(periodo);
        }
      }),
    );
  });

  test('another kind is the nearest to it', () => {
    const anno = { dal: '2025-01-01', al: '2025-12-31' };
    expect(comeTipo(anno, 'mese')).toEqual({ dal: '2025-12-01', al: '2025-12-31' });
    expect(comeTipo({ dal: '2024-11-05', al: '2025-02-03' }, 'anno')).toEqual(anno);
    expect(comeTipo(anno, 'date')).toEqual(anno);
  });
});

test('an address that does not say a good period says none', () => {
  expect(periodoDa('2025-01-01', '2025-12-31')).toEqual({ dal: '2025-01-01', al: '2025-12-31' });
  expect(periodoDa('2025-02-30', '2025-12-31')).toBeUndefined();
  expect(periodoDa('2025-12-31', '2025-01-01')).toBeUndefined();
  expect(periodoDa(undefined, '2025-01-01')).toBeUndefined();
});

test('the first year shown is the last one recorded, never after this one', () => {
  expect(annoIniziale(['2024-12', '2025-03', null], '2026-11-21')).toBe(2025);
  expect(annoIniziale(['2030-01'], '2026-11-21')).toBe(2026);
  expect(annoIniziale([null], '2026-11-21')).toBe(2026);
});
