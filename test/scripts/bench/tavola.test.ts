import { describe, expect, test } from 'vitest';
import { alterna, misura, percentile, rapporto } from '../../../scripts/bench/giri.ts';
import { alMassimo, almeno, esitoDi, formatMs, formatTavola } from '../../../scripts/bench/tavola.ts';

const riga = { misura: 'm', approdo: 'a', confronto: 'b', rapporto: 2, limite: alMassimo(2) };

describe('the rounds', () => {
  test('alternate, and the first is not counted', async () => {
    const ordine: string[] = [];
    let ms = 0;
    const prova = (nome: string) => () => {
      ordine.push(nome);
      return ++ms;
    };
    const m = await alterna(2, { a: prova('a'), b: prova('b') });
    expect(ordine.join('')).toBe('ababab');
    expect(m.a.giri).toEqual([3, 5]);
    expect(m.b).toEqual({ giri: [4, 6], mediana: 5, minimo: 4, massimo: 6 });
  });

  test('the ratio is the median of each round’s own: a busy round counts once', () => {
    expect(rapporto(misura([10, 100, 12]), misura([5, 50, 4]))).toBe(2);
  });

  test('percentiles by interpolation', () => {
    expect(percentile([4, 1, 3, 2, 5], 50)).toBe(3);
    expect(percentile([1, 2], 95)).toBeCloseTo(1.95);
    expect(percentile([7], 95)).toBe(7);
  });
});

describe('the table', () => {
  test('a bound is a bound on its own side', () => {
    expect(esitoDi(riga)).toBe('ok');
    expect(esitoDi({ ...riga, rapporto: 2.01 })).toBe('sopra');
    expect(esitoDi({ ...riga, rapporto: 12, limite: almeno(10) })).toBe('ok');
    expect(esitoDi({ ...riga, rapporto: 9.9, limite: almeno(10) })).toBe('sotto');
    expect(esitoDi({ ...riga, limite: null })).toBe('—');
  });

  test('is Markdown with every line as wide', () => {
    const testo = formatTavola([riga, { ...riga, misura: 'più lunga', rapporto: 1234.5, limite: almeno(10) }]);
    const linee = testo.split('\n');
    expect(new Set(linee.map((linea) => linea.length)).size).toBe(1);
    expect(linee[0]).toMatch(/^\| misura +\| Approdo \| confronto \| +rapporto \| +limite \| esito \|$/);
    expect(linee[3]).toContain('≥ 10×');
  });

  test('times in the unit a person reads', () => {
    expect([formatMs(3.14), formatMs(840.4), formatMs(6210)]).toEqual(['3,1 ms', '840 ms', '6,2 s']);
  });
});
