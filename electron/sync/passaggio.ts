import canonicalize from 'canonicalize';
import { z } from 'zod';
import { signBytes, verifyBytes } from './firma.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** The key of before hands over to the next: who trusted the one may trust the other without a phone call. */
export const passaggio = z.object({
  /** hex Ed25519 key that signs this */
  da: hex64,
  /** hex Ed25519 key and age recipient that take its place */
  a: hex64,
  sigillo: z.string().max(200),
  /** epoch ms; parcels that the old key dates later are not believed */
  atMs: z.number().int().min(0),
  /** Ed25519 of `da` over the canonical JSON (RFC 8785) of the rest */
  firma: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Passaggio = z.output<typeof passaggio>;

/** How many renewals a file of key may tell. */
export const MASSIMO_PASSAGGI = 50;

/** Signed with the private key (PEM) of the key of before. */
export function signPassaggio(privata: string, dati: Omit<Passaggio, 'firma'>): Passaggio {
  return { ...dati, firma: Buffer.from(signBytes(privata, 'passaggio', bytesOf(dati))).toString('hex') };
}

/**
 * The steps from a key to another, each signed by the one before; undefined when they do not lead there. The last step must
 * name the recipient too: nobody can put another seal under a signing key that was handed over.
 */
export function findPercorso(
  passaggi: readonly Passaggio[],
  da: string,
  a: { readonly firma: string; readonly sigillo: string },
): Passaggio[] | undefined {
  const percorso: Passaggio[] = [];
  for (let qui = da; qui !== a.firma; ) {
    const passo = passaggi.find((uno) => uno.da === qui && !percorso.includes(uno) && isFirmato(uno));
    if (!passo) return undefined;
    percorso.push(passo);
    qui = passo.a;
  }
  return percorso.at(-1)?.sigillo === a.sigillo ? percorso : undefined;
}

function isFirmato({ firma, ...dati }: Passaggio): boolean {
  return verifyBytes(dati.da, 'passaggio', bytesOf(dati), Buffer.from(firma, 'hex'));
}

function bytesOf(dati: Omit<Passaggio, 'firma'>): Uint8Array {
  const testo = canonicalize(dati);
  if (testo === undefined) throw new Error('a step is always an object');
  return new TextEncoder().encode(testo);
}
