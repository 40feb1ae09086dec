import { listAccounts } from '../../db/reads/account.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { fileCartella } from '../cartella/cartella.ts';
import {
  type AccountChiavi,
  nomeDi,
  readPortachiavi,
  removeAccounts,
  rewrapAccount,
  writePortachiavi,
} from '../chiavi/portachiavi.ts';
import { GESTORI, type Ruolo } from '../contract/ruolo.ts';
import { settleChiave } from './accesso.ts';
import { type Archivio, closeStore } from './archivio.ts';
import type { Utente } from './contesto.ts';
import { readChiave } from './recupero.ts';
import { findRifiuto, openLocked } from './sessione.ts';

/** At the door with a recovery key. */
export interface OpzioniRecupero {
  readonly dati: string;
  readonly chiave: string;
  readonly oggi: Giorno;
  /** epoch ms */
  readonly clock: () => number;
  readonly attendi?: ((ms: number) => Promise<unknown>) | undefined;
}

/**
 * Who may get a new password with this key: those who manage the accounts and may enter today. The store is closed again.
 * @throws ErroreApprodo `recupero.gruppo`, `sessione.recupero`, `sessione.attesa`, as `openStore`
 */
export async function checkRecupero(o: OpzioniRecupero): Promise<string[]> {
  const { archivio, account } = await openWithChiave(o, nobody);
  try {
    settleChiave(fileCartella(o.dati).chiavi, account.id);
    const nota = nomeDi(account);
    const gesto = { azione: 'sessione.checkRecupero', accountId: null, utente: nota, sempre: true };
    archivio.store.write(gesto, () => undefined);
    return listGestori(archivio.store, o.oggi).map((one) => one.nome);
  } finally {
    closeStore(archivio);
  }
}

/**
 * A new password for one of them, who is in with it. A deposited key was read aloud: it is used up.
 * @throws ErroreApprodo `recupero.persona`, as `checkRecupero`
 */
export async function recoverStore(
  o: OpzioniRecupero & { readonly utente: string; readonly password: string },
): Promise<Archivio> {
  const { archivio, account } = await openWithChiave(o, (store) => getGestore(store, o));
  const { store, utente, chiave } = archivio;
  const id = utente.accountId ?? '';
  try {
    const { chiavi } = fileCartella(o.dati);
    const nuovo = { nome: utente.nome, ruolo: utente.ruolo, tipo: 'password', password: o.password } as const;
    const rewrapped = await rewrapAccount(readPortachiavi(chiavi), id, chiave, nuovo);
    const usata = store.find('recuperi', account.id)?.deposito === true;
    const gesto = {
      azione: 'sessione.recover',
      accountId: id,
      utente: utente.nome,
      nota: nomeDi(account),
      sempre: true,
    };
    store.write(gesto, (tx) => {
      if (usata) tx.remove('recuperi', account.id);
      writePortachiavi(chiavi, usata ? removeAccounts(rewrapped, [account.id]) : rewrapped);
    });
    if (!usata) settleChiave(chiavi, account.id);
    return archivio;
  } catch (error) {
    closeStore(archivio);
    throw error;
  }
}

async function openWithChiave(
  { chiave, dati, oggi, clock, attendi }: OpzioniRecupero,
  entra: (store: Store) => Utente,
): Promise<{ archivio: Archivio; account: AccountChiavi }> {
  let con: AccountChiavi | undefined;
  const come = { dati, password: readChiave(chiave), tipo: 'recupero', oggi, clock, attendi } as const;
  const archivio = await openLocked(come, (account) => (store) => {
    con = account;
    assertValida(store, account);
    return entra(store);
  });
  if (!con) throw new Error('a store opened with no wrapping');
  return { archivio, account: con };
}

/** What the store knows counts: a chiavi.json put back does not bring back a key that was renewed or withdrawn. */
function assertValida(store: Store, account: AccountChiavi): void {
  const row = store.find('recuperi', account.id);
  if (row && row.deletedAtMs === null) return;
  store.write(
    { azione: 'sessione.rifiutata', accountId: null, utente: nomeDi(account), sempre: true },
    () => undefined,
  );
  throw new ErroreApprodo(
    'sessione.recupero',
    'Questa chiave di recupero è stata rinnovata o revocata: cercare il foglio più recente.',
  );
}

/** Nobody has entered yet: only to ask who could. */
function nobody(): Utente {
  return { accountId: null, nome: '-', ruolo: 'amministratore' };
}

function listGestori(store: Store, oggi: Giorno): Riga<'accounts'>[] {
  return listAccounts(store).filter(
    (one) => GESTORI.some((ruolo) => ruolo === one.ruolo) && findRifiuto(one, oggi) === undefined,
  );
}

function getGestore(store: Store, { utente, oggi }: { readonly utente: string; readonly oggi: Giorno }): Utente {
  const row = listGestori(store, oggi).find((one) => one.nome === utente);
  if (!row)
    throw new ErroreApprodo(
      'recupero.persona',
      `Qui «${utente}» non può avere una nuova password: la dà chi gestisce gli accessi, dalle Impostazioni.`,
    );
  return { accountId: row.id, nome: row.nome, ruolo: row.ruolo as Ruolo };
}
