import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { isMese } from '../../domain/giorno.ts';

/** The version of the format this code writes; it reads this one and refuses a higher one. */
export const FORMATO = 1;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the parcel says of itself. Signed as canonical JSON (RFC 8785). */
export const manifesto = z.object({
  formato: z.literal(FORMATO),
  /** version of the program that made it */
  versioneApp: z.string(),
  struttura: z.string().min(1).max(40),
  mese: z.string().refine(isMese),
  revisione: z.number().int().min(1),
  /** position in the struttura's chain, from 1 */
  numero: z.number().int().min(1),
  /** impronta of the parcel before in the chain; null only for the first */
  precedente: hex64.nullable(),
  /** age recipient it was made for: a parcel cannot be sealed again for somebody else */
  destinatario: z.string(),
  /** hex Ed25519 public key of the signer */
  firmatario: hex64,
  dispositivo: z.string(),
  /** last line of the community's log when the snapshot was taken: where to look when somebody asks */
  voce: z.number().int().min(0),
  /** epoch ms; later at each parcel of a device, whatever its clock does: orders what it says of its ospiti */
  createdAtMs: z.number().int().min(1),
  /** days without a code confirmed at closing */
  mancanti: z.number().int().min(0),
  /** rows by table */
  conteggi: z.record(z.string(), z.number().int().min(0)),
  /** hex SHA-256 of each `righe/<tabella>.ndjson` */
  sha256: z.record(z.string(), hex64),
});
export type Manifesto = z.output<typeof manifesto>;

/** RFC 8785 bytes of the manifest: what is signed and hashed. */
export function manifestoBytes(m: Manifesto): Uint8Array {
  const testo = canonicalize(m);
  if (testo === undefined) throw new Error('a manifest is always an object');
  return new TextEncoder().encode(testo);
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
