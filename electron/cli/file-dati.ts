import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ErroreApprodo } from '../../domain/errore.ts';
import { toErroreFile } from '../cartella/file-atomico.ts';

export interface FileDato {
  readonly nome: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files at these paths; a folder stands for the files in it with one of these endings, by name.
 * @throws ErroreApprodo `file.*`
 */
export function listFile(paths: readonly string[], estensioni: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const names = readdirSync(path).filter((name) => estensioni.includes(extname(name).toLowerCase()));
    if (names.length === 0)
      throw new ErroreApprodo(
        'file.nessuno',
        `${path}: non ci sono file ${estensioni.join(' o ')}, controllare la cartella.`,
      );
    return names.toSorted().map((name) => join(path, name));
  });
}

/** @throws ErroreApprodo `file.*` */
export function readDato(path: string): FileDato {
  try {
    return { nome: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    throw toErroreFile(error, path);
  }
}

/** A path that is not there is no folder: reading it says what is wrong. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
