import { expect, test } from 'vitest';
import { gruppoDi, isMinore } from '../../domain/gruppo.ts';

test('rule 13: every stay has exactly one group', () => {
  for (const tipo of ['CT', 'NUC', 'BIA']) {
    expect(gruppoDi('DUS', tipo)).toBe('COOPERATIVA');
    expect(gruppoDi('DUA', tipo)).toBe('COOPERATIVA');
    expect(gruppoDi('MINORE', tipo)).toBe('MINORE');
    expect(gruppoDi('DGA', tipo)).toBe('DGA');
  }
  for (const tipo of ['EDU', 'DGA', 'HOU']) expect(gruppoDi('DUA', tipo)).toBe('DUS_DUA_ALTRE_STRUTTURE');
  expect(gruppoDi('ADULTO', 'HOU')).toBe('ADULTO');
  expect(gruppoDi(null, 'CT')).toBe('NON_INDICATA');
  expect(gruppoDi('ALTRO', 'CT')).toBe('NON_INDICATA');
  expect([isMinore('MINORE'), isMinore('DUS'), isMinore(null)]).toEqual([true, false, false]);
});
