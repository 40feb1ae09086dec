import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { contaMese, tabellaCodici } from '../../../domain/presenza.ts';
import {
  assentiDi,
  contoRiga,
  contoTotale,
  listMancanti,
  moduliPerGiorno,
  presentiPerGiorno,
  saturazioni,
} from '../../../renderer/presenze/conti.ts';
import { righeDi } from '../../../renderer/presenze/use-griglia.ts';
import { grigliaMese, rigaMese } from './mese-di-prova.ts';

const tabella = tabellaCodici(CODICI_PREDEFINITI);

describe('the days of a row', () => {
  test('follow the stay: ingresso counts, dimissione does not (rule 1)', () => {
    const dati = grigliaMese([
      rigaMese('A', { dataIngresso: '2025-03-10' }),
      rigaMese('B', { dataDimissione: '2025-03-10' }),
      rigaMese('C', { dataIngresso: '2025-03-10', dataDimissione: '2025-03-10', esito: 'abbandono' }),
      rigaMese('D', { dataIngresso: '2025-03-10', dataDimissione: '2025-03-10', esito: 'trasferimento_interno' }),
    ]);
    expect(righeDi(dati).map((r) => [r.primo, r.ultimo])).toEqual([
      [10, 31],
      [1, 9],
      [10, 10],
      [1, 0],
    ]);
  });

  test('totals are the domain’s, for any month', () => {
    const codice = fc.constantFrom('.', ...CODICI_PREDEFINITI.map((c) => c.voce));
    const giorno = fc.integer({ min: 1, max: 31 }).map((n) => `2025-03-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(codice, { minLength: 31, maxLength: 31 }), giorno, fc.option(giorno), (mese, dal, al) => {
        fc.pre(al === null || al >= dal);
        const riga = rigaMese('A', { dataIngresso: dal, dataDimissione: al, codici: mese.join('') });
        const [vista] = righeDi(grigliaMese([riga]));
        if (!vista) throw new Error('no row');
        const permanenza = { dataIngresso: dal, dataDimissione: al, esito: null };
        const domain = contaMese(permanenza, '2025-03', riga.codici, tabella);
        expect(contoRiga(vista, tabella)).toEqual(domain);
        const assenti = Object.entries(domain.perCodice).filter(([c]) => !'PS'.includes(c));
        expect(assentiDi(domain)).toBe(assenti.reduce((n, [, quanti]) => n + quanti, 0));
      }),
    );
  });
});

describe('the whole month', () => {
  const dati = grigliaMese([
    rigaMese('A', { codici: `PPU${'.'.repeat(28)}` }),
    rigaMese('B', { codici: `.PS${'.'.repeat(28)}`, dataIngresso: '2025-03-02' }),
    rigaMese('C', {
      codici: `CCA${'.'.repeat(28)}`,
      moduli: [
        { dal: '2025-01-01', modulo: 'CASA00-TR', tipologia: 'TR' },
        { dal: '2025-03-03', modulo: 'CASA00-ALC', tipologia: 'ALC' },
      ],
    }),
  ]);
  const righe = righeDi(dati);

  test('presenti by day and in all', () => {
    expect(presentiPerGiorno(righe, 31, tabella).slice(0, 4)).toEqual([1, 2, 1, 0]);
    expect(contoTotale(righe, tabella)).toEqual({ presenza: 4, pagate: 4, assenti: 4 });
  });

  test('missing days: only of the stay, only up to yesterday', () => {
    expect(listMancanti(righe, 4)).toEqual([
      { riga: 0, colonna: 4 },
      { riga: 1, colonna: 4 },
      { riga: 2, colonna: 4 },
    ]);
    expect(listMancanti(righe, 0)).toEqual([]);
  });

  test('each day belongs to the modulo of that day', () => {
    const moduli = dati.righe.map((r) => moduliPerGiorno(r.moduli, '2025-03', 31));
    expect(moduli[2]?.slice(0, 4)).toEqual(['CASA00-TR', 'CASA00-TR', 'CASA00-ALC', 'CASA00-ALC']);
  });

  test('saturation: a day without a code keeps its place, prison and unauthorised leave do not (rule 5)', () => {
    const moduli = dati.righe.map((r) => moduliPerGiorno(r.moduli, '2025-03', 31));
    const posti = { 'CASA00-TR': dati.posti, 'CASA00-ALC': dati.posti };
    const [tr, alc] = saturazioni(righe, moduli, posti, tabella, 4);
    expect(tr).toEqual({ modulo: 'CASA00-TR', perGiorno: [25, 50, 50, 50], percento: 43.8 });
    expect(alc).toEqual({ modulo: 'CASA00-ALC', perGiorno: [0, 0, 0, 25], percento: 6.3 });
  });

  test('without places there is no saturation', () => {
    const senza = [{ accreditati: 0, disponibili: 0 }];
    expect(saturazioni(righe, [[], [], []], { X: senza }, tabella, 1)).toEqual([
      { modulo: 'X', perGiorno: [null], percento: null },
    ]);
  });
});
