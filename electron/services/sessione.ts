import { existsSync } from 'node:fs';
import { lockFolder } from '../../db/file/lock.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { removeAvanzi } from '../cartella/avanzi.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { type AccountChiavi, nomeDi, readPortachiavi } from '../chiavi/portachiavi.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { type OpzioniAccesso, unlockPatiently } from './accesso.ts';
import { type Archivio, completeCreation, type Ingresso, oggiDi, openWith } from './archivio.ts';
import type { Utente } from './contesto.ts';
import { explainDanno } from './salvataggio.ts';

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

/** The role is the one inside the encrypted file: what chiavi.json says in clear is only for the list of names. */
export function loadUtente(store: Store, account: AccountChiavi, oggi: Giorno): Utente {
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
