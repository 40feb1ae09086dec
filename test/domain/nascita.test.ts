import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avvisiCodiceFiscale, dataNelCodice } from '../../domain/codice-fiscale.ts';
import { etaIl } from '../../domain/eta.ts';
import {
  formatNascita,
  giornoDiNascita,
  isNascita,
  nascitaDi,
  parseNascita,
  quandoNacque,
  rigaNascita,
  scriviNascita,
} from '../../domain/nascita.ts';

const OGGI = '2026-11-21';

describe('a birth date as people type it', () => {
  test.each([
    ['14/7/83', '1983-07-14'],
    ['140783', '1983-07-14'],
    ['1/3/1985', '1985-03-01'],
    ['1987', '1987'],
    ['circa 1987', '1987'],
    ['anno 1987', '1987'],
    ['Circa  1987', '1987'],
    ['17', '2009'],
    ['17 anni', '2009'],
    ['circa 17 anni', '2009'],
    ['1 anno', '2025'],
    ['0', '2026'],
    // day and month of a newborn, while they cannot be a year
    ['0503', '2026-03-05'],
    ['2027', undefined],
    ['1850', undefined],
    ['130 anni', undefined],
    ['non si sa', undefined],
    ['', undefined],
    ['30/2/1990', undefined],
  ])('«%s» → %s', (testo, attesa) => {
    expect(parseNascita(testo, OGGI)).toBe(attesa);
  });

  test('what a field holds is read back the same, and the two columns hold it whole', () => {
    const giorno = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.oneof(giorno, fc.integer({ min: 1900, max: 2026 }).map(String)), (nascita) => {
        expect(isNascita(nascita)).toBe(true);
        expect(parseNascita(scriviNascita(nascita), OGGI)).toBe(nascita);
        expect(nascitaDi(rigaNascita(nascita))).toBe(nascita);
      }),
    );
  });

  test('an age that is typed is the age that is read, all the year long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (eta) => {
        const nascita = parseNascita(`${eta} anni`, OGGI) ?? '';
        expect(etaIl(giornoDiNascita(nascita), OGGI)).toBe(eta);
      }),
    );
  });

  test('it never looks more certain than it is', () => {
    expect(formatNascita('1987')).toBe('circa 1987 (presunta)');
    expect(quandoNacque('1987')).toBe('circa nel 1987 (data presunta)');
    expect(quandoNacque('1983-07-14')).toBe('il 14 luglio 1983');
  });
});

describe('a presumed birth date against a codice fiscale', () => {
  const chi = { cognome: 'Ferrari', nome: 'Bruno', sesso: 'M', codiceFiscale: 'FRRBRN83L14B157P' };

  test('the year is compared, day and month are not; what the code says is offered', () => {
    expect(avvisiCodiceFiscale({ ...chi, dataNascita: '1983' })).toEqual([]);
    expect(avvisiCodiceFiscale({ ...chi, dataNascita: '1983-01-01' })).toHaveLength(1);
    expect(avvisiCodiceFiscale({ ...chi, dataNascita: '1985' })).toEqual([
      expect.stringContaining('nato nel 1983, la data presunta dice 1985'),
    ]);
    expect(dataNelCodice(chi.codiceFiscale, '1985')).toBe('1983-07-14');
  });
});
