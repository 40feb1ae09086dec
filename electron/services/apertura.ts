import { listPermanenze } from '../../db/reads/ingresso.ts';
import { findStruttura, listModuli, type Modulo, type Struttura } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { type Apertura, aperteInsieme, chiusureNel } from '../../domain/apertura.ts';
import { intervalliModulo, type Tratto, trattiDi } from '../../domain/assegnazione.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, type Mese, periodoDelMese } from '../../domain/giorno.ts';
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

/** What to say of a month that came from elsewhere with somebody in a modulo closed on those days; by the codice of the struttura. */
export function avvisiDelMese(store: Store, codice: string, mese: Mese): string[] {
  const struttura = findStruttura(store, codice);
  if (!struttura) return [];
  const suoi = listModuli(store)
    .filter((modulo) => modulo.strutturaId === struttura.id)
    .map((modulo) => ({ ...modulo, ...aperteInsieme(modulo, struttura) }))
    .filter(({ dal, al }) => dal !== null || al !== null);
  if (suoi.length === 0) return [];
  const periodo = periodoDelMese(mese);
  const tratti = listPermanenze(store, periodo.dal, periodo.al, struttura.id).flatMap((p) =>
    intervalliModulo(p, p.assegnazioni, periodo),
  );
  return suoi.flatMap((modulo) => {
    const fuori = tratti.filter((uno) => uno.moduloId === modulo.id && chiusureNel(uno, modulo).length > 0).length;
    if (fuori === 0) return [];
    return [`${contati(fuori)} in ${modulo.nome} in giorni in cui è chiuso: sentire la comunità`];
  });
}

function contati(quanti: number): string {
  return quanti === 1 ? 'Un ospite risulta' : `${quanti} ospiti risultano`;
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
  const fare = quanti === 1 ? 'spostarlo o registrare la dimissione' : 'spostarli o registrare le dimissioni';
  return [`${contati(quanti)} in ${nome} ${quando.join(' o ')}, fuori dai giorni di apertura: ${fare}.`];
}
