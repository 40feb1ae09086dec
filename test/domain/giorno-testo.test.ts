import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffGiorni, epochToGiorno } from '../../domain/giorno.ts';
import {
  formatGiorno,
  formatGiornoBreve,
  formatGiornoEsteso,
  formatMese,
  nomeMese,
  parseGiorno,
} from '../../domain/giorno-testo.ts';

const OGGI = '2025-03-20';
const giorno = fc.integer({ min: -20000, max: 40000 }).map(epochToGiorno);

describe('Italian texts', () => {
  test('formats', () => {
    expect(formatGiorno('2025-03-03')).toBe('lun 3 mar');
    expect(formatGiorno('2025-12-21')).toBe('dom 21 dic');
    expect(formatGiornoEsteso('2025-03-03')).toBe('3 marzo 2025');
    expect(formatGiornoBreve('2025-03-03')).toBe('03/03/2025');
    expect(formatMese('2025-03')).toBe('marzo 2025');
    expect(nomeMese(12)).toBe('dicembre');
  });
});

describe('parseGiorno', () => {
  test.each([
    ['5/3', '2025-03-05'],
    ['5-3', '2025-03-05'],
    ['5.3.25', '2025-03-05'],
    ['5 3 2025', '2025-03-05'],
    ['5/3/25', '2025-03-05'],
    ['05/03/2025', '2025-03-05'],
    ['0503', '2025-03-05'],
    ['050325', '2025-03-05'],
    ['010385', '1985-03-01'],
    ['01031985', '1985-03-01'],
    ['2025-03-05', '2025-03-05'],
    ['31/12', '2024-12-31'],
    ['1/9', '2025-09-01'],
    ['oggi', '2025-03-20'],
    [' Ieri ', '2025-03-19'],
    ['domani', '2025-03-21'],
    ['l’altro ieri', '2025-03-18'],
    ["l'altro ieri", '2025-03-18'],
    ['3 marzo', '2025-03-03'],
    ['lun 3 mar', '2025-03-03'],
    ['1° aprile 2024', '2024-04-01'],
    ['5/3/44', '2044-03-05'],
    ['5/3/46', '1946-03-05'],
    ['29/2/24', '2024-02-29'],
  ])('%s', (testo, atteso) => {
    expect(parseGiorno(testo, OGGI)).toBe(atteso);
  });

  test.each([
    '',
    '30/2',
    '29/2/25',
    '31/4/2025',
    '32/1',
    '5/13',
    '0/3',
    'abc',
    '5',
    '5/',
    '123',
    '12345',
    '1/2/3/4',
    '2025-02-30',
    '01031',
    'marzo',
    '3 xyz',
    'toString',
  ])('refuses %j', (testo) => {
    expect(parseGiorno(testo, OGGI)).toBeUndefined();
  });

  test('29/2 without a year is not moved silently to another year', () => {
    expect(parseGiorno('29/2', '2025-03-20')).toBeUndefined();
    expect(parseGiorno('29/2', '2024-03-20')).toBe('2024-02-29');
  });

  test('as far behind as ahead, the past is taken', () => {
    expect(parseGiorno('1/3', '2023-08-31')).toBe('2023-03-01');
  });

  test('birth dates are never completed into the future', () => {
    const futuro = { futuro: true };
    // «entro 1/6», written in November, is the June to come; of today it is today
    expect(parseGiorno('1/6', '2026-11-21', futuro)).toBe('2027-06-01');
    expect(parseGiorno('21/11', '2026-11-21', futuro)).toBe('2026-11-21');
    expect(parseGiorno('20/11', '2026-11-21', futuro)).toBe('2027-11-20');
    expect(parseGiorno('1/6/2026', '2026-11-21', futuro)).toBe('2026-06-01');
    expect(parseGiorno('ieri', '2026-11-21', futuro)).toBe('2026-11-20');
    const passato = { passato: true };
    expect(parseGiorno('210325', OGGI, passato)).toBe('1925-03-21');
    expect(parseGiorno('200325', OGGI, passato)).toBe('2025-03-20');
    expect(parseGiorno('1/9', OGGI, passato)).toBe('2024-09-01');
    expect(parseGiorno('5/3/26', OGGI, passato)).toBe('1926-03-05');
    expect(parseGiorno('domani', OGGI, passato)).toBeUndefined();
    expect(parseGiorno('oggi', OGGI, passato)).toBe(OGGI);
    fc.assert(
      fc.property(giorno, giorno, (oggi, g) => {
        const [anno = '', mese = '', gg = ''] = g.split('-');
        for (const testo of [`${gg}/${mese}`, `${gg}${mese}${anno.slice(2)}`]) {
          expect((parseGiorno(testo, oggi, passato) ?? '') <= oggi).toBe(true);
        }
      }),
    );
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(giorno, giorno, (g, oggi) => {
        expect(parseGiorno(formatGiornoBreve(g), oggi)).toBe(g);
        expect(parseGiorno(formatGiornoEsteso(g), oggi)).toBe(g);
        expect(parseGiorno(formatGiornoBreve(g).replaceAll('/', ''), oggi)).toBe(g);
        expect(parseGiorno(g, oggi)).toBe(g);
      }),
    );
  });

  test('without a year: day and month as typed, never more than about six months away', () => {
    fc.assert(
      fc.property(giorno, giorno, (oggi, g) => {
        const letto = parseGiorno(formatGiorno(g), oggi);
        // what `expect` returns is nothing fast-check may read
        if (letto === undefined) expect(g.slice(5)).toBe('02-29');
        else {
          expect(letto.slice(5)).toBe(g.slice(5));
          expect(Math.abs(diffGiorni(oggi, letto))).toBeLessThanOrEqual(184);
        }
      }),
    );
  });
});
