import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { ErroreApprodo } from '../../domain/errore.ts';
import { signBytes, verifyBytes } from './firma.ts';
import type { Identita } from './identita.ts';
import { MASSIMO_PASSAGGI, type Passaggio, passaggio } from './passaggio.ts';
import { isSigillo } from './sigillo.ts';

const FORMATO = 1;

/** A text that has bytes: half a surrogate pair has none, and cannot be signed. */
const scritto = z.string().refine((testo) => testo.isWellFormed());

/** The public identity of one side, signed by itself: it proves that who gives it holds the signing key. */
const chiavePubblica = z.object({
  tipo: z.literal('approdo-chiave'),
  formato: z.literal(FORMATO),
  ruolo: z.enum(['comunita', 'centrale']),
  nome: scritto.min(1).max(500),
  strutture: z.array(scritto.min(1).max(40)).max(500),
  /** hex Ed25519 public key */
  firma: z.string().regex(/^[0-9a-f]{64}$/),
  /** age recipient */
  sigillo: z.string().max(200).refine(isSigillo),
});
const chiaveFirmata = chiavePubblica.extend({
  impronta: z.string(),
  autofirma: z.string().regex(/^[0-9a-f]{128}$/),
  /** renewals: each signed by the key of before, and so outside what the key signs of itself */
  passaggi: z.array(passaggio).max(MASSIMO_PASSAGGI).default([]),
});
export type ChiaveFirmata = z.output<typeof chiaveFirmata>;

/** JSON text of an identity, ready to be given to the other side, and its fingerprint. */
export function writeChiave(
  chi: Pick<ChiaveFirmata, 'ruolo' | 'nome' | 'strutture'>,
  { firma, firmaPubblica, sigilloPubblico }: Identita,
  passaggi: readonly Passaggio[],
): { testo: string; impronta: string } {
  const { ruolo, nome, strutture } = chi;
  const chiave: z.output<typeof chiavePubblica> = {
    ...{ tipo: 'approdo-chiave', formato: FORMATO, ruolo, nome, strutture },
    ...{ firma: firmaPubblica, sigillo: sigilloPubblico },
  };
  const impronta = improntaChiave(chiave);
  const autofirma = Buffer.from(signBytes(firma, 'chiave', canonicalBytes(chiave))).toString('hex');
  const storia = passaggi.length > 0 ? { passaggi } : {};
  return { testo: `${JSON.stringify({ ...chiave, impronta, autofirma, ...storia }, null, 2)}\n`, impronta };
}

/** @throws ErroreApprodo `chiave.illeggibile`, `chiave.firma` */
export function parseChiave(testo: string): ChiaveFirmata {
  const parsed = chiaveFirmata.safeParse(parseJson(testo));
  if (!parsed.success) throw refuse('chiave.illeggibile');
  const { autofirma, impronta: _impronta, passaggi: _passaggi, ...chiave } = parsed.data;
  if (!verifyBytes(chiave.firma, 'chiave', canonicalBytes(chiave), Buffer.from(autofirma, 'hex')))
    throw refuse('chiave.firma');
  return parsed.data;
}

/** Eight groups of four hex digits over the two public keys: short enough to be read on the phone. */
export function improntaChiave({ firma, sigillo }: { firma: string; sigillo: string }): string {
  const hash = createHash('sha256').update(`${firma}\n${sigillo}`).digest('hex').slice(0, 32);
  return (hash.match(/.{4}/g) ?? []).join(' ');
}

function parseJson(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch {
    throw refuse('chiave.illeggibile');
  }
}

function refuse(codice: string): ErroreApprodo {
  return new ErroreApprodo(
    codice,
    'Questo file non è una chiave pubblica di Approdo, o è stato cambiato: farselo mandare di nuovo.',
  );
}

function canonicalBytes(chiave: z.output<typeof chiavePubblica>): Uint8Array {
  const testo = canonicalize(chiave);
  if (testo === undefined) throw new Error('a key is always an object');
  return new TextEncoder().encode(testo);
}
