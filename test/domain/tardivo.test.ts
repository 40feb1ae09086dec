import { describe, expect, test } from 'vitest';
import { contaTardivi, type FattiScritti } from '../../domain/tardivo.ts';

const visita = (giorno: string, scrittoIl: string, n = 1): FattiScritti => ({ genere: 'visita', giorno, scrittoIl, n });

describe('facts written late', () => {
  test('three days are not late, four are; the latest first, and the rows add up', () => {
    const fatti = [
      visita('2025-03-10', '2025-03-10', 5),
      visita('2025-03-10', '2025-03-13'),
      visita('2025-03-10', '2025-03-14', 2),
      visita('2025-03-01', '2025-04-01'),
    ];
    expect(contaTardivi(fatti)).toEqual({
      ...{ totale: 9, tardi: 3, dopoGiorni: 3 },
      righe: [
        { ...visita('2025-03-01', '2025-04-01'), giorni: 31 },
        { ...visita('2025-03-10', '2025-03-14', 2), giorni: 4 },
      ],
    });
  });

  test('what is booked before its day is not late', () => {
    expect(contaTardivi([visita('2025-03-20', '2025-03-01')])).toMatchObject({ totale: 1, tardi: 0, righe: [] });
  });
});
