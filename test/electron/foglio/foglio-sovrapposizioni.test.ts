import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGiorni } from '../../../domain/giorno.ts';
import { type Permanenza, siSovrappongono } from '../../../domain/permanenza.ts';
import { type Candidata, scegliCompatibili } from '../../../electron/foglio/foglio-sovrapposizioni.ts';

const stay: fc.Arbitrary<Permanenza> = fc
  .tuple(fc.nat(30), fc.option(fc.nat(12), { freq: 5 }), fc.boolean())
  .map(([inizio, durata, trasferito]) => {
    const dataIngresso = addGiorni('2025-01-01', inizio);
    const dataDimissione = durata === null ? null : addGiorni(dataIngresso, durata);
    return { dataIngresso, dataDimissione, esito: dataDimissione && trasferito ? 'trasferimento_interno' : null };
  });

const candidata = fc.record({ stay, prima: fc.option(stay) });

describe('which stays of one person are kept', () => {
  test('none kept overlaps another, and each refused one has a stay it overlaps', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 3 }), fc.array(candidata, { maxLength: 8 }), (ferme, scritte) => {
        const candidate: Candidata<number>[] = scritte.map((scritta, chi) => ({ ...scritta, chi }));
        const rifiutate = scegliCompatibili(ferme, candidate);
        const fuori = new Set(rifiutate.map(({ chi }) => chi));
        expect(fuori.size).toBe(rifiutate.length);
        const tenute = candidate.filter(({ chi }) => !fuori.has(chi)).map((c) => c.stay);
        const tornate = candidate.filter(({ chi }) => fuori.has(chi)).flatMap((c) => c.prima ?? []);
        for (const [i, una] of tenute.entries()) {
          for (const altra of tenute.slice(i + 1)) expect(siSovrappongono(una, altra)).toBe(false);
          for (const altra of [...ferme, ...tornate]) expect(siSovrappongono(una, altra)).toBe(false);
        }
        for (const { chi, con } of rifiutate) {
          const sua = candidate[chi];
          expect(sua && siSovrappongono(sua.stay, con)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a hundred thousand stays of one person are no matter of minutes', () => {
    const candidate = Array.from({ length: 100_000 }, (_, chi) => {
      const dataIngresso = addGiorni('1990-01-01', (chi * 7919) % 13_000);
      return { chi, prima: null, stay: { dataIngresso, dataDimissione: addGiorni(dataIngresso, 2), esito: null } };
    });
    expect(scegliCompatibili([], candidate).length).toBeGreaterThan(90_000);
  });
});
