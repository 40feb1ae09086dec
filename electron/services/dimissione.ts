import { findArrivo } from '../../db/reads/dimissione.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Esito, isEsito } from '../../domain/esito.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { annullaPrenotati } from './dimissione-agenda.ts';
import { unisciDimissione } from './dimissione-unione.ts';
import { getDimissione, toColonne } from './dimissione-uscita.ts';
import {
  aboutPermanenza,
  assertNessunaSovrapposizione,
  closePermanenza,
  getPermanenza,
  moveIngresso,
} from './ingresso.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { assertStessoArrivo, openThere } from './trasferimento.ts';

/** How the log calls it. */
export const AZIONE_DIMISSIONE = 'dimissioni.register';

export type Dimissione = Parsed<'dimissioni.register'>;

/**
 * Dimissione, of one or of a family together. With `versoStruttura` it is the one event of rule 12: closes here and opens
 * there on the same day. What somebody else wrote since the form was opened is kept, or asked about (`unisciDimissione`).
 * @throws ErroreApprodo `dimissione.*`, `mese.chiuso`, `lista.voce`
 */
export function registerDimissione(ctx: Contesto, given: Dimissione): Output<'dimissioni.register'> {
  assertRegistroProprio(ctx);
  const prima = getPermanenza(ctx.store, given.ingressoId);
  const { contese, input, cambia } = unisciDimissione(ctx.store, getDimissione(ctx, given), given);
  if (contese.length > 0 || !cambia) return { avvisi: [], codiciTolti: 0, voce: null, contese };
  return ctx.store.write(gesto(ctx, AZIONE_DIMISSIONE, aboutPermanenza(ctx.store, prima)), (tx) => {
    const codiciTolti = dischargeAll(ctx, tx, input);
    const usciti = [...codiciTolti.keys()].filter(({ id }) =>
      [input.ingressoId, ...(input.insieme ?? [])].includes(id),
    );
    const avvisi = [...remarksOf(ctx, input, codiciTolti), ...annullaPrenotati(ctx, tx, usciti, input)];
    const voce = tx.immagini.length > 0 ? tx.voce : null;
    return { avvisi, codiciTolti: sum(codiciTolti), voce, contese };
  });
}

/** Everyone of the gesture, the one it is about first. @returns for each stay, the codes that went */
export function dischargeAll(ctx: Contesto, tx: Scrittura, input: Dimissione): Map<PermanenzaDelRegistro, number> {
  const esito = parseEsito(input.esito);
  if (input.versoStruttura !== null && esito !== 'trasferimento_interno')
    throw new ErroreApprodo(
      'dimissione.trasferimento',
      'La struttura di arrivo si indica solo per il trasferimento interno: cambiare l’esito o toglierla.',
    );
  const capo = getPermanenza(ctx.store, input.ingressoId);
  const altri = [...new Set(input.insieme)].filter((id) => id !== capo.id);
  const tutti = [capo, ...altri.map((id) => getPermanenza(ctx.store, id))];
  return new Map(tutti.flatMap((p) => discharge(ctx, tx, p, seguendo(p, capo, { ...input, esito }))));
}

type Letta = Dimissione & { readonly esito: Esito | null };

/**
 * The dimissione as it is of this one: who had left already keeps the outcome and the destination that were their own, and takes
 * those that were the same as the first one's.
 */
function seguendo(p: PermanenzaDelRegistro, capo: PermanenzaDelRegistro, input: Letta): Letta {
  if (p.id === capo.id || p.dataDimissione === null) return input;
  const suo = p.esito !== null && p.esito !== capo.esito;
  const sua = p.destinazione !== null && p.destinazione !== capo.destinazione;
  return {
    ...input,
    ...(suo ? { esito: p.esito, versoStruttura: null } : {}),
    ...(suo || sua ? { destinazione: p.destinazione } : {}),
  };
}

function discharge(
  ctx: Contesto,
  tx: Scrittura,
  prima: PermanenzaDelRegistro,
  input: Letta,
): [PermanenzaDelRegistro, number][] {
  const { dataDimissione, destinazione, esito, versoStruttura } = input;
  assertInsieme(tx, prima, input);
  const arrivo = findArrivo(ctx.store, prima);
  if (arrivo) assertStessoArrivo(ctx, arrivo, input);
  const uscita = { destinazione, ...toColonne(ctx, tx, prima, input) };
  const codiciTolti = closePermanenza(ctx, tx, prima, dataDimissione, esito, uscita);
  if (versoStruttura !== null && !arrivo) {
    openThere(ctx, tx, prima, input, versoStruttura);
    return [[prima, codiciTolti]];
  }
  const mossi = arrivo ? [[arrivo, moveIngresso(ctx, tx, arrivo, dataDimissione)] as [typeof arrivo, number]] : [];
  assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, { ...prima, dataDimissione, esito });
  return [[prima, codiciTolti], ...mossi];
}

/** Together are discharged only those of one family. */
function assertInsieme(tx: Scrittura, p: PermanenzaDelRegistro, { ingressoId }: Dimissione): void {
  if (p.id === ingressoId) return;
  const [suo, altrui] = [tx.find('ingressi', p.id)?.nucleoId, tx.find('ingressi', ingressoId)?.nucleoId];
  if (!suo || suo !== altrui)
    throw new ErroreApprodo(
      'dimissione.nucleo',
      `${nomeScritto(p)} non è dello stesso nucleo: registrare la sua dimissione a parte.`,
    );
}

function remarksOf(ctx: Contesto, input: Dimissione, tolti: ReadonlyMap<PermanenzaDelRegistro, number>): string[] {
  const avvisi: string[] = [];
  if (input.esito === null) avvisi.push('Manca l’esito: si può completare dopo, resta tra le cose da fare.');
  if (input.esito === 'trasferimento_interno' && !findArrivo(ctx.store, getPermanenza(ctx.store, input.ingressoId)))
    avvisi.push('Trasferimento interno: l’ingresso nell’altra struttura va registrato lì, nello stesso giorno.');
  if (input.dataDimissione > ctx.oggi())
    avvisi.push(`La dimissione è nel futuro: ${formatGiorno(input.dataDimissione)}.`);
  for (const [p, n] of tolti)
    if (n > 0)
      avvisi.push(
        `${nomeScritto(p)}: ${n === 1 ? 'tolto un codice' : `tolti ${n} codici`} fuori dai giorni della permanenza.`,
      );
  return avvisi;
}

function sum(tolti: ReadonlyMap<unknown, number>): number {
  return [...tolti.values()].reduce((somma, n) => somma + n, 0);
}

function parseEsito(esito: string | null): Esito | null {
  if (esito === null || isEsito(esito)) return esito;
  throw new ErroreApprodo('lista.voce', `L’esito «${esito}» non è nell’elenco: sceglierlo dall’elenco.`);
}
