import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const RADICE = resolve(import.meta.dirname, '../..');
const SORGENTI = /\.(ts|tsx|mjs|json|yml|md|css|html)$/;
const CODICE = /\.(ts|tsx|mjs)$/;
const FUORI = /^(package-lock\.json|db\/migrations\/|test\/campione\/|test\/vettori\/|resources\/liste\/)/;

/** Every text file that is, or would be, committed. */
const file = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: RADICE,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (name) => SORGENTI.test(name) && !FUORI.test(name) && statSync(join(RADICE, name), { throwIfNoEntry: false }),
  );

const testo = new Map(file.map((name) => [name, readFileSync(join(RADICE, name), 'utf8')]));

function where(pattern: RegExp, among: (name: string) => boolean): string[] {
  return [...testo].filter(([name, text]) => among(name) && pattern.test(text)).map(([name]) => name);
}

describe('what no file of the project may hold', () => {
  test('nothing silences the compiler or the linter', () => {
    const silenced = new RegExp(
      ['@ts-', 'ignore|@ts-', 'expect-error|@ts-', 'nocheck|biome-', 'ignore|oxlint-', 'disable'].join(''),
    );
    expect(where(silenced, (name) => CODICE.test(name))).toEqual([]);
  });

  test('SQL is only in db/', () => {
    const sql = /['"`]\s*(SELECT |INSERT INTO |UPDATE \w+ SET |DELETE FROM |PRAGMA |CREATE TABLE )/;
    expect(where(sql, (name) => CODICE.test(name) && !/^(db|test|scripts)\//.test(name))).toEqual([]);
  });

  test('a source file is one room', () => {
    const long = [...testo].filter(
      ([name, text]) => CODICE.test(name) && !name.startsWith('test/') && text.split('\n').length > 350,
    );
    expect(long.map(([name]) => name)).toEqual([]);
  });

  test('no test is left out in silence, or run alone', () => {
    const alone = new RegExp(['\\b(describe|test|it)\\.', 'only\\(|\\b(describe|test|it)\\.', 'todo\\('].join(''));
    expect(where(alone, (name) => name.startsWith('test/'))).toEqual([]);
  });

  test('nothing names the machine it was made on', () => {
    expect(where(new RegExp(['/work', '/(main|shared)|registry\\.', 'npmjs'].join('')), () => true)).toEqual([]);
  });
});
