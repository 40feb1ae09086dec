import { expect, test } from 'vitest';
import { stimaPassword } from '../../../renderer/accesso/stima-password.ts';

test.each([
  ['aaaaaaaaaaaaaaaa', 'debole'],
  ['123456789012345', 'debole'],
  ['abcdefghijklmno', 'debole'],
  ['passwordpassword', 'debole'],
  ['comunita2026', 'debole'],
  ['amoremio1990', 'debole'],
  ['qwertyuiop12', 'debole'],
  ['Approdo2026!!', 'discreta'],
  ['quattro parole a caso', 'forte'],
  ['xk29!Qpv7#Lm', 'forte'],
])('%s: %s', (password, forza) => {
  expect(stimaPassword(password)).toBe(forza);
});

test('one’s own name is the first thing that is tried', () => {
  expect(stimaPassword('zwanzigmann nives', 'Zwanzigmann Nives')).toBe('debole');
  expect(stimaPassword('zwanzigmann nives')).toBe('forte');
});

test('a very long one is answered at once', () => {
  const inizio = performance.now();
  expect(stimaPassword('una parola dopo l’altra '.repeat(40))).toBe('forte');
  expect(performance.now() - inizio).toBeLessThan(1000);
});
