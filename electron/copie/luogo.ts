import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, isGiorno } from '../../domain/giorno.ts';
import { MOTIVI_COPIA } from '../../domain/rotazione.ts';
import { writeFileAtomic } from '../cartella/file-atomico.ts';

/** cartella: on this computer, made when it is not there; rete and chiavetta: must be there, and be the one chosen */
export const TIPI_LUOGO = ['cartella', 'rete', 'chiavetta'] as const;

export const luogo = z.object({ percorso: z.string().min(1).max(1000), tipo: z.enum(TIPI_LUOGO) });
export type Luogo = z.output<typeof luogo>;

/** The only names that are ever written or taken away in a place: instant and device, never a person. */
const NOME_COPIA = /^approdo-\d{4}-\d{2}-\d{2}-\d{6}-[0-9a-f]{8}(?:-\d+)?\.copia$/;
export const ESTENSIONE = '.copia';

const voceIndice = z.object({
  nome: z.string().regex(NOME_COPIA),
  ordine: z.number().int().min(1),
  giorno: z.string().refine(isGiorno),
  motivo: z.enum(MOTIVI_COPIA),
  byte: z.number().int(),
  voce: z.number().int(),
  /** epoch ms: when it was opened again and read to the end */
  verificataAtMs: z.number(),
});
export type VoceIndice = z.output<typeof voceIndice>;

/**
 * What one store knows of its copies in one place, kept in the place itself: so it holds on another computer too, and a
 * stick without it is another stick.
 */
const indice = z.object({ tipo: z.literal('approdo-luogo'), ultimo: z.number().int(), copie: z.array(voceIndice) });
export type Indice = z.output<typeof indice>;

/** Eight hex digits of a device: whose a copy is, in its name. */
export function segnoDi(dispositivo: string): string {
  const hex = dispositivo.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();
  return hex.padEnd(8, '0').slice(0, 8);
}

/** `approdo-2026-11-21-184003-1a2b3c4d.copia`; a second one in the same second takes a number. */
export function nomeCopia(cartella: string, dispositivo: string, giorno: Giorno, atMs: number): string {
  const now = new Date(atMs);
  const ora = [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => String(n).padStart(2, '0')).join('');
  const base = `approdo-${giorno}-${ora}-${segnoDi(dispositivo)}`;
  for (let n = 1; ; n++) {
    const nome = n === 1 ? `${base}${ESTENSIONE}` : `${base}-${n}${ESTENSIONE}`;
    if (!existsSync(join(cartella, nome))) return nome;
  }
}

/**
 * The folder of a place, ready to be written. A stick or a share that is not there is never made up: the copy would end on
 * this very disk.
 * @throws ErroreApprodo `copia.luogo_assente`, `copia.luogo_diverso`; NodeJS.ErrnoException
 */
export function openLuogo({ percorso, tipo }: Luogo, dispositivo: string): Indice {
  if (tipo === 'cartella') mkdirSync(percorso, { recursive: true, mode: 0o700 });
  else if (!isCartella(percorso))
    throw new ErroreApprodo(
      'copia.luogo_assente',
      tipo === 'chiavetta'
        ? 'La chiavetta non c’è: inserirla, la copia riparte da sola.'
        : 'La cartella di rete non si raggiunge: la copia riparte da sola quando torna.',
    );
  const noto = readIndice(percorso, dispositivo);
  if (noto === null && tipo !== 'cartella')
    throw new ErroreApprodo(
      'copia.luogo_diverso',
      'Questo luogo non è quello scelto per le copie, oppure è stato svuotato: sceglierlo di nuovo nelle Impostazioni.',
    );
  return noto ?? { tipo: 'approdo-luogo', ultimo: 0, copie: [] };
}

/** Marks a place as chosen. Copies of this store that are there already stay known. @throws NodeJS.ErrnoException */
export function adoptLuogo({ percorso, tipo }: Luogo, dispositivo: string): void {
  if (tipo === 'cartella') mkdirSync(percorso, { recursive: true, mode: 0o700 });
  const noto = readIndice(percorso, dispositivo) ?? { tipo: 'approdo-luogo' as const, ultimo: 0, copie: [] };
  writeIndice(percorso, dispositivo, noto);
}

/** null when there is none, or it cannot be read: then nothing there counts as verified. */
export function readIndice(percorso: string, dispositivo: string): Indice | null {
  return parseIndice(join(percorso, nomeIndice(dispositivo)));
}

export function writeIndice(percorso: string, dispositivo: string, valore: Indice): void {
  writeFileAtomic(join(percorso, nomeIndice(dispositivo)), `${JSON.stringify(valore, null, 1)}\n`);
}

/** Every copy that some store has verified in a folder, by name. */
export function listVerificate(percorso: string): Map<string, VoceIndice> {
  const indici = listNomi(percorso).filter((nome) => /^approdo-luogo-[0-9a-f]{8}\.json$/.test(nome));
  const voci = indici.flatMap((nome) => parseIndice(join(percorso, nome))?.copie ?? []);
  return new Map(voci.filter((voce) => isIntera(percorso, voce)).map((voce) => [voce.nome, voce]));
}

/** Whether the file is still as long as when it was verified. */
export function isIntera(percorso: string, { nome, byte }: VoceIndice): boolean {
  return statSync(join(percorso, nome), { throwIfNoEntry: false })?.size === byte;
}

/** The names in a folder; none when it is not there. */
export function listNomi(percorso: string): string[] {
  try {
    return readdirSync(percorso);
  } catch {
    return [];
  }
}

export function isCartella(percorso: string): boolean {
  try {
    return statSync(percorso).isDirectory();
  } catch {
    return false;
  }
}

/** A name for a file on its way to its place: swept away at the next opening if this process dies. */
export function nomeProvvisorio(): string {
  return `copia-${randomUUID()}.tmp`;
}

function nomeIndice(dispositivo: string): string {
  return `approdo-luogo-${segnoDi(dispositivo)}.json`;
}

function parseIndice(file: string): Indice | null {
  try {
    return indice.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
