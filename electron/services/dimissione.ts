import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Esito, isEsito } from '../../domain/esito.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import {
  aboutPermanenza,
  assertNessunaSovrapposizione,
  assertOrdine,
  getModuloDi,
  getPermanenza,
  trimPresenze,
} from './ingresso.ts';
import { assertNonAltera, assertRegistroProprio } from './mese-aperto.ts';
import { getStruttura } from './struttura.ts';

/**
 * Dimissione. With `versoStruttura` it is the one event of rule 12: closes here and opens there on the same day.
 * @throws ErroreApprodo `dimissione.*`, `mese.chiuso`
 */
export function registerDimissione(ctx: Contesto, input: Parsed<'dimissioni.register'>): Output<'dimissioni.register'> {
  assertRegistroProprio(ctx);
  const prima = getPermanenza(ctx.store, input.ingressoId);
  const esito = parseEsito(input.esito);
  if (input.versoStruttura !== null && esito !== 'trasferimento_interno')
    throw new ErroreApprodo(
      'dimissione.trasferimento',
      'La struttura di arrivo si indica solo per il trasferimento interno: cambiare l’esito o toglierla.',
    );
  assertOrdine(prima.dataIngresso, input.dataDimissione);
  const dopo = { ...prima, dataDimissione: input.dataDimissione, esito };
  return ctx.store.write(gesto(ctx, 'dimissioni.register', aboutPermanenza(ctx.store, prima)), (tx) => {
    assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
    const { dataDimissione, destinazione } = input;
    tx.update('ingressi', prima.id, { dataDimissione, esito, destinazione });
    const codiciTolti = trimPresenze(ctx.store, tx, prima.id, dopo);
    const late = prima.assegnazioni.filter((a) => a.dal > dataDimissione);
    for (const assegnazione of late) tx.remove('assegnazioni', assegnazione.id);
    if (input.versoStruttura !== null) openThere(ctx, tx, prima, input, input.versoStruttura);
    else assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, dopo);
    return { avvisi: remarksOf(ctx, prima, input, codiciTolti), codiciTolti };
  });
}

/** The guest did not leave after all. @throws ErroreApprodo `dimissione.assente`, `ingresso.sovrapposto`, `mese.chiuso` */
export function cancelDimissione(ctx: Contesto, input: Parsed<'dimissioni.cancel'>): Output<'dimissioni.cancel'> {
  assertRegistroProprio(ctx);
  const prima = getPermanenza(ctx.store, input.ingressoId);
  if (prima.dataDimissione === null)
    throw new ErroreApprodo(
      'dimissione.assente',
      'Questa permanenza è già aperta: non c’è una dimissione da annullare.',
    );
  const dopo = { ...prima, dataDimissione: null, esito: null };
  return ctx.store.write(gesto(ctx, 'dimissioni.cancel', aboutPermanenza(ctx.store, prima)), (tx) => {
    assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
    assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, dopo);
    tx.update('ingressi', prima.id, { dataDimissione: null, esito: null, destinazione: null, dataRelazione: null });
    return { avvisi: [`I giorni dal ${formatGiorno(prima.dataDimissione ?? '')} sono di nuovo da registrare.`] };
  });
}

function openThere(
  ctx: Contesto,
  tx: Scrittura,
  prima: PermanenzaDelRegistro,
  input: Parsed<'dimissioni.register'>,
  codiceStruttura: string,
): void {
  const struttura = getStruttura(ctx.store, codiceStruttura);
  if (struttura.id === prima.strutturaId)
    throw new ErroreApprodo(
      'dimissione.trasferimento',
      'La struttura di arrivo è la stessa di partenza: per cambiare modulo usare Cambia modulo.',
    );
  const modulo = input.versoModulo === null ? null : getModuloDi(ctx.store, input.versoModulo, struttura.id);
  const stay = { dataIngresso: input.dataDimissione, dataDimissione: null, esito: null };
  const assegnazioni = modulo ? [{ dal: stay.dataIngresso, moduloId: modulo.id }] : [];
  assertNonAltera(ctx.store, struttura.id, null, { ...stay, assegnazioni });
  assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, stay);
  const old = tx.find('ingressi', prima.id);
  const ingressoId = tx.insert('ingressi', {
    ospiteId: prima.ospiteId,
    strutturaId: struttura.id,
    dataIngresso: stay.dataIngresso,
    tipoIngresso: 'trasferimento',
    ...(old ? profileOf(old) : {}),
  });
  if (modulo) tx.insert('assegnazioni', { ingressoId, dal: stay.dataIngresso, moduloId: modulo.id });
}

/** The profile goes with the person: a fact is entered once. */
function profileOf(old: NonNullable<ReturnType<Scrittura['find']>> & Record<string, unknown>) {
  const keys = [
    ...['utenza', 'servizioInviante', 'entePagante', 'statoCivile', 'figliMinori', 'istruzione', 'occupazione'],
    ...['provenienza', 'carcerazioni', 'hiv', 'hcv', 'invalidita', 'dipendenza', 'sostanzePrimarie'],
    ...['sostanzeSecondarie', 'genitoreId'],
  ];
  return Object.fromEntries(keys.map((key) => [key, old[key]]));
}

function remarksOf(
  ctx: Contesto,
  p: PermanenzaDelRegistro,
  input: Parsed<'dimissioni.register'>,
  codiciTolti: number,
): string[] {
  const avvisi: string[] = [];
  if (input.esito === null) avvisi.push('Manca l’esito: si può completare dopo, resta tra le cose da fare.');
  if (input.esito === 'trasferimento_interno' && input.versoStruttura === null)
    avvisi.push('Trasferimento interno: l’ingresso nell’altra struttura va registrato lì, nello stesso giorno.');
  if (input.dataDimissione > ctx.oggi())
    avvisi.push(`La dimissione è nel futuro: ${formatGiorno(input.dataDimissione)}.`);
  if (codiciTolti > 0)
    avvisi.push(
      `${p.cognome} ${p.nome}: tolti ${codiciTolti} codici dal giorno della dimissione in poi, che non è di permanenza.`,
    );
  return avvisi;
}

function parseEsito(esito: string | null): Esito | null {
  if (esito === null || isEsito(esito)) return esito;
  throw new ErroreApprodo('lista.voce', `L’esito «${esito}» non è nell’elenco: sceglierlo dall’elenco.`);
}
