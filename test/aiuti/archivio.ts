import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Store } from '../../db/store.ts';

/** A new empty folder, removed when the test ends. */
export function cartellaDiProva(): string {
  const cartella = mkdtempSync(join(tmpdir(), 'approdo-'));
  onTestFinished(() => rmSync(cartella, { recursive: true, force: true }));
  return cartella;
}

export interface Archivio {
  readonly store: Store;
  readonly file: string;
  readonly key: Uint8Array;
  /** Moves the clock, epoch ms. */
  readonly setNow: (ms: number) => void;
}

/** A real encrypted store with a clock of its own. */
export function archivioDiProva(): Archivio {
  const file = join(cartellaDiProva(), 'approdo.db');
  const key = randomBytes(32);
  let now = Date.UTC(2025, 3, 3, 8, 0, 0);
  const store = Store.open({ file, key, clock: () => now });
  onTestFinished(() => store.close());
  return {
    store,
    file,
    key,
    setNow: (ms) => {
      now = ms;
    },
  };
}
