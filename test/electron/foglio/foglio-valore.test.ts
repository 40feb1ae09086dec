import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { isGiorno } from '../../../domain/giorno.ts';
import { LettoreCodici } from '../../../electron/foglio/foglio-codici.ts';
import type { Colonna } from '../../../electron/foglio/foglio-colonna.ts';
import {
  giorno,
  intero,
  lista,
  mese,
  multipla,
  numero,
  paese,
  siNo,
  testo,
  valori,
} from '../../../electron/foglio/foglio-colonna.ts';
import { vociDi } from '../../../electron/foglio/foglio-lista.ts';
import { TABELLE } from '../../../electron/foglio/foglio-tabelle.ts';
import { leggiValore, pulisci } from '../../../electron/foglio/foglio-valore.ts';

const OGGI = '2026-11-21';
const leggi = (colonna: Colonna<unknown>, scritto: string) => leggiValore(colonna, scritto, OGGI);
const valore = (colonna: Colonna<unknown>, scritto: string) => {
  const lettura = leggi(colonna, scritto);
  return 'valore' in lettura ? lettura.valore : `! ${lettura.messaggio}`;
};

describe('dates', () => {
  test.each([
    ['2025-03-05', '2025-03-05'],
    ['05/03/2025', '2025-03-05'],
    ['5/3/2025', '2025-03-05'],
    ['5.3.2025', '2025-03-05'],
    ['2025-03-05 00:00:00', '2025-03-05'],
    ['29/02/2024', '2024-02-29'],
  ])('%s', (scritto, atteso) => {
    expect(valore(giorno('evento'), scritto)).toBe(atteso);
  });

  test.each([
    ['30/02/2025', 'non esiste'],
    ['2025-13-01', 'non esiste'],
    ['29/02/2025', 'non esiste'],
    ['05/03/25', 'quattro cifre'],
    ['45721', 'formato data'],
    ['ieri', 'gg/mm/aaaa'],
    ['05/03/2205', 'non è plausibile'],
    ['05/03/1025', 'non è plausibile'],
  ])('%s is refused: %s', (scritto, parole) => {
    expect(valore(giorno('evento'), scritto)).toMatch(new RegExp(`^! .*${parole}`));
  });

  test('a birth date is never in the future, and may be of 1920', () => {
    expect(valore(giorno('nascita'), '2026-11-22')).toMatch(/futuro/);
    expect(valore(giorno('nascita'), '01/05/1920')).toBe('1920-05-01');
    expect(valore(giorno('validita'), '31/12/2099')).toBe('2099-12-31');
  });

  test('whatever is written, what is read is a day of the calendar', () => {
    const pezzo = fc.constantFrom('0', '1', '2', '3', '9', '/', '-', '.', ' ', '2025');
    fc.assert(
      fc.property(fc.string({ unit: pezzo, maxLength: 8 }), (scritto) => {
        const lettura = leggi(giorno('evento'), scritto);
        expect('messaggio' in lettura || isGiorno(lettura.valore)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('months', () => {
  test.each(['2025-03', '03/2025', '3/2025', '2025/3', 'mar-25', 'marzo 2025', 'Mar 2025', '2025-03-01', '01/03/2025'])(
    '%s is March 2025',
    (scritto) => {
      expect(valore(mese(), scritto)).toBe('2025-03');
    },
  );

  test.each(['2025-13', '2025', 'marzo', '15/03/2025', '2205-01', 'P'])('%s is not a month', (scritto) => {
    expect(valore(mese(), scritto)).toMatch(/^! /);
  });
});

describe('code lists', () => {
  test('voce, label and listed synonym are read whatever their case and accents', () => {
    expect(valore(lista('stato_civile'), 'CELIBE / NUBILE')).toBe('celibe_nubile');
    expect(valore(lista('stato_civile'), 'nubile')).toBe('celibe_nubile');
    expect(valore(lista('stato_civile'), 'Coniugata')).toBe('coniugato');
    expect(valore(lista('servizio'), 'Ser.D')).toBe('serd');
    expect(valore(lista('sostanza'), 'thc')).toBe('cannabinoidi');
    expect(valore(lista('esito'), 'progetti conclusi/concordati')).toBe('concluso');
    expect(valore(lista('area_attivita'), 'Con le famiglie')).toBe('famiglie');
  });

  test('every voce, label and synonym of every list used is read as its voce', () => {
    const usate = Object.values(TABELLE)
      .flatMap((tabella) => Object.values(tabella.colonne) as Colonna<unknown>[])
      .flatMap(({ genere }) => (genere.tipo === 'lista' ? [genere.lista] : []));
    for (const nome of new Set(usate))
      for (const { voce, etichetta, sinonimi } of vociDi(nome))
        for (const scritto of [voce, etichetta, ...(sinonimi ?? [])])
          expect([nome, scritto, valore(lista(nome), scritto)]).toEqual([nome, scritto, voce]);
  });

  test('a mixed outcome is sent back to who recorded it', () => {
    expect(valore(lista('esito'), 'allontanamento o revoca')).toMatch(/chiedere a chi ha registrato/);
  });

  test('an unknown value says what may be written', () => {
    expect(valore(lista('sesso'), 'X')).toBe('! «X» non è previsto: scrivere uno di M, F, T.');
    expect(valore(lista('visita'), 'odontotecnica')).toMatch(/forse odontoiatrica/);
    expect(valore(valori(['mono', 'poli']), 'pluri')).toMatch(/mono, poli/);
  });

  test('several values in a cell are each read, once', () => {
    expect(valore(multipla(lista('sostanza')), 'alcol| Cocaina |alcol|')).toEqual(['alcol', 'cocaina']);
    expect(valore(multipla(lista('sostanza')), 'alcol|vino')).toMatch(/^! «vino»/);
  });
});

describe('other cells', () => {
  test('numbers', () => {
    expect(valore(intero(0, 99), '13')).toBe(13);
    expect(valore(intero(0, 99), '13.0')).toBe(13);
    expect(valore(intero(0, 99), '1,5')).toMatch(/intero/);
    expect(valore(intero(0, 99), '100')).toMatch(/fuori misura/);
    expect(valore(intero(0, 99), 'tre')).toMatch(/^! «tre»/);
    expect(valore(numero(0, 10), '1,5')).toBe(1.5);
    expect(valore(numero(0, 10), '1e1')).toMatch(/^! /);
  });

  test('yes and no', () => {
    expect(['si', 'Sì', 'X', 'VERO'].map((scritto) => valore(siNo(), scritto))).toEqual([true, true, true, true]);
    expect(['no', 'NO', 'falso', '0'].map((scritto) => valore(siNo(), scritto))).toEqual([false, false, false, false]);
    expect(valore(siNo(), 'forse')).toMatch(/si o no/);
  });

  test('States by code and by name, no withdrawn ones', () => {
    expect(['IT', 'ro', 'Romania', 'Perù', 'XX', 'zz', 'apolide'].map((scritto) => valore(paese(), scritto))).toEqual([
      'IT',
      'RO',
      'RO',
      'PE',
      'XX',
      'ZZ',
      'ZZ',
    ]);
    for (const scritto of ['YU', 'ITA', 'EU', 'Q1']) expect(valore(paese(), scritto)).toMatch(/^! /);
  });

  test('an error cell of the spreadsheet is never a value', () => {
    for (const scritto of ['#REF!', '#N/D', '#VALORE!', '#DIV/0!', '#CALC!'])
      expect(valore(testo(80), scritto)).toMatch(/errore del foglio di calcolo/);
  });

  test('spaces that cannot be seen do not count', () => {
    expect(pulisci('\u00A0 Rossi\u200B ')).toBe('Rossi');
    expect(valore(testo(3), 'lungo')).toMatch(/accorciarlo a 3/);
  });
});

describe('presence codes', () => {
  const lettore = new LettoreCodici(CODICI_PREDEFINITI);
  test('letters, labels and synonyms', () => {
    expect(['P', 'p', 'x', '1', 'Presente', 'H', 've', 'f'].map((t) => lettore.find(t))).toEqual([
      'P',
      'P',
      'P',
      'P',
      'P',
      'R',
      'U',
      'A',
    ]);
    expect(lettore.find('Z')).toBeUndefined();
    expect(lettore.messaggio('Z')).toMatch(/P, S, U, R, T, C, A/);
  });

  test('a code of the register wins over a synonym', () => {
    const conF = new LettoreCodici([
      ...CODICI_PREDEFINITI,
      { voce: 'F', etichetta: 'Festa', presente: true, pagata: true, occupaPosto: true },
      { voce: '+', etichetta: 'Prova', presente: true, pagata: true, occupaPosto: true },
    ]);
    expect(conF.find('f')).toBe('F');
    expect(conF.find('+')).toBe('+');
  });
});
