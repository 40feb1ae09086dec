import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODICI_POSSIBILI, codiceOspite, isCodiceOspite } from '../../domain/codice-ospite.ts';

const numero = fc.integer({ min: 0, max: CODICI_POSSIBILI - 1 });

describe('the short code of a guest', () => {
  test('worked examples', () => {
    expect(codiceOspite(0)).toBe('333333');
    // 1 → letters 1 0 0 0 0, control 1 × 2
    expect(codiceOspite(1)).toBe('433336');
    expect(codiceOspite(CODICI_POSSIBILI - 1)).toHaveLength(6);
    expect(isCodiceOspite(' 433336 ')).toBe(true);
    expect(isCodiceOspite('ROSSI')).toBe(false);
  });

  test('every number has its own code, and every code is one, in small letters too', () => {
    fc.assert(
      fc.property(numero, numero, (a, b) => {
        expect(codiceOspite(a) === codiceOspite(b)).toBe(a === b);
        expect(isCodiceOspite(codiceOspite(a).toLowerCase())).toBe(true);
      }),
    );
  });

  test('no letter that can be taken for another', () => {
    fc.assert(
      fc.property(numero, (n) => {
        expect(codiceOspite(n)).not.toMatch(/[0O1IL2Z5S8BUV]/);
      }),
    );
  });

  test('one letter wrong is not a code', () => {
    fc.assert(
      fc.property(numero, fc.nat(5), fc.constantFrom(...'34679ACDEFGHJKMNPQRTWXY'), (n, posto, lettera) => {
        const codice = codiceOspite(n);
        fc.pre(codice[posto] !== lettera);
        expect(isCodiceOspite(codice.slice(0, posto) + lettera + codice.slice(posto + 1))).toBe(false);
      }),
    );
  });

  test('two neighbours swapped are not a code', () => {
    fc.assert(
      fc.property(numero, fc.nat(3), (n, posto) => {
        const c = [...codiceOspite(n)];
        fc.pre(c[posto] !== c[posto + 1]);
        [c[posto], c[posto + 1]] = [c[posto + 1] ?? '', c[posto] ?? ''];
        expect(isCodiceOspite(c.join(''))).toBe(false);
      }),
    );
  });
});
