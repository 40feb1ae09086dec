import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCsv, readCsv, separatoreDi } from '../../../electron/foglio/foglio-csv.ts';

const utf8 = (testo: string) => new TextEncoder().encode(testo);

function righe(testo: string | Uint8Array) {
  const bytes = typeof testo === 'string' ? utf8(testo) : testo;
  return [...readCsv('prova.csv', 'prova', bytes)].flatMap((lotto) => lotto.righe);
}

describe('encodings', () => {
  const testo = 'città;perché;Niccolò\r\nè;à;€';
  test.each([
    ['UTF-8', utf8(testo)],
    ['UTF-8 with BOM', utf8(`\uFEFF${testo}`)],
    ['UTF-16 LE with BOM', new Uint8Array(Buffer.from(`\uFEFF${testo}`, 'utf16le'))],
    ['UTF-16 BE with BOM', new Uint8Array(Buffer.from(`\uFEFF${testo}`, 'utf16le').swap16())],
    ['Windows-1252', Uint8Array.from(testo, (c) => (c === '€' ? 0x80 : c.charCodeAt(0)))],
  ])('%s', (_, bytes) => {
    expect(decodeCsv(bytes)).toBe(testo);
    expect(righe(bytes).map((r) => r.celle)).toEqual([
      ['città', 'perché', 'Niccolò'],
      ['è', 'à', '€'],
    ]);
  });
});

describe('separators', () => {
  test.each([
    ['a;b;c', ';'],
    ['a,b,c', ','],
    ['a\tb', '\t'],
    ['"x,y,z";b', ';'],
    ['solo', ';'],
    ['\r\n\r\na,b', ','],
  ])('%j is separated by %j', (testo, atteso) => {
    expect(separatoreDi(testo)).toBe(atteso);
  });

  test('a sep= line names it and is a row of the sheet', () => {
    expect(righe('sep=,\r\na,b\r\n1,2')).toEqual([
      { riga: 2, celle: ['a', 'b'] },
      { riga: 3, celle: ['1', '2'] },
    ]);
  });
});

describe('rows', () => {
  test('are numbered as in the spreadsheet: empty ones count, a cell over two lines is one row', () => {
    expect(righe('a;b\r\n\r\n"due\r\nrighe";x\r\n;\r\ny;z\r\n')).toEqual([
      { riga: 1, celle: ['a', 'b'] },
      { riga: 3, celle: ['due\r\nrighe', 'x'] },
      { riga: 5, celle: ['y', 'z'] },
    ]);
  });

  test('every end of line is one', () => {
    for (const fine of ['\n', '\r\n', '\r']) expect(righe(`a;b${fine}c;d${fine}`)).toHaveLength(2);
  });

  test('a quote that is never closed spoils its row and no other', () => {
    const lette = righe('a;b\n1;"aperta\n2;"buona"\n3;c');
    expect(lette.map(({ riga, guasto }) => [riga, guasto !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(lette[2]?.celle).toEqual(['2', 'buona']);
  });

  test('text after a closing quote belongs to the cell', () => {
    expect(righe('a;b\n"Casa" Aurora;x')[1]?.celle).toEqual(['Casa Aurora', 'x']);
  });

  test('a binary file is refused', () => {
    expect(() => righe('a;b\0c')).toThrow(/non è un testo CSV/);
  });

  test('any table comes back as it was written', () => {
    const cella = fc.string({
      unit: fc.constantFrom('a', 'è', ' ', '"', ';', ',', '\n', '\r', "'", '=', '1'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cella, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (tabella, fine) => {
          const testo = tabella
            .map((celle) => celle.map((testo) => `"${testo.replaceAll('"', '""')}"`).join(';'))
            .join(fine);
          const attese = tabella.filter((celle) => celle.some((testo) => testo !== ''));
          const senza = (testo: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(testo) ? testo.slice(1) : testo);
          expect(righe(testo).map((r) => r.celle)).toEqual(attese.map((celle) => celle.map(senza)));
        },
      ),
    );
  });
});
