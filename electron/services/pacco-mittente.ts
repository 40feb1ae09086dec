import { listOspitiDiAltri } from '../../db/reads/centrale.ts';
import { isRicevuto, listCorrispondenti, listStruttureFirmate } from '../../db/reads/pacco.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { PaccoLetto } from '../sync/pacco-read.ts';

export type Mittente = Riga<'corrispondenti'>;

/**
 * The strutture it may speak for: those it declared; one that declared none, those it has already spoken for (nobody else
 * had claimed them).
 */
export function listStruttureDi(store: Store, mittente: Mittente): string[] {
  return mittente.strutture.length > 0 ? mittente.strutture : listStruttureFirmate(store, firmeDi(mittente));
}

/** Its key of now and those of before. */
export function firmeDi({ firma, firmePrecedenti }: Mittente): string[] {
  return [firma, ...(firmePrecedenti ?? []).map((prima) => prima.firma)];
}

/**
 * Who signed, if it may speak for the parcel's struttura: the signer must be known and must have declared it. One that
 * declared none speaks for any struttura that is nobody else's.
 * @throws ErroreApprodo `pacco.firmatario`, `pacco.struttura`, `pacco.contenuto`
 */
export function getMittente(store: Store, pacco: PaccoLetto): Mittente {
  const { manifesto: m, righe } = pacco;
  const noti = listCorrispondenti(store).filter((c) => c.ruolo === 'comunita');
  const mittente = noti.find((c) => firmeDi(c).includes(m.firmatario));
  if (!mittente)
    throw new ErroreApprodo(
      'pacco.firmatario',
      `Il pacco di ${m.struttura} è firmato da una chiave che non conosciamo: registrare la chiave della comunità, poi importarlo di nuovo.`,
    );
  assertFirmaValida(store, mittente, pacco);
  const sue = listStruttureDi(store, mittente);
  if (!sue.includes(m.struttura) && !isLibera(store, mittente, m.struttura, noti))
    throw new ErroreApprodo(
      'pacco.struttura',
      `«${mittente.nome}» non può parlare per la struttura ${m.struttura}: controllare chi ha mandato il file.`,
    );
  const ospiti = righe.ospiti.map((ospite) => ospite.id);
  if (listOspitiDiAltri(store, ospiti, [...sue, m.struttura]).length > 0)
    throw new ErroreApprodo(
      'pacco.contenuto',
      `Il pacco di ${m.struttura} contiene persone che qui sono di un’altra comunità: sentire chi lo ha mandato prima di importarlo.`,
    );
  return mittente;
}

/** A key of before speaks for what it signed before its end; a revoked one only for what was received already. */
function assertFirmaValida(store: Store, { nome, firmePrecedenti }: Mittente, { manifesto: m, impronta }: PaccoLetto) {
  const prima = firmePrecedenti?.find(({ firma }) => firma === m.firmatario);
  if (!prima || isRicevuto(store, impronta)) return;
  if (!prima.revocata && m.createdAtMs <= prima.finoAMs) return;
  throw new ErroreApprodo(
    'pacco.firmatario',
    `Il pacco di ${m.struttura} è firmato con una chiave che «${nome}» non usa più: sentire la comunità, che riapra e richiuda il mese per firmarlo con quella nuova.`,
  );
}

function isLibera(store: Store, mittente: Mittente, struttura: string, noti: readonly Mittente[]): boolean {
  if (mittente.strutture.length > 0) return false;
  return !noti.some((altro) => altro.id !== mittente.id && listStruttureDi(store, altro).includes(struttura));
}
