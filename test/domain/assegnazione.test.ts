import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalliModulo, moduloDelGiorno, trattiDi } from '../../domain/assegnazione.ts';
import { addGiorni, giorniDelPeriodo } from '../../domain/giorno.ts';
import { giorniDiPermanenza, isGiornoDiPermanenza, type Permanenza } from '../../domain/permanenza.ts';
import { dati, periodo } from './storia.ts';

const CAMBI = [
  { dal: '2025-03-15', moduloId: 'ALC' },
  { dal: '2025-03-01', moduloId: 'TR' },
];
const P: Permanenza = { dataIngresso: '2025-03-01', dataDimissione: '2025-03-31', esito: 'concluso' };

test('a day belongs to the modulo of that day, whatever the order of the list', () => {
  expect(moduloDelGiorno(CAMBI, '2025-02-28')).toBeNull();
  expect(moduloDelGiorno(CAMBI, '2025-03-14')).toBe('TR');
  expect(moduloDelGiorno(CAMBI, '2025-03-15')).toBe('ALC');
  expect(moduloDelGiorno([], '2025-03-15')).toBeNull();
});

test('stretches meet on the day of the change', () => {
  expect(trattiDi(P, CAMBI)).toEqual([
    { moduloId: 'TR', dal: '2025-03-01', fine: '2025-03-15' },
    { moduloId: 'ALC', dal: '2025-03-15', fine: '2025-03-31' },
  ]);
  expect(intervalliModulo(P, CAMBI, { dal: '2025-03-10', al: '2025-12-31' })).toEqual([
    { moduloId: 'TR', dal: '2025-03-10', al: '2025-03-14' },
    { moduloId: 'ALC', dal: '2025-03-15', al: '2025-03-30' },
  ]);
});

test('days before the first assegnazione are without modulo; a change on the day of dimissione has no day', () => {
  expect(trattiDi(P, [{ dal: '2025-03-20', moduloId: 'TR' }]).map((t) => t.moduloId)).toEqual([null, 'TR']);
  expect(trattiDi(P, [...CAMBI, { dal: '2025-03-31', moduloId: 'X' }])).toHaveLength(2);
  expect(trattiDi(P, [...CAMBI, { dal: '2025-03-20', moduloId: 'ALC' }])).toHaveLength(2);
  expect(trattiDi(P, [{ dal: '2025-01-01', moduloId: 'TR' }])).toHaveLength(1);
});

test('the intervals of any stay are its days, once each, in the modulo of the day', () => {
  fc.assert(
    fc.property(dati, periodo, ({ permanenze }, per) => {
      for (const p of permanenze) {
        const intervalli = intervalliModulo(p, p.assegnazioni, per);
        expect(intervalli.reduce((n, i) => n + giorniDelPeriodo(i), 0)).toBe(giorniDiPermanenza(p, per));
        for (const { moduloId, dal, al } of intervalli) {
          for (const g of [dal, al]) {
            expect(isGiornoDiPermanenza(p, g)).toBe(true);
            expect(moduloDelGiorno(p.assegnazioni, g)).toBe(moduloId);
          }
          expect(dal < addGiorni(al, 1)).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});
