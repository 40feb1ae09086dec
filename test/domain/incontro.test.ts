import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSomiglianza, isProtetto } from '../../domain/incontro.ts';

test('a meeting is protected by its kind as by its own word', () => {
  expect(isProtetto({ protetto: false, tipoFamiglia: 'incontro_protetto' })).toBe(true);
  expect(isProtetto({ protetto: true, tipoFamiglia: null })).toBe(true);
  expect(isProtetto({ protetto: false, tipoFamiglia: 'colloquio' })).toBe(false);
});

describe('who came, as written, and a person around the guest', () => {
  const PADRE = { nome: 'Mario Rossi', legame: 'padre' };

  test.each([
    ['Mario Rossi', 'nome'],
    ['Rossi Mario', 'nome'],
    ['Mario G. Rossi', 'nome'],
    ['la zia e ROSSI Mariò', 'nome'],
    ['sig. Rossi', 'forse'],
    ['Mario', 'forse'],
    ['il padre', 'forse'],
    ['papà', 'forse'],
    ['i genitori', 'forse'],
    ['la nonna materna', null],
    ['dott. Neri, assistente sociale', null],
    ['Rossini Marino', null],
  ])('«%s»: %s', (scritto, come) => {
    expect(findSomiglianza(scritto, PADRE)).toBe(come);
  });

  test('a first name alone beside another surname is somebody else, where the surname is known', () => {
    expect(findSomiglianza('Mario Bianchi', { nome: 'ROSSI Mario', legame: 'ex compagno' })).toBeNull();
    expect(findSomiglianza('Mario Bianchi', PADRE, ['Rossi'])).toBeNull();
    expect(findSomiglianza('sig. Mario, la zia', PADRE, ['Rossi'])).toBe('forse');
    expect(findSomiglianza('il convivente', { nome: 'ROSSI Mario', legame: 'ex compagno' })).toBe('forse');
    // under a code, only what they are to the guest
    expect(findSomiglianza('C-AB12CD', { nome: 'C-AB12CD', legame: 'padre', riservato: true })).toBeNull();
    expect(findSomiglianza('il papà', { nome: 'C-AB12CD', legame: 'padre', riservato: true })).toBe('forse');
  });

  test('all the names, in any order, among any others and with any sign between, are always recognised', () => {
    const parola = fc.stringMatching(/^[A-Z][a-zàèé]{3,8}$/);
    const segno = fc.constantFrom(' ', ', ', ' e ', ' - ');
    fc.assert(
      fc.property(
        fc.uniqueArray(parola, { minLength: 2, maxLength: 3 }),
        fc.array(parola),
        segno,
        (nomi, altri, tra) => {
          const scritto = [...altri, ...nomi.toReversed(), ...altri].join(tra);
          expect(findSomiglianza(scritto, { nome: nomi.join(' '), legame: 'zio' })).toBe('nome');
        },
      ),
    );
  });
});
