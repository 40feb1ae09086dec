import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RADICE = resolve(import.meta.dirname, '../..');
const BIOME = join(RADICE, 'node_modules/@biomejs/biome/bin/biome');

/** file, what it imports, whether the floors allow it */
const CASI: readonly (readonly [string, string, boolean])[] = [
  ['domain/a.ts', './giorno.ts', true],
  ['domain/a.ts', '@marketto/codice-fiscale-utils', true],
  ['domain/a.ts', '../db/store.ts', false],
  ['domain/a.ts', 'node:fs', false],
  ['domain/a.ts', 'drizzle-orm', false],
  ['db/reads/a.ts', '../../domain/giorno.ts', true],
  ['db/reads/a.ts', 'drizzle-orm/sqlite-core', true],
  ['db/reads/a.ts', '../../electron/contract/index.ts', false],
  ['db/a.ts', '../renderer/api/index.ts', false],
  ['electron/contract/a.ts', '../../domain/giorno.ts', true],
  ['electron/contract/a.ts', './campo.ts', true],
  ['electron/contract/a.ts', '../../db/store.ts', false],
  ['electron/contract/a.ts', '../services/mese.ts', false],
  ['electron/contract/a.ts', 'node:crypto', false],
  ['electron/services/a.ts', '../../db/reads/mese.ts', true],
  ['electron/services/a.ts', '../sync/pacco-read.ts', true],
  ['electron/services/a.ts', '../ipc/host.ts', false],
  ['electron/services/a.ts', '../cli/main.ts', false],
  ['electron/services/a.ts', 'drizzle-orm', false],
  ['electron/services/a.ts', 'better-sqlite3', false],
  ['electron/services/a.ts', 'electron', false],
  ['electron/sync/a.ts', '../loopback/server.ts', false],
  ['electron/sync/a.ts', 'electron', false],
  ['electron/ipc/a.ts', '../services/mese.ts', true],
  ['electron/ipc/a.ts', 'better-sqlite3', false],
  ['electron/ipc/a.ts', 'electron', false],
  ['electron/ipc/a.ts', '../../renderer/api/index.ts', false],
  ['electron/loopback/a.ts', 'electron', false],
  ['electron/window/a.ts', 'electron', true],
  ['electron/window/a.ts', '../loopback/server.ts', false],
  ['electron/main.ts', './loopback/main.ts', false],
  ['electron/main.ts', './cli/main.ts', true],
  ['renderer/mese/a.tsx', '../../electron/contract/index.ts', true],
  ['renderer/mese/a.tsx', '../../domain/giorno.ts', true],
  ['renderer/mese/a.tsx', '../../electron/services/mese.ts', false],
  ['renderer/mese/a.tsx', '../../db/store.ts', false],
  ['renderer/a.tsx', '../electron/preload.ts', false],
  ['renderer/a.tsx', 'node:fs', false],
];

const cartella = mkdtempSync(join(tmpdir(), 'approdo-import-'));

describe('import directions, as the linter of `npm run check` sees them', () => {
  const refused = new Set<number>();

  beforeAll(() => {
    const config = JSON.parse(readFileSync(join(RADICE, 'biome.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(cartella, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    for (const [index, [file, from]] of CASI.entries()) {
      // each case has a project of its own: the folder under it is what the rules look at
      const path = join(cartella, String(index), file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { a } from '${from}';\nexport const b = a;\n`);
      writeFileSync(join(cartella, String(index), 'biome.json'), readFileSync(join(cartella, 'biome.json')));
      if (lintFails(join(cartella, String(index)))) refused.add(index);
    }
  }, 60_000);

  afterAll(() => rmSync(cartella, { recursive: true, force: true }));

  test.each(CASI.map((caso, index) => [...caso, index] as const))('%s ← %s: %s', (_file, _from, allowed, index) => {
    expect(refused.has(index)).toBe(!allowed);
  });
});

function lintFails(folder: string): boolean {
  try {
    execFileSync(process.execPath, [BIOME, 'lint', '--only=style/noRestrictedImports', '.'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return false;
  } catch {
    return true;
  }
}
