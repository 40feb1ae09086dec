import { setTimeout as sleep } from 'node:timers/promises';
import { listAccounts } from '../../db/reads/account.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { fileCartella } from '../cartella/cartella.ts';
import {
  type AccountChiavi,
  listCandidati,
  nomeDi,
  type Portachiavi,
  readPortachiavi,
  removeAccounts,
  unlockKey,
  writePortachiavi,
} from '../chiavi/portachiavi.ts';
import { addTentativo, attesaMs, rebaseTentativi, settleTentativi } from '../chiavi/tentativi.ts';
import type { Archivio } from './archivio.ts';

/** A wait up to here passes unsaid, while the door is opening; a longer one is told. */
const IN_SILENZIO_MS = 2000;

export interface OpzioniAccesso {
  readonly password: string;
  /** the name given at the door; without it every account is tried */
  readonly utente?: string | undefined;
  /** the id of the only account it may be, when that is known */
  readonly account?: string;
  /** recupero: the recovery key instead of a password */
  readonly tipo?: AccountChiavi['tipo'];
  /** epoch ms */
  readonly clock: () => number;
  /** waits so many milliseconds; a test gives its own */
  readonly attendi?: ((ms: number) => Promise<unknown>) | undefined;
}

/**
 * The key under a password, with a wait that grows at each wrong one. Wrong passwords are counted in chiavi.json, so that
 * starting again forgives nothing, and reach the log at the next successful opening (`registerAccesso`).
 * @throws ErroreApprodo `sessione.password`, `sessione.recupero`, `sessione.utente`, `sessione.attesa`
 */
export async function unlockPatiently(
  file: string,
  { password, utente, account, tipo, clock, attendi = sleep }: OpzioniAccesso,
): Promise<{ account: AccountChiavi; chiave: Buffer }> {
  // nobody has an empty one: it is no attempt, and costs no wait
  if (password === '') throw new ErroreApprodo('sessione.password', 'La password non è giusta: riprovare.');
  const portachiavi = readPortachiavi(file);
  const accounts = listCandidati(portachiavi, utente, tipo).filter(
    (one) => account === undefined || one.id === account,
  );
  const ids = accounts.map((account) => account.id);
  const tentativi = rebaseTentativi(portachiavi.tentativi ?? [], clock());
  const waitMs = attesaMs(tentativi, ids, clock());
  if (waitMs > IN_SILENZIO_MS) {
    saveQuietly(file, { ...portachiavi, tentativi });
    throw new ErroreApprodo(
      'sessione.attesa',
      `Ci sono state troppe ${parole(tipo)} sbagliate: riprovare fra ${Math.ceil(waitMs / 1000)} secondi.`,
    );
  }
  if (waitMs > 0) await attendi(waitMs);
  try {
    return await unlockKey({ ...portachiavi, accounts }, password);
  } catch (error) {
    if (!(error instanceof ErroreApprodo) || error.codice !== 'sessione.password') throw error;
    saveQuietly(file, { ...portachiavi, tentativi: addTentativo(tentativi, ids, clock()) });
    if (tipo !== 'recupero') throw error;
    throw new ErroreApprodo(
      'sessione.recupero',
      'Questa chiave non è quella di questo registro, o è stata rinnovata: cercare il foglio più recente.',
    );
  }
}

/** A right key forgives the wrong ones before it. */
export function settleChiave(file: string, id: string): void {
  const portachiavi = readPortachiavi(file);
  const tentativi = (portachiavi.tentativi ?? []).map((one) => (one.id === id ? { ...one, consecutivi: 0 } : one));
  saveQuietly(file, { ...portachiavi, tentativi });
}

/** Writes in the log who entered, and the wrong passwords given since the last time somebody did. */
export function registerAccesso({ dati, store, utente }: Archivio): void {
  const { chiavi } = fileCartella(dati);
  const portachiavi = readPortachiavi(chiavi);
  const { tentativi = [] } = portachiavi;
  const names = new Map(portachiavi.accounts.map((account) => [account.id, nomeDi(account)]));
  const tipi = new Map(portachiavi.accounts.map((account) => [account.id, account.tipo]));
  for (const { id, daRegistrare, ultimoAtMs } of tentativi) {
    if (daRegistrare === 0) continue;
    const nota = `${daRegistrare} ${parole(tipi.get(id))} sbagliate, l’ultima ${new Date(ultimoAtMs).toISOString()}`;
    store.write(
      { azione: 'sessione.fallita', accountId: id, utente: names.get(id) ?? '?', nota, sempre: true },
      () => {},
    );
  }
  const { accountId } = utente;
  store.write({ azione: 'sessione.open', accountId, utente: utente.nome, sempre: true }, (tx) => {
    if (accountId !== null) tx.update('accounts', accountId, { ultimoAccessoMs: tx.atMs });
  });
  // after the log: a kill between the two tells them twice rather than never
  if (tentativi.length > 0)
    saveQuietly(chiavi, { ...portachiavi, tentativi: settleTentativi(tentativi, accountId ?? '') });
}

/**
 * Whoever may no longer enter keeps no wrapping: what expired, or was deactivated by a chiavi.json put back. From here on an old
 * password and a stolen folder open nothing.
 */
export function closeScaduti({ dati, store, utente }: Archivio, oggi: Giorno): void {
  const { chiavi } = fileCartella(dati);
  const portachiavi = readPortachiavi(chiavi);
  const fuori = listAccounts(store).filter(
    ({ id, attivo, scadenza }) =>
      (!attivo || (scadenza !== null && scadenza < oggi)) && portachiavi.accounts.some((one) => one.id === id),
  );
  if (fuori.length === 0) return;
  const nota = fuori.map((one) => one.nome).join(', ');
  store.write({ azione: 'accounts.close', accountId: utente.accountId, utente: utente.nome, nota, sempre: true }, () =>
    writePortachiavi(
      chiavi,
      removeAccounts(
        portachiavi,
        fuori.map((one) => one.id),
      ),
    ),
  );
}

function parole(tipo: AccountChiavi['tipo'] | undefined): string {
  return tipo === 'recupero' ? 'chiavi di recupero' : 'password';
}

/** The count of wrong passwords is not worth more than the answer: a disk that refuses it does not hide that. */
function saveQuietly(file: string, portachiavi: Portachiavi): void {
  try {
    writePortachiavi(file, portachiavi);
  } catch (error) {
    if (!(error instanceof ErroreApprodo)) throw error;
  }
}
