import { listMesiChiusi } from '../../db/reads/mese.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Mese, periodoDelMese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { mesiAlterati, type PermanenzaConModuli } from '../../domain/mese-chiuso.ts';
import { giornatePosto, type Posti } from '../../domain/posti.ts';
import type { Contesto } from './contesto.ts';

/** At the central office the months belong to the communities. @throws ErroreApprodo `mese.altrui` */
export function assertRegistroProprio(ctx: Contesto): void {
  if (ctx.ruolo === 'centrale')
    throw new ErroreApprodo(
      'mese.altrui',
      'Qui il registro si legge soltanto: la correzione si fa nella comunità e arriva con il prossimo pacco.',
    );
}

/** @throws ErroreApprodo `mese.chiuso` when the month is locked */
export function assertMeseAperto(store: Store, strutturaId: string, mese: Mese): void {
  if (listMesiChiusi(store, strutturaId).includes(mese)) throw meseChiuso([mese]);
}

/**
 * Refuses a change of a stay that would alter a closed month's figures.
 * @throws ErroreApprodo `mese.chiuso`
 */
export function assertNonAltera(
  store: Store,
  strutturaId: string,
  prima: PermanenzaConModuli | null,
  dopo: PermanenzaConModuli | null,
): void {
  const alterati = mesiAlterati(prima, dopo, listMesiChiusi(store, strutturaId));
  if (alterati.length > 0) throw meseChiuso(alterati);
}

/**
 * Refuses a change of places that would alter the saturation of a closed month. `moduloId`: whose rows they are.
 * @throws ErroreApprodo `mese.chiuso`
 */
export function assertPostiNonAlterano(
  store: Store,
  strutturaId: string,
  prima: readonly Posti[],
  dopo: readonly Posti[],
): void {
  const alterati = listMesiChiusi(store, strutturaId).filter((mese) => {
    const [a, b] = [prima, dopo].map((righe) => giornatePosto(righe, periodoDelMese(mese)));
    return a?.accreditati !== b?.accreditati || a?.disponibili !== b?.disponibili;
  });
  if (alterati.length > 0) throw meseChiuso(alterati);
}

/** What is said when months that are closed stop a gesture. */
export function meseChiuso(mesi: readonly Mese[]): ErroreApprodo {
  const nomi = mesi.map(formatMese).join(', ');
  const frase = mesi.length === 1 ? `Il mese di ${nomi} è chiuso` : `I mesi di ${nomi} sono chiusi`;
  return new ErroreApprodo('mese.chiuso', `${frase}: per correggere, riaprire dalla pagina Mese con un motivo.`);
}
