import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Identita, withPubbliche } from '../../electron/sync/identita.ts';
import type { Manifesto } from '../../electron/sync/manifesto.ts';
import type { Intestazione } from '../../electron/sync/pacco-write.ts';
import type { RighePacco } from '../../electron/sync/righe.ts';

/** The keys are of nobody: they exist to make these files. */
export interface Vettore {
  readonly comunita: { readonly firma: string; readonly firmaPubblica: string };
  readonly centrale: { readonly sigillo: string; readonly sigilloPubblico: string };
  readonly intestazione: Intestazione;
  readonly righe: RighePacco;
  readonly atteso: {
    readonly nomeFile: string;
    readonly impronta: string;
    /** hex Ed25519 signature */
    readonly firma: string;
    readonly sha256: Manifesto['sha256'];
    readonly conteggi: Manifesto['conteggi'];
  };
}

export const fileVettore = (nome: string) => fileURLToPath(new URL(nome, import.meta.url));
export const readVettoreBytes = (nome: string) => new Uint8Array(readFileSync(fileVettore(nome)));

/** A frozen parcel: `<nome>.json` says what goes in and what must come out, the other files are the bytes themselves. */
export function readVettore(nome: string) {
  const vettore = JSON.parse(readFileSync(fileVettore(`${nome}.json`), 'utf8')) as Vettore;
  return {
    ...vettore,
    manifesto: readVettoreBytes(`${nome}.manifesto.json`),
    zip: readVettoreBytes(`${nome}.zip`),
    sigillato: readVettoreBytes(`${nome}.approdo`),
  };
}

/** The identity of the community of a vector; it never opens anything, so its own age key is any. */
export function identitaDi({ comunita, centrale }: Pick<Vettore, 'comunita' | 'centrale'>): Promise<Identita> {
  return withPubbliche({ firma: comunita.firma, sigillo: centrale.sigillo });
}
