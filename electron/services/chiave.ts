import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { listPacchi, listCorrispondenti as readCorrispondenti } from '../../db/reads/pacco.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { signBytes, verifyBytes } from '../sync/firma.ts';
import { loadIdentita } from '../sync/identita.ts';
import { isSigillo } from '../sync/sigillo.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listStruttureDi } from './pacco-mittente.ts';

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
const chiaveFirmata = chiavePubblica.extend({ impronta: z.string(), autofirma: z.string().regex(/^[0-9a-f]{128}$/) });

/** JSON text of this side's identity, ready to be given to the other. */
export async function getChiavePubblica(ctx: Contesto, _input: object): Promise<Output<'chiavi.getPubblica'>> {
  const identita = await loadIdentita(ctx.store);
  const chiave: z.output<typeof chiavePubblica> = {
    tipo: 'approdo-chiave',
    formato: FORMATO,
    ruolo: ctx.ruolo,
    nome: ctx.store.findImpostazione('nome') ?? '',
    strutture: ctx.ruolo === 'centrale' ? [] : listStruttureProprie(ctx.store),
    firma: identita.firmaPubblica,
    sigillo: identita.sigilloPubblico,
  };
  const impronta = improntaChiave(chiave);
  const autofirma = Buffer.from(signBytes(identita.firma, 'chiave', canonicalBytes(chiave))).toString('hex');
  const testo = `${JSON.stringify({ ...chiave, impronta, autofirma }, null, 2)}\n`;
  const chi = ctx.ruolo === 'centrale' ? 'accoglienza' : (chiave.strutture[0] ?? 'comunita');
  return { nomeFile: `approdo-chiave-${chi.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.json`, testo, impronta };
}

/**
 * Accepts the other side's identity; given again, it updates (a community that gained a struttura). A central office with
 * another key is another office: what was sealed for the old one it cannot open, so the chains begin again for it.
 * @throws ErroreApprodo `chiave.illeggibile|firma|ruolo|struttura`
 */
export async function registerChiave(
  ctx: Contesto,
  input: Parsed<'chiavi.register'>,
): Promise<Output<'chiavi.register'>> {
  const chiave = parseChiave(input.testo);
  if (chiave.ruolo === ctx.ruolo)
    throw new ErroreApprodo(
      'chiave.ruolo',
      ctx.ruolo === 'comunita'
        ? 'Questa è la chiave di una comunità: qui serve quella dell’Accoglienza.'
        : 'Questa è la chiave dell’Accoglienza: qui servono quelle delle comunità.',
    );
  assertStruttureLibere(ctx.store, chiave);
  const { ruolo, nome, firma, sigillo, strutture } = chiave;
  const known = readCorrispondenti(ctx.store).find(
    (c) => c.firma === firma || (ruolo === 'centrale' && c.ruolo === ruolo),
  );
  const id = ctx.store.write(gesto(ctx, 'chiavi.register', { nota: `${nome} ${improntaChiave(chiave)}` }), (tx) => {
    if (!known) return tx.insert('corrispondenti', { ruolo, nome, firma, sigillo, strutture });
    tx.update('corrispondenti', known.id, { nome, firma, sigillo, ...(strutture.length > 0 ? { strutture } : {}) });
    if (ruolo === 'centrale' && known.sigillo !== sigillo)
      for (const pacco of listPacchi(ctx.store, 'inviato')) tx.update('pacchi', pacco.id, { stato: 'superato' });
    return known.id;
  });
  const row = ctx.store.find('corrispondenti', id);
  if (!row) throw new Error('the key just written is not there');
  return toOutput(ctx.store, row);
}

export function listCorrispondenti(ctx: Contesto): Output<'chiavi.list'> {
  return readCorrispondenti(ctx.store).map((row) => toOutput(ctx.store, row));
}

/** The strutture this community speaks for: those declared at `init`, or all it keeps. */
export function listStruttureProprie(store: Store): string[] {
  const declared: unknown = JSON.parse(store.findImpostazione('struttureProprie') ?? '[]');
  const list = z.array(z.string()).catch([]).parse(declared);
  return list.length > 0 ? list : listStrutture(store).map((struttura) => struttura.codice);
}

/** Reads a public key file and checks that who made it holds its signing key. @throws ErroreApprodo `chiave.illeggibile|firma` */
export function parseChiave(testo: string): z.output<typeof chiaveFirmata> {
  const refuse = (codice: string) =>
    new ErroreApprodo(
      codice,
      'Questo file non è una chiave pubblica di Approdo, o è stato cambiato: farselo mandare di nuovo.',
    );
  let json: unknown;
  try {
    json = JSON.parse(testo);
  } catch {
    throw refuse('chiave.illeggibile');
  }
  const parsed = chiaveFirmata.safeParse(json);
  if (!parsed.success) throw refuse('chiave.illeggibile');
  const { autofirma, impronta: _impronta, ...chiave } = parsed.data;
  if (!verifyBytes(chiave.firma, 'chiave', canonicalBytes(chiave), Buffer.from(autofirma, 'hex')))
    throw refuse('chiave.firma');
  return parsed.data;
}

/** A struttura has one voice. @throws ErroreApprodo `chiave.struttura` */
function assertStruttureLibere(store: Store, chiave: z.output<typeof chiaveFirmata>): void {
  if (chiave.ruolo !== 'comunita') return;
  for (const altra of readCorrispondenti(store)) {
    const contesa =
      altra.firma === chiave.firma
        ? undefined
        : listStruttureDi(store, altra).find((s) => chiave.strutture.includes(s));
    if (contesa !== undefined)
      throw new ErroreApprodo(
        'chiave.struttura',
        `La struttura ${contesa} è già di «${altra.nome}»: una struttura ha una chiave sola; sentire la comunità prima di cambiarla.`,
      );
  }
}

function toOutput(store: Store, row: Riga<'corrispondenti'>): Output<'chiavi.list'>[number] {
  const { id, nome, createdAtMs } = row;
  const strutture = listStruttureDi(store, row);
  const ruolo = row.ruolo === 'centrale' ? 'centrale' : 'comunita';
  return { id, ruolo, nome, strutture, createdAtMs, impronta: improntaChiave(row) };
}

/** Eight groups of four hex digits over the two public keys: short enough to be read on the phone. */
export function improntaChiave({ firma, sigillo }: { firma: string; sigillo: string }): string {
  const hash = createHash('sha256').update(`${firma}\n${sigillo}`).digest('hex').slice(0, 32);
  return (hash.match(/.{4}/g) ?? []).join(' ');
}

function canonicalBytes(chiave: z.output<typeof chiavePubblica>): Uint8Array {
  const testo = canonicalize(chiave);
  if (testo === undefined) throw new Error('a key is always an object');
  return new TextEncoder().encode(testo);
}
