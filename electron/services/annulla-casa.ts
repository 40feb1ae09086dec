import { isRiferita } from '../../db/reads/riferimento.ts';
import { listModuli, listPosti } from '../../db/reads/struttura.ts';
import type { Immagine } from '../../db/registro.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Contesto } from './contesto.ts';
import { assertPostiNonAlterano } from './mese-aperto.ts';

const CHIUDERE = 'si chiude con il suo ultimo giorno, non si annulla.';
/** What is said of one that was not there, and has been used since. */
const GIA_USATA = {
  strutture: `In questa struttura è già stato scritto altro: ${CHIUDERE}`,
  moduli: `Di questo modulo è già stato scritto altro: ${CHIUDERE}`,
  posti: `Di questi posti è già stato scritto altro: ${CHIUDERE}`,
  stanze: `In questa stanza ha già dormito qualcuno: ${CHIUDERE}`,
} as const;

function tabellaDi({ t }: Immagine): keyof typeof GIA_USATA | undefined {
  return Object.hasOwn(GIA_USATA, t) ? (t as keyof typeof GIA_USATA) : undefined;
}

/** Whether an image is of the house, its places and its rooms. */
export function isDellaCasa(immagine: Immagine): boolean {
  return tabellaDi(immagine) !== undefined;
}

/**
 * Brings back one's own saving of a struttura, a modulo, its places or a room: one corrected is as it was, a new one goes while
 * nothing names it. The figures of closed months stay as they are.
 * @throws ErroreApprodo `mese.chiuso`, `annulla.superato`
 */
export function undoCasa({ store }: Contesto, immagini: readonly Immagine[], riporta: () => void): void {
  const case_ = new Map(listModuli(store).map(({ id, strutturaId }) => [id, strutturaId]));
  const leggi = () => Map.groupBy(listPosti(store), ({ moduloId }) => case_.get(moduloId) ?? '');
  const prima = leggi();
  riporta();
  assertNonUsate(store, immagini);
  const dopo = leggi();
  for (const struttura of new Set(case_.values()))
    assertPostiNonAlterano(store, struttura, prima.get(struttura) ?? [], dopo.get(struttura) ?? []);
  const inizi = [...dopo.values()].flat().map(({ moduloId, validoDal }) => `${moduloId} ${validoDal}`);
  if (new Set(inizi).size < inizi.length)
    throw new ErroreApprodo(
      'annulla.superato',
      'Dopo questo salvataggio è stato scritto un altro periodo che comincia lo stesso giorno: correggerlo a mano.',
    );
}

/** What is gone again is named by nothing that is there. @throws ErroreApprodo `annulla.superato` */
function assertNonUsate(store: Store, immagini: readonly Immagine[]): void {
  for (const immagine of immagini) {
    const tabella = tabellaDi(immagine);
    if (!tabella || store.find(tabella, immagine.id)?.deletedAtMs === null) continue;
    if (isRiferita(store, tabella, immagine.id)) throw new ErroreApprodo('annulla.superato', GIA_USATA[tabella]);
  }
}
