import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiaveNome,
  gruppiDiPersone,
  type Identita,
  normalizeNome,
  possibileStessaPersona,
  stessaPersona,
} from '../../domain/persona.ts';

function identita(id: string, nome: string, dataNascita: string, codiceFiscale: string | null): Identita {
  return { id, chiaveNome: nome, dataNascita, codiceFiscale };
}

const ROSSI = identita('a', 'ROSSI MARIO', '1980-01-01', 'RSSMRA80A01H501U');

describe('normalised full name', () => {
  test.each([
    ['D’Angelò', 'José  María', 'DANGELO JOSE MARIA'],
    ["D'ANGELO", 'Jose Maria', 'DANGELO JOSE MARIA'],
    ["Nicolo'", ' Anna-Maria ', 'NICOLO ANNA MARIA'],
    ['Nicolò', 'Anna Maria', 'NICOLO ANNA MARIA'],
    ['Đorđević', 'Łukasz', 'DORDEVIC LUKASZ'],
    ['Straße', 'Ærø', 'STRASSE AERO'],
    ['Şahin', 'Çağla', 'SAHIN CAGLA'],
    ['Rossi', '', 'ROSSI'],
  ])('%s %s', (cognome, nome, atteso) => {
    expect(chiaveNome(cognome, nome)).toBe(atteso);
  });

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        expect(normalizeNome(normalizeNome(s))).toBe(normalizeNome(s));
      }),
    );
  });
});

describe('same person', () => {
  test('two of three facts are enough, one is not', () => {
    expect(stessaPersona(ROSSI, { ...ROSSI, id: 'b', codiceFiscale: null })).toBe(true);
    expect(stessaPersona(ROSSI, { ...ROSSI, id: 'b', dataNascita: '1990-01-01' })).toBe(true);
    expect(stessaPersona(ROSSI, { ...ROSSI, id: 'b', chiaveNome: 'ROSSI MARIA' })).toBe(true);
    const soloNome = { ...ROSSI, id: 'b', dataNascita: '1990-01-01', codiceFiscale: null };
    const soloCf = { ...ROSSI, id: 'b', dataNascita: '1990-01-01', chiaveNome: 'ROSSI MARIA' };
    const soloNascita = { ...ROSSI, id: 'b', codiceFiscale: null, chiaveNome: 'VERDI ANNA' };
    for (const [altro, possibile] of [
      [soloNome, true],
      [soloCf, true],
      [soloNascita, false],
    ] as const) {
      expect(stessaPersona(ROSSI, altro)).toBe(false);
      expect(possibileStessaPersona(ROSSI, altro)).toBe(possibile);
    }
    expect(possibileStessaPersona(ROSSI, { ...ROSSI, id: 'b' })).toBe(false);
  });

  test('a missing codice fiscale equals nothing; its spelling does not matter', () => {
    const senza = { ...ROSSI, codiceFiscale: null };
    expect(stessaPersona(senza, { ...senza, id: 'b', dataNascita: '1990-01-01' })).toBe(false);
    expect(
      stessaPersona(
        { ...senza, codiceFiscale: '' },
        { ...senza, id: 'b', dataNascita: '1990-01-01', codiceFiscale: '' },
      ),
    ).toBe(false);
    expect(stessaPersona(ROSSI, { ...ROSSI, id: 'b', chiaveNome: 'X', codiceFiscale: 'rss mra 80a01 h501u' })).toBe(
      true,
    );
  });

  test('groups close through a third ospite, and take the smallest id', () => {
    const gruppi = gruppiDiPersone([
      identita('c', 'ROSSI MARIO', '1980-01-01', null),
      identita('b', 'ROSSI MARIA', '1980-01-01', 'RSSMRA80A01H501U'),
      identita('a', 'ROSSI MARIO', '1990-01-01', 'RSSMRA80A01H501U'),
      identita('d', 'ROSSI MARIO', '1980-01-01', 'RSSMRA80A01H501U'),
      identita('e', 'VERDI ANNA', '1980-01-01', null),
    ]);
    expect(Object.fromEntries(gruppi)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'a', e: 'e' });
  });

  const pochi = fc.record({
    chiaveNome: fc.constantFrom('ROSSI MARIO', 'ROSSI MARIA', 'VERDI ANNA', ''),
    dataNascita: fc.constantFrom('1980-01-01', '1990-01-01', '2000-01-01'),
    codiceFiscale: fc.constantFrom('CF1', 'CF2', 'CF3', null),
  });
  const elenco = fc
    .array(pochi, { maxLength: 9 })
    .map((righe) => righe.map((r, i): Identita => ({ id: String.fromCharCode(97 + i), ...r })));

  test('the groups do not depend on the order, and are the transitive closure of stessaPersona', () => {
    const conOrdine = elenco.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length })),
    );
    fc.assert(
      fc.property(conOrdine, ([ids, mescolati]) => {
        const gruppi = gruppiDiPersone(ids);
        expect(new Map([...gruppiDiPersone(mescolati)].sort())).toEqual(new Map([...gruppi].sort()));
        const attesi = new Map(ids.map((i) => [i.id, i.id]));
        for (let cambia = true; cambia; ) {
          cambia = false;
          for (const a of ids) {
            for (const b of ids) {
              const [x = '', y = ''] = [attesi.get(a.id), attesi.get(b.id)];
              if (x >= y || !stessaPersona(a, b)) continue;
              attesi.set(b.id, x);
              cambia = true;
            }
          }
        }
        expect(gruppi).toEqual(attesi);
      }),
    );
  });
});
