import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fineMassima, fineProgramma, programmaDelGiorno } from '../../domain/durata-modulo.ts';
import { addGiorni, diffGiorni } from '../../domain/giorno.ts';

const TIPOLOGIE = new Map([
  ['m-acc', 'ACC'],
  ['m-tr', 'TR'],
  ['m-tr2', 'TR'],
]);
const tipologiaDi = (id: string) => TIPOLOGIE.get(id);
const aperta = { dataIngresso: '2025-01-10', dataDimissione: null, esito: null };

describe('the maximum duration of a modulo', () => {
  test('worked: ninety days, eighteen months, no limit', () => {
    expect(fineMassima('2025-01-10', { durataMassimaGiorni: 90 })).toBe('2025-04-09');
    expect(fineMassima('2025-01-10', { durataMassimaMesi: 18 })).toBe('2026-07-09');
    expect(fineMassima('2025-08-31', { durataMassimaMesi: 18 })).toBe('2027-02-27');
    expect(fineMassima('2025-01-10', {})).toBeNull();
    expect(fineMassima('2025-01-10', undefined)).toBeNull();
  });

  test('ninety days are ninety days of stay, whatever the day', () => {
    const giorno = fc.integer({ min: 0, max: 20_000 }).map((n) => addGiorni('1990-01-01', n));
    fc.assert(
      fc.property(giorno, fc.integer({ min: 1, max: 400 }), (dal, giorni) => {
        const fine = fineMassima(dal, { durataMassimaGiorni: giorni }) ?? '';
        expect(diffGiorni(dal, fine) + 1).toBe(giorni);
      }),
    );
  });

  test('a change of modulo within the tipologia goes on counting, another tipologia begins anew', () => {
    const moduli = [
      { dal: '2025-01-10', moduloId: 'm-acc' },
      { dal: '2025-03-01', moduloId: 'm-tr' },
      { dal: '2025-06-01', moduloId: 'm-tr2' },
    ];
    const il = (oggi: string) => programmaDelGiorno(aperta, moduli, tipologiaDi, oggi);
    expect(il('2025-02-28')).toEqual({ dal: '2025-01-10', tipologia: 'ACC' });
    expect(il('2025-03-01')).toEqual({ dal: '2025-03-01', tipologia: 'TR' });
    expect(il('2025-09-01')).toEqual({ dal: '2025-03-01', tipologia: 'TR' });
    // before the stay has begun: the programme it will begin with
    expect(il('2024-12-01')).toEqual({ dal: '2025-01-10', tipologia: 'ACC' });
    expect(programmaDelGiorno(aperta, [], tipologiaDi, '2025-02-01')).toBeNull();
  });

  test('the agreed day wins, and days over are negative', () => {
    expect(fineProgramma(null, '2025-04-09', '2025-04-03')).toEqual({
      fine: '2025-04-09',
      giorni: 6,
      concordata: false,
    });
    expect(fineProgramma('2025-04-01', '2025-04-09', '2025-04-03')).toEqual({
      ...{ fine: '2025-04-01', giorni: -2 },
      concordata: true,
    });
    expect(fineProgramma(null, null, '2025-04-03')).toBeNull();
  });
});
