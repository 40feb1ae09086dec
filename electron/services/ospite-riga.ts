import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function getRigaOspite(store: Store, ospiteId: string): Riga<'ospiti'> {
  const ospite = store.find('ospiti', ospiteId);
  if (!ospite || ospite.deletedAtMs !== null)
    throw new ErroreApprodo('ospite.sconosciuto', 'Questo ospite non è più nel registro: cercarlo di nuovo.');
  return ospite;
}
