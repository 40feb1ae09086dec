import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { tabellaCodici } from '../../../domain/presenza.ts';
import { nomeProprio } from '../../../renderer/ingresso/nome-proprio.ts';
import { postiLiberi } from '../../../renderer/ingresso/posti-liberi.ts';
import { schemaGiorno, schemaNascita } from '../../../renderer/ingresso/schema-giorno.ts';
import { grigliaMese, rigaMese } from '../presenze/mese-di-prova.ts';

test.each([
  ['rossi', 'Rossi'],
  ['DE LUCA', 'De Luca'],
  ["d'angelo", "D'Angelo"],
  ['  maria   grazia ', 'Maria Grazia'],
  ['anna-lisa', 'Anna-Lisa'],
  ['McGregor', 'McGregor'],
  ['élise', 'Élise'],
])('%s → %s', (digitato, scritto) => {
  expect(nomeProprio(digitato)).toBe(scritto);
});

describe('a typed date', () => {
  const messaggio = (schema: ReturnType<typeof schemaGiorno>, testo: string) =>
    schema.safeParse(testo).error?.issues[0]?.message;
  test('is read as people write it', () => {
    const schema = schemaGiorno('2025-03-21');
    expect(schema.parse('5/3')).toBe('2025-03-05');
    expect(schema.parse('ieri')).toBe('2025-03-20');
    expect(messaggio(schema, '')).toBe('Scrivere la data.');
    expect(messaggio(schema, '31/2')).toMatch(/non esiste/);
  });
  test('of birth is never in the future', () => {
    const schema = schemaNascita('2025-03-21');
    expect(schema.parse('01031985')).toBe('1985-03-01');
    expect(messaggio(schema, '1/1/2030')).toMatch(/futuro/);
    expect(messaggio(schema, 'boh')).toMatch(/non esiste/);
  });
});

test('free places: those available less those kept that day, by the modulo of that day', () => {
  const tabella = tabellaCodici(CODICI_PREDEFINITI);
  const moduli = [
    { dal: '2025-01-01', modulo: 'CASA00-TR', tipologia: 'TR' },
    { dal: '2025-03-10', modulo: 'CASA00-ALC', tipologia: 'ALC' },
  ];
  const mese = grigliaMese([
    rigaMese('A', { codici: `PC${'.'.repeat(29)}` }),
    rigaMese('B', { dataDimissione: '2025-03-05' }),
    rigaMese('C', { moduli }),
  ]);
  const liberi = (giorno: string) => postiLiberi(mese, tabella, 'CASA00-TR', giorno);
  expect(liberi('2025-03-01')).toEqual({ liberi: 1, su: 4 });
  expect(liberi('2025-03-02')).toEqual({ liberi: 2, su: 4 });
  expect(liberi('2025-03-05')).toEqual({ liberi: 2, su: 4 });
  expect(liberi('2025-03-10')).toEqual({ liberi: 3, su: 4 });
  expect(postiLiberi(mese, tabella, 'ALTRO', '2025-03-01')).toEqual({ liberi: 0, su: 0 });
});
