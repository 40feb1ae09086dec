import { statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { MotivoCopia } from '../../domain/rotazione.ts';
import { readCopia } from './copia-file.ts';
import { ESTENSIONE, isCartella, listNomi, listVerificate } from './luogo.ts';

/** A copy as it lies in a folder. */
export interface CopiaTrovata {
  readonly file: string;
  readonly nome: string;
  readonly createdAtMs: number;
  readonly byte: number;
  readonly motivo: MotivoCopia | null;
  readonly verificata: boolean;
  /** whose it is, when it says so */
  readonly dispositivo: string | null;
}

/** More than these in one folder are not looked at: a folder of copies holds a few tens. */
const MASSIMO = 200;

/** The copies in a folder, those that are whole containers; none when the folder is not there. */
export function listCopie(cartella: string): CopiaTrovata[] {
  const verificate = listVerificate(cartella);
  return listNomi(cartella)
    .filter((nome) => nome.toLowerCase().endsWith(ESTENSIONE))
    .toSorted()
    .slice(-MASSIMO)
    .flatMap((nome) => findCopia(join(cartella, nome), verificate.has(nome)) ?? []);
}

/** One file, if it is a copy. */
export function findCopia(file: string, verificata = false): CopiaTrovata | undefined {
  try {
    const { manifesto } = readCopia(file);
    const { createdAtMs, motivo = null, dispositivo = null } = manifesto;
    const nome = file.split(/[/\\]/).at(-1) ?? file;
    return { file, nome, createdAtMs, byte: statSync(file).size, motivo, verificata, dispositivo };
  } catch {
    return undefined;
  }
}

/** Verified ones first, each group newest first: the first is the one to restore. */
export function sortCopie<C extends Pick<CopiaTrovata, 'verificata' | 'createdAtMs'>>(copie: readonly C[]): C[] {
  return copie.toSorted((a, b) => Number(b.verificata) - Number(a.verificata) || b.createdAtMs - a.createdAtMs);
}

/** Where the system shows the sticks and disks that are in now. */
export function listDischi(platform: NodeJS.Platform = process.platform): string[] {
  if (platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((lettera) => `${lettera}:\\`).filter((disco) => isCartella(disco));
  const radici =
    platform === 'darwin' ? ['/Volumes'] : [`/media/${userName()}`, `/run/media/${userName()}`, `${homedir()}/mnt`];
  return radici.flatMap((radice) =>
    listNomi(radice)
      .map((nome) => join(radice, nome))
      .filter(isCartella),
  );
}

/** The disks themselves and the folders just inside them that hold copies. */
export function listCartelleSuiDischi(): string[] {
  return listDischi().flatMap((disco) => [
    disco,
    ...listNomi(disco)
      .filter((nome) => !nome.startsWith('.') && !nome.startsWith('$'))
      .slice(0, MASSIMO)
      .map((nome) => join(disco, nome))
      .filter((cartella) => listNomi(cartella).some((nome) => nome.endsWith(ESTENSIONE))),
  ]);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
