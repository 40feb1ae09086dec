import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { readChiaveRecupero } from '../../domain/chiave-recupero.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { toErroreFile, writeFileAtomic } from '../cartella/file-atomico.ts';
import { RUOLI, type Ruolo } from '../contract/ruolo.ts';
import { DERIVAZIONE, derivazione, deriveKey } from './derivazione.ts';
import { base64, involucro, unwrapKey, wrapKey } from './involucro.ts';
import { tentativo } from './tentativi.ts';

const FORMATO = 1;
const SALE_BYTE = 16;

const account = z.object({
  /** the id of its row in `accounts` */
  id: z.string().min(1),
  /** name and role when the key was wrapped; what holds now is in the store */
  nome: z.string().min(1),
  ruolo: z.enum(RUOLI),
  /** the name since then, when it changed: only for the list of who may enter */
  nomeAttuale: z.string().min(1).optional(),
  /** false: no longer listed (written by earlier versions; now the wrapping goes). Who may enter is decided inside the store. */
  attivo: z.boolean().optional(),
  /** password: what a person types; recupero: the long key printed once and kept in the safe */
  tipo: z.enum(['password', 'recupero']),
  derivazione,
  sale: base64(SALE_BYTE),
  involucro,
});
export type AccountChiavi = z.infer<typeof account>;

/**
 * `chiavi.json`: the 32-byte key of the store, wrapped once per account. One more account or a recovery key is one more
 * wrapping of the same key: the store is not encrypted again.
 */
const portachiavi = z.object({
  formato: z.literal(FORMATO),
  accounts: z.array(account).min(1),
  /** wrong passwords, by account (electron/chiavi/tentativi.ts) */
  tentativi: z.array(tentativo).optional(),
});
export type Portachiavi = z.infer<typeof portachiavi>;

/** Who gets a wrapping of the key. */
export interface NuovoAccount {
  readonly nome: string;
  readonly ruolo: Ruolo;
  readonly tipo: AccountChiavi['tipo'];
  readonly password: string;
}

/** 32 random bytes: the key of a new store. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** The keyring with one more account able to open the store. */
export async function addAccount(
  a: Portachiavi | null,
  chiave: Uint8Array,
  nuovo: NuovoAccount,
): Promise<{ portachiavi: Portachiavi; account: AccountChiavi }> {
  const wrapped = await wrapFor(uuidv7(), chiave, nuovo);
  const accounts = [...(a?.accounts ?? []), wrapped];
  return { portachiavi: { ...a, formato: FORMATO, accounts }, account: wrapped };
}

/** The keyring with this account under another password (and its name and role of now), also where it had none left. */
export async function rewrapAccount(
  a: Portachiavi,
  id: string,
  chiave: Uint8Array,
  nuovo: NuovoAccount,
): Promise<Portachiavi> {
  const wrapped = await wrapFor(id, chiave, nuovo);
  return { ...a, accounts: [...a.accounts.filter((one) => one.id !== id), wrapped] };
}

/** The keyring without these wrappings: what they were made with opens nothing from now on. */
export function removeAccounts(a: Portachiavi, ids: readonly string[]): Portachiavi {
  return { ...a, accounts: a.accounts.filter((one) => !ids.includes(one.id)) };
}

/** The keyring with another name on an account. The key stays wrapped as it is. */
export function labelAccount(a: Portachiavi, id: string, nome: string): Portachiavi {
  const label = (one: AccountChiavi): AccountChiavi => ({
    ...one,
    nomeAttuale: nome === one.nome ? undefined : nome,
  });
  return { ...a, accounts: a.accounts.map((one) => (one.id === id ? label(one) : one)) };
}

/** The name an account enters with. */
export function nomeDi({ nome, nomeAttuale }: AccountChiavi): string {
  return nomeAttuale ?? nome;
}

/** The wrappings a password, or a recovery key, may open: of one name or of any. @throws ErroreApprodo `sessione.utente|recupero` */
export function listCandidati(
  da: Portachiavi,
  nome?: string,
  tipo: AccountChiavi['tipo'] = 'password',
): AccountChiavi[] {
  const candidates = da.accounts.filter((one) => one.tipo === tipo && (nome === undefined || nomeDi(one) === nome));
  if (candidates.length === 0 && tipo === 'recupero')
    throw new ErroreApprodo(
      'sessione.recupero',
      'Questo registro non ha una chiave di recupero: la fa chi gestisce gli accessi, dalle Impostazioni.',
    );
  if (candidates.length === 0)
    throw new ErroreApprodo('sessione.utente', `«${nome}» non è tra chi può entrare: scegliere un nome dall’elenco.`);
  return candidates;
}

async function wrapFor(id: string, chiave: Uint8Array, nuovo: NuovoAccount): Promise<AccountChiavi> {
  const sale = randomBytes(SALE_BYTE);
  const { nome, ruolo, tipo } = nuovo;
  const head = { id, nome, ruolo, tipo, derivazione: DERIVAZIONE, sale: sale.toString('base64') };
  const sotto = await deriveKey(secretOf(tipo, nuovo.password), sale, head.derivazione);
  const wrapped = { ...head, involucro: wrapKey(chiave, sotto, contestoDi(head)) };
  sotto.fill(0);
  return wrapped;
}

/**
 * Opens the key with a password. Without `nome` every account is tried.
 * @throws ErroreApprodo `sessione.utente`, `sessione.password`
 */
export async function unlockKey(
  da: Portachiavi,
  password: string,
  nome?: string,
): Promise<{ account: AccountChiavi; chiave: Buffer }> {
  const candidates = da.accounts.filter((one) => nome === undefined || nomeDi(one) === nome);
  if (candidates.length === 0)
    throw new ErroreApprodo('sessione.utente', `«${nome}» non è tra chi può entrare: scegliere un nome dall’elenco.`);
  // Argon2 takes no empty password, and nobody has one
  for (const one of password === '' ? [] : candidates) {
    const sotto = await deriveKey(secretOf(one.tipo, password), Buffer.from(one.sale, 'base64'), one.derivazione);
    const chiave = unwrapKey(one.involucro, sotto, contestoDi(one));
    sotto.fill(0);
    if (chiave) return { account: one, chiave };
  }
  throw new ErroreApprodo('sessione.password', 'La password non è giusta: riprovare.');
}

/** A recovery key is read as it is meant, spaces and small letters forgiven; a password is taken as it is. */
function secretOf(tipo: AccountChiavi['tipo'], typed: string): string {
  const letta = tipo === 'recupero' ? readChiaveRecupero(typed) : { chiave: typed };
  return 'chiave' in letta ? letta.chiave : typed;
}

/** @throws ErroreApprodo `chiavi.*` */
export function readPortachiavi(file: string): Portachiavi {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw chiaviAssenti(error);
    throw toErroreFile(error, file);
  }
  return parsePortachiavi(text);
}

/** @throws ErroreApprodo `chiavi.danneggiate`, `chiavi.versione` */
export function parsePortachiavi(text: string): Portachiavi {
  const json = parseJson(text);
  const formato = z.object({ formato: z.number().int() }).safeParse(json);
  if (formato.success && formato.data.formato > FORMATO)
    throw new ErroreApprodo(
      'chiavi.versione',
      'Il file chiavi.json è di una versione più recente di Approdo: aggiornare il programma e riprovare.',
    );
  const parsed = portachiavi.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ErroreApprodo(
    'chiavi.danneggiate',
    'Il file chiavi.json è danneggiato e senza di esso l’archivio non si apre: rimetterlo dall’ultima copia.',
  );
}

export function writePortachiavi(file: string, { formato, accounts, tentativi = [] }: Portachiavi): void {
  const said = { formato, accounts, ...(tentativi.length > 0 ? { tentativi } : {}) };
  writeFileAtomic(file, `${JSON.stringify(said, null, 2)}\n`);
}

/** What is authenticated with the wrapped key: everything said of the account in clear. */
function contestoDi({ id, nome, ruolo, tipo, derivazione: come, sale }: Omit<AccountChiavi, 'involucro'>): Uint8Array {
  const { memoriaKiB, iterazioni, parallelismo } = come;
  const said = [
    'approdo-chiavi',
    FORMATO,
    id,
    nome,
    ruolo,
    tipo,
    come.tipo,
    memoriaKiB,
    iterazioni,
    parallelismo,
    sale,
  ];
  return Buffer.from(JSON.stringify(said), 'utf8');
}

function chiaviAssenti(cause: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'chiavi.assenti',
    'Nella cartella dei dati manca il file chiavi.json e senza di esso l’archivio non si apre: rimetterlo dall’ultima copia.',
    { cause },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
