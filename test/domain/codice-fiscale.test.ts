import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CheckDigitizer } from '@marketto/codice-fiscale-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avvisiCodiceFiscale,
  isCodiceFiscale,
  letteraDiControllo,
  normalizeCodiceFiscale,
  senzaOmocodia,
  treLettereCognome,
  treLettereNome,
} from '../../domain/codice-fiscale.ts';
import { CARTELLA_CAMPIONE } from './campione.ts';

const ROSSI = {
  codiceFiscale: 'RSSMRA80A01H501U',
  cognome: 'Rossi',
  nome: 'Mario',
  sesso: 'M',
  dataNascita: '1980-01-01',
};

/** The same code with other first 15 characters and its own check letter. */
function conLettera(primi15: string): string {
  return primi15 + letteraDiControllo(primi15);
}

describe('codice fiscale', () => {
  test('a right one has no warnings, however it is typed', () => {
    expect(avvisiCodiceFiscale(ROSSI)).toEqual([]);
    expect(avvisiCodiceFiscale({ ...ROSSI, codiceFiscale: ' rss mra 80a01 h501u ' })).toEqual([]);
    expect(normalizeCodiceFiscale('rss mra-80a01.h501u')).toBe('RSSMRA80A01H501U');
    expect(avvisiCodiceFiscale({ ...ROSSI, codiceFiscale: '' })).toEqual([]);
  });

  test('the check letter agrees with an independent implementation', () => {
    const carattere = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    fc.assert(
      fc.property(fc.string({ unit: carattere, minLength: 15, maxLength: 15 }), (primi) => {
        expect(letteraDiControllo(primi)).toBe(CheckDigitizer.checkDigit(`${primi}A`));
      }),
    );
  });

  test('one wrong character is noticed', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), (i, c) => {
        const cf = ROSSI.codiceFiscale;
        const errato = cf.slice(0, i) + c + cf.slice(i + 1);
        if (errato !== cf) expect(avvisiCodiceFiscale({ ...ROSSI, codiceFiscale: errato })).not.toEqual([]);
      }),
    );
  });

  test('every codice fiscale of the sample agrees with its person', () => {
    const [, ...righe] = readFileSync(join(CARTELLA_CAMPIONE, 'ospiti.csv'), 'utf8').trim().split(/\r?\n/);
    const conCodice = righe.map((r) => r.split(';')).filter((r) => r[7]);
    expect(conCodice.length).toBeGreaterThan(50);
    for (const [, cognome = '', nome = '', sesso = '', dataNascita = '', , , codiceFiscale = ''] of conCodice) {
      const avvisi = avvisiCodiceFiscale({ cognome, nome, sesso, dataNascita, codiceFiscale });
      expect([codiceFiscale, avvisi]).toEqual([codiceFiscale, []]);
    }
  });

  test('omocodia is accepted', () => {
    const omocodo = conLettera('RSSMRA80A01H50M');
    expect(omocodo).not.toBe(ROSSI.codiceFiscale);
    expect(isCodiceFiscale(omocodo)).toBe(true);
    expect(avvisiCodiceFiscale({ ...ROSSI, codiceFiscale: omocodo })).toEqual([]);
    const tutto = conLettera('RSSMRAULALMHRLM');
    expect(avvisiCodiceFiscale({ ...ROSSI, codiceFiscale: tutto })).toEqual([]);
    expect(senzaOmocodia('RSSMRAULALMHRLMX')).toBe('RSSMRA80A01H501X');
  });

  test('each warning says what is wrong', () => {
    const avvisi = (diverso: Partial<typeof ROSSI>) => avvisiCodiceFiscale({ ...ROSSI, ...diverso }).join('|');
    expect(avvisi({ codiceFiscale: 'RSSMRA80A01H501' })).toMatch(/15 caratteri invece di 16/);
    expect(avvisi({ codiceFiscale: 'RSSMRA80A01H501A' })).toMatch(/lettera finale/);
    expect(avvisi({ codiceFiscale: 'RSSMRA8XA01H501U' })).toMatch(/posizioni impossibili/);
    expect(avvisi({ codiceFiscale: conLettera('RSSMRA80B30H501') })).toMatch(/data di nascita che non esiste/);
    expect(avvisi({ cognome: 'Bianchi' })).toMatch(/cognome Bianchi/);
    expect(avvisi({ nome: 'Luca' })).toMatch(/nome Luca/);
    expect(avvisi({ sesso: 'F' })).toMatch(/registrata come maschio/);
    expect(avvisi({ dataNascita: '1980-02-01' })).toMatch(/data di nascita/);
    expect(avvisi({ sesso: 'T' })).toBe('');
    expect(avvisi({ codiceFiscale: '12345678901' })).toMatch(/cifra di controllo/);
    expect(avvisi({ codiceFiscale: '12345678903' })).toBe('');
  });

  test('born on another day or sex, with the code of that day', () => {
    const maria = { ...ROSSI, nome: 'Maria', sesso: 'F', codiceFiscale: conLettera('RSSMRA80A41H501') };
    expect(avvisiCodiceFiscale(maria)).toEqual([]);
    const vecchia = { ...ROSSI, dataNascita: '1918-12-31', codiceFiscale: conLettera('RSSMRA18T31H501') };
    expect(avvisiCodiceFiscale(vecchia)).toEqual([]);
  });

  test('the letters of surnames and names', () => {
    expect([treLettereCognome('Fo'), treLettereCognome('D’Angelò'), treLettereCognome('Aiello')]).toEqual([
      'FOX',
      'DNG',
      'LLA',
    ]);
    expect([treLettereNome('Gianfranco'), treLettereNome('Mario'), treLettereNome('Al')]).toEqual([
      'GFR',
      'MRA',
      'LAX',
    ]);
  });
});
