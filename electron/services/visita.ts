import { listNomi, type OspiteInAgenda } from '../../db/reads/agenda.ts';
import { listVisite } from '../../db/reads/ospite.ts';
import type { Riga } from '../../db/scrittura.ts';
import { accordaAccompagnamento } from '../../domain/appuntamento.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import {
  assertAppuntamento,
  assertOspiti,
  assertVoceDi,
  avvisiAssenti,
  avvisiFuori,
  codiciStrutture,
} from './appuntamento.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { getStruttura } from './struttura.ts';

type Visita = Output<'visite.get'>;

/** @throws ErroreApprodo `riga.sconosciuta` */
export function getVisita(ctx: Contesto, { id }: Parsed<'visite.get'>): Visita {
  const riga = getRiga(ctx.store, 'visite', id);
  const [ospite] = listNomi(ctx.store, [riga.ospiteId]);
  return toVisita(riga, ospite, codiciStrutture(ctx.store));
}

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function listVisiteOspite(
  ctx: Contesto,
  { ospiteId }: Parsed<'visite.listOspite'>,
): Output<'visite.listOspite'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  const righe = listVisite(ctx.store, personaId);
  const codici = codiciStrutture(ctx.store);
  const nomi = new Map(
    listNomi(
      ctx.store,
      righe.map((riga) => riga.ospiteId),
    ).map((ospite) => [ospite.id, ospite]),
  );
  return { ospiteId, visite: righe.map((riga) => toVisita(riga, nomi.get(riga.ospiteId), codici)) };
}

/** @throws ErroreApprodo `mese.altrui`, `mese.chiuso`, `agenda.futuro`, `lista.voce`, `ospite.sconosciuto` */
export function registerVisita(ctx: Contesto, input: Parsed<'visite.register'>): Output<'visite.register'> {
  assertRegistroProprio(ctx);
  const { struttura: codice, ...visita } = input;
  const { id: strutturaId } = getStruttura(ctx.store, codice);
  assertOspiti(ctx.store, [visita.ospiteId]);
  assertVoceDi(ctx.store, 'visita', visita.tipo, 'Tipo di visita');
  assertAppuntamento(ctx, { ...visita, strutturaId });
  const about = { struttura: codice, ospiteId: visita.ospiteId };
  return ctx.store.write(gesto(ctx, 'visite.register', about), (tx) => {
    const id = tx.insert('visite', { ...visita, ...accorda(visita), strutturaId });
    return { id, voce: tx.voce, avvisi: avvisiDi(ctx, { ...visita, strutturaId }) };
  });
}

/** @throws ErroreApprodo as `registerVisita`, and `riga.sconosciuta` */
export function saveVisita(ctx: Contesto, input: Parsed<'visite.save'>): Output<'visite.save'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'visite', input.id);
  if (input.dopo.tipo !== riga.tipo) assertVoceDi(ctx.store, 'visita', input.dopo.tipo, 'Tipo di visita');
  const correzione = { ...input, prima: comeVista(riga, input.prima) };
  return modificaRiga(ctx, 'visite', 'visite.save', aboutDi(ctx, riga), correzione, {
    colonne: (campi) => ({ ...campi, ...accordaCorrette(riga, input.dopo) }),
    controlla: (prima, dopo) => assertAppuntamento(ctx, prima, dopo),
    dopo: (_tx, dopo) => avvisiDi(ctx, dopo),
  });
}

/**
 * It was done; with `prenota` the next one is booked by the same gesture, as the one before.
 * @throws ErroreApprodo as `saveVisita`, and `visita.prossima`
 */
export function doneVisita(ctx: Contesto, input: Parsed<'visite.done'>): Output<'visite.done'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'visite', input.id);
  const { id, esito, prossima, oraProssima, prenota } = input;
  if (prossima !== null && prossima <= riga.data)
    throw new ErroreApprodo('visita.prossima', 'La prossima visita viene dopo questa: correggere la data.');
  const fatta = { ...riga, stato: 'fatto' };
  assertAppuntamento(ctx, riga, fatta);
  return ctx.store.write(gesto(ctx, 'visite.done', aboutDi(ctx, riga)), (tx) => {
    const { accompagnatore } = input;
    const detto = input.accompagnamento === null ? {} : { accompagnamento: input.accompagnamento };
    const chi = accordaCorrette(riga, { ...detto, ...(accompagnatore === undefined ? {} : { accompagnatore }) });
    tx.update('visite', id, { stato: 'fatto', prossima, ...chi, esito: esito ?? riga.esito });
    if (prenota && prossima !== null) tx.insert('visite', copiaDi({ ...riga, ...chi }, prossima, oraProssima));
    const voce = tx.immagini.length > 0 ? tx.voce : null;
    return { id, voce, avvisi: avvisiDi(ctx, fatta) };
  });
}

/** Books the same visit on other days, each once. @throws ErroreApprodo as `saveVisita` */
export function repeatVisita(ctx: Contesto, { id, date }: Parsed<'visite.repeat'>): Output<'visite.repeat'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'visite', id);
  const copie = [...new Set(date)].map((data) => copiaDi(riga, data, riga.ora));
  for (const copia of copie) assertAppuntamento(ctx, copia);
  return ctx.store.write(gesto(ctx, 'visite.repeat', aboutDi(ctx, riga)), (tx) => {
    for (const copia of copie) tx.insert('visite', copia);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui`, `mese.chiuso` */
export function removeVisita(ctx: Contesto, { id }: Parsed<'visite.remove'>): Output<'visite.remove'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'visite', id);
  assertAppuntamento(ctx, { ...riga, stato: 'annullato' });
  return ctx.store.write(gesto(ctx, 'visite.remove', aboutDi(ctx, riga)), (tx) => {
    tx.remove('visite', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

type Fatta = Pick<Riga<'visite'>, 'strutturaId' | 'ospiteId' | 'data' | 'stato'>;

function avvisiDi(ctx: Contesto, visita: Fatta): string[] {
  const chi = [visita.ospiteId];
  return [...avvisiAssenti(ctx.store, visita, chi), ...avvisiFuori(ctx.store, visita, chi)];
}

interface Compagnia {
  readonly accompagnamento?: boolean | null | undefined;
  readonly accompagnatore?: string | null | undefined;
}

/** The two fields that say who goes along, so that they never disagree. */
function accorda({ accompagnamento = null, accompagnatore = null }: Compagnia) {
  return accordaAccompagnamento({ accompagnamento, accompagnatore });
}

/** What the form saw of a row written before the two fields agreed: seen in agreement, it is what the row holds. */
function comeVista<T extends Compagnia>(riga: Riga<'visite'>, prima: T): T {
  const vista = accorda(riga);
  const stessa = (campo: 'accompagnamento' | 'accompagnatore') =>
    prima[campo] === vista[campo] ? { [campo]: riga[campo] } : {};
  return { ...prima, ...stessa('accompagnamento'), ...stessa('accompagnatore') };
}

/** The same of a row corrected: of the two, what is said now wins over what was. Nothing, when neither is. */
function accordaCorrette(riga: Compagnia, dopo: Compagnia): Partial<ReturnType<typeof accorda>> {
  if (dopo.accompagnamento === undefined && dopo.accompagnatore === undefined) return {};
  const nomeOra = dopo.accompagnatore != null && dopo.accompagnamento === undefined;
  return accorda({ ...riga, ...(nomeOra ? { accompagnamento: null } : {}), ...dopo });
}

/** Booked: guest, kind, place and who goes along as the one it is copied from; how that one went stays its own. */
function copiaDi(riga: Riga<'visite'>, data: string, ora: string | null) {
  const { ospiteId, strutturaId, tipo, luogo, accompagnamento, accompagnatore, mezzo } = riga;
  return { ospiteId, strutturaId, tipo, luogo, accompagnamento, accompagnatore, mezzo, data, ora, stato: 'previsto' };
}

function aboutDi(ctx: Contesto, { strutturaId, ospiteId }: Riga<'visite'>) {
  return { struttura: codiciStrutture(ctx.store).get(strutturaId) ?? '', ospiteId };
}

function toVisita(
  riga: Riga<'visite'>,
  ospite: OspiteInAgenda | undefined,
  codici: ReadonlyMap<string, string>,
): Visita {
  const { id, data, ora, tipo, luogo, mezzo, esito, prossima, stato } = riga;
  return {
    ...{ id, data, ora, tipo, luogo, mezzo, esito, prossima, ...accorda(riga) },
    ospite: ospite ?? { id: riga.ospiteId, cognome: '', nome: '' },
    struttura: codici.get(riga.strutturaId) ?? '',
    stato: stato as Visita['stato'],
  };
}
