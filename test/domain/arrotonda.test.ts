import fc from 'fast-check';
import { expect, test } from 'vitest';
import { media1, mediaIntera, percentuale, percentuale1 } from '../../domain/arrotonda.ts';

test('half up, where floating point would go wrong', () => {
  expect(percentuale(1, 200)).toBe(1);
  expect(percentuale(5, 8)).toBe(63);
  expect(percentuale(1, 8)).toBe(13);
  expect(percentuale(2, 3)).toBe(67);
  expect(media1(1, 20)).toBe(0.1);
  expect(media1(201, 20)).toBe(10.1);
  expect(media1(67, 20)).toBe(3.4);
  expect(percentuale1(1003, 2000)).toBe(50.2);
  expect(percentuale1(2001, 4000)).toBe(50);
  expect(mediaIntera(5, 2)).toBe(3);
  expect(mediaIntera(7, 3)).toBe(2);
});

test('nothing under it is null, nothing above it is zero', () => {
  for (const f of [percentuale, percentuale1, media1, mediaIntera]) {
    expect(f(3, 0)).toBeNull();
    expect(f(0, 3)).toBe(0);
  }
});

test('the rounded value is the nearest, the upper one at half', () => {
  const naturale = fc.nat(10_000_000);
  fc.assert(
    fc.property(naturale, fc.integer({ min: 1, max: 10_000_000 }), (n, d) => {
      const r = BigInt(mediaIntera(n, d) ?? -1);
      const due = 2n;
      const distanza = due * BigInt(n) - due * r * BigInt(d);
      expect(distanza >= -BigInt(d) && distanza < BigInt(d)).toBe(true);
      expect(Math.round((media1(n, d) ?? 0) * 10)).toBe(mediaIntera(10 * n, d));
    }),
  );
});
