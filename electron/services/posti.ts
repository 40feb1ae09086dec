import { findModulo, listPosti, type Modulo, type PostiRiga } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { aperteInsieme } from '../../domain/apertura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { type Posti, siAccavallano } from '../../domain/posti.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertPostiNonAlterano, assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { avvisiOltre } from './posti-occupati.ts';

/**
 * A period of places: a new one, or one corrected. With a last day it stands over the ones before for that while
 * (domain/posti.ts: the newest that holds decides), and afterwards they hold again by themselves.
 * @throws ErroreApprodo `modulo.sconosciuto`, `posti.*`, `mese.chiuso`, `riga.sconosciuta`
 */
export function savePosti(ctx: Contesto, input: Parsed<'posti.save'>): Output<'posti.save'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  if ('prima' in input) {
    const modulo = getRiga(store, 'moduli', getRiga(store, 'posti', input.id).moduloId);
    const about = { struttura: strutturaDi(store, modulo) };
    return modificaRiga(ctx, 'posti', 'posti.save', about, input, {
      controlla: (_prima, dopo) => assertPosti(store, modulo, dopo),
      dopo: (_tx, riga) => avvisiPosti(ctx, modulo, riga),
    });
  }
  const modulo = getModulo(store, input.modulo);
  const { validoDal, validoAl = null, accreditati, disponibili, motivo = null } = input;
  const nuova = { moduloId: modulo.id, validoDal, validoAl, accreditati, disponibili, motivo };
  return store.write(gesto(ctx, 'posti.save', { struttura: strutturaDi(store, modulo) }), (tx) => {
    assertPosti(store, modulo, nuova);
    const id = tx.insert('posti', nuova);
    return { id, voce: tx.voce, avvisi: avvisiPosti(ctx, modulo, { id, ...nuova }), contese: [] };
  });
}

type Periodo = Posti & Pick<PostiRiga, 'motivo'> & { readonly id?: string };

/** What the periods of the modulo would become. */
function assertPosti(store: Store, modulo: Modulo, dopo: Periodo): void {
  const righe = listPosti(store).filter((riga) => riga.moduloId === modulo.id);
  const altre = righe.filter((riga) => riga.id !== dopo.id);
  assertPeriodo(dopo, altre);
  const apertura = aperteInsieme(modulo, getRiga(store, 'strutture', modulo.strutturaId));
  assertPostiNonAlterano(store, modulo.strutturaId, righe, [...altre, { ...dopo, apertura }]);
}

function avvisiPosti({ store, oggi }: Contesto, modulo: Modulo, riga: Periodo): string[] {
  const daOggi = riga.validoDal > oggi() ? riga.validoDal : oggi();
  const altre = listPosti(store).filter((una) => una.moduloId === riga.moduloId && una.id !== riga.id);
  return [
    ...(riga.disponibili > riga.accreditati ? ['I posti disponibili sono più degli accreditati: controllare.'] : []),
    ...accavallati(riga, altre),
    // who is here today stays, as far as anybody knows: too many for the works are told before they begin
    ...(riga.validoAl === null || riga.validoAl >= daOggi ? avvisiOltre(store, modulo, daOggi) : []),
  ];
}

/** Takes a period away: the ones before hold in its days. @throws ErroreApprodo `posti.sconosciuti`, `mese.chiuso` */
export function removePosti(ctx: Contesto, { id }: Parsed<'posti.remove'>): Output<'posti.remove'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const righe = listPosti(store);
  const riga = righe.find((una) => una.id === id);
  const modulo = riga && store.find('moduli', riga.moduloId);
  if (!riga || !modulo) throw sconosciuti();
  const sue = righe.filter((una) => una.moduloId === modulo.id);
  return store.write(gesto(ctx, 'posti.remove', { struttura: strutturaDi(store, modulo) }), (tx) => {
    assertPostiNonAlterano(
      store,
      modulo.strutturaId,
      sue,
      sue.filter((una) => una.id !== id),
    );
    tx.remove('posti', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** The later of two periods counts from its first day on, works or not: it is said when that day comes before the end of the earlier. */
function accavallati(nuova: Periodo, altre: readonly PostiRiga[]): string[] {
  return altre
    .filter((riga) => siAccavallano(riga, nuova))
    .map((riga) => {
      const [prima, dopo] = riga.validoDal < nuova.validoDal ? [riga, nuova] : [nuova, riga];
      const cosa = prima.motivo ? `(${prima.motivo}) ` : '';
      return `Dal ${formatGiorno(dopo.validoDal)} contano ${dopo.disponibili} posti disponibili, anche se il periodo dal ${formatGiorno(prima.validoDal)} ${cosa}dura fino al ${formatGiorno(prima.validoAl ?? prima.validoDal)}: se fino ad allora i posti restano ${prima.disponibili}, far cominciare l’altro il giorno dopo.`;
    });
}

function assertPeriodo({ validoDal, validoAl }: Posti, altre: readonly PostiRiga[]): void {
  if (validoAl !== null && validoAl < validoDal)
    throw new ErroreApprodo('posti.periodo', 'L’ultimo giorno viene prima del primo: correggere una delle due date.');
  if (altre.some((riga) => riga.validoDal === validoDal))
    throw new ErroreApprodo(
      'posti.doppi',
      `C’è già un periodo che comincia il ${formatGiorno(validoDal)}: correggere quello, o cambiare il primo giorno.`,
    );
}

function sconosciuti(): ErroreApprodo {
  return new ErroreApprodo('posti.sconosciuti', 'Questo periodo non c’è più: ricaricare la pagina.');
}

function getModulo(store: Store, codice: string): Modulo {
  const modulo = findModulo(store, codice);
  if (!modulo) throw new ErroreApprodo('modulo.sconosciuto', `Il modulo ${codice} non c’è: sceglierlo dall’elenco.`);
  return modulo;
}

function strutturaDi(store: Store, modulo: Modulo): string {
  return store.find('strutture', modulo.strutturaId)?.codice ?? '';
}
