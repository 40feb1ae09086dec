import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { isMese, type Mese } from '../../domain/giorno.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { writeFileAtomic } from '../cartella/file-atomico.ts';
import { firmaPubblica, signBytes, verifyBytes } from './firma.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** A parcel made here: as much as the next one must know of it. */
const anello = z.object({
  struttura: z.string(),
  mese: z.string().refine(isMese),
  revisione: z.number().int(),
  numero: z.number().int(),
  impronta: hex64,
  /** hex Ed25519 key of the central office it was made for: another office is another chain */
  ufficio: hex64,
  createdAtMs: z.number().int(),
});
export type AnelloNoto = z.output<typeof anello>;

const catena = z.object({ formato: z.literal(1), anelli: z.array(anello), firma: z.string().regex(/^[0-9a-f]{128}$/) });

/**
 * The parcels made here, also those that the store no longer remembers because a copy of it was restored: `catena.json`,
 * beside the store and never moved with it, signed with the installation's key. It says nothing that the names of the parcels
 * do not. Empty when it is not there or not ours.
 */
export function readCatena(store: Store, dati: string): AnelloNoto[] {
  const privata = store.findSegreto('firma');
  try {
    const { anelli, firma } = catena.parse(JSON.parse(readFileSync(fileCartella(dati).catena, 'utf8')));
    const buona =
      privata !== undefined &&
      verifyBytes(firmaPubblica(privata), 'catena', bytesOf(anelli), Buffer.from(firma, 'hex'));
    return buona ? anelli : [];
  } catch {
    return [];
  }
}

/** Adds one parcel. @throws ErroreApprodo `file.*` */
export function appendCatena(store: Store, dati: string, nuovo: AnelloNoto): void {
  const privata = store.findSegreto('firma');
  const noti = readCatena(store, dati);
  if (privata === undefined || noti.some((uno) => uno.impronta === nuovo.impronta)) return;
  const anelli = [...noti, nuovo];
  const firma = Buffer.from(signBytes(privata, 'catena', bytesOf(anelli))).toString('hex');
  writeFileAtomic(fileCartella(dati).catena, `${JSON.stringify({ formato: 1, anelli, firma })}\n`);
}

/** The last parcel of a struttura that was ever made here for this central office, by any of its keys. */
export function findUltimoAnello(anelli: readonly AnelloNoto[], struttura: string, ufficio: readonly string[]) {
  return anelli
    .filter((uno) => uno.struttura === struttura && ufficio.includes(uno.ufficio))
    .toSorted((a, b) => b.numero - a.numero)[0];
}

/** The highest revision of a month that was ever made here; 0 when there is none. */
export function ultimaRevisione(anelli: readonly AnelloNoto[], struttura: string, mese: Mese): number {
  return Math.max(
    0,
    ...anelli.filter((uno) => uno.struttura === struttura && uno.mese === mese).map((uno) => uno.revisione),
  );
}

function bytesOf(anelli: readonly AnelloNoto[]): Uint8Array {
  return new TextEncoder().encode(canonicalize(anelli) ?? '');
}
