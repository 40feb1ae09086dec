import { listGruppi as readGruppi } from '../../db/reads/attivita.ts';
import { contaConduttori } from '../../domain/conduttore.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { assertVoceDi, codiciStrutture } from './appuntamento.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { getStruttura } from './struttura.ts';

/** The weekly groups of a struttura. @throws ErroreApprodo `struttura.sconosciuta` */
export function listGruppi(ctx: Contesto, { struttura }: Parsed<'gruppi.list'>): Output<'gruppi.list'> {
  return readGruppi(ctx.store, getStruttura(ctx.store, struttura).id).map((riga) => {
    const { id, titolo, area, giornoSettimana, ora, ore, dal, al } = riga;
    const { operatori, volontari, nomiOperatori, nomiVolontari } = riga;
    const conduttori = { operatori, volontari, nomiOperatori, nomiVolontari };
    return { id, titolo, area, giornoSettimana, ora, ore, ...conduttori, dal, al };
  });
}

/** @throws ErroreApprodo `mese.altrui`, `lista.voce`, `gruppo.date` */
export function registerGruppo(ctx: Contesto, input: Parsed<'gruppi.register'>): Output<'gruppi.register'> {
  assertRegistroProprio(ctx);
  const { struttura: codice, ...gruppo } = input;
  const { id: strutturaId } = getStruttura(ctx.store, codice);
  assertVoceDi(ctx.store, 'area_attivita', gruppo.area, 'Area dell’attività');
  assertDate(gruppo);
  return ctx.store.write(gesto(ctx, 'gruppi.register', { struttura: codice }), (tx) => {
    return {
      id: tx.insert('gruppi', { ...gruppo, ...contaConduttori(gruppo), strutturaId }),
      voce: tx.voce,
      avvisi: [],
    };
  });
}

/** @throws ErroreApprodo as `registerGruppo`, and `riga.sconosciuta` */
export function saveGruppo(ctx: Contesto, input: Parsed<'gruppi.save'>): Output<'gruppi.save'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'gruppi', input.id);
  if (input.dopo.area !== riga.area) assertVoceDi(ctx.store, 'area_attivita', input.dopo.area, 'Area dell’attività');
  const about = { struttura: codiciStrutture(ctx.store).get(riga.strutturaId) ?? '' };
  return modificaRiga(ctx, 'gruppi', 'gruppi.save', about, input, {
    colonne: (scritti) => ({ ...scritti, ...contaConduttori({ ...riga, ...scritti }) }),
    controlla: (_prima, dopo) => assertDate(dopo),
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeGruppo(ctx: Contesto, { id }: Parsed<'gruppi.remove'>): Output<'gruppi.remove'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'gruppi', id);
  const about = { struttura: codiciStrutture(ctx.store).get(riga.strutturaId) ?? '' };
  return ctx.store.write(gesto(ctx, 'gruppi.remove', about), (tx) => {
    tx.remove('gruppi', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

function assertDate({ dal, al }: { readonly dal: Giorno; readonly al: Giorno | null }): void {
  if (al !== null && al < dal)
    throw new ErroreApprodo('gruppo.date', 'Il gruppo finisce prima di cominciare: controllare le due date.');
}
