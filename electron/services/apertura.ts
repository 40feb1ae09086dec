import { listPermanenze } from '../../db/reads/ingresso.ts';
import type { Modulo, Struttura } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import type { Apertura } from '../../domain/apertura.ts';
import { type Tratto, trattiDi } from '../../domain/assegnazione.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';

/** Far enough: no stay begins before, none is known after. */
const SEMPRE = { dal: '0001-01-01', al: '9999-12-30' };

/** @throws ErroreApprodo `apertura.periodo` */
export function assertApertura({ dal, al }: Apertura): void {
  if (dal !== null && al !== null && al < dal)
    throw new ErroreApprodo(
      'apertura.periodo',
      'L’ultimo giorno di apertura viene prima del primo: correggere una delle due date.',
    );
}

/** What to say of a struttura that closes with somebody still in it; it closes all the same. */
export function avvisiStruttura(store: Store, struttura: Struttura): string[] {
  const dentro = listPermanenze(store, SEMPRE.dal, SEMPRE.al, struttura.id);
  return avvisi(
    struttura.nome,
    struttura,
    dentro.filter((p) => isFuori({ moduloId: null, dal: p.dataIngresso, fine: p.dataDimissione }, struttura)).length,
  );
}

/** What to say of a modulo that closes with somebody still in it; it closes all the same. */
export function avvisiModulo(store: Store, modulo: Modulo): string[] {
  const dentro = listPermanenze(store, SEMPRE.dal, SEMPRE.al, modulo.strutturaId);
  const fuori = dentro.filter((p) =>
    trattiDi(p, p.assegnazioni).some((tratto) => tratto.moduloId === modulo.id && isFuori(tratto, modulo)),
  );
  return avvisi(modulo.nome, modulo, fuori.length);
}

/** A stretch of a stay (its last day excluded) with days on which it is closed. */
function isFuori(tratto: Tratto, { dal, al }: Apertura): boolean {
  const prima = dal !== null && tratto.dal < dal;
  const dopo = al !== null && (tratto.fine === null || tratto.fine > addGiorni(al, 1));
  return prima || dopo;
}

function avvisi(nome: string, { dal, al }: Apertura, quanti: number): string[] {
  if (quanti === 0) return [];
  const quando = [
    ...(dal === null ? [] : [`prima del ${formatGiornoBreve(dal)}`]),
    ...(al === null ? [] : [`dopo il ${formatGiornoBreve(al)}`]),
  ];
  const chi = quanti === 1 ? 'Un ospite risulta' : `${quanti} ospiti risultano`;
  const fare = quanti === 1 ? 'spostarlo o registrare la dimissione' : 'spostarli o registrare le dimissioni';
  return [`${chi} in ${nome} ${quando.join(' o ')}, fuori dai giorni di apertura: ${fare}.`];
}
