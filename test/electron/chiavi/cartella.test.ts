import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDati } from '../../../electron/cartella/cartella.ts';
import { moveIntoPlace, writeFileAtomic } from '../../../electron/cartella/file-atomico.ts';
import { cartellaProva } from '../cartella-prova.ts';

const cartella = cartellaProva('file');

describe('a file written whole or not at all', () => {
  test('replaces, or refuses to where asked, and leaves nothing beside it', () => {
    const folder = join(cartella, 'uno');
    mkdirSync(folder);
    const file = join(folder, 'a.txt');
    writeFileAtomic(file, 'primo');
    writeFileAtomic(file, new Uint8Array([100, 117, 101]));
    expect(readFileSync(file, 'utf8')).toBe('due');
    expect(() => writeFileAtomic(file, 'tre', { nuovo: true })).toThrow(
      expect.objectContaining({ codice: 'file.esiste' }),
    );
    expect(readFileSync(file, 'utf8')).toBe('due');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('a folder that is not there, a folder in its place: one sentence, nothing left', () => {
    expect(() => writeFileAtomic(join(cartella, 'no', 'a.txt'), 'x')).toThrow(
      expect.objectContaining({ codice: 'file.assente' }),
    );
    mkdirSync(join(cartella, 'due', 'a.txt'), { recursive: true });
    expect(() => writeFileAtomic(join(cartella, 'due', 'a.txt'), 'x')).toThrow();
    expect(readdirSync(join(cartella, 'due'))).toEqual(['a.txt']);
  });

  test('moving into a free place never replaces', () => {
    const from = join(cartella, 'da');
    const to = join(cartella, 'a');
    writeFileSync(from, 'nuovo');
    writeFileSync(to, 'vecchio');
    expect(() => moveIntoPlace(from, to, true)).toThrow();
    expect(readFileSync(to, 'utf8')).toBe('vecchio');
    moveIntoPlace(from, join(cartella, 'libero'), true);
    expect(existsSync(from)).toBe(false);
    expect(readFileSync(join(cartella, 'libero'), 'utf8')).toBe('nuovo');
  });
});

test('the data folder of each system', () => {
  expect(defaultDati('linux', {}, '/home/a')).toBe('/home/a/.local/share/approdo/dati');
  expect(defaultDati('linux', { XDG_DATA_HOME: '/x' }, '/home/a')).toBe('/x/approdo/dati');
  expect(defaultDati('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Approdo/dati');
  expect(defaultDati('win32', { APPDATA: 'C:/R' }, 'C:/a').replaceAll('\\', '/')).toBe('C:/R/Approdo/dati');
});
