import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addGiorni,
  addMesi,
  addMesiAlGiorno,
  diffGiorni,
  epochToGiorno,
  giorniDelMese,
  giorniDelPeriodo,
  giornoDellaSettimana,
  giornoToEpoch,
  indiceMese,
  isGiorno,
  isMese,
  meseDaIndice,
  meseDi,
  mesiDelPeriodo,
  numeroGiorno,
  periodoDellAnno,
  periodoDelMese,
  ultimoGiorno,
} from '../../domain/giorno.ts';

const epoch = fc.integer({ min: -60000, max: 60000 });

describe('giorno', () => {
  test('isGiorno accepts only real days of the calendar', () => {
    for (const g of ['2025-03-05', '2024-02-29', '2000-02-29', '2028-02-29', '1900-01-01'])
      expect(isGiorno(g)).toBe(true);
    for (const g of ['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00']) {
      expect(isGiorno(g)).toBe(false);
    }
    for (const g of ['2025-3-5', '05/03/2025', '', '2025-03-05T00:00', ' 2025-03-05', null, 20250305, '0000-01-01']) {
      expect(isGiorno(g)).toBe(false);
    }
  });

  test('isMese', () => {
    expect(isMese('2025-12')).toBe(true);
    for (const m of ['2025-13', '0000-05', '2025-00', '2025-1', '2025-01-01', '', undefined])
      expect(isMese(m)).toBe(false);
  });

  test('epoch days agree with the calendar of the platform, both ways', () => {
    fc.assert(
      fc.property(epoch, (n) => {
        const g = epochToGiorno(n);
        expect(g).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(giornoToEpoch(g)).toBe(n);
        expect(isGiorno(g)).toBe(true);
      }),
    );
  });

  test('days compare as strings as they do as numbers; addGiorni and diffGiorni are inverse', () => {
    fc.assert(
      fc.property(epoch, fc.integer({ min: -3000, max: 3000 }), (n, d) => {
        const a = epochToGiorno(n);
        const b = addGiorni(a, d);
        expect(diffGiorni(a, b)).toBe(d);
        expect(a < b).toBe(d > 0);
      }),
    );
  });

  test('weekday: 1 is Monday, 7 is Sunday, also before 1970', () => {
    expect(giornoDellaSettimana('2025-03-03')).toBe(1);
    expect(giornoDellaSettimana('2025-03-09')).toBe(7);
    expect(giornoDellaSettimana('1969-12-31')).toBe(3);
    fc.assert(
      fc.property(epoch, (n) => {
        const utc = new Date(n * 86_400_000).getUTCDay();
        expect(giornoDellaSettimana(epochToGiorno(n))).toBe(utc === 0 ? 7 : utc);
      }),
    );
  });

  test('months: length, last day, arithmetic across years', () => {
    expect(giorniDelMese('2024-02')).toBe(29);
    expect(giorniDelMese('2025-02')).toBe(28);
    expect(giorniDelMese('1900-02')).toBe(28);
    expect(['2025-04', '2025-06', '2025-09', '2025-11'].map(giorniDelMese)).toEqual([30, 30, 30, 30]);
    expect(ultimoGiorno('2025-12')).toBe('2025-12-31');
    expect(addMesi('2025-12', 1)).toBe('2026-01');
    expect(addMesi('2025-01', -1)).toBe('2024-12');
    expect(addMesi('2025-03', -27)).toBe('2022-12');
    expect(meseDi('2025-03-05')).toBe('2025-03');
    expect(numeroGiorno('2025-03-05')).toBe(5);
    expect(periodoDelMese('2025-02')).toEqual({ dal: '2025-02-01', al: '2025-02-28' });
    expect(meseDaIndice(indiceMese('2025-12'))).toBe('2025-12');
  });

  test('addMesiAlGiorno stops at the end of a shorter month', () => {
    expect(addMesiAlGiorno('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMesiAlGiorno('2025-03-15', 18)).toBe('2026-09-15');
  });

  test('mesiDelPeriodo lists every month touched', () => {
    expect(mesiDelPeriodo({ dal: '2024-11-30', al: '2025-02-01' })).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
    ]);
    expect(mesiDelPeriodo({ dal: '2025-02-02', al: '2025-02-01' })).toEqual([]);
    expect(mesiDelPeriodo({ dal: '2025-02-02', al: '2025-02-02' })).toEqual(['2025-02']);
    expect(mesiDelPeriodo(periodoDellAnno(2025))).toHaveLength(12);
    expect(giorniDelPeriodo(periodoDellAnno(2024))).toBe(366);
    expect(giorniDelPeriodo({ dal: '2025-02-02', al: '2025-02-01' })).toBe(0);
  });
});
