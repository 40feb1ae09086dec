import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { verifyStoreFile } from '../../db/file/copia.ts';
import { lockFolder } from '../../db/file/lock.ts';
import type { Riga, Scrittura } from '../../db/scrittura.ts';
import { Store } from '../../db/store.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, giornoDa } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { removeAvanzi } from '../cartella/avanzi.ts';
import { type FileCartella, fileCartella } from '../cartella/cartella.ts';
import { removeQuietly, syncFolder, syncPath, toErroreFile } from '../cartella/file-atomico.ts';
import {
  type AccountChiavi,
  addAccount,
  newKey,
  nomeDi,
  readPortachiavi,
  writePortachiavi,
} from '../chiavi/portachiavi.ts';
import { addRecupero, newChiaveRecupero } from '../chiavi/recupero.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { createIdentita, type IdentitaSegreta, newIdentita } from '../sync/identita.ts';
import { type OpzioniAccesso, unlockPatiently } from './accesso.ts';
import type { Utente } from './contesto.ts';
import { explainDanno } from './salvataggio.ts';

export type RuoloInstallazione = 'comunita' | 'centrale';

/** An open store, with what closing it must give back. */
export interface Archivio {
  readonly dati: string;
  readonly store: Store;
  /** the 32 bytes that open it; zeroed by `closeStore` */
  readonly chiave: Buffer;
  readonly utente: Utente;
  readonly ruolo: RuoloInstallazione;
  /** name of this installation */
  readonly nome: string;
  readonly dimostrazione: boolean;
  readonly release: () => void;
}

/** The day an account enters: by it an expired one is refused. Left out, it is the clock's. */
export interface Ingresso {
  readonly oggi?: Giorno;
}

/** A store just made, with its recovery key: to be shown once and kept nowhere. */
export type ArchivioNuovo = Archivio & { readonly chiaveRecupero: string };

export interface NuovoArchivio {
  readonly dati: string;
  readonly ruolo: RuoloInstallazione;
  /** name of the first account */
  readonly utente: string;
  readonly password: string;
  readonly struttura?: { readonly codice: string; readonly nome: string } | undefined;
  /** name of the installation, when it is not the struttura's */
  readonly nome?: string;
  /** invented people: said on every page */
  readonly dimostrazione?: boolean;
  /** epoch ms */
  readonly clock: () => number;
}

/** Whether a store is there, and who may open it. Never throws: a damaged keyring speaks at the opening. */
export function inspectCartella(dati: string): { stato: 'nuova' | 'chiusa'; accounts: string[] } {
  const file = fileCartella(dati);
  if (!existsSync(file.archivio) && !existsSync(file.chiavi)) return { stato: 'nuova', accounts: [] };
  try {
    const listed = readPortachiavi(file.chiavi).accounts.filter(
      (one) => one.tipo === 'password' && one.attivo !== false,
    );
    return { stato: 'chiusa', accounts: listed.map(nomeDi) };
  } catch {
    return { stato: 'chiusa', accounts: [] };
  }
}

/**
 * Makes the folder, the encrypted store, its keys, its first account and its first rows, and opens it.
 * The store is made whole under another name, then the keyring is written, then the store takes its name: a kill leaves
 * a folder that is still new, or one that the next opening completes.
 * @throws ErroreApprodo `sessione.esiste`, `sessione.struttura`, `archivio.*`, `file.*`
 */
export async function createStore(nuovo: NuovoArchivio): Promise<ArchivioNuovo> {
  if (nuovo.struttura && nuovo.ruolo === 'centrale')
    throw new ErroreApprodo(
      'sessione.struttura',
      'L’Accoglienza non tiene il registro di una struttura: crearla senza struttura, le riceverà dai pacchi o dal foglio.',
    );
  const file = fileCartella(nuovo.dati);
  makeFolder(nuovo.dati);
  const release = lockFolder(file.blocco);
  try {
    assertNuova(file);
    for (const leftover of ['', '-wal', '-shm']) rmSync(file.archivioNuovo + leftover, { force: true });
    const chiave = newKey();
    const ruolo = nuovo.ruolo === 'centrale' ? 'accoglienza' : 'responsabile';
    const primo = { nome: nuovo.utente, ruolo, tipo: 'password', password: nuovo.password } as const;
    const { portachiavi, account } = await addAccount(null, chiave, primo);
    const chiaveRecupero = newChiaveRecupero();
    const recupero = await addRecupero(portachiavi, chiave, { chiaveRecupero, ruolo, deposito: false });
    writeFirstRows(file.archivioNuovo, chiave, nuovo, { account, recuperoId: recupero.id }, await newIdentita());
    writePortachiavi(file.chiavi, recupero.portachiavi);
    completeCreation(file, nuovo.dati);
    const entra = (store: Store, oggi: Giorno) => loadUtente(store, account, oggi);
    return { ...openWith(nuovo.dati, chiave, nuovo, release, entra), chiaveRecupero };
  } catch (error) {
    release();
    throw toErroreFile(error, nuovo.dati);
  }
}

/**
 * Opens the store of a folder with a password; without `utente` every account is tried.
 * @throws ErroreApprodo `sessione.*`, `chiavi.*`, `archivio.*`
 */
export function openStore(o: Ingresso & OpzioniAccesso & { readonly dati: string }): Promise<Archivio> {
  return openLocked(o, (account) => (store, oggi) => loadUtente(store, account, oggi));
}

/** Opens with a password or a recovery key; `entraDi` says who enters with a wrapping, or refuses. @throws as `openStore` */
export async function openLocked(
  o: Ingresso & OpzioniAccesso & { readonly dati: string },
  entraDi: (account: AccountChiavi) => (store: Store, oggi: Giorno) => Utente,
): Promise<Archivio> {
  const file = fileCartella(o.dati);
  if (inspectCartella(o.dati).stato === 'nuova')
    throw new ErroreApprodo(
      'sessione.nuova',
      `Nella cartella ${o.dati} non c’è ancora un archivio: controllare il percorso oppure crearlo.`,
    );
  const release = lockFolder(file.blocco);
  try {
    readPortachiavi(file.chiavi);
    removeAvanzi(o.dati);
    completeCreation(file, o.dati);
    const { account, chiave } = await unlockPatiently(file.chiavi, o);
    return await openOrSave(o, chiave, release, entraDi(account));
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens it; when it is damaged, what is closed and not yet sent is saved first. */
async function openOrSave(
  o: Ingresso & OpzioniAccesso & { readonly dati: string },
  chiave: Buffer,
  release: () => void,
  entra: (store: Store, oggi: Giorno) => Utente,
): Promise<Archivio> {
  const kept = Buffer.from(chiave);
  try {
    return openWith(o.dati, chiave, o, release, entra);
  } catch (error) {
    const { dati, clock, oggi = oggiDi(clock) } = o;
    throw await explainDanno(error, { dati, chiave: kept, clock, oggi });
  } finally {
    kept.fill(0);
  }
}

/** Checks a password of an open store and says who it belongs to: another person takes over without closing. */
export async function changeUtente(
  archivio: Archivio,
  come: Ingresso & Omit<OpzioniAccesso, 'clock'>,
): Promise<Archivio> {
  const clock = () => archivio.store.nowMs();
  const { account, chiave } = await unlockPatiently(fileCartella(archivio.dati).chiavi, { ...come, clock });
  chiave.fill(0);
  return { ...archivio, utente: loadUtente(archivio.store, account, come.oggi ?? oggiDi(clock)) };
}

/** Closes the file, forgets the key and lets the folder go. */
export function closeStore(archivio: Archivio): void {
  try {
    archivio.store.close();
  } finally {
    archivio.chiave.fill(0);
    archivio.release();
  }
}

/** Opens with the key itself; `entra` says who it is, or refuses. On a refusal the key is zeroed and the file closed. */
function openWith(
  dati: string,
  chiave: Buffer,
  { clock, oggi = oggiDi(clock) }: Ingresso & { readonly clock: () => number },
  release: () => void,
  entra: (store: Store, oggi: Giorno) => Utente,
): Archivio {
  const file = fileCartella(dati);
  let store: Store | undefined;
  try {
    if (!existsSync(file.archivio))
      throw new ErroreApprodo(
        'archivio.assente',
        'Nella cartella dei dati manca il file approdo.db: rimetterlo o ripristinare l’ultima copia in un’altra cartella.',
      );
    store = Store.open({ file: file.archivio, key: chiave, clock, beforeMigration: copyBefore(file.archivio, chiave) });
    return {
      dati,
      store,
      chiave,
      utente: entra(store, oggi),
      ruolo: store.findImpostazione('ruolo') === 'centrale' ? 'centrale' : 'comunita',
      nome: store.findImpostazione('nome') ?? '',
      dimostrazione: store.findImpostazione('dimostrazione') === 'true',
      release,
    };
  } catch (error) {
    store?.close();
    chiave.fill(0);
    throw error;
  }
}

/**
 * Keeps the file as it was (with its write-ahead log) before a newer program changes it, and reads the copy to its last page:
 * one that does not open stops the change.
 * @throws ErroreApprodo `archivio.*`
 */
export function copyBefore(file: string, chiave: Uint8Array): (from: number) => void {
  return (from) => {
    const copy = file.replace(/\.db$/, `-versione-${from}.db`);
    try {
      for (const part of ['', '-wal']) {
        // what an opening killed here left is not a part of this copy
        rmSync(copy + part, { force: true });
        if (!existsSync(file + part)) continue;
        copyFileSync(file + part, copy + part);
        syncPath(copy + part);
      }
    } catch (error) {
      for (const part of ['', '-wal']) removeQuietly(copy + part);
      throw toErroreFile(error, copy);
    }
    verifyStoreFile(copy, chiave);
  };
}

/** The role is the one inside the encrypted file: what chiavi.json says in clear is only for the list of names. */
function loadUtente(store: Store, account: AccountChiavi, oggi: Giorno): Utente {
  const row = store.find('accounts', account.id);
  if (!row || row.deletedAtMs !== null)
    throw new ErroreApprodo(
      'sessione.utente',
      `«${account.nome}» non può più entrare in questo archivio: chiedere al responsabile.`,
    );
  const rifiuto = findRifiuto(row, oggi);
  if (rifiuto) {
    store.write({ azione: 'sessione.rifiutata', accountId: row.id, utente: row.nome, sempre: true }, () => undefined);
    throw rifiuto;
  }
  return { accountId: row.id, nome: row.nome, ruolo: row.ruolo as Ruolo };
}

/** Why an account may not enter today, its password being right. */
export function findRifiuto({ nome, attivo, scadenza }: Riga<'accounts'>, oggi: Giorno): ErroreApprodo | undefined {
  if (!attivo)
    return new ErroreApprodo(
      'sessione.disattivato',
      `L’accesso di «${nome}» è stato disattivato: per riaverlo, chiedere a chi gestisce gli accessi.`,
    );
  if (scadenza !== null && oggi > scadenza)
    return new ErroreApprodo(
      'sessione.fuori_scadenza',
      `L’accesso di «${nome}» è scaduto il ${formatGiornoBreve(scadenza)}: per prolungarlo, chiedere a chi gestisce gli accessi.`,
    );
  return undefined;
}

/** Today by a clock of epoch ms, local calendar. */
function oggiDi(clock: () => number): Giorno {
  const now = new Date(clock());
  return giornoDa(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function makeFolder(dati: string): void {
  try {
    mkdirSync(dati, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toErroreFile(error, dati);
  }
}

function assertNuova(file: FileCartella): void {
  if (existsSync(file.chiavi))
    throw new ErroreApprodo(
      'sessione.esiste',
      'In questa cartella c’è già un archivio: aprirlo con la sua password oppure indicare un’altra cartella.',
    );
  if (existsSync(file.archivio))
    throw new ErroreApprodo(
      'sessione.esiste',
      'In questa cartella c’è un archivio senza il suo chiavi.json: rimettere chiavi.json dall’ultima copia oppure indicare un’altra cartella.',
    );
}

/** The last step of a creation, also of one that was killed just before it. */
function completeCreation(file: FileCartella, dati: string): void {
  if (existsSync(file.archivio) || !existsSync(file.archivioNuovo) || !existsSync(file.chiavi)) return;
  renameSync(file.archivioNuovo, file.archivio);
  syncFolder(dati);
}

function writeFirstRows(
  file: string,
  chiave: Buffer,
  nuovo: NuovoArchivio,
  { account, recuperoId }: { readonly account: AccountChiavi; readonly recuperoId: string },
  identita: IdentitaSegreta,
): void {
  const store = Store.open({ file, key: chiave, clock: nuovo.clock });
  try {
    store.write({ azione: 'sessione.create', accountId: account.id, utente: account.nome }, (tx) => {
      insertImpostazioni(tx, nuovo);
      const { id, nome, ruolo } = account;
      tx.insert('accounts', { id, nome, ruolo, ultimoAccessoMs: tx.atMs });
      tx.insert('recuperi', { id: recuperoId, deposito: false });
      for (const [ordine, { voce, ...codice }] of CODICI_PREDEFINITI.entries())
        tx.insert('codici', { id: voce, ...codice, ordine });
      if (nuovo.struttura) tx.insert('strutture', { ...nuovo.struttura, tipo: 'CT' });
      createIdentita(tx, identita);
    });
  } finally {
    store.close();
  }
  chmodSync(file, 0o600);
  syncPath(file);
}

function insertImpostazioni(tx: Scrittura, nuovo: NuovoArchivio): void {
  const { struttura, ruolo } = nuovo;
  const valori = {
    ruolo,
    nome: nuovo.nome ?? struttura?.nome ?? (ruolo === 'centrale' ? 'Accoglienza' : 'Comunità'),
    dispositivo: randomUUID(),
    struttureProprie: JSON.stringify(struttura ? [struttura.codice] : []),
    ...(nuovo.dimostrazione ? { dimostrazione: 'true' } : {}),
  };
  for (const [id, valore] of Object.entries(valori)) tx.insert('impostazioni', { id, valore });
}
