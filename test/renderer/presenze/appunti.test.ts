import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAppunti, parseAppunti } from '../../../renderer/presenze/appunti.ts';
import { reduceGriglia } from '../../../renderer/presenze/griglia-reducer.ts';
import { createStato, type RigaGriglia } from '../../../renderer/presenze/griglia-stato.ts';

describe('what a spreadsheet gives', () => {
  test.each([
    [
      'P\tU\r\nR\t\r\n',
      [
        ['P', 'U'],
        ['R', ''],
      ],
    ],
    [
      'P\tU\nR\tS',
      [
        ['P', 'U'],
        ['R', 'S'],
      ],
    ],
    ['P\rU', [['P'], ['U']]],
    ['"P"\t" u "', [['P', 'u']]],
    ['"a""b"', [['a"b']]],
    [' P ', [['P']]],
    ['\t', [['', '']]],
    ['\n', [['']]],
    ['', []],
  ])('%j', (testo, celle) => {
    expect(parseAppunti(testo)).toEqual(celle);
  });
});

const LETTERE = 'PSURTCA';
const arbRighe = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 0, max: 31 }),
      fc.array(fc.constantFrom('.', ...LETTERE), { minLength: 31, maxLength: 31 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((righe) =>
    righe.map(([primo, lungo, codici], i): RigaGriglia => {
      const ultimo = Math.min(31, primo + lungo - 1);
      const dentro = codici.map((c, g) => (g + 1 >= primo && g + 1 <= ultimo ? c : '.')).join('');
      return { ingressoId: `i${i}`, primo, ultimo, codici: dentro };
    }),
  );

test('a month copied and pasted over an empty one is the same month', () => {
  fc.assert(
    fc.property(arbRighe, fc.constantFrom('\n', '\r\n'), (righe, aCapo) => {
      const tutto = { daRiga: 0, aRiga: righe.length - 1, daColonna: 1, aColonna: 31 };
      const testo = formatAppunti(righe, tutto).replaceAll('\n', aCapo) + aCapo;
      const vuote = righe.map((r) => ({ ...r, codici: '.'.repeat(31) }));
      const inizio = createStato({ righe: vuote, giorni: 31, lettere: LETTERE, presente: 'P', bloccata: false });
      const dopo = reduceGriglia(inizio, { tipo: 'incolla', celle: parseAppunti(testo) });
      expect(dopo.righe.map((r) => r.codici)).toEqual(righe.map((r) => r.codici));
      expect(dopo.esito).toMatchObject({ tipo: 'incollati', saltati: 0 });
    }),
  );
});

test('what is copied is what is selected, day by day', () => {
  const righe: RigaGriglia[] = [
    { ingressoId: 'a', primo: 2, ultimo: 31, codici: `.PU${'.'.repeat(28)}` },
    { ingressoId: 'b', primo: 1, ultimo: 2, codici: `RS${'.'.repeat(29)}` },
  ];
  expect(formatAppunti(righe, { daRiga: 0, aRiga: 1, daColonna: 1, aColonna: 3 })).toBe('\tP\tU\nR\tS\t');
});
