import { listCorrispondenti } from '../../db/reads/pacco.ts';
import { listDepositi as readDepositi } from '../../db/reads/recupero.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { readPortachiavi, removeAccounts, writePortachiavi } from '../chiavi/portachiavi.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { readDeposito, writeDeposito } from '../sync/deposito.ts';
import { loadIdentita } from '../sync/identita.ts';
import { listStruttureProprie } from './chiave.ts';
import { type Contesto, type ContestoAccessi, gesto } from './contesto.ts';
import { listStruttureDi } from './pacco-mittente.ts';
import { assertPassword, replaceRecupero, settle } from './recupero.ts';

/**
 * A second recovery key, never shown here, in a file only the central office opens. It takes the place of the one deposited before.
 * @throws ErroreApprodo `recupero.senza_accoglienza`, `sessione.password`, `sessione.attesa`, `file.*`
 */
export async function depositRecupero(
  ctx: ContestoAccessi,
  { password }: Parsed<'recupero.deposit'>,
): Promise<Output<'recupero.deposit'>> {
  const presso = listCorrispondenti(ctx.store).find((one) => one.ruolo === 'centrale');
  if (!presso)
    throw new ErroreApprodo(
      'recupero.senza_accoglienza',
      'Non conosciamo ancora la chiave dell’Accoglienza: registrarla nelle Impostazioni, poi depositare.',
    );
  await assertPassword(ctx, password);
  const { chiave, portachiavi, id } = await replaceRecupero(ctx, true);
  const nome = ctx.store.findImpostazione('nome') ?? '';
  const deposito = { nome, recuperoId: id, chiave, preparatoAtMs: ctx.store.nowMs() };
  const bytes = new Uint8Array(await writeDeposito(deposito, await loadIdentita(ctx.store), presso.sigillo));
  ctx.store.write(gesto(ctx, 'recupero.deposit', { nota: presso.nome }), (tx) =>
    settle(ctx, tx, { deposito: true, id, portachiavi }),
  );
  const chi = listStruttureProprie(ctx.store)[0] ?? 'comunita';
  return { nomeFile: `approdo-deposito-${chi.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.age`, bytes };
}

/** @throws ErroreApprodo `recupero.assente`, `file.*` */
export function revokeDeposito(
  ctx: ContestoAccessi,
  { id }: Parsed<'recupero.revokeDeposito'>,
): Output<'recupero.revokeDeposito'> {
  const row = ctx.store.find('recuperi', id);
  if (!row || row.deletedAtMs !== null || !row.deposito)
    throw new ErroreApprodo('recupero.assente', 'Questo deposito non c’è più: rileggere la pagina.');
  const { chiavi } = fileCartella(ctx.dati);
  ctx.store.write(gesto(ctx, 'recupero.revokeDeposito'), (tx) => {
    tx.remove('recuperi', id);
    writePortachiavi(chiavi, removeAccounts(readPortachiavi(chiavi), [id]));
  });
  return {};
}

/** The keys deposited here, one for each community. */
export function listDepositi({ store }: Contesto): Output<'depositi.list'> {
  return readDepositi(store).flatMap(({ id, corrispondenteId, preparatoAtMs, createdAtMs }) => {
    const di = store.find('corrispondenti', corrispondenteId);
    return di ? [{ id, nome: di.nome, strutture: listStruttureDi(store, di), preparatoAtMs, createdAtMs }] : [];
  });
}

/**
 * Keeps the file sealed as it is. It takes the place of the one the same community deposited before; the same again changes nothing.
 * @throws ErroreApprodo `deposito.illeggibile|firma|mittente|superato`
 */
export async function importDeposito(
  ctx: Contesto,
  { file }: Parsed<'depositi.import'>,
): Promise<Output<'depositi.import'>> {
  const { sigilli } = await loadIdentita(ctx.store);
  const { firmatario, recuperoId, preparatoAtMs } = await readDeposito(file.bytes, sigilli);
  const di = listCorrispondenti(ctx.store).find((one) => one.ruolo === 'comunita' && one.firma === firmatario);
  if (!di)
    throw new ErroreApprodo(
      'deposito.mittente',
      'Il deposito è firmato da una comunità che non conosciamo: registrare la sua chiave, poi importarlo di nuovo.',
    );
  const suoi = readDepositi(ctx.store).filter((one) => one.corrispondenteId === di.id);
  if (suoi.some((one) => one.recuperoId === recuperoId)) return { nome: di.nome };
  if (suoi.some((one) => one.preparatoAtMs > preparatoAtMs))
    throw new ErroreApprodo('deposito.superato', `Di «${di.nome}» c’è già un deposito più recente: tenere quello.`);
  const sigillato = Buffer.from(file.bytes).toString('base64');
  ctx.store.write(gesto(ctx, 'depositi.import', { nota: di.nome }), (tx) => {
    for (const one of suoi) tx.remove('depositi', one.id);
    tx.insert('depositi', { corrispondenteId: di.id, recuperoId, preparatoAtMs, sigillato });
  });
  return { nome: di.nome };
}

/** @throws ErroreApprodo `deposito.assente`, `deposito.illeggibile` (sealed for a key this office no longer has) */
export async function openDeposito(
  ctx: Contesto,
  { id, motivo }: Parsed<'depositi.open'>,
): Promise<Output<'depositi.open'>> {
  const row = ctx.store.find('depositi', id);
  const di = row && row.deletedAtMs === null ? ctx.store.find('corrispondenti', row.corrispondenteId) : undefined;
  if (!row || !di) throw new ErroreApprodo('deposito.assente', 'Questo deposito non c’è più: rileggere la pagina.');
  const { sigilli } = await loadIdentita(ctx.store);
  const { chiave } = await readDeposito(Buffer.from(row.sigillato, 'base64'), sigilli);
  // first the line of the log, then the answer
  ctx.store.write({ ...gesto(ctx, 'depositi.open', { nota: `${di.nome}: ${motivo}` }), sempre: true }, () => undefined);
  return { nome: di.nome, chiave };
}
