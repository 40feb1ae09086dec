import { expect, test } from 'vitest';
import { isFestivo, nomeFestivo } from '../../domain/festivi.ts';

test('Easter Monday of fifteen years, from published calendars', () => {
  const pasquette = [
    '1961-04-03',
    '1995-04-17',
    '2015-04-06',
    '2016-03-28',
    '2019-04-22',
    '2020-04-13',
    '2021-04-05',
    '2022-04-18',
    '2023-04-10',
    '2024-04-01',
    '2025-04-21',
    '2026-04-06',
    '2027-03-29',
    '2038-04-26',
    '2100-03-29',
  ];
  for (const g of pasquette) expect([g, nomeFestivo(g)]).toEqual([g, 'Lunedì dell’Angelo']);
  expect(nomeFestivo('2025-04-20')).toBe('Pasqua');
  expect(isFestivo('2025-04-22')).toBe(false);
});

test('fixed holidays and Sundays', () => {
  for (const g of ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']) {
    expect(isFestivo(`2025-${g}`)).toBe(true);
  }
  expect(isFestivo('2025-03-09')).toBe(true);
  expect(nomeFestivo('2025-03-09')).toBeUndefined();
  expect(isFestivo('2025-03-08')).toBe(false);
});

test('the 4th of October is a holiday from 2026', () => {
  expect(isFestivo('2024-10-04')).toBe(false);
  expect(nomeFestivo('2025-10-04')).toBeUndefined();
  expect(nomeFestivo('2026-10-04')).toBe('San Francesco');
  expect(isFestivo('2027-10-04')).toBe(true);
});
