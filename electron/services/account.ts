import { listAccounts as readAccounts } from '../../db/reads/account.ts';
import type { Riga } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import {
  addAccount,
  labelAccount,
  type Portachiavi,
  readPortachiavi,
  removeAccounts,
  rewrapAccount,
  writePortachiavi,
} from '../chiavi/portachiavi.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { GESTORI, type Ruolo, ruoliDi } from '../contract/ruolo.ts';
import { unlockPatiently } from './accesso.ts';
import { type ContestoAccessi, gesto } from './contesto.ts';

type Account = Pick<Riga<'accounts'>, 'id' | 'nome' | 'ruolo' | 'attivo' | 'scadenza'>;

/** Who may enter, and when each last did. */
export function listAccounts({ store, utente, dati }: ContestoAccessi): Output<'accounts.list'> {
  const wrapped = new Set(readPortachiavi(fileCartella(dati).chiavi).accounts.map((one) => one.id));
  return readAccounts(store).map(({ id, nome, ruolo, attivo, scadenza, ultimoAccessoMs }) => ({
    ...{ id, nome, ruolo: ruolo as Ruolo, attivo, scadenza, ultimoAccessoMs },
    proprio: id === utente.accountId,
    senzaPassword: attivo && !wrapped.has(id),
  }));
}

/**
 * The row and the wrapped key are one gesture: the keyring is written inside the transaction, as its last step.
 * @throws ErroreApprodo `account.nome`, `account.ruolo`, `file.*`
 */
export async function createAccount(
  ctx: ContestoAccessi,
  input: Parsed<'accounts.create'>,
): Promise<Output<'accounts.create'>> {
  const { nome, ruolo, password, scadenza } = input;
  assertRuolo(ctx.ruolo, ruolo);
  assertNomeLibero(ctx, nome);
  const { chiavi } = fileCartella(ctx.dati);
  const nuovo = { nome, ruolo, tipo: 'password', password } as const;
  const { portachiavi, account } = await addAccount(withoutOrphans(ctx, readPortachiavi(chiavi)), ctx.chiave, nuovo);
  ctx.store.write(gesto(ctx, 'accounts.create'), (tx) => {
    tx.insert('accounts', { id: account.id, nome, ruolo, scadenza });
    writePortachiavi(chiavi, portachiavi);
  });
  return { id: account.id };
}

/**
 * Deactivated, its wrapping goes: from here on the old password opens nothing, wherever the folder ends up. Back again, it gets
 * a new one under the password given.
 * @throws ErroreApprodo `account.assente|nome|ruolo|ultimo|proprio|password`, `file.*`
 */
export async function updateAccount(
  ctx: ContestoAccessi,
  { id, password, ...cambi }: Parsed<'accounts.update'>,
): Promise<Output<'accounts.update'>> {
  const prima = getAccount(ctx, id);
  const dopo = merge(prima, cambi);
  if (dopo.ruolo !== prima.ruolo) assertRuolo(ctx.ruolo, dopo.ruolo as Ruolo);
  if (dopo.nome !== prima.nome) assertNomeLibero(ctx, dopo.nome, id);
  assertGestore(readAccounts(ctx.store).map((one) => (one.id === id ? dopo : one)));
  if (id === ctx.utente.accountId) assertSoloNome(prima, dopo);
  const { chiavi } = fileCartella(ctx.dati);
  const { nome, ruolo, attivo, scadenza } = dopo;
  const torna = attivo && !prima.attivo;
  if (torna && password === undefined)
    throw new ErroreApprodo(
      'account.password',
      'Per riattivare un accesso serve una nuova prima password: quella di prima non apre più.',
    );
  const nuova = torna && password !== undefined ? { nome, ruolo: ruolo as Ruolo, password } : null;
  const rewrapped =
    nuova && (await rewrapAccount(readPortachiavi(chiavi), id, ctx.chiave, { ...nuova, tipo: 'password' }));
  ctx.store.write(gesto(ctx, 'accounts.update'), (tx) => {
    if (!tx.update('accounts', id, { nome, ruolo, attivo, scadenza })) return;
    const portachiavi = rewrapped ?? labelAccount(readPortachiavi(chiavi), id, nome);
    writePortachiavi(chiavi, attivo ? portachiavi : removeAccounts(portachiavi, [id]));
  });
  return {};
}

/**
 * A new first password for somebody else, also where none is left.
 * @throws ErroreApprodo `account.assente`, `account.proprio`, `account.disattivato`, `file.*`
 */
export async function resetPassword(
  ctx: ContestoAccessi,
  { id, password }: Parsed<'accounts.resetPassword'>,
): Promise<Output<'accounts.resetPassword'>> {
  const { nome, ruolo, attivo } = getAccount(ctx, id);
  if (id === ctx.utente.accountId)
    throw new ErroreApprodo('account.proprio', 'La propria password si cambia con «Cambia la propria password».');
  if (!attivo)
    throw new ErroreApprodo(
      'account.disattivato',
      `L’accesso di «${nome}» è disattivato: riattivarlo con una password.`,
    );
  const { chiavi } = fileCartella(ctx.dati);
  const nuovo = { nome, ruolo: ruolo as Ruolo, tipo: 'password', password } as const;
  const portachiavi = await rewrapAccount(readPortachiavi(chiavi), id, ctx.chiave, nuovo);
  const come = { ...gesto(ctx, 'accounts.resetPassword', { nota: nome }), sempre: true };
  // the new password starts without the wrong ones given for the old one
  const tentativi = (portachiavi.tentativi ?? []).map((one) => (one.id === id ? { ...one, consecutivi: 0 } : one));
  ctx.store.write(come, () => writePortachiavi(chiavi, { ...portachiavi, tentativi }));
  return {};
}

/**
 * One's own password: the old one is asked, with the same patience as at the door.
 * @throws ErroreApprodo `account.assente`, `account.uguale`, `sessione.password`, `sessione.attesa`, `file.*`
 */
export async function changePassword(
  ctx: ContestoAccessi,
  { vecchia, nuova }: Parsed<'accounts.changePassword'>,
): Promise<Output<'accounts.changePassword'>> {
  if (vecchia === nuova)
    throw new ErroreApprodo('account.uguale', 'La nuova password è uguale a quella di adesso: sceglierne un’altra.');
  const { id, nome, ruolo } = getAccount(ctx, ctx.utente.accountId ?? '');
  const { chiavi } = fileCartella(ctx.dati);
  const clock = () => ctx.store.nowMs();
  const { chiave } = await unlockPatiently(chiavi, { password: vecchia, account: id, clock, attendi: ctx.attendi });
  const nuovo = { nome, ruolo: ruolo as Ruolo, tipo: 'password', password: nuova } as const;
  const portachiavi = await rewrapAccount(readPortachiavi(chiavi), id, chiave, nuovo);
  chiave.fill(0);
  ctx.store.write({ ...gesto(ctx, 'accounts.changePassword'), sempre: true }, () =>
    writePortachiavi(chiavi, portachiavi),
  );
  return {};
}

/** Leaves out the wrappings whose row never came to be: a creation killed after its keyring was written. */
function withoutOrphans({ store }: ContestoAccessi, portachiavi: Portachiavi): Portachiavi {
  const accounts = portachiavi.accounts.filter((one) =>
    store.find(one.tipo === 'password' ? 'accounts' : 'recuperi', one.id),
  );
  return { ...portachiavi, accounts };
}

function getAccount({ store }: ContestoAccessi, id: string): Riga<'accounts'> {
  const row = store.find('accounts', id);
  if (!row || row.deletedAtMs !== null)
    throw new ErroreApprodo('account.assente', 'Questo accesso non c’è più: rileggere l’elenco.');
  return row;
}

function merge(prima: Account, cambi: Omit<Parsed<'accounts.update'>, 'id'>): Account {
  return {
    id: prima.id,
    nome: cambi.nome ?? prima.nome,
    ruolo: cambi.ruolo ?? prima.ruolo,
    attivo: cambi.attivo ?? prima.attivo,
    scadenza: cambi.scadenza === undefined ? prima.scadenza : cambi.scadenza,
  };
}

/** A role of the other side would open pages that hold nothing here. */
function assertRuolo(qui: ContestoAccessi['ruolo'], ruolo: Ruolo): void {
  if (!ruoliDi(qui).includes(ruolo))
    throw new ErroreApprodo(
      'account.ruolo',
      `Il ruolo ${ruolo} non si usa ${qui === 'centrale' ? 'all’Accoglienza' : 'in comunità'}: sceglierne un altro.`,
    );
}

/** Two people of one name could not be told apart at the door, nor in the log. */
function assertNomeLibero(ctx: ContestoAccessi, nome: string, tranne?: string): void {
  const plain = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase('it');
  if (readAccounts(ctx.store).some((one) => one.id !== tranne && plain(one.nome) === plain(nome)))
    throw new ErroreApprodo(
      'account.nome',
      `«${nome}» ha già un accesso: aggiungere qualcosa per distinguere le due persone.`,
    );
}

/** Somebody must remain who may manage the accounts, today and tomorrow: active, without an end. */
function assertGestore(dopo: readonly Account[]): void {
  const rimane = ({ ruolo, attivo, scadenza }: Account) =>
    attivo && scadenza === null && GESTORI.some((gestore) => gestore === ruolo);
  if (!dopo.some(rimane))
    throw new ErroreApprodo(
      'account.ultimo',
      'Non resterebbe nessuno che possa gestire gli accessi: darne prima il ruolo a un’altra persona, senza scadenza.',
    );
}

function assertSoloNome(prima: Account, dopo: Account): void {
  if (prima.ruolo !== dopo.ruolo || prima.attivo !== dopo.attivo || prima.scadenza !== dopo.scadenza)
    throw new ErroreApprodo(
      'account.proprio',
      'Il proprio ruolo, la propria scadenza e la disattivazione li cambia un’altra persona che gestisce gli accessi.',
    );
}
