import { extendAssenze as fillAssenze } from '../../db/writes/assenza.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Archivio } from './archivio.ts';

/**
 * At the opening of the store and at the change of day: who is out is out today too, in the months that are open. One gesture,
 * none when there is nothing to do. Returns false where the disk said no: reading goes on, and it is tried again.
 */
export function extendAssenze({ store, utente, ruolo }: Archivio): boolean {
  if (ruolo === 'centrale') return true;
  const { accountId, nome } = utente;
  try {
    store.write({ azione: 'assenze.extend', accountId, utente: nome }, (tx) => fillAssenze(tx, store.oggi()));
    return true;
  } catch (error) {
    if (error instanceof ErroreApprodo) return false;
    throw error;
  }
}
