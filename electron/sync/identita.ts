import { z } from 'zod';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { firmaPubblica, generateFirma } from './firma.ts';
import { MASSIMO_PASSAGGI, type Passaggio, passaggio, signPassaggio } from './passaggio.ts';
import { generateSigillo, sigilloPubblico } from './sigillo.ts';

/** The secret keys of an installation: Ed25519 private key (PKCS#8 PEM) and age identity. */
export interface IdentitaSegreta {
  readonly firma: string;
  readonly sigillo: string;
}

/** An age identity with its recipient. */
export interface Sigillo {
  readonly segreto: string;
  readonly pubblico: string;
}

/** With its public halves: hex Ed25519 key, age recipient. */
export interface Identita extends IdentitaSegreta {
  readonly firmaPubblica: string;
  readonly sigilloPubblico: string;
  /** the one of now, then those of before, newest first: what was sealed for them is still read */
  readonly sigilli: readonly Sigillo[];
}

/** Where the renewals are kept (public: `impostazioni`), and the seals of before (`segreti`, `sigillo.1` the oldest). */
const PASSAGGI = 'passaggi';

export async function newIdentita(): Promise<IdentitaSegreta> {
  return { firma: generateFirma().privata, sigillo: await generateSigillo() };
}

/** Keeps the keys in `segreti`, inside the encrypted file: never logged, never exported. Once per store. */
export function createIdentita(tx: Scrittura, identita: IdentitaSegreta): void {
  tx.setSegreto('firma', identita.firma);
  tx.setSegreto('sigillo', identita.sigillo);
}

/**
 * New keys in place of those of now. The signing key of before signs the step to the new one and is forgotten: it signs
 * nothing more. The seal of before stays, to read what is still on its way.
 */
export async function prepareRinnovo(store: Store, atMs: number): Promise<(tx: Scrittura) => void> {
  const ora = await loadIdentita(store);
  const nuova = await newIdentita();
  const passo = signPassaggio(ora.firma, {
    ...{ da: ora.firmaPubblica, a: firmaPubblica(nuova.firma) },
    ...{ sigillo: await sigilloPubblico(nuova.sigillo), atMs },
  });
  const valore = JSON.stringify([...listPassaggi(store), passo].slice(-MASSIMO_PASSAGGI));
  return (tx) => {
    tx.setSegreto(`sigillo.${ora.sigilli.length}`, ora.sigillo);
    tx.replaceSegreto('firma', nuova.firma);
    tx.replaceSegreto('sigillo', nuova.sigillo);
    if (store.findImpostazione(PASSAGGI) === undefined) tx.insert('impostazioni', { id: PASSAGGI, valore });
    else tx.update('impostazioni', PASSAGGI, { valore });
  };
}

/** The renewals of this installation's keys, oldest first. */
export function listPassaggi(store: Store): Passaggio[] {
  return z.array(passaggio).parse(JSON.parse(store.findImpostazione(PASSAGGI) ?? '[]'));
}

/** This installation's keys. @throws Error when the store was made without them */
export async function loadIdentita(store: Store): Promise<Identita> {
  const firma = store.findSegreto('firma');
  const sigillo = store.findSegreto('sigillo');
  if (firma === undefined || sigillo === undefined) throw new Error('the store has no keys of its own');
  return withPubbliche({ firma, sigillo }, listSigilliDiPrima(store));
}

/** The keys with their public halves; `diPrima`: age identities of before, newest first. */
export async function withPubbliche(
  { firma, sigillo }: IdentitaSegreta,
  diPrima: readonly string[] = [],
): Promise<Identita> {
  const conPubblico = async (segreto: string) => ({ segreto, pubblico: await sigilloPubblico(segreto) });
  const diOra = await conPubblico(sigillo);
  const sigilli = [diOra, ...(await Promise.all(diPrima.map(conPubblico)))];
  return { firma, sigillo, firmaPubblica: firmaPubblica(firma), sigilloPubblico: diOra.pubblico, sigilli };
}

function listSigilliDiPrima(store: Store): string[] {
  const prima: string[] = [];
  for (let segreto = store.findSegreto('sigillo.1'); segreto !== undefined; ) {
    prima.unshift(segreto);
    segreto = store.findSegreto(`sigillo.${prima.length + 1}`);
  }
  return prima;
}
