import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFlusso, quadra, quadraConPrecedente } from '../../domain/flusso.ts';
import { addGiorni, periodoDelMese } from '../../domain/giorno.ts';
import { dati, periodo } from './storia.ts';

function stay(dataIngresso: string, dataDimissione: string | null = null) {
  return { dataIngresso, dataDimissione, esito: null };
}

describe('rule 6: flow and quadratura', () => {
  test('each movement on the edges of the period', () => {
    const marzo = periodoDelMese('2025-03');
    const flusso = (...p: ReturnType<typeof stay>[]) => Object.values(computeFlusso(p, marzo));
    // presentiInizio, ingressi, trattati, dimessi, presentiFine
    expect(flusso(stay('2025-02-28'))).toEqual([1, 0, 1, 0, 1]);
    expect(flusso(stay('2025-03-01'))).toEqual([0, 1, 1, 0, 1]);
    expect(flusso(stay('2025-03-31'))).toEqual([0, 1, 1, 0, 1]);
    expect(flusso(stay('2025-04-01'))).toEqual([0, 0, 0, 0, 0]);
    expect(flusso(stay('2025-02-01', '2025-02-28'))).toEqual([0, 0, 0, 0, 0]);
    expect(flusso(stay('2025-02-01', '2025-03-01'))).toEqual([1, 0, 1, 1, 0]);
    expect(flusso(stay('2025-02-01', '2025-03-31'))).toEqual([1, 0, 1, 1, 0]);
    expect(flusso(stay('2025-02-01', '2025-04-01'))).toEqual([1, 0, 1, 0, 1]);
    expect(flusso(stay('2025-03-10', '2025-03-10'))).toEqual([0, 1, 1, 1, 0]);
  });

  test('dates in the wrong order do not balance', () => {
    expect(quadra(computeFlusso([stay('2025-04-05', '2025-03-20')], periodoDelMese('2025-03')))).toBe(false);
  });

  test('quadratura for any history and any period', () => {
    fc.assert(
      fc.property(dati, periodo, ({ permanenze }, p) => {
        const f = computeFlusso(permanenze, p);
        expect(quadra(f)).toBe(true);
        expect(f.presentiInizio + f.ingressi - f.dimessi).toBe(f.presentiFine);
      }),
    );
  });

  test('who is there at the end of a period is there at the beginning of the next, wherever it is cut', () => {
    fc.assert(
      fc.property(dati, periodo, fc.nat(200), ({ permanenze }, p, durata) => {
        const dal = addGiorni(p.al, 1);
        const prima = computeFlusso(permanenze, p);
        const poi = computeFlusso(permanenze, { dal, al: addGiorni(dal, durata) });
        expect(quadraConPrecedente(prima, poi)).toBe(true);
        const insieme = computeFlusso(permanenze, { dal: p.dal, al: addGiorni(dal, durata) });
        expect(insieme.ingressi).toBe(prima.ingressi + poi.ingressi);
        expect(insieme.dimessi).toBe(prima.dimessi + poi.dimessi);
      }),
    );
  });
});
