import { listPaganti, listRegoleAssenza } from '../../db/reads/assenza.ts';
import type { Riga, Scrittura } from '../../db/scrittura.ts';
import { rifaRegole } from '../../db/writes/assenza-gesti.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, togliRiga, unisciScritti } from './modifica.ts';

/** The day rules written here; who has none follows the default (domain/assenza.ts). */
export function listRegole({ store }: Contesto): Output<'regoleAssenza.list'> {
  return {
    righe: listRegoleAssenza(store).map((riga) => ({ id: riga.id, ...campiDi(riga) })),
    paganti: listPaganti(store),
  };
}

/**
 * Adds or corrects a rule: for what is recorded from now on. Days already counted stay as they were counted. What somebody else
 * changed since it was seen (`prima`) is asked about.
 * @throws ErroreApprodo `regolaAssenza.*`
 */
export function saveRegola(ctx: Contesto, input: Parsed<'regoleAssenza.save'>): Output<'regoleAssenza.save'> {
  assertRegistroProprio(ctx);
  const { id, prima, ...scritta } = input;
  const attuale = id === null ? scritta : campiDi(getRiga(ctx.store, 'regole_assenza', id));
  const riga = { tabella: 'regole_assenza', id: id ?? undefined, attuale } as const;
  const { campi: regola, contese } = unisciScritti(ctx.store, riga, scritta, id === null ? undefined : prima);
  if (contese.length > 0 && id !== null) return { id, voce: null, avvisi: [], contese };
  if (regola.al !== null && regola.al < regola.dal)
    throw new ErroreApprodo(
      'regolaAssenza.ordine',
      'L’ultimo giorno viene prima del primo: correggere una delle date.',
    );
  const stessa = listRegoleAssenza(ctx.store).some(
    (una) => una.id !== id && una.entePagante === regola.entePagante && una.dal === regola.dal,
  );
  if (stessa)
    throw new ErroreApprodo(
      'regolaAssenza.doppia',
      'C’è già una regola dello stesso ente da quel giorno: correggere quella, o cambiare il giorno.',
    );
  return ctx.store.write(gesto(ctx, 'regoleAssenza.save'), (tx) => {
    if (id === null) return { id: tx.insert('regole_assenza', regola), voce: tx.voce, avvisi: [], contese };
    const cambiata = tx.update('regole_assenza', id, regola);
    return { id, voce: cambiata ? tx.voce : null, avvisi: [], contese };
  });
}

function campiDi({ entePagante, dal, al, uscitaAssente, rientroAssente }: Riga<'regole_assenza'>) {
  return { entePagante, dal, al, uscitaAssente, rientroAssente };
}

export function removeRegola(ctx: Contesto, { id }: Parsed<'regoleAssenza.remove'>): Output<'regoleAssenza.remove'> {
  assertRegistroProprio(ctx);
  getRiga(ctx.store, 'regole_assenza', id);
  return ctx.store.write(gesto(ctx, 'regoleAssenza.remove'), (tx) => togliRiga(tx, 'regole_assenza', id));
}

/**
 * The payer of a stay written after its first assenze: those are counted by its rule, and it is said. A payer that takes the
 * place of another leaves what was counted as it is: nobody said from which day.
 */
export function avvisiPagante(ctx: Contesto, tx: Scrittura, ingressoId: string, prima: string | null): string[] {
  const pagante = tx.find('ingressi', ingressoId)?.entePagante ?? null;
  if (prima !== null || pagante === null) return [];
  const rifatte = rifaRegole(tx, ingressoId, ctx.oggi());
  if (rifatte === 0) return [];
  return [
    rifatte === 1
      ? `Un’assenza è ora contata come paga ${pagante}: controllare i suoi giorni nella griglia.`
      : `${rifatte} assenze sono ora contate come paga ${pagante}: controllare i loro giorni nella griglia.`,
  ];
}
