import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ERRORI_PER_PAGINA,
  type EsitoFoglio,
  erroriPerFoglio,
  paginaErrori,
  righeConti,
  righeCsv,
  totaleConti,
} from '../../../renderer/importa/esito-foglio.ts';

function errore(foglio: string, riga: number, messaggio = 'Correggere.') {
  return { foglio, riga, colonna: 'esito', valore: 'x', messaggio };
}

function esito(altro: Partial<EsitoFoglio> = {}): EsitoFoglio {
  return {
    inseriti: {},
    aggiornati: {},
    invariati: {},
    scartati: {},
    errori: [],
    colonneIgnorate: {},
    avvisi: [],
    ...altro,
  };
}

describe('the counts of a workbook', () => {
  test('one row per sheet, in the order people fill them, and their sum', () => {
    const righe = righeConti(
      esito({ inseriti: { presenze: 5, ospiti: 2, altro: 1 }, scartati: { ingressi: 1, ospiti: 1 } }),
    );
    expect(righe.map((r) => r.foglio)).toEqual(['ospiti', 'ingressi', 'presenze', 'altro']);
    expect(righe[0]).toEqual({ foglio: 'ospiti', inseriti: 2, aggiornati: 0, invariati: 0, scartati: 1 });
    expect(totaleConti(righe)).toEqual({ inseriti: 8, aggiornati: 0, invariati: 0, scartati: 2 });
  });
});

describe('pages of errors', () => {
  test('turning all the pages shows every error of the sheet once, in order', () => {
    const voce = fc.record({ foglio: fc.constantFrom('ospiti', 'presenze'), riga: fc.nat(9999) });
    fc.assert(
      fc.property(
        fc.array(voce, { maxLength: 60 }),
        fc.constantFrom(null, 'ospiti'),
        fc.integer({ min: 1, max: 9 }),
        (voci, foglio, per) => {
          const errori = voci.map((v) => errore(v.foglio, v.riga));
          const scelti = errori.filter((e) => foglio === null || e.foglio === foglio);
          const prima = paginaErrori(errori, foglio, 1, per);
          const tutte = Array.from({ length: prima.pagine }, (_, i) => paginaErrori(errori, foglio, i + 1, per));
          expect(tutte.flatMap((p) => p.righe)).toEqual(scelti);
          for (const p of tutte) expect(p.righe.length).toBe(p.da === 0 ? 0 : p.a - p.da + 1);
          expect(paginaErrori(errori, foglio, 999, per).pagina).toBe(prima.pagine);
        },
      ),
    );
  });

  test('thousands are cut at once', () => {
    const molti = Array.from({ length: 30_000 }, (_, i) => errore('presenze', i + 2));
    const pagina = paginaErrori(molti, null, 3);
    expect(pagina).toMatchObject({ da: 201, a: 300, tutti: 30_000, pagine: 300 });
    expect(pagina.righe).toHaveLength(ERRORI_PER_PAGINA);
    expect(erroriPerFoglio(molti)).toEqual(new Map([['presenze', 30_000]]));
  });

  test('an error of the whole sheet says so, on screen and in the file', () => {
    expect(righeCsv([errore('ospiti', 0), errore('ospiti', 7)])).toEqual([
      ['ospiti', 'tutto il foglio', 'esito', 'x', 'Correggere.'],
      ['ospiti', '7', 'esito', 'x', 'Correggere.'],
    ]);
  });
});
