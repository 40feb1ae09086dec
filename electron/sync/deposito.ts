import canonicalize from 'canonicalize';
import { z } from 'zod';
import { readChiaveRecupero } from '../../domain/chiave-recupero.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { signBytes, verifyBytes } from './firma.ts';
import type { Identita, Sigillo } from './identita.ts';
import { seal, unseal } from './sigillo.ts';

const FORMATO = 1;
/** A deposit is a few hundred bytes: whatever is longer is something else. */
const LIMITE_BYTE = 20_000;

const contenuto = z.object({
  tipo: z.literal('approdo-deposito'),
  formato: z.literal(FORMATO),
  /** name of the community */
  nome: z.string().min(1).max(500),
  /** the wrapping it opens */
  recuperoId: z.string().min(1).max(80),
  chiave: z.string().refine((testo) => 'chiave' in readChiaveRecupero(testo)),
  /** epoch ms */
  preparatoAtMs: z.number().int().min(0),
  /** hex Ed25519 public key of the community */
  firmatario: z.string().regex(/^[0-9a-f]{64}$/),
});
const firmato = contenuto.extend({ firma: z.string().regex(/^[0-9a-f]{128}$/) });

export type Deposito = Omit<z.output<typeof contenuto>, 'tipo' | 'formato' | 'firmatario'>;
export type DepositoLetto = Deposito & { readonly firmatario: string };

/** A community's recovery key in a file that only the central office opens: JSON signed (Ed25519), sealed (age). */
export async function writeDeposito(deposito: Deposito, da: Identita, destinatario: string): Promise<Uint8Array> {
  const detto = { tipo: 'approdo-deposito', formato: FORMATO, ...deposito, firmatario: da.firmaPubblica } as const;
  const firma = Buffer.from(signBytes(da.firma, 'deposito', canonicalBytes(detto))).toString('hex');
  return seal(new TextEncoder().encode(JSON.stringify({ ...detto, firma })), destinatario);
}

/** @param sigilli the age identities of this office, that of now and those of before it. @throws ErroreApprodo `deposito.illeggibile`, `deposito.firma` */
export async function readDeposito(bytes: Uint8Array, sigilli: readonly Sigillo[]): Promise<DepositoLetto> {
  const parsed = firmato.safeParse(bytes.length > LIMITE_BYTE ? undefined : await openJson(bytes, sigilli));
  if (!parsed.success) throw illeggibile();
  const { firma, ...detto } = parsed.data;
  if (!verifyBytes(detto.firmatario, 'deposito', canonicalBytes(detto), Buffer.from(firma, 'hex')))
    throw new ErroreApprodo(
      'deposito.firma',
      'La firma del deposito non torna: farselo mandare di nuovo dalla comunità.',
    );
  const { tipo: _tipo, formato: _formato, ...deposito } = detto;
  return deposito;
}

async function openJson(bytes: Uint8Array, sigilli: readonly Sigillo[]): Promise<unknown> {
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(await unseal(bytes, ...sigilli.map(({ segreto }) => segreto))),
    );
  } catch (error) {
    throw illeggibile(error);
  }
}

function illeggibile(cause?: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'deposito.illeggibile',
    'Questo file non è un deposito per questo ufficio, o è stato cambiato: farselo mandare di nuovo dalla comunità.',
    { cause },
  );
}

function canonicalBytes(detto: z.output<typeof contenuto>): Uint8Array {
  const testo = canonicalize(detto);
  if (testo === undefined) throw new Error('a deposit is always an object');
  return new TextEncoder().encode(testo);
}
