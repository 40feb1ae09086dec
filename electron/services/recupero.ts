import { listCorrispondenti } from '../../db/reads/pacco.ts';
import { listRecuperi } from '../../db/reads/recupero.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { readChiaveRecupero } from '../../domain/chiave-recupero.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { type Portachiavi, readPortachiavi, removeAccounts, writePortachiavi } from '../chiavi/portachiavi.ts';
import { addRecupero, newChiaveRecupero } from '../chiavi/recupero.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { settleChiave, unlockPatiently } from './accesso.ts';
import { type ContestoAccessi, gesto } from './contesto.ts';

type Stato = NonNullable<Output<'sessione.get'>['recupero']>;

/** Whether the printed key is there, and known to be on paper. */
export function findStatoRecupero(store: Store): Stato {
  const stampata = listRecuperi(store).find((one) => !one.deposito);
  if (!stampata) return 'assente';
  return stampata.confermataAtMs === null ? 'da_confermare' : 'confermata';
}

export function getRecupero({ store, ruolo }: ContestoAccessi): Output<'recupero.get'> {
  const recuperi = listRecuperi(store);
  const stampata = recuperi.find((one) => !one.deposito);
  const deposito = recuperi.find((one) => one.deposito);
  const presso =
    ruolo === 'centrale' ? null : (listCorrispondenti(store).find((one) => one.ruolo === 'centrale')?.nome ?? null);
  return {
    createdAtMs: stampata?.createdAtMs ?? null,
    confermataAtMs: stampata?.confermataAtMs ?? null,
    deposito: deposito ? { id: deposito.id, nome: presso ?? 'Accoglienza', createdAtMs: deposito.createdAtMs } : null,
    presso,
  };
}

/**
 * A new printed key in place of the one before. The password is asked, with the same patience as at the door.
 * @throws ErroreApprodo `sessione.password`, `sessione.attesa`, `file.*`
 */
export async function renewRecupero(
  ctx: ContestoAccessi,
  { password }: Parsed<'recupero.renew'>,
): Promise<Output<'recupero.renew'>> {
  await assertPassword(ctx, password);
  const { chiave, portachiavi, id } = await replaceRecupero(ctx, false);
  ctx.store.write(gesto(ctx, 'recupero.renew'), (tx) => settle(ctx, tx, { deposito: false, id, portachiavi }));
  return { chiave };
}

/**
 * Somebody typed the key from the paper.
 * @throws ErroreApprodo `recupero.gruppo`, `sessione.recupero`, `sessione.attesa`
 */
export async function confirmRecupero(
  ctx: ContestoAccessi,
  input: Parsed<'recupero.confirm'>,
): Promise<Output<'recupero.confirm'>> {
  const { chiavi } = fileCartella(ctx.dati);
  const clock = () => ctx.store.nowMs();
  const come = { password: readChiave(input.chiave), tipo: 'recupero', clock, attendi: ctx.attendi } as const;
  const { account, chiave } = await unlockPatiently(chiavi, come);
  chiave.fill(0);
  settleChiave(chiavi, account.id);
  const row = ctx.store.find('recuperi', account.id);
  if (!row || row.deletedAtMs !== null || row.deposito)
    throw new ErroreApprodo(
      'sessione.recupero',
      'Questa non è la chiave stampata di questo registro: cercare il foglio più recente.',
    );
  ctx.store.write(gesto(ctx, 'recupero.confirm'), (tx) => {
    tx.update('recuperi', row.id, { confermataAtMs: tx.atMs });
  });
  return {};
}

/** The key as it is written. @throws ErroreApprodo `recupero.gruppo` with the group that is wrong */
export function readChiave(testo: string): string {
  const letta = readChiaveRecupero(testo);
  if ('chiave' in letta) return letta.chiave;
  throw new ErroreApprodo('recupero.gruppo', letta.errore);
}

/** One's own password, asked again before a key is given out. @throws ErroreApprodo `sessione.password`, `sessione.attesa` */
export async function assertPassword(ctx: ContestoAccessi, password: string): Promise<void> {
  const clock = () => ctx.store.nowMs();
  const account = ctx.utente.accountId ?? '';
  const come = { password, account, clock, attendi: ctx.attendi };
  const { chiave } = await unlockPatiently(fileCartella(ctx.dati).chiavi, come);
  chiave.fill(0);
}

/** A new key of one kind, and the keyring in which it stands instead of those before. Nothing is written yet. */
export async function replaceRecupero(
  { store, dati, chiave: data, utente }: ContestoAccessi,
  deposito: boolean,
): Promise<{ chiave: string; portachiavi: Portachiavi; id: string }> {
  const prima = readPortachiavi(fileCartella(dati).chiavi);
  const vivi = new Map(listRecuperi(store).map((one) => [one.id, one]));
  // of this kind, and those whose row never came to be
  const via = prima.accounts.filter(
    (one) => one.tipo === 'recupero' && (vivi.get(one.id)?.deposito ?? deposito) === deposito,
  );
  const chiave = newChiaveRecupero();
  const senza = removeAccounts(
    prima,
    via.map((one) => one.id),
  );
  return { chiave, ...(await addRecupero(senza, data, { chiaveRecupero: chiave, ruolo: utente.ruolo, deposito })) };
}

/** The row in place of those before it; the keyring is written as the last step of the gesture. */
export function settle(
  { dati, store }: ContestoAccessi,
  tx: Scrittura,
  { deposito, id, portachiavi }: { readonly deposito: boolean; readonly id: string; readonly portachiavi: Portachiavi },
): void {
  for (const row of listRecuperi(store)) if (row.deposito === deposito) tx.remove('recuperi', row.id);
  tx.insert('recuperi', { id, deposito });
  writePortachiavi(fileCartella(dati).chiavi, portachiavi);
}
