import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI, getCodice, isLetteraCodice } from '../../domain/codice.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import {
  codiceDelGiorno,
  codiciFuoriPermanenza,
  contaMese,
  giorniMancanti,
  MESE_VUOTO,
  ritaglia,
  setCodice,
  tabellaCodici,
} from '../../domain/presenza.ts';

const TABELLA = tabellaCodici(CODICI_PREDEFINITI);
const APERTA: Permanenza = { dataIngresso: '2025-01-01', dataDimissione: null, esito: null };
const BREVE: Permanenza = { dataIngresso: '2025-03-10', dataDimissione: '2025-03-20', esito: 'concluso' };
const TUTTE_P = 'P'.repeat(31);

describe('rule 2: codes', () => {
  test.each([
    ['P', true, true, true],
    ['S', true, true, true],
    ['U', false, false, true],
    ['R', false, false, true],
    ['T', false, false, true],
    ['C', false, false, false],
    ['A', false, false, false],
  ])('%s', (voce, presente, pagata, occupaPosto) => {
    expect(getCodice(CODICI_PREDEFINITI, voce)).toMatchObject({ presente, pagata, occupaPosto });
    const conto = contaMese(APERTA, '2025-03', setCodice(MESE_VUOTO, '2025-03-05', voce), TABELLA);
    expect(conto).toEqual({
      giorni: 31,
      presenza: Number(presente),
      pagate: Number(pagata),
      occupate: 30 + Number(occupaPosto),
      mancanti: 30,
      perCodice: { [voce]: 1 },
    });
  });

  test('an unknown code is refused by name', () => {
    expect(() => getCodice(CODICI_PREDEFINITI, 'Z')).toThrow(
      'Il codice «Z» non esiste: usare uno di P, S, U, R, T, C, A.',
    );
  });

  test('a day without a code is missing, neither presente nor pagata, and keeps its place', () => {
    expect(contaMese(BREVE, '2025-03', MESE_VUOTO, TABELLA)).toEqual({
      giorni: 10,
      presenza: 0,
      pagate: 0,
      occupate: 10,
      mancanti: 10,
      perCodice: {},
    });
  });

  test('a letter that is not a code counts as not recorded', () => {
    expect(contaMese(BREVE, '2025-03', 'Z'.repeat(31), TABELLA)).toEqual(
      contaMese(BREVE, '2025-03', MESE_VUOTO, TABELLA),
    );
  });

  test('meanings come from the set, not from the letter', () => {
    const altre = tabellaCodici([{ voce: 'P', etichetta: '', presente: false, pagata: true, occupaPosto: false }]);
    expect(contaMese(APERTA, '2025-04', TUTTE_P, altre)).toMatchObject({ presenza: 0, pagate: 30, occupate: 0 });
  });

  test('a set with two equal letters, or with something that is not a letter, is refused', () => {
    const [p] = CODICI_PREDEFINITI;
    if (!p) throw new Error('no codes');
    for (const voce of ['', '.', ' ', 'PP', '😀']) {
      expect(isLetteraCodice(voce)).toBe(false);
      expect(() => tabellaCodici([{ ...p, voce }])).toThrow('codice di presenza');
    }
    expect(() => tabellaCodici([p, p])).toThrow('diversa per ogni codice');
    expect(isLetteraCodice('È')).toBe(true);
  });
});

describe('month strings', () => {
  test('days outside the stay never count, whatever the string says', () => {
    expect(contaMese(BREVE, '2025-03', TUTTE_P, TABELLA)).toMatchObject({ giorni: 10, presenza: 10, pagate: 10 });
    expect(contaMese(BREVE, '2025-04', TUTTE_P, TABELLA)).toMatchObject({ giorni: 0, presenza: 0, occupate: 0 });
    expect(contaMese(APERTA, '2025-02', TUTTE_P, TABELLA).presenza).toBe(28);
  });

  test('restricted to some days of the month', () => {
    const presenza = (dal: string, al: string) => contaMese(BREVE, '2025-03', TUTTE_P, TABELLA, { dal, al }).presenza;
    expect(presenza('2025-03-01', '2025-03-12')).toBe(3);
    expect(presenza('2025-03-15', '2025-03-31')).toBe(5);
    expect(presenza('2025-01-01', '2025-12-31')).toBe(10);
    expect(presenza('2025-03-20', '2025-03-31')).toBe(0);
    expect(presenza('2025-03-01', '2025-03-09')).toBe(0);
    expect(presenza('2025-04-01', '2025-04-30')).toBe(0);
    expect(presenza('2025-01-01', '2025-02-28')).toBe(0);
  });

  test('setCodice changes one day; null takes it away; two characters are refused', () => {
    const codici = setCodice(setCodice(MESE_VUOTO, '2025-03-01', 'P'), '2025-03-31', 'U');
    expect(codici).toBe(`P${'.'.repeat(29)}U`);
    expect(codiceDelGiorno(codici, '2025-03-31')).toBe('U');
    expect(codiceDelGiorno(codici, '2025-03-02')).toBe('.');
    expect(setCodice(codici, '2025-03-01', null)).toBe(`${'.'.repeat(30)}U`);
    expect(setCodice('P', '2025-03-31', 'U')).toBe(codici);
    expect(setCodice('P'.repeat(40), '2025-03-31', 'U')).toBe(`${'P'.repeat(30)}U`);
    expect(() => setCodice(codici, '2025-03-01', 'PU')).toThrow('una sola lettera');
    expect(() => setCodice(codici, '2025-03-01', '')).toThrow('una sola lettera');
  });

  test('missing days, up to a day when the month is running', () => {
    const codici = setCodice(MESE_VUOTO, '2025-03-11', 'P');
    expect(giorniMancanti(BREVE, '2025-03', codici)).toHaveLength(9);
    expect(giorniMancanti(BREVE, '2025-03', codici, '2025-03-12')).toEqual(['2025-03-10', '2025-03-12']);
    expect(giorniMancanti(BREVE, '2025-04', codici)).toEqual([]);
  });

  test('codes outside the stay are found, and cut away', () => {
    expect(codiciFuoriPermanenza(BREVE, '2025-03', TUTTE_P)).toHaveLength(21);
    expect(codiciFuoriPermanenza(BREVE, '2025-03', TUTTE_P)).toContain('2025-03-20');
    expect(codiciFuoriPermanenza(APERTA, '2025-02', TUTTE_P)).toEqual(['2025-02-29', '2025-02-30', '2025-02-31']);
    expect(ritaglia(BREVE, '2025-03', TUTTE_P)).toBe('.'.repeat(9) + 'P'.repeat(10) + '.'.repeat(12));
    expect(ritaglia(BREVE, '2025-04', TUTTE_P)).toBe(MESE_VUOTO);
  });

  test('setCodice and codiceDelGiorno, for any day and string', () => {
    const mese = fc.string({ unit: fc.constantFrom(...'PSURTCA.'), minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(mese, fc.integer({ min: 1, max: 31 }), fc.constantFrom(...'PSURTCA'), (codici, n, voce) => {
        const g = `2025-03-${String(n).padStart(2, '0')}`;
        const dopo = setCodice(codici, g, voce);
        expect(dopo).toHaveLength(31);
        expect(codiceDelGiorno(dopo, g)).toBe(voce);
        expect(setCodice(dopo, g, codiceDelGiorno(codici, g) === '.' ? null : codiceDelGiorno(codici, g))).toBe(codici);
        const conto = contaMese(APERTA, '2025-03', codici, TABELLA);
        const somma = Object.values(conto.perCodice).reduce((a, b) => a + b, 0);
        expect(somma + conto.mancanti).toBe(conto.giorni);
        const ritagliata = ritaglia(BREVE, '2025-03', codici);
        expect(codiciFuoriPermanenza(BREVE, '2025-03', ritagliata)).toEqual([]);
        expect(contaMese(BREVE, '2025-03', ritagliata, TABELLA)).toEqual(contaMese(BREVE, '2025-03', codici, TABELLA));
      }),
    );
  });
});
