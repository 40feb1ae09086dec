import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avvisiCodiceFiscale, codiceFiscaleDa, isCodiceFiscale, luogoNelCodice } from '../../domain/codice-fiscale.ts';
import { avvisiIdentificativo, scadenzaIdentificativo } from '../../domain/identificativo.ts';
import { avvisiDelSolo } from '../aiuti/identita.ts';

const OGGI = '2025-04-03';
const CHI = { cognome: 'Rossi', nome: 'Mario', sesso: 'M', dataNascita: '1980-01-01' };

describe('what a person is known by', () => {
  test('STP and ENI: form, day issued, six months', () => {
    const stp = { ...CHI, tipo: 'STP', codice: 'STP0301231234567', identificativoDal: '2025-01-10' };
    expect(avvisiIdentificativo(stp, OGGI)).toEqual([]);
    expect(scadenzaIdentificativo('STP', '2025-08-31')).toBe('2026-02-28');
    expect(scadenzaIdentificativo('CF', '2025-08-31')).toBeUndefined();
    expect(avvisiDelSolo({ ...stp, identificativoDal: '2024-09-01' }, OGGI)).toMatch('scaduto il 01/03/2025');
    expect(avvisiDelSolo({ ...stp, identificativoDal: null }, OGGI)).toMatch('giorno di rilascio');
    expect(avvisiDelSolo({ ...stp, codice: 'STP123' }, OGGI)).toMatch('13 cifre');
    expect(avvisiDelSolo({ ...stp, tipo: 'ENI' }, OGGI)).toMatch('«ENI»');
  });

  test('nothing at all, a provisional one, one still to come', () => {
    const senza = { ...CHI, codice: null, identificativoDal: null };
    expect(avvisiIdentificativo({ ...senza, tipo: 'NESSUNO' }, OGGI)).toEqual([]);
    expect(avvisiIdentificativo({ ...senza, tipo: null }, OGGI)).toEqual([]);
    expect(avvisiDelSolo({ ...senza, tipo: 'CF' }, OGGI)).toMatch('non è ancora scritto');
    expect(avvisiDelSolo({ ...senza, tipo: 'NESSUNO', codice: 'X' }, OGGI)).toMatch('scegliere il tipo');
    expect(avvisiDelSolo({ ...senza, tipo: 'CFP', codice: '123' }, OGGI)).toMatch('3 cifre invece di 11');
  });
});

describe('the code that follows from the data', () => {
  test('the worked example, and what it says of the place', () => {
    expect(codiceFiscaleDa({ ...CHI, luogoNascitaCodice: 'H501' })).toBe('RSSMRA80A01H501U');
    expect(codiceFiscaleDa(CHI)).toBeUndefined();
    expect(codiceFiscaleDa({ ...CHI, sesso: 'T', luogoNascitaCodice: 'H501' })).toBeUndefined();
    expect(luogoNelCodice('RSSMRA80A01H501U')).toBe('H501');
    // omocodia of the last digit: the place is read all the same
    expect(luogoNelCodice('RSSMRA80A01H50MX')).toBe('H501');
  });

  test('whoever the person, it is a codice fiscale without a warning, place included', () => {
    const nome = fc.stringMatching(/^[A-Za-zàèéìòù' ]{1,12}$/).filter((s) => /[A-Za-z]/.test(s.normalize('NFKD')));
    const giorno = fc
      .date({ min: new Date('1925-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const luogo = fc.stringMatching(/^[A-MZ]\d{3}$/);
    fc.assert(
      fc.property(nome, nome, fc.constantFrom('M', 'F'), giorno, luogo, (cognome, dato, sesso, dataNascita, codice) => {
        const dati = { cognome, nome: dato, sesso, dataNascita, luogoNascitaCodice: codice };
        const codiceFiscale = codiceFiscaleDa(dati) ?? '';
        expect(isCodiceFiscale(codiceFiscale)).toBe(true);
        expect(avvisiCodiceFiscale({ ...dati, codiceFiscale })).toEqual([]);
        const altrove = codice === 'A001' ? 'A002' : 'A001';
        expect(avvisiCodiceFiscale({ ...dati, codiceFiscale, luogoNascitaCodice: altrove })).toHaveLength(1);
      }),
    );
  });
});
