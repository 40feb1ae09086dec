import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGiorni } from '../../../domain/giorno.ts';
import { campiScheda, LISTA_CAMPO, VALORI_CAMPO } from '../../../electron/contract/scheda.ts';
import {
  type CampiScheda,
  campiDi,
  GIORNI,
  leggiScheda,
  PARTI,
  SCHEDA_VUOTA,
  soloScritti,
  valoriDi,
} from '../../../renderer/scheda/valori.ts';

const OGGI = '2025-03-21';
const giorno = fc.integer({ min: -4000, max: 4000 }).map((n) => addGiorni(OGGI, n));
/** words as a field keeps them: trimmed, never empty */
const parole = fc.string({ minLength: 1, maxLength: 20 }).map((s) => s.trim() || 'x');

function valoreDi(campo: string): fc.Arbitrary<unknown> {
  if (campo === 'sostanzePrimarie' || campo === 'sostanzeSecondarie') return fc.uniqueArray(parole, { maxLength: 3 });
  return fc.option(GIORNI.has(campo as never) ? giorno : parole);
}

describe('the scheda as it is typed', () => {
  test('what is recorded, written out and read again, is what was recorded', () => {
    const scheda = fc.record(Object.fromEntries(Object.keys(campiScheda).map((campo) => [campo, valoreDi(campo)])));
    fc.assert(
      fc.property(scheda, (campi) => {
        expect(leggiScheda(valoriDi(campi as unknown as CampiScheda), OGGI)).toEqual(campi);
      }),
    );
  });

  test('every field of the contract has its place, and nothing written is nothing to write', () => {
    expect(Object.values(PARTI).flat().toSorted()).toEqual(Object.keys(campiScheda).toSorted());
    expect(soloScritti(leggiScheda(SCHEDA_VUOTA, OGGI))).toEqual({});
    expect(Object.keys(LISTA_CAMPO).filter((campo) => campo in VALORI_CAMPO)).toEqual([]);
  });

  test('days are typed as people type them', () => {
    const campi = leggiScheda({ ...SCHEDA_VUOTA, informativaIl: 'ieri', finePrevista: '5/9' }, OGGI);
    expect(campi).toMatchObject({ informativaIl: '2025-03-20', finePrevista: '2025-09-05' });
  });

  test('who does not read a field is not shown it', () => {
    expect(campiDi('salute', 'educatore')).toEqual([
      'dipendenza',
      'sostanzePrimarie',
      'sostanzeSecondarie',
      'invalidita',
    ]);
    expect(campiDi('salute', 'sanitario')).toContain('hiv');
    // the day of a declaration is drawn beside it
    expect(campiDi('salute', 'sanitario')).not.toContain('hivIl');
    expect(campiDi('situazione', 'educatore')).toContain('carcerazioni');
  });
});
