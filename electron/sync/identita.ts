import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { firmaPubblica, generateFirma } from './firma.ts';
import { generateSigillo, sigilloPubblico } from './sigillo.ts';

/** The secret keys of an installation: Ed25519 private key (PKCS#8 PEM) and age identity. */
export interface IdentitaSegreta {
  readonly firma: string;
  readonly sigillo: string;
}

/** With its public halves: hex Ed25519 key, age recipient. */
export interface Identita extends IdentitaSegreta {
  readonly firmaPubblica: string;
  readonly sigilloPubblico: string;
}

export async function newIdentita(): Promise<IdentitaSegreta> {
  return { firma: generateFirma().privata, sigillo: await generateSigillo() };
}

/** Keeps the keys in `segreti`, inside the encrypted file: never logged, never exported. Once per store. */
export function createIdentita(tx: Scrittura, identita: IdentitaSegreta): void {
  tx.setSegreto('firma', identita.firma);
  tx.setSegreto('sigillo', identita.sigillo);
}

/** This installation's keys. @throws Error when the store was made without them */
export async function loadIdentita(store: Store): Promise<Identita> {
  const firma = store.findSegreto('firma');
  const sigillo = store.findSegreto('sigillo');
  if (firma === undefined || sigillo === undefined) throw new Error('the store has no keys of its own');
  return { firma, sigillo, firmaPubblica: firmaPubblica(firma), sigilloPubblico: await sigilloPubblico(sigillo) };
}
