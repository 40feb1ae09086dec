import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of this test file's own, taken away at its end. */
export function cartellaProva(nome: string): string {
  const folder = mkdtempSync(join(tmpdir(), `approdo-${nome}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const PASSWORD = 'una password lunga';
