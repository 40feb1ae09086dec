import { listModuli, listPosti } from '../../db/reads/struttura.ts';
import type { Immagine } from '../../db/registro.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Contesto } from './contesto.ts';
import { assertPostiNonAlterano } from './mese-aperto.ts';

const TABELLE: ReadonlySet<string> = new Set(['strutture', 'moduli', 'posti']);

/** Whether an image is of the house and its places. */
export function isDellaCasa({ t }: Immagine): boolean {
  return TABELLE.has(t);
}

/** One corrected can be as it was; one that was not there may have been used since: it is closed, not undone. */
export function isCasaAnnullabile({ t, prima }: Immagine): boolean {
  return t === 'posti' || prima !== null;
}

/**
 * Brings back one's own correction of a struttura, a modulo or its places. The figures of closed months stay as they are.
 * @throws ErroreApprodo `mese.chiuso`, `annulla.superato`
 */
export function undoCasa({ store }: Contesto, riporta: () => void): void {
  const case_ = new Map(listModuli(store).map(({ id, strutturaId }) => [id, strutturaId]));
  const leggi = () => Map.groupBy(listPosti(store), ({ moduloId }) => case_.get(moduloId) ?? '');
  const prima = leggi();
  riporta();
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
