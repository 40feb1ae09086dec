import { strToU8, zipSync } from 'fflate';
import { signBytes } from './firma.ts';
import type { Identita } from './identita.ts';
import { FORMATO, type Manifesto, manifestoBytes, sha256Hex } from './manifesto.ts';
import { NOMI_TABELLE, type RighePacco } from './righe.ts';
import { seal } from './sigillo.ts';

/** What the caller knows of the parcel; keys, counts and hashes are added here. */
export type Intestazione = Omit<Manifesto, 'formato' | 'firmatario' | 'conteggi' | 'sha256'>;

export interface PaccoScritto {
  /** the sealed file */
  readonly bytes: Uint8Array;
  readonly nomeFile: string;
  readonly manifesto: Manifesto;
  /** hex SHA-256 of the canonical manifest: the parcel's name in the chain */
  readonly impronta: string;
  /** hex SHA-256 of the sealed file */
  readonly sha256: string;
}

/** Fixed instant inside the zip (the earliest it can hold): the same content gives the same bytes before sealing. */
const ZIP_MTIME = new Date(1980, 0, 1);

/** Writes, signs, then seals. The sealed bytes differ at each call (age draws a new key), what they hold does not. */
export async function writePacco(
  intestazione: Intestazione,
  righe: RighePacco,
  identita: Identita,
): Promise<PaccoScritto> {
  const { bytes: contenuto, manifesto, impronta } = packContenuto(intestazione, righe, identita);
  const bytes = await seal(contenuto, intestazione.destinatario);
  const { struttura, mese, revisione } = intestazione;
  return { bytes, nomeFile: nomeFilePacco(struttura, mese, revisione), manifesto, impronta, sha256: sha256Hex(bytes) };
}

/** The signed zip, before sealing. Deterministic. */
export function packContenuto(intestazione: Intestazione, righe: RighePacco, identita: Identita) {
  const files = new Map(NOMI_TABELLE.map((tabella) => [tabella, strToU8(toNdjson(righe[tabella]))]));
  const manifesto: Manifesto = {
    formato: FORMATO,
    ...intestazione,
    firmatario: identita.firmaPubblica,
    conteggi: Object.fromEntries(NOMI_TABELLE.map((tabella) => [tabella, righe[tabella].length])),
    sha256: Object.fromEntries([...files].map(([tabella, bytes]) => [tabella, sha256Hex(bytes)])),
  };
  const testo = manifestoBytes(manifesto);
  const entries: Record<string, Uint8Array> = {
    'manifesto.json': testo,
    firma: signBytes(identita.firma, 'pacco', testo),
  };
  for (const [tabella, bytes] of files) entries[`righe/${tabella}.ndjson`] = bytes;
  return { bytes: zipSync(entries, { level: 6, mtime: ZIP_MTIME }), manifesto, impronta: sha256Hex(testo) };
}

/** What the struttura may take of a file name: with the rest, well under the 255 bytes of every system. */
const LUNGO = 80;

/**
 * `CASA00-2025-03-r1.approdo`; characters that some system refuses become `_`. A codice that grows too long (one character
 * may stand for eighteen) ends with a piece of its hash.
 */
export function nomeFilePacco(struttura: string, mese: string, revisione: number): string {
  const plain = struttura.normalize('NFKD').replaceAll(/[^A-Za-z0-9_-]/g, '_');
  const sicuro =
    plain.length <= LUNGO ? plain : `${plain.slice(0, LUNGO)}-${sha256Hex(Buffer.from(struttura)).slice(0, 8)}`;
  return `${sicuro}-${mese}-r${revisione}.approdo`;
}

function toNdjson(righe: readonly object[]): string {
  return righe.map((riga) => `${JSON.stringify(riga)}\n`).join('');
}
