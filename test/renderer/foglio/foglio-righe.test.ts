import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foglioDi, paginaRighe, RIGHE_PAGINA, RIGHE_ULTIMA } from '../../../renderer/foglio/foglio-righe.ts';
import { grigliaMese, rigaMese } from '../presenze/mese-di-prova.ts';

const PIENO = 'P'.repeat(31);

describe('the rows of the foglio', () => {
  test('days outside the stay hold nothing, missing days are seen, totals follow the meaning of the codes', () => {
    const foglio = foglioDi(
      grigliaMese([
        rigaMese('Rossi', { codici: `PPUSR${'.'.repeat(26)}`, dataIngresso: '2024-01-10' }),
        rigaMese('Verdi', {
          codici: `${'.'.repeat(9)}PP${'.'.repeat(20)}`,
          dataIngresso: '2025-03-10',
          dataDimissione: '2025-03-12',
        }),
      ]),
    );
    const [rossi, verdi] = foglio.righe;
    expect(rossi).toMatchObject({ numero: 1, presenti: 3, pagate: 3, assenti: 2, ingresso: null, dimissione: null });
    expect(rossi?.caselle.filter((c) => c.tipo === 'mancante')).toHaveLength(26);
    expect(verdi).toMatchObject({ numero: 2, presenti: 2, ingresso: '2025-03-10', dimissione: '2025-03-12' });
    expect(verdi?.caselle.map((c) => c.tipo).filter((t) => t === 'codice')).toHaveLength(2);
    expect(verdi?.caselle[11]).toEqual({ giorno: '2025-03-12', tipo: 'fuori', voce: null });
    expect(foglio.giorni[0]).toMatchObject({ presenti: 1, festa: false });
    expect(foglio.giorni[1]).toMatchObject({ giorno: '2025-03-02', festa: true });
    expect(foglio.giorni[9]?.presenti).toBe(1);
  });

  test('a change of modulo shows both, in order', () => {
    const moduli = [
      { dal: '2024-01-10', modulo: 'CASA00-TR', tipologia: 'TR' },
      { dal: '2025-03-15', modulo: 'CASA00-ALC', tipologia: 'ALC' },
      { dal: '2025-04-01', modulo: 'CASA00-TR', tipologia: 'TR' },
    ];
    const foglio = foglioDi(grigliaMese([rigaMese('Rossi', { codici: PIENO, dataIngresso: '2024-01-10', moduli })]));
    expect(foglio.righe[0]?.moduli).toEqual(['TR', 'ALC']);
  });
});

describe('pages', () => {
  test('every row is on one page, in order; no page holds more than fits, the last one leaves room for the signature', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (n) => {
        const righe = Array.from({ length: n }, (_, i) => i);
        const pagine = paginaRighe(righe);
        expect(pagine.flat()).toEqual(righe);
        expect(pagine.length).toBeGreaterThan(0);
        expect(pagine.at(-1)?.length).toBeLessThanOrEqual(RIGHE_ULTIMA);
        if (n > 0) for (const pagina of pagine) expect(pagina.length).toBeGreaterThan(0);
        for (const pagina of pagine.slice(0, -1)) expect(pagina.length).toBeLessThanOrEqual(RIGHE_PAGINA);
        expect(pagine.length).toBe(n <= RIGHE_ULTIMA ? 1 : 1 + Math.ceil((n - RIGHE_ULTIMA) / RIGHE_PAGINA));
      }),
    );
  });
});
