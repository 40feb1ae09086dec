import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { tabellaCodici } from '../../../domain/presenza.ts';
import { contoRiga } from '../../../renderer/presenze/conti.ts';
import {
  etichettaBreve,
  etichettaGiorno,
  etichettePerLettera,
  moduloBreve,
  type Parole,
  spiegaEsito,
  spiegaGiorno,
  spiegaRiga,
} from '../../../renderer/presenze/testo-cella.ts';
import { righeDi } from '../../../renderer/presenze/use-griglia.ts';
import { grigliaMese, rigaMese } from './mese-di-prova.ts';

const codici = [...CODICI_PREDEFINITI];
const parole: Parole = { mese: '2025-03', etichette: etichettePerLettera(codici), codici, mancantiFino: 20 };
const nome = (cognome: string, n: string) => `${cognome.toUpperCase()} ${n}`;

test('labels read inside a sentence', () => {
  expect(etichettaBreve('Uscita / rientro in famiglia (giornata intera)')).toBe('uscita');
  expect(etichettaBreve('Ricovero')).toBe('ricovero');
});

test('a day is named with its weekday, and its holiday', () => {
  expect(etichettaGiorno('2025-03', 14)).toBe('ven 14 mar');
  expect(etichettaGiorno('2025-04', 25)).toBe('ven 25 apr, Liberazione');
});

describe('the focused cell in words', () => {
  const [riga] = righeDi(
    grigliaMese([rigaMese('Rossi', { codici: `PUC.${'.'.repeat(27)}`, dataDimissione: '2025-03-28' })]),
  );
  if (!riga) throw new Error('no row');
  test.each([
    [1, 'presente, pagata'],
    [2, 'uscita, non pagata, posto conservato'],
    [3, 'carcere, non pagata, posto non conservato'],
    [4, 'da registrare, non pagata, posto conservato'],
    [25, 'non registrata, non pagata, posto conservato'],
    [28, 'fuori dalla permanenza'],
  ])('day %i: %s', (n, frase) => {
    expect(spiegaGiorno(riga, n, parole)).toBe(frase);
  });
});

test('a guest in words: dates, days, what is missing', () => {
  const dati = grigliaMese([
    rigaMese('Rossi', { codici: `PPUU${'.'.repeat(27)}`, dataDimissione: '2025-03-28', manca: ['servizio inviante'] }),
  ]);
  const [meta] = dati.righe;
  const [riga] = righeDi(dati);
  if (!meta || !riga) throw new Error('no row');
  expect(spiegaRiga(meta, contoRiga(riga, tabellaCodici(codici)), codici)).toBe(
    'ingresso mer 1 gen 2025; dimissione ven 28 mar 2025; 2 giorni presente, assente: uscita 2; scheda non completa, manca: servizio inviante',
  );
});

test('the modulo as the row shows it', () => {
  const moduli = [
    { dal: '2025-01-01', modulo: 'X-TR', tipologia: 'TR' },
    { dal: '2025-03-15', modulo: 'X-ALC', tipologia: 'ALC' },
    { dal: '2025-05-01', modulo: 'X-TR', tipologia: 'TR' },
  ];
  expect(moduloBreve(rigaMese('A', { moduli }), '2025-02')).toBe('TR');
  expect(moduloBreve(rigaMese('A', { moduli }), '2025-03')).toBe('TR→ALC');
  expect(moduloBreve(rigaMese('A', { moduli }), '2025-04')).toBe('ALC');
  expect(moduloBreve(rigaMese('A', { moduli: [] }), '2025-04')).toBe('?');
});

describe('what is said after an action', () => {
  const righe = [rigaMese('Rossi', { dataIngresso: '2025-03-10', dataDimissione: '2025-03-20' })];
  const di = (esito: Parameters<typeof spiegaEsito>[0]) => spiegaEsito(esito, righe, parole, nome);
  test('why a day cannot be typed', () => {
    expect(di({ n: 1, tipo: 'fuori', cella: { riga: 0, colonna: 5 } })).toMatch(/^ROSSI Anna: ingresso lun 10 mar/);
    expect(di({ n: 1, tipo: 'fuori', cella: { riga: 0, colonna: 20 } })).toMatch(/^ROSSI Anna: dimissione gio 20 mar/);
  });
  test('which letters are codes', () => {
    expect(di({ n: 1, tipo: 'lettera', lettera: 'x' })).toMatch(/^«x» non è un codice\. I codici sono P presente, S /);
  });
  test('how many were pasted and skipped', () => {
    expect(di({ n: 1, tipo: 'incollati', quanti: 42, saltati: 3 })).toBe(
      'Incollati 42 giorni; 3 saltati perché fuori dalla permanenza o dal mese.',
    );
    expect(di({ n: 1, tipo: 'incollati', quanti: 1, saltati: 0 })).toBe('Incollato 1 giorno.');
  });
  test('a pasted value that is no code is shown short', () => {
    const frase = di({ n: 1, tipo: 'incolla_rifiutato', valore: 'x'.repeat(500), riga: 2, colonna: 3 });
    expect(frase).toContain('(riga 2, colonna 3)');
    expect(frase.length).toBeLessThan(300);
  });
});
