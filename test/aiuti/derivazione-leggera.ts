import { vi } from 'vitest';
import type { Derivazione } from '../../electron/chiavi/derivazione.ts';

const MINIMA: Derivazione = { tipo: 'argon2id', memoriaKiB: 8192, iterazioni: 1, parallelismo: 1 };

/**
 * The least Argon2id a keyring may ask for, instead of the product's 64 MiB and three passes: what is proved of doors, copies and parcels does
 * not depend on it, and half the time of the tests was this. Only what the test's own process wraps: the programs it starts ask what the
 * product asks. Who proves the derivation itself says `vi.unmock('…/electron/chiavi/derivazione.ts')`.
 */
vi.mock(import('../../electron/chiavi/derivazione.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  DERIVAZIONE: MINIMA,
}));
