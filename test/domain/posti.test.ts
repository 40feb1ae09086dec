import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addGiorni } from '../../domain/giorno.ts';
import { giornatePosto, type Posti, postiDelGiorno } from '../../domain/posti.ts';
import { dati, periodo } from './storia.ts';

function riga(validoDal: string, validoAl: string | null, accreditati: number, moduloId = 'TR'): Posti {
  return { moduloId, validoDal, validoAl, accreditati, disponibili: accreditati - 1 };
}

test('rule 5: places × days, changing with the dates', () => {
  const posti = [
    riga('2020-01-01', '2025-03-10', 10),
    riga('2025-03-11', null, 12),
    riga('2025-03-01', '2025-03-02', 5, 'ALC'),
  ];
  const marzo = { dal: '2025-03-01', al: '2025-03-31' };
  expect(giornatePosto(posti, marzo)).toEqual({ accreditati: 100 + 252 + 10, disponibili: 90 + 231 + 8 });
  expect(postiDelGiorno(posti, '2025-03-02')).toEqual({ accreditati: 15, disponibili: 13 });
  expect(postiDelGiorno(posti, '2025-03-11')).toEqual({ accreditati: 12, disponibili: 11 });
  expect(postiDelGiorno(posti, '2019-12-31')).toEqual({ accreditati: 0, disponibili: 0 });
});

test('a newer row takes the place of an older one left open, and gives it back when it ends', () => {
  const posti = [riga('2020-01-01', null, 10), riga('2025-03-10', '2025-03-19', 20)];
  expect(giornatePosto(posti, { dal: '2025-03-01', al: '2025-03-31' }).accreditati).toBe(9 * 10 + 10 * 20 + 12 * 10);
});

test('it is the newest row that counts, not the largest nor the last of the list; the largest only on a tie', () => {
  const marzo = { dal: '2025-03-01', al: '2025-03-31' };
  const meno = [riga('2020-01-01', null, 10), riga('2025-03-11', null, 4)];
  const pari = [riga('2025-03-11', null, 4), riga('2025-03-11', null, 6)];
  for (const [posti, atteso] of [
    [meno, 100 + 21 * 4],
    [pari, 21 * 6],
  ] as const) {
    expect(giornatePosto(posti, marzo).accreditati).toBe(atteso);
    expect(giornatePosto([...posti].reverse(), marzo).accreditati).toBe(atteso);
  }
  expect(postiDelGiorno(meno, '2025-03-20').accreditati).toBe(4);
  const disponibili = [1, 3].map((n) => ({ ...riga('2025-01-01', null, 5), disponibili: n }));
  expect(postiDelGiorno(disponibili, '2025-03-20').disponibili).toBe(3);
});

test('a closed modulo has no places outside the days it is open, whichever of its rows would hold', () => {
  const apertura = { dal: '2025-03-05', al: '2025-03-20' };
  const posti = [riga('2020-01-01', null, 10), riga('2025-03-11', '2025-03-25', 4)].map((p) => ({ ...p, apertura }));
  const marzo = { dal: '2025-03-01', al: '2025-03-31' };
  // 5-10 March: 10 places; 11-20: 4; before the 5th and after the 20th: none
  expect(giornatePosto(posti, marzo)).toEqual({ accreditati: 6 * 10 + 10 * 4, disponibili: 6 * 9 + 10 * 3 });
  expect(
    ['2025-03-04', '2025-03-05', '2025-03-20', '2025-03-21'].map((g) => postiDelGiorno(posti, g).accreditati),
  ).toEqual([0, 10, 4, 0]);
});

test('the sum over a period is the sum of its days', () => {
  fc.assert(
    fc.property(dati, periodo, fc.nat(400), fc.nat(400), ({ posti: righe }, p, dopo, per) => {
      const apertura = { dal: addGiorni(p.dal, dopo - 30), al: per % 3 === 0 ? null : addGiorni(p.dal, dopo + per) };
      const posti = per % 2 === 0 ? righe : righe.map((riga) => ({ ...riga, apertura }));
      const somma = { accreditati: 0, disponibili: 0 };
      for (let g = p.dal; g <= p.al; g = addGiorni(g, 1)) {
        const oggi = postiDelGiorno(posti, g);
        somma.accreditati += oggi.accreditati;
        somma.disponibili += oggi.disponibili;
      }
      expect(giornatePosto(posti, p)).toEqual(somma);
    }),
    { numRuns: 40 },
  );
});
