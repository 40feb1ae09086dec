import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addTentativo,
  attesaDopo,
  attesaMs,
  rebaseTentativi,
  settleTentativi,
  type Tentativo,
} from '../../../electron/chiavi/tentativi.ts';

const instant = fc.integer({ min: 0, max: 2_000_000_000_000 });
const tentativi = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    consecutivi: fc.integer({ min: 0, max: 100_000 }),
    ultimoAtMs: instant,
    daRegistrare: fc.integer({ min: 0, max: 100_000 }),
  }),
  { selector: (one) => one.id },
);

describe('the wait after wrong passwords', () => {
  test('1, 2, 4, 8, 16, then 30 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map(attesaDopo)).toEqual([
      0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  test('ends when its time has passed; an account does not wait for another', () => {
    let list: Tentativo[] = [];
    for (let n = 0; n < 3; n++) list = addTentativo(list, ['a'], 10_000);
    expect(attesaMs(list, ['a'], 10_000)).toBe(4000);
    expect(attesaMs(list, ['a'], 13_000)).toBe(1000);
    expect(attesaMs(list, ['a'], 14_000)).toBe(0);
    expect(attesaMs(list, ['b'], 10_000)).toBe(0);
    // who does not say a name tries every account, and waits for the slowest
    expect(attesaMs(list, ['b', 'a'], 10_000)).toBe(4000);
  });

  test('entering forgives only who entered; what is in the log is not told again', () => {
    const list = addTentativo(addTentativo([], ['a', 'b'], 1), ['b'], 2);
    expect(settleTentativi(list, 'a')).toEqual([{ id: 'b', consecutivi: 2, ultimoAtMs: 2, daRegistrare: 0 }]);
    expect(settleTentativi(list, 'b')).toEqual([{ id: 'a', consecutivi: 1, ultimoAtMs: 1, daRegistrare: 0 }]);
  });

  test('whatever the clock does, a wait is never below nothing nor above its whole', () => {
    fc.assert(
      fc.property(tentativi, instant, instant, (list, nowMs, laterMs) => {
        const ids = ['a', 'b', 'c'];
        const waitMs = attesaMs(list, ids, nowMs);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThanOrEqual(30_000);
        const rebased = rebaseTentativi(list, nowMs);
        expect(attesaMs(rebased, ids, nowMs)).toBe(waitMs);
        // and it ends: half a minute later by the clock as it is now, nobody waits
        if (laterMs >= nowMs + 30_000) expect(attesaMs(rebased, ids, laterMs)).toBe(0);
      }),
    );
  });
});
