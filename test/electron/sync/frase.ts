import { expect } from 'vitest';

/** What a person reads must be one Italian sentence: no stack, no name of a class, no second sentence. */
export function expectFrase(testo: string | undefined): void {
  expect(testo).toMatch(/^[\p{Lu}«].*[^.\s]\.$/u);
  expect(testo).not.toMatch(/[.!?]\s/u);
  expect(testo).not.toMatch(/error|undefined|null|\bat \w+ \(|SQLITE|zod/iu);
}
