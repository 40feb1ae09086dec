import { z } from 'zod';
import { findUltimoIstante, listPacchi, listCorrispondenti as readCorrispondenti } from '../../db/reads/pacco.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import type { FirmaPrecedente } from '../../db/schema/installazione.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type ChiaveFirmata, improntaChiave, parseChiave, writeChiave } from '../sync/chiave-file.ts';
import { listPassaggi, loadIdentita, prepareRinnovo } from '../sync/identita.ts';
import { findPercorso } from '../sync/passaggio.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listStruttureDi, type Mittente } from './pacco-mittente.ts';

/** JSON text of this side's identity, ready to be given to the other. */
export async function getChiavePubblica({ store, ruolo }: Contesto): Promise<Output<'chiavi.getPubblica'>> {
  const strutture = ruolo === 'centrale' ? [] : listStruttureProprie(store);
  const passaggi = listPassaggi(store);
  const chi = { ruolo, nome: store.findImpostazione('nome') ?? '', strutture };
  const { testo, impronta } = writeChiave(chi, await loadIdentita(store), passaggi);
  const nome = ruolo === 'centrale' ? 'accoglienza' : (strutture[0] ?? 'comunita');
  const nomeFile = `approdo-chiave-${nome.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.json`;
  return { nomeFile, testo, impronta, rinnovataAtMs: passaggi.at(-1)?.atMs ?? null };
}

/**
 * New keys for this side, and the file that tells the other. Dated after every parcel made here: the key of before speaks
 * for all of them, whatever the clock did.
 */
export async function renewChiave(ctx: Contesto): Promise<Output<'chiavi.renew'>> {
  const { store } = ctx;
  const rinnova = await prepareRinnovo(store, Math.max(store.nowMs(), findUltimoIstante(store)));
  store.write(gesto(ctx, 'chiavi.renew'), rinnova);
  return getChiavePubblica(ctx);
}

/**
 * Accepts the other side's identity; given again, it updates (a community that gained a struttura). A key that the known
 * one signed takes its place. A central office with a key that nobody signed is another office: what was sealed for the old
 * one it cannot open, so the chains begin again for it. A community with such a key is refused until somebody says that the
 * fingerprint was read on the phone (`sostituisce`): then the key of before is revoked.
 * @throws ErroreApprodo `chiave.illeggibile|firma|ruolo|superata|struttura`
 */
export async function registerChiave(
  ctx: Contesto,
  input: Parsed<'chiavi.register'>,
): Promise<Output<'chiavi.register'>> {
  const { store } = ctx;
  const chiave = parseChiave(input.testo);
  assertAltraParte(ctx, chiave);
  assertNonSuperata(store, chiave);
  const posto = findPosto(store, chiave, input.sostituisce ?? false);
  const id = store.write(gesto(ctx, 'chiavi.register', { nota: `${chiave.nome} ${improntaChiave(chiave)}` }), (tx) =>
    posto ? takePlace(tx, store, chiave, posto) : insertCorrispondente(tx, chiave),
  );
  const row = store.find('corrispondenti', id);
  if (!row) throw new Error('the key just written is not there');
  return toOutput(store, row);
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

/** Who is there already, how its keys gave way, and whether it is another office under the same role. */
interface Posto {
  readonly noto: Mittente;
  readonly lasciate: readonly FirmaPrecedente[];
  readonly altroUfficio: boolean;
}

/** Whose place this key takes; undefined: it is new here. @throws ErroreApprodo `chiave.struttura` */
function findPosto(store: Store, chiave: ChiaveFirmata, sostituisce: boolean): Posto | undefined {
  const noti = readCorrispondenti(store).filter((noto) => noto.ruolo === chiave.ruolo);
  for (const noto of noti) {
    const percorso = findPercorso(chiave.passaggi, noto.firma, chiave);
    if (noto.firma !== chiave.firma && percorso === undefined) continue;
    const lasciate = (percorso ?? []).map(({ da, atMs }) => ({ firma: da, finoAMs: atMs, revocata: false }));
    assertLibere(store, chiave, noti, noto);
    return { noto, lasciate, altroUfficio: false };
  }
  const [centrale] = noti;
  if (chiave.ruolo === 'centrale') return centrale && { noto: centrale, lasciate: [], altroUfficio: true };
  const contesa = findContesa(store, chiave, noti);
  if (!contesa) return undefined;
  if (!sostituisce) throw struttureDiAltri(contesa, chiave);
  const noto = contesa.altra;
  assertLibere(store, chiave, noti, noto);
  return { noto, lasciate: [{ firma: noto.firma, finoAMs: store.nowMs(), revocata: true }], altroUfficio: false };
}

function takePlace(
  tx: Scrittura,
  store: Store,
  chiave: ChiaveFirmata,
  { noto, lasciate, altroUfficio }: Posto,
): string {
  const { nome, firma, sigillo, strutture } = chiave;
  tx.update('corrispondenti', noto.id, {
    ...{ nome, firma, sigillo },
    ...(strutture.length > 0 ? { strutture } : {}),
    ...(lasciate.length > 0 ? { firmePrecedenti: [...(noto.firmePrecedenti ?? []), ...lasciate] } : {}),
  });
  if (altroUfficio && noto.sigillo !== sigillo)
    for (const pacco of listPacchi(store, 'inviato')) tx.update('pacchi', pacco.id, { stato: 'superato' });
  return noto.id;
}

function insertCorrispondente(tx: Scrittura, { ruolo, nome, firma, sigillo, strutture }: ChiaveFirmata): string {
  return tx.insert('corrispondenti', { ruolo, nome, firma, sigillo, strutture });
}

/** @throws ErroreApprodo `chiave.ruolo` */
function assertAltraParte(ctx: Contesto, { ruolo }: ChiaveFirmata): void {
  if (ruolo === ctx.ruolo)
    throw new ErroreApprodo(
      'chiave.ruolo',
      ctx.ruolo === 'comunita'
        ? 'Questa è la chiave di una comunità: qui serve quella dell’Accoglienza.'
        : 'Questa è la chiave dell’Accoglienza: qui servono quelle delle comunità.',
    );
}

/** A key of before may not come back by a file found in an old e-mail. @throws ErroreApprodo `chiave.superata` */
function assertNonSuperata(store: Store, { firma }: ChiaveFirmata): void {
  const noto = readCorrispondenti(store).find((uno) => uno.firmePrecedenti?.some((prima) => prima.firma === firma));
  if (noto)
    throw new ErroreApprodo(
      'chiave.superata',
      `Questa chiave di «${noto.nome}» è stata sostituita da una più recente: farsi mandare il file della chiave di adesso.`,
    );
}

interface Contesa {
  readonly altra: Mittente;
  readonly struttura: string;
}

/** A struttura has one voice: who else has one of these. */
function findContesa(store: Store, { strutture }: ChiaveFirmata, altre: readonly Mittente[]): Contesa | undefined {
  for (const altra of altre) {
    const struttura = listStruttureDi(store, altra).find((codice) => strutture.includes(codice));
    if (struttura !== undefined) return { altra, struttura };
  }
  return undefined;
}

/** @throws ErroreApprodo `chiave.struttura` */
function assertLibere(store: Store, chiave: ChiaveFirmata, noti: readonly Mittente[], noto: Mittente): void {
  const contesa = findContesa(
    store,
    chiave,
    noti.filter((altro) => altro.id !== noto.id && altro.ruolo === 'comunita'),
  );
  if (contesa) throw struttureDiAltri(contesa, chiave);
}

function struttureDiAltri({ altra, struttura }: Contesa, chiave: ChiaveFirmata): ErroreApprodo {
  return new ErroreApprodo(
    'chiave.struttura',
    `La struttura ${struttura} è già di «${altra.nome}»: se la comunità ha perso la sua chiave, leggere al telefono l’impronta ${improntaChiave(chiave)} e poi sostituirla.`,
  );
}

function toOutput(store: Store, row: Mittente): Output<'chiavi.list'>[number] {
  const { id, nome, createdAtMs } = row;
  const strutture = listStruttureDi(store, row);
  const ruolo = row.ruolo === 'centrale' ? 'centrale' : 'comunita';
  const precedenti = row.firmePrecedenti?.length ?? 0;
  return { id, ruolo, nome, strutture, createdAtMs, impronta: improntaChiave(row), precedenti };
}
