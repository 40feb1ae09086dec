import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perchePotrebbeEssere } from '../../domain/doppione.ts';
import { distanza, scartoParola } from '../../domain/somiglianza.ts';

const parola = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 7 });

describe('how far two words are', () => {
  test('one slip of each kind is one', () => {
    expect(distanza('FERRARI', 'FERARI', 3)).toBe(1);
    expect(distanza('FERRARI', 'FERRARIS', 3)).toBe(1);
    expect(distanza('FERRARI', 'FERRAZI', 3)).toBe(1);
    expect(distanza('FERRARI', 'FERRAIR', 3)).toBe(1);
    expect(distanza('ROSSI', 'BIANCHI', 2)).toBe(3);
  });

  test('symmetric, zero only for the same word, never more than the longer, cut at the bound', () => {
    fc.assert(
      fc.property(parola, parola, fc.nat(4), (a, b, massimo) => {
        const piena = distanza(a, b, 20);
        expect(distanza(b, a, 20)).toBe(piena);
        expect(piena === 0).toBe(a === b);
        expect(piena).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distanza(a, b, massimo)).toBe(Math.min(piena, massimo + 1));
      }),
    );
  });

  test('a slip of each kind put into any word is found', () => {
    fc.assert(
      fc.property(
        parola.filter((w) => w.length > 1),
        fc.nat(),
        (w, n) => {
          const i = n % (w.length - 1);
          const scambiata = w.slice(0, i) + w.charAt(i + 1) + w.charAt(i) + w.slice(i + 2);
          expect(distanza(w, scambiata, 2)).toBeLessThanOrEqual(1);
          expect(distanza(w, w.slice(0, i) + w.slice(i + 1), 2)).toBe(1);
        },
      ),
    );
  });

  test('a word still being typed answers to a longer one; a short one only to itself', () => {
    expect(scartoParola('FERR', 'FERRARINI')).toBe(0);
    expect(scartoParola('FERRAI', 'FERRARINI')).toBe(1);
    expect(scartoParola('LI', 'LO')).toBeUndefined();
    expect(scartoParola('ROSSI', 'BIANCHI')).toBeUndefined();
  });
});

describe('why one may be another', () => {
  const noto = { cognome: 'Ferrari', nome: 'Bruno', dataNascita: '1983-07-14', codiceFiscale: 'FRRBRN83L14B157K' };
  const nuovo = { ...noto, codiceFiscale: null };
  test.each([
    [{ ...nuovo, codiceFiscale: 'frr brn 83l14 b157k', cognome: 'Altro' }, 'stesso codice fiscale'],
    [nuovo, 'stesso nome e stessa data di nascita'],
    [{ ...nuovo, cognome: 'Ferari' }, 'stessa data di nascita, cognome simile'],
    [{ ...nuovo, cognome: 'Ferrari Rossi' }, 'stessa data di nascita, cognome simile'],
    [{ ...nuovo, nome: 'Paolo' }, 'stessa data di nascita, stesso cognome'],
    [{ ...nuovo, cognome: 'Bruno', nome: 'Ferrari' }, 'cognome e nome scambiati'],
    [{ ...nuovo, dataNascita: '1938-07-14' }, 'stesso nome, data di nascita vicina'],
    [{ ...nuovo, dataNascita: null, cognome: 'Ferrrari' }, 'cognome e nome simili'],
    [{ ...nuovo, dataNascita: '1990-01-01', cognome: 'Ferari' }, undefined],
    [{ ...nuovo, cognome: 'Rossi', nome: 'Anna' }, undefined],
    // only the year is known: names must be near, day and month say nothing
    [{ ...nuovo, dataNascita: '1983' }, 'stesso nome e stesso anno di nascita'],
    [{ ...nuovo, dataNascita: '1983', cognome: 'Ferari' }, 'nome simile e stesso anno di nascita'],
    [{ ...nuovo, dataNascita: '1983', nome: 'Paolo' }, undefined],
    [{ ...nuovo, dataNascita: '1985' }, 'stesso cognome e nome'],
    [{ ...nuovo, dataNascita: '1985', cognome: 'Ferari' }, undefined],
    [{ ...nuovo, cognome: '', nome: '', dataNascita: null }, undefined],
  ])('%j', (chi, perche) => {
    expect(perchePotrebbeEssere(chi, noto)).toBe(perche);
  });
});
