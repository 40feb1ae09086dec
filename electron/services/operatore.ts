import { listOperatori as readOperatori } from '../../db/reads/stanza.ts';
import type { Riga } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { getStruttura } from './struttura.ts';

/** Who works or helps in a struttura, those who left too. @throws ErroreApprodo `struttura.sconosciuta` */
export function listOperatori({ store }: Contesto, input: Parsed<'operatori.list'>): Output<'operatori.list'> {
  const struttura = getStruttura(store, input.struttura);
  return readOperatori(store, struttura.id).map(({ id, nome, qualifica, dal, al }) => ({
    id,
    nome,
    qualifica,
    dal,
    al,
  }));
}

/** Somebody new, or the correction of one. @throws ErroreApprodo `riga.sconosciuta`, `operatore.periodo` */
export function saveOperatore(ctx: Contesto, input: Parsed<'operatori.save'>): Output<'operatori.save'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  if ('prima' in input) {
    const { strutturaId } = getRiga(store, 'operatori', input.id);
    const about = { struttura: getRiga(store, 'strutture', strutturaId).codice };
    const controlla = (_prima: Riga<'operatori'>, dopo: Riga<'operatori'>) => assertPeriodo(dopo);
    return modificaRiga(ctx, 'operatori', 'operatori.save', about, input, { controlla });
  }
  const { id: strutturaId } = getStruttura(store, input.struttura);
  const { nome, qualifica = null, dal, al = null } = input;
  assertPeriodo({ dal, al });
  return store.write(gesto(ctx, 'operatori.save', { struttura: input.struttura }), (tx) => {
    const id = tx.insert('operatori', { strutturaId, nome, qualifica, dal, al });
    return { id, voce: tx.voce, avvisi: [], contese: [] };
  });
}

function assertPeriodo({ dal, al }: Pick<Riga<'operatori'>, 'dal' | 'al'>): void {
  if (al !== null && al < dal)
    throw new ErroreApprodo(
      'operatore.periodo',
      'L’ultimo giorno viene prima del primo: correggere una delle due date.',
    );
}
