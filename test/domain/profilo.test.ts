import { expect, test } from 'vitest';
import { campiMancanti, contaProfili, PROFILO_VUOTO, type Profilo } from '../../domain/profilo.ts';

test('counts by value in alphabetical order, a missing one as non_noto', () => {
  const uno: Profilo = { ...PROFILO_VUOTO, statoCivile: 'vedovo', figliMinori: 'si' };
  const conto = contaProfili([uno, { ...uno, statoCivile: 'coniugato' }, { ...uno, statoCivile: '' }]);
  expect(Object.keys(conto)).toEqual([
    'stato_civile',
    'figli_minori',
    'istruzione',
    'occupazione',
    'provenienza',
    'carcerazioni',
    'dipendenza',
  ]);
  expect(Object.entries(conto.stato_civile)).toEqual([
    ['coniugato', 1],
    ['non_noto', 1],
    ['vedovo', 1],
  ]);
  expect(conto.figli_minori).toEqual({ si: 3 });
  expect(conto.dipendenza).toEqual({ non_noto: 3 });
  expect(contaProfili([]).istruzione).toEqual({});
});

test('missing fields are named, and depend on the utenza', () => {
  expect(campiMancanti(PROFILO_VUOTO, 'MINORE')).toEqual(['provenienza']);
  expect(campiMancanti(PROFILO_VUOTO, 'DUS')).toHaveLength(7);
  expect(campiMancanti(PROFILO_VUOTO, 'DGA')).not.toContain('mono o polidipendenza');
  expect(campiMancanti({ ...PROFILO_VUOTO, provenienza: 'non_noto' }, 'MINORE')).toEqual([]);
  expect(campiMancanti(PROFILO_VUOTO, null)[0]).toBe('tipologia di utenza');
});
