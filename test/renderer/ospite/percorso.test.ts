import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cartella } from '../../../renderer/ospite/cartella.ts';
import { postoDi, scalaDi, trattiDi } from '../../../renderer/ospite/percorso.ts';

const OGGI = '2025-03-21';
const etichetta = (lista: string, voce: string) => (lista === 'presenza' && voce === 'R' ? 'Ricovero' : voce);

function permanenza(ingressoId: string, dataIngresso: string, dataDimissione: string | null) {
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  const moduli = [{ dal: dataIngresso, codice: 'TR', nome: 'TR', tipologia: 'TR' }];
  const esito = dataDimissione === null ? null : 'abbandono';
  return { ingressoId, struttura, dataIngresso, dataDimissione, giorni: 10, esito, moduli };
}

const PERCORSO = {
  permanenze: [permanenza('b', '2024-12-23', null), permanenza('a', '2022-01-10', '2022-09-01')],
  assenzeLunghe: [{ ingressoId: 'b', dal: '2025-02-01', al: null, codice: 'R' }],
  misure: [{ id: 'm', misura: 'affidamento', dal: '2025-01-01', al: '2026-11-03' }],
  tappe: [
    { id: 'p', genere: 'progetto', data: '2025-01-07', tipo: null },
    { id: 'r', genere: 'relazione', data: '2025-03-01', tipo: 'art94ter' },
    { id: 'u', genere: 'udienza', data: '2025-03-20', tipo: null },
  ],
} as unknown as Cartella;

describe('the path of a guest', () => {
  test('stays, long times away, measures, oldest first, each in a sentence', () => {
    const tratti = trattiDi(PERCORSO, OGGI, etichetta);
    expect(tratti.map(({ genere, aperto }) => [genere, aperto])).toEqual([
      ['permanenza', false],
      ['permanenza', true],
      ['misura', false],
      ['tappa', false],
      ['assenza', true],
      ['tappa', false],
      ['tappa', false],
    ]);
    expect(tratti.filter(({ genere }) => genere === 'tappa').map(({ frase }) => frase)).toEqual([
      'Progetto individuale del 07/01/2025',
      'Relazione inviata il 01/03/2025: Semestrale (art. 94-ter)',
      'Udienza del 20/03/2025',
    ]);
    expect(tratti[0]?.frase).toBe('Casa Aurora, TR dal 10/01/2022 al 01/09/2022, 10 giorni, abbandono');
    expect(tratti[4]?.frase).toMatch(/^Assenza \(Ricovero.*\) dal 01\/02\/2025$/);
  });

  test('whatever the days, everything falls inside the drawing, in its order', () => {
    const giorno = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(giorno, giorno), { minLength: 1, maxLength: 6 }), giorno, (coppie, oggi) => {
        const permanenze = coppie.map(([a, b], i) => permanenza(String(i), a < b ? a : b, a < b ? b : a));
        const tratti = trattiDi(
          { ...PERCORSO, permanenze, assenzeLunghe: [], misure: [] } as unknown as Cartella,
          oggi,
          etichetta,
        );
        const scala = scalaDi(tratti, oggi);
        for (const { dal, al } of tratti) {
          expect(postoDi(dal, scala)).toBeGreaterThanOrEqual(0);
          expect(postoDi(al ?? oggi, scala)).toBeLessThanOrEqual(100);
          expect(postoDi(dal, scala)).toBeLessThanOrEqual(postoDi(al ?? oggi, scala));
        }
        expect(scala.anni.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
