import { listOspitiDiAltri } from '../../db/reads/centrale.ts';
import { listCorrispondenti } from '../../db/reads/pacco.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { PaccoLetto } from '../sync/pacco-read.ts';

export type Mittente = Riga<'corrispondenti'>;

/**
 * Who signed, if it may speak for the parcel's struttura: the signer must be known and must have declared it. One that
 * declared none speaks for the first struttura nobody else claims.
 * @throws ErroreApprodo `pacco.firmatario`, `pacco.struttura`, `pacco.contenuto`
 */
export function getMittente(store: Store, { manifesto: m, righe }: PaccoLetto): Mittente {
  const noti = listCorrispondenti(store);
  const mittente = noti.find((c) => c.firma === m.firmatario && c.ruolo === 'comunita');
  if (!mittente)
    throw new ErroreApprodo(
      'pacco.firmatario',
      `Il pacco di ${m.struttura} è firmato da una chiave che non conosciamo: registrare la chiave della comunità, poi importarlo di nuovo.`,
    );
  if (!isSua(mittente, m.struttura) && !isLibera(mittente, m.struttura, noti))
    throw new ErroreApprodo(
      'pacco.struttura',
      `«${mittente.nome}» non può parlare per la struttura ${m.struttura}: controllare chi ha mandato il file.`,
    );
  const ospiti = righe.ospiti.map((ospite) => ospite.id);
  if (listOspitiDiAltri(store, ospiti, [...mittente.strutture, m.struttura]).length > 0)
    throw new ErroreApprodo(
      'pacco.contenuto',
      `Il pacco di ${m.struttura} contiene persone che qui sono di un’altra comunità: sentire chi lo ha mandato prima di importarlo.`,
    );
  return mittente;
}

/** Whether the community declared this struttura. */
export function isSua(mittente: Mittente, struttura: string): boolean {
  return mittente.strutture.includes(struttura);
}

function isLibera(mittente: Mittente, struttura: string, noti: readonly Mittente[]): boolean {
  return mittente.strutture.length === 0 && !noti.some((c) => c.strutture.includes(struttura));
}
