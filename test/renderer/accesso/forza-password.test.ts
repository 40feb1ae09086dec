import { expect, test } from 'vitest';
import { forzaPassword } from '../../../renderer/accesso/forza-password.ts';

test.each([
  ['', 'corta'],
  ['Ab3$ef6&ij9', 'corta'],
  ['aaaaaaaaaaaaaaaa', 'debole'],
  ['123456789012345', 'debole'],
  ['abcdefghijklmno', 'debole'],
  ['passwordpassword', 'debole'],
  ['approdo2025!', 'debole'],
  ['tavolo-verde7', 'discreta'],
  ['quattro parole a caso', 'forte'],
])('%s: %s', (password, forza) => {
  expect(forzaPassword(password)).toBe(forza);
});
