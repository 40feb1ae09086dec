import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { celleNascoste, ricavabili, type Somma, type Tavola } from '../../domain/numeri-piccoli.ts';

/** A table of rows and columns with its totals, all of them shown. */
function tavolaDi(righe: readonly (readonly number[])[]): Tavola {
  const valori = new Map<string, number>();
  const colonne = righe[0]?.length ?? 0;
  const righeSu = [...righe.keys()].map(String);
  const colonneSu = Array.from({ length: colonne }, (_, c) => String(c));
  righe.forEach((riga, r) => {
    riga.forEach((n, c) => {
      valori.set(`${r},${c}`, n);
    });
    valori.set(
      `${r},T`,
      riga.reduce((a, b) => a + b, 0),
    );
  });
  for (const c of [...colonneSu, 'T'])
    valori.set(
      `T,${c}`,
      righeSu.reduce((n, r) => n + (valori.get(`${r},${c}`) ?? 0), 0),
    );
  const somme: Somma[] = [
    ...[...righeSu, 'T'].map((r) => ({ totale: `${r},T`, parti: colonneSu.map((c) => `${r},${c}`) })),
    ...[...colonneSu, 'T'].map((c) => ({ totale: `T,${c}`, parti: righeSu.map((r) => `${r},${c}`) })),
  ];
  return { valori, somme };
}

describe('small numbers in tables that leave the office', () => {
  test('1 to 4 are hidden, 0 and 5 are not', () => {
    const valori = new Map([0, 1, 4, 5, 12].map((n) => [String(n), n]));
    expect([...celleNascoste({ valori, somme: [] }, 5)]).toEqual([
      ['1', 'piccolo'],
      ['4', 'piccolo'],
    ]);
  });

  test('a total with one small part: the smallest other part is covered, never by a zero if it can be helped', () => {
    const valori = new Map([
      ['a', 3],
      ['b', 0],
      ['c', 20],
      ['d', 9],
      ['totale', 32],
    ]);
    const veli = celleNascoste({ valori, somme: [{ totale: 'totale', parti: ['a', 'b', 'c', 'd'] }] }, 5);
    expect(Object.fromEntries(veli)).toEqual({ a: 'piccolo', d: 'coperto' });
  });

  test('two small parts that add up to 2 can only be 1 and 1: a third is covered', () => {
    const valori = new Map([
      ['a', 1],
      ['b', 1],
      ['c', 20],
      ['totale', 22],
    ]);
    const veli = celleNascoste({ valori, somme: [{ totale: 'totale', parti: ['a', 'b', 'c'] }] }, 5);
    expect(Object.fromEntries(veli)).toEqual({ a: 'piccolo', b: 'piccolo', c: 'coperto' });
  });

  test('two and four that add up to 8 at most: 4 and 4 is the only way', () => {
    const valori = new Map([
      ['a', 4],
      ['b', 4],
      ['totale', 8],
    ]);
    const veli = celleNascoste({ valori, somme: [{ totale: 'totale', parti: ['a', 'b'] }] }, 5);
    expect(Object.fromEntries(veli)).toEqual({ a: 'piccolo', b: 'piccolo', totale: 'coperto' });
  });

  test('all of them small and nothing left to hide: «fewer than 3» twice would say 1 and 1, so the total does not say it', () => {
    const valori = new Map([
      ['a', 1],
      ['b', 1],
      ['totale', 2],
    ]);
    const veli = celleNascoste({ valori, somme: [{ totale: 'totale', parti: ['a', 'b'] }] }, 3);
    expect(Object.fromEntries(veli)).toEqual({ a: 'piccolo', b: 'piccolo', totale: 'coperto' });
  });

  test('rows and columns: the four corners of a rectangle', () => {
    const tavola = tavolaDi([
      [3, 30, 40],
      [10, 50, 60],
      [20, 70, 80],
    ]);
    const veli = celleNascoste(tavola, 5);
    expect([...veli.keys()].sort()).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  test('a cell that tells of persons though it does not count them is hidden, and so its total’s other part', () => {
    const valori = new Map([
      ['giornate A', 31],
      ['giornate B', 300],
      ['giornate C', 500],
      ['totale', 831],
    ]);
    const somme = [{ totale: 'totale', parti: ['giornate A', 'giornate B', 'giornate C'] }];
    const veli = celleNascoste({ valori, somme, legate: ['giornate A'] }, 5);
    expect([...veli.keys()]).toEqual(['giornate A', 'giornate B']);
  });

  const righe = fc.integer({ min: 1, max: 5 }).chain((colonne) =>
    fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: colonne, maxLength: colonne }), {
      minLength: 1,
      maxLength: 6,
    }),
  );

  test('no hidden cell is derivable from the shown ones by its row or column; every small one is hidden', () => {
    fc.assert(
      fc.property(righe, fc.integer({ min: 3, max: 10 }), (dati, soglia) => {
        const tavola = tavolaDi(dati);
        const veli = celleNascoste(tavola, soglia);
        for (const [cella, n] of tavola.valori) if (n > 0 && n < soglia) expect(veli.has(cella)).toBe(true);
        for (const { totale, parti } of tavola.somme) {
          const nascoste = [totale, ...parti].filter((cella) => veli.has(cella));
          // one part only: part and total are the same number, and go together
          expect(nascoste.length).not.toBe(1);
        }
        expect(ricavabili(tavola.valori, tavola.somme, veli, soglia)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('another table fits what is shown: at least two answers for every hidden cell of a small table', () => {
    const piccola = fc.array(fc.nat(7), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(piccola, (dati) => {
        const valori = new Map(dati.map((n, i) => [String(i), n]));
        const totale = dati.reduce((a, b) => a + b, 0);
        valori.set('T', totale);
        const somme = [{ totale: 'T', parti: dati.map((_, i) => String(i)) }];
        const veli = celleNascoste({ valori, somme }, 5);
        const possibili = (cella: string): Set<number> => {
          const trovati = new Set<number>();
          const prova = (i: number, somma: number, scelti: number[]) => {
            if (i === dati.length) {
              const T = veli.has('T') ? null : totale;
              const bene = T === null ? veli.get('T') !== 'piccolo' || (somma > 0 && somma < 5) : somma === T;
              if (bene) trovati.add(cella === 'T' ? somma : (scelti[Number(cella)] ?? -1));
              return;
            }
            const velo = veli.get(String(i));
            const [da, a] = velo === undefined ? [dati[i] ?? 0, dati[i] ?? 0] : velo === 'piccolo' ? [1, 4] : [0, 12];
            for (let n = da; n <= a; n++) prova(i + 1, somma + n, [...scelti, n]);
          };
          prova(0, 0, []);
          return trovati;
        };
        for (const cella of veli.keys()) expect(possibili(cella).size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });
});
