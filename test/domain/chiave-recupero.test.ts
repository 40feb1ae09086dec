import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BYTE_RECUPERO,
  normalizeGruppo,
  readChiaveRecupero,
  ultimoGruppo,
  writeChiaveRecupero,
} from '../../domain/chiave-recupero.ts';

const casuali = fc.uint8Array({ minLength: BYTE_RECUPERO, maxLength: BYTE_RECUPERO });
const ALFABETO = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('the recovery key on paper', () => {
  test('eight groups of five, 160 bits, all of them told apart', () => {
    expect(BYTE_RECUPERO * 8).toBe(160);
    expect(writeChiaveRecupero(new Uint8Array(20))).toBe('00000-00001-00002-00003-00004-00005-00006-00007');
    expect(writeChiaveRecupero(new Uint8Array(20).fill(255))).toMatch(/^(ZZZZ[0-9A-Z]-){7}ZZZZ[0-9A-Z]$/);
    fc.assert(
      fc.property(casuali, casuali, (a, b) => {
        const uguali = Buffer.from(a).equals(Buffer.from(b));
        return (writeChiaveRecupero(a) === writeChiaveRecupero(b)) === uguali;
      }),
    );
  });

  test('read back whatever the case, the spaces, O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(casuali, fc.constantFrom('-', ' ', '', ' – ', '\n'), fc.constantFrom('I', 'l'), (byte, fra, uno) => {
        const chiave = writeChiaveRecupero(byte);
        const scritta = chiave.replaceAll('-', fra).toLowerCase().replaceAll('0', 'o').replaceAll('1', uno);
        expect(readChiaveRecupero(` ${scritta} `)).toEqual({ chiave });
      }),
    );
  });

  test('one wrong character, two swapped, two groups swapped: refused, and the group is named', () => {
    fc.assert(
      fc.property(casuali, fc.nat(7), fc.nat(4), fc.constantFrom(...ALFABETO), (byte, g, posto, altra) => {
        const gruppi = writeChiaveRecupero(byte).split('-');
        const vero = gruppi[g] ?? '';
        fc.pre(vero.charAt(posto) !== altra);
        gruppi[g] = vero.slice(0, posto) + altra + vero.slice(posto + 1);
        const letta = readChiaveRecupero(gruppi.join('-'));
        expect(letta).toMatchObject({ errore: expect.stringContaining(`Il gruppo ${g + 1} («${gruppi[g]}»)`) });
      }),
    );
    fc.assert(
      fc.property(casuali, fc.nat(7), fc.nat(3), (byte, g, posto) => {
        const gruppi = writeChiaveRecupero(byte).split('-');
        const lettere = [...(gruppi[g] ?? '')];
        const [a = '', b = ''] = lettere.slice(posto, posto + 2);
        fc.pre(a !== b);
        gruppi[g] = lettere
          .with(posto, b)
          .with(posto + 1, a)
          .join('');
        expect(readChiaveRecupero(gruppi.join('-'))).toHaveProperty('errore');
      }),
    );
    fc.assert(
      fc.property(casuali, fc.nat(7), fc.nat(7), (byte, a, b) => {
        const gruppi = writeChiaveRecupero(byte).split('-');
        fc.pre(a !== b);
        const scambiati = gruppi.with(a, gruppi[b] ?? '').with(b, gruppi[a] ?? '');
        expect(readChiaveRecupero(scambiati.join('-'))).toHaveProperty('errore');
      }),
    );
  });

  test('short, long, empty, or with a letter that is not there: said', () => {
    const chiave = writeChiaveRecupero(new Uint8Array(20).fill(7));
    expect(readChiaveRecupero('')).toEqual({ errore: 'La chiave ha 8 gruppi di 5 caratteri: qui sono 0.' });
    expect(readChiaveRecupero(chiave.slice(0, 17))).toMatchObject({ errore: expect.stringContaining('qui sono 3') });
    expect(readChiaveRecupero(`${chiave}-00000`)).toMatchObject({ errore: expect.stringContaining('di troppo') });
    expect(readChiaveRecupero(chiave.replace(/^./, 'U'))).toMatchObject({
      errore: expect.stringContaining('gruppo 1'),
    });
    // a character lost in the third group is said there, not at the end
    const gruppi = chiave.split('-');
    const monca = gruppi.with(2, (gruppi[2] ?? '').slice(1)).join('-');
    expect(readChiaveRecupero(monca)).toMatchObject({ errore: expect.stringContaining('gruppo 3') });
  });

  test('the last group, typed back as one can', () => {
    expect(ultimoGruppo('AAAAA-B01CD')).toBe('B01CD');
    expect(normalizeGruppo(' bo lcd ')).toBe('B01CD');
  });
});
