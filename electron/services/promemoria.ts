import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { getStruttura } from './struttura.ts';

/** @throws ErroreApprodo `ospite.sconosciuto`, `promemoria.sconosciuto`, `mese.altrui` */
export function savePromemoria(ctx: Contesto, input: Parsed<'promemoria.save'>): Output<'promemoria.save'> {
  assertRegistroProprio(ctx);
  const struttura = getStruttura(ctx.store, input.struttura);
  const { id, ospiteId, testo, entro } = input;
  if (ospiteId !== null) getRigaOspite(ctx.store, ospiteId);
  if (id !== null) getPromemoria(ctx.store, id);
  const about = { struttura: input.struttura, ...(ospiteId === null ? {} : { ospiteId }) };
  return ctx.store.write(gesto(ctx, 'promemoria.save', about), (tx) => {
    const valori = { strutturaId: struttura.id, ospiteId, testo, entro };
    if (id === null) return { id: tx.insert('promemoria', valori), voce: tx.voce, avvisi: [] };
    const cambiato = tx.update('promemoria', id, valori);
    return { id, voce: cambiato ? tx.voce : null, avvisi: [] };
  });
}

/** @throws ErroreApprodo `promemoria.sconosciuto`, `mese.altrui` */
export function removePromemoria(ctx: Contesto, { id }: Parsed<'promemoria.remove'>): Output<'promemoria.remove'> {
  assertRegistroProprio(ctx);
  const riga = getPromemoria(ctx.store, id);
  const about = riga.ospiteId === null ? {} : { ospiteId: riga.ospiteId };
  return ctx.store.write(gesto(ctx, 'promemoria.remove', about), (tx) => {
    tx.remove('promemoria', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

function getPromemoria(store: Store, id: string): Riga<'promemoria'> {
  const riga = store.find('promemoria', id);
  if (!riga || riga.deletedAtMs !== null)
    throw new ErroreApprodo('promemoria.sconosciuto', 'Questo promemoria non c’è più: ricaricare la pagina.');
  return riga;
}
