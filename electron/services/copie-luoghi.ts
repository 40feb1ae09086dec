import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Luogo, luogo } from '../copie/luogo.ts';
import { luogoPredefinito } from '../copie/stato.ts';

const IMPOSTAZIONE = 'luoghiCopie';

/** The places of the copies: those the office chose, or the folder beside the data. */
export function loadLuoghi(store: Store, dati: string): Luogo[] {
  const scelti = store.findImpostazione(IMPOSTAZIONE);
  const parsed = z
    .array(luogo)
    .min(1)
    .safeParse(scelti === undefined ? null : parse(scelti));
  return parsed.success ? parsed.data : [luogoPredefinito(dati)];
}

/** Writes the choice, inside a gesture. */
export const luoghiImpostazione = { id: IMPOSTAZIONE, toValore: (luoghi: readonly Luogo[]) => JSON.stringify(luoghi) };

/**
 * The places as they will be used: whole, clean paths, none of which would be lost with the store itself.
 * @throws ErroreApprodo `copia.percorso`, `copia.dentro`, `copia.doppio`
 */
export function assertLuoghi(luoghi: readonly Luogo[], dati: string): Luogo[] {
  const puliti = luoghi.map(({ percorso, tipo }) => ({ percorso: pulisci(percorso), tipo }));
  for (const [index, { percorso }] of puliti.entries()) {
    if (isDentro(percorso, dati))
      throw new ErroreApprodo(
        'copia.dentro',
        `${percorso}: è dentro la cartella dei dati e si perderebbe con lei: scegliere un altro disco, una chiavetta o la rete.`,
      );
    if (puliti.slice(0, index).some((altro) => vero(altro.percorso) === vero(percorso)))
      throw new ErroreApprodo(
        'copia.doppio',
        `${percorso}: è indicato due volte: il secondo luogo deve essere un altro.`,
      );
  }
  return puliti;
}

function pulisci(percorso: string): string {
  const scritto = percorso.trim();
  // a control character (a line break, a NUL) is never part of a path that somebody typed on purpose
  if (scritto === '' || /\p{Cc}/u.test(scritto) || !scritto.isWellFormed())
    throw new ErroreApprodo('copia.percorso', 'Il percorso non è scritto bene: scrivere la cartella per intero.');
  if (!isAbsolute(scritto))
    throw new ErroreApprodo(
      'copia.percorso',
      `${scritto}: scrivere la cartella per intero, per esempio ${process.platform === 'win32' ? 'E:\\Copie' : '/media/chiavetta/copie'}.`,
    );
  const pulito = normalize(scritto);
  return pulito.length > 1 && pulito.endsWith(sep) && dirname(pulito) !== pulito ? pulito.slice(0, -1) : pulito;
}

function isDentro(percorso: string, cartella: string): boolean {
  const via = relative(vero(cartella), vero(percorso));
  return via === '' || (!via.startsWith(`..${sep}`) && via !== '..' && !isAbsolute(via));
}

/** The path with its links followed as far as it exists: two names of one folder are one folder. */
function vero(percorso: string): string {
  const intero = resolve(percorso);
  try {
    return realpathSync(intero);
  } catch {
    const su = dirname(intero);
    return su === intero ? intero : join(vero(su), intero.slice(su.length).replace(/^[/\\]+/, ''));
  }
}

function parse(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch {
    return null;
  }
}
