import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ESITI, type Esito } from '../../domain/esito.ts';
import { addGiorni, giorniDelMese, giornoDelMese, mesiDelPeriodo } from '../../domain/giorno.ts';
import {
  durataGiorni,
  giorniDiPermanenza,
  isGiornoDiPermanenza,
  maskDelMese,
  type Permanenza,
  siSovrappongono,
  toccaPeriodo,
  ultimoGiornoDiPermanenza,
} from '../../domain/permanenza.ts';
import { periodo } from './storia.ts';

function stay(
  dataIngresso: string,
  dataDimissione: string | null = null,
  esito: Esito | null = 'concluso',
): Permanenza {
  return { dataIngresso, dataDimissione, esito: dataDimissione === null ? null : esito };
}

const permanenza: fc.Arbitrary<Permanenza> = fc
  .tuple(fc.nat(600), fc.option(fc.oneof(fc.constant(0), fc.nat(200))), fc.constantFrom(...ESITI, null))
  .map(([dal, durata, esito]) => {
    const dataIngresso = addGiorni('2024-10-01', dal);
    return stay(dataIngresso, durata === null ? null : addGiorni(dataIngresso, durata), esito);
  });

describe('rule 1: day of stay', () => {
  test('the day of ingresso belongs to it, the day of dimissione does not', () => {
    const p = stay('2025-03-01', '2025-03-31');
    expect(isGiornoDiPermanenza(p, '2025-02-28')).toBe(false);
    expect(isGiornoDiPermanenza(p, '2025-03-01')).toBe(true);
    expect(isGiornoDiPermanenza(p, '2025-03-30')).toBe(true);
    expect(isGiornoDiPermanenza(p, '2025-03-31')).toBe(false);
    expect(ultimoGiornoDiPermanenza(p)).toBe('2025-03-30');
    expect(durataGiorni(p)).toBe(30);
  });

  test('an open stay has no last day', () => {
    const p = stay('2025-03-01');
    expect(isGiornoDiPermanenza(p, '2039-01-01')).toBe(true);
    expect(ultimoGiornoDiPermanenza(p)).toBeNull();
    expect(durataGiorni(p)).toBeNull();
  });

  test('opened and closed on one day: one day, none when by internal transfer', () => {
    const p = stay('2025-03-10', '2025-03-10');
    expect(isGiornoDiPermanenza(p, '2025-03-10')).toBe(true);
    expect(ultimoGiornoDiPermanenza(p)).toBe('2025-03-10');
    expect(durataGiorni(p)).toBe(0);
    const t = stay('2025-03-10', '2025-03-10', 'trasferimento_interno');
    expect(isGiornoDiPermanenza(t, '2025-03-10')).toBe(false);
    expect(ultimoGiornoDiPermanenza(t)).toBeNull();
    expect(maskDelMese(t, '2025-03')).toBeNull();
    expect(isGiornoDiPermanenza(stay('2025-03-09', '2025-03-10', 'trasferimento_interno'), '2025-03-09')).toBe(true);
  });

  test('a stay closed on the 1st has no day in that month', () => {
    expect(maskDelMese(stay('2025-02-10', '2025-03-01'), '2025-03')).toBeNull();
    expect(maskDelMese(stay('2025-02-10', '2025-03-02'), '2025-03')).toEqual({ primo: 1, ultimo: 1 });
  });

  test('counts, masks and last day agree with the rule day by day', () => {
    fc.assert(
      fc.property(permanenza, periodo, (p, per) => {
        let giorni = 0;
        for (let g = per.dal; g <= per.al; g = addGiorni(g, 1)) giorni += Number(isGiornoDiPermanenza(p, g));
        expect(giorniDiPermanenza(p, per)).toBe(giorni);
        for (const mese of mesiDelPeriodo(per)) {
          const mask = maskDelMese(p, mese);
          for (let n = 1; n <= giorniDelMese(mese); n++) {
            const dentro = mask !== null && n >= mask.primo && n <= mask.ultimo;
            expect(dentro).toBe(isGiornoDiPermanenza(p, giornoDelMese(mese, n)));
          }
        }
        const ultimo = ultimoGiornoDiPermanenza(p);
        if (ultimo === null) return;
        expect(isGiornoDiPermanenza(p, ultimo)).toBe(true);
        expect(isGiornoDiPermanenza(p, addGiorni(ultimo, 1))).toBe(false);
      }),
    );
  });

  test('whoever has a day in the period is among its trattati', () => {
    fc.assert(
      fc.property(permanenza, periodo, (p, per) => {
        if (giorniDiPermanenza(p, per) > 0) expect(toccaPeriodo(p, per)).toBe(true);
      }),
    );
    const chiusa = stay('2025-02-10', '2025-03-01');
    expect(toccaPeriodo(chiusa, { dal: '2025-03-01', al: '2025-03-31' })).toBe(true);
    expect(toccaPeriodo(chiusa, { dal: '2025-03-02', al: '2025-03-31' })).toBe(false);
    expect(toccaPeriodo(chiusa, { dal: '2025-01-01', al: '2025-02-09' })).toBe(false);
  });
});

describe('never two stays at once', () => {
  test('the day of dimissione may be the day of the next ingresso', () => {
    expect(siSovrappongono(stay('2025-01-01', '2025-03-10'), stay('2025-03-10'))).toBe(false);
    expect(siSovrappongono(stay('2025-01-01', '2025-03-11'), stay('2025-03-10'))).toBe(true);
    expect(siSovrappongono(stay('2025-01-01'), stay('2025-03-10', '2025-03-12'))).toBe(true);
    expect(siSovrappongono(stay('2025-01-01'), stay('2025-06-01'))).toBe(true);
  });

  test('same-day transfers chain, and do not hide inside another stay', () => {
    const transito = stay('2025-03-10', '2025-03-10', 'trasferimento_interno');
    expect(siSovrappongono(transito, stay('2025-03-10'))).toBe(false);
    expect(siSovrappongono(stay('2025-01-01', '2025-03-10'), transito)).toBe(false);
    expect(siSovrappongono(transito, transito)).toBe(false);
    expect(siSovrappongono(transito, stay('2025-03-01', '2025-03-20'))).toBe(true);
    const giornata = stay('2025-03-10', '2025-03-10');
    expect(siSovrappongono(giornata, stay('2025-03-10'))).toBe(true);
    expect(siSovrappongono(stay('2025-03-01', '2025-03-10'), giornata)).toBe(false);
  });

  test('symmetric, and true whenever a day belongs to both', () => {
    fc.assert(
      fc.property(permanenza, permanenza, (a, b) => {
        expect(siSovrappongono(a, b)).toBe(siSovrappongono(b, a));
        for (let g = '2024-10-01'; g <= '2026-12-31'; g = addGiorni(g, 1)) {
          if (isGiornoDiPermanenza(a, g) && isGiornoDiPermanenza(b, g)) {
            expect(siSovrappongono(a, b)).toBe(true);
            return;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
