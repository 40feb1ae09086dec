import { listPermanenzeDimenticate, type PermanenzaDimenticata } from '../../db/reads/dimissione.ts';
import type { Store } from '../../db/store.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';

/** Days without a code after which an open stay is asked about. */
const GIORNI_SENZA_CODICI = 10;

/** Open stays of a struttura with no code for more than ten days and nobody away: a dimissione forgotten, or a grid left empty. */
export function listDimenticate(store: Store, strutturaId: string, oggi: Giorno): PermanenzaDimenticata[] {
  return listPermanenzeDimenticate(store, strutturaId, oggi, addGiorni(oggi, -GIORNI_SENZA_CODICI - 1));
}
