import { listOspitiDiAltri } from '../../db/reads/centrale.ts';
import { listCorrispondenti, listStruttureFirmate } from '../../db/reads/pacco.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { PaccoLetto } from '../sync/pacco-read.ts';

export type Mittente = Riga<'corrispondenti'>;

/**
 * The strutture it may speak for: those it declared; one that declared none, those it has already spoken for (nobody else
 * had claimed them).
 */
export function listStruttureDi(store: Store, { strutture, firma }: Pick<Mittente, 'strutture' | 'firma'>): string[] {
  return strutture.length > 0 ? strutture : listStruttureFirmate(store, firma);
}

/**
 * Who signed, if it may speak for the parcel's struttura: the signer must be known and must have declared it. One that
 * declared none speaks for any struttura that is nobody else's.
 * @throws ErroreApprodo `pacco.firmatario`, `pacco.struttura`, `pacco.contenuto`
 */
export function getMittente(store: Store, { manifesto: m, righe }: PaccoLetto): Mittente {
  const noti = listCorrispondenti(store).filter((c) => c.ruolo === 'comunita');
  const mittente = noti.find((c) => c.firma === m.firmatario);
  if (!mittente)
    throw new ErroreApprodo(
      'pacco.firmatario',
      `Il pacco di ${m.struttura} è firmato da una chiave che non conosciamo: registrare la chiave della comunità, poi importarlo di nuovo.`,
    );
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

function isLibera(store: Store, mittente: Mittente, struttura: string, noti: readonly Mittente[]): boolean {
  if (mittente.strutture.length > 0) return false;
  return !noti.some((altro) => altro.id !== mittente.id && listStruttureDi(store, altro).includes(struttura));
}
