import { findArrivo, findPartenza } from '../../db/reads/dimissione.ts';
import { findPermanenza, listPermanenzePersona, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listPresenzeIngresso } from '../../db/reads/presenza.ts';
import { listAlloggi } from '../../db/reads/stanza.ts';
import { findModulo, listModuli, type Modulo, type Struttura } from '../../db/reads/struttura.ts';
import type { Modifica, Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Esito } from '../../domain/esito.ts';
import { etaIl } from '../../domain/eta.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { isGiornoDiPermanenza, type Permanenza, siSovrappongono } from '../../domain/permanenza.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { MESE_VUOTO, ritaglia } from '../../domain/presenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Alloggio, avvisiStanza, insertAlloggio } from './alloggio.ts';
import { avvisiPagante } from './assenza-regola.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertNonAltera, assertRegistroProprio } from './mese-aperto.ts';
import { trovaContese } from './modifica.ts';
import { ospiteAmmesso } from './ospite-ammesso.ts';
import { avvisiPosti } from './posti-occupati.ts';
import { schedeMancanti } from './scheda.ts';
import { assertScrivibile, avvisiDichiarazioni, type SchedaParziale, schedaScritta } from './scheda-campi.ts';
import { sezioniPer } from './sezione.ts';
import { getStruttura } from './struttura.ts';

/** @throws ErroreApprodo `ingresso.sconosciuto` */
export function getPermanenza(store: Store, ingressoId: string): PermanenzaDelRegistro {
  const p = findPermanenza(store, ingressoId);
  if (!p)
    throw new ErroreApprodo('ingresso.sconosciuto', 'Questo ingresso non è più nel registro: ricaricare la pagina.');
  return p;
}

export function getIngresso(ctx: Contesto, input: Parsed<'ingressi.get'>): Output<'ingressi.get'> {
  const p = getPermanenza(ctx.store, input.ingressoId);
  const moduli = new Map(listModuli(ctx.store).map((modulo) => [modulo.id, modulo.codice]));
  return {
    ingressoId: p.id,
    ospiteId: p.ospiteId,
    cognome: p.cognome,
    nome: p.nome,
    struttura: ctx.store.find('strutture', p.strutturaId)?.codice ?? '',
    dataIngresso: p.dataIngresso,
    dataDimissione: p.dataDimissione,
    esito: p.esito,
    destinazione: p.destinazione,
    tipoIngresso: p.tipoIngresso,
    utenza: p.utenza,
    servizioInviante: p.servizioInviante,
    entePagante: p.entePagante,
    moduli: p.assegnazioni.map(({ dal, moduloId }) => ({ dal, modulo: moduli.get(moduloId) ?? '' })),
  };
}

/** Ospite (known or new), stay and first modulo in one gesture. @throws ErroreApprodo `ingresso.*`, `mese.chiuso` */
export function registerIngresso(ctx: Contesto, input: Parsed<'ingressi.register'>): Output<'ingressi.register'> {
  assertRegistroProprio(ctx);
  const { dataIngresso, modulo, tipoIngresso, utenza, servizioInviante, entePagante } = input;
  const scheda = { ...input.scheda, tipoIngresso, utenza, servizioInviante, entePagante };
  return ctx.store.write(gesto(ctx, 'ingressi.register', { struttura: input.struttura }), (tx) => {
    const { struttura, ospite, alloggio } = input;
    const ammesso = admit(ctx, tx, { struttura, ospite, dataIngresso, modulo, scheda, alloggio });
    tx.setOspite(ammesso.ospiteId);
    return { ...ammesso, avvisi: [...ammesso.avvisi, ...avvisiCapienza(ctx, [ammesso])], voce: tx.voce };
  });
}

/** Somebody to be admitted. */
export interface Ammissione {
  readonly struttura: string;
  readonly ospite: Parsed<'ingressi.register'>['ospite'];
  readonly dataIngresso: Giorno;
  /** codice; null: to be completed */
  readonly modulo: string | null;
  readonly scheda: SchedaParziale;
  readonly alloggio?: Alloggio | null | undefined;
  /** of a family: which, and the parent of a minor */
  readonly nucleoId?: string;
  readonly genitoreId?: string | null;
}

export type Ammesso = Omit<Output<'ingressi.register'>, 'voce'>;

/** One admission inside a gesture: of one person, or of each of a family. @throws ErroreApprodo `ingresso.*`, `mese.chiuso` */
export function admit(ctx: Contesto, tx: Scrittura, a: Ammissione): Ammesso {
  const { dataIngresso, nucleoId, genitoreId } = a;
  const struttura = getStruttura(ctx.store, a.struttura);
  const modulo = a.modulo === null ? null : getModuloDi(ctx.store, a.modulo, struttura.id);
  const scheda = schedaScritta(ctx.store, a.scheda);
  const stay = { dataIngresso, dataDimissione: null, esito: null };
  const assegnazioni = modulo ? [{ dal: dataIngresso, moduloId: modulo.id }] : [];
  assertNonAltera(ctx.store, struttura.id, null, { ...stay, assegnazioni });
  const { ospiteId, avvisi } = ospiteAmmesso(tx, a.ospite, ctx.oggi());
  const ospite = tx.find('ospiti', ospiteId);
  if (ospite) assertNessunaSovrapposizione(ctx.store, ospite.personaId, null, stay);
  assertScrivibile(scheda, sezioniPer(ctx, ospiteId));
  const family = { ...(nucleoId ? { nucleoId } : {}), ...(genitoreId ? { genitoreId } : {}) };
  const fields = { ospiteId, strutturaId: struttura.id, dataIngresso, ...scheda, ...family };
  const ingressoId = tx.insert('ingressi', fields);
  if (modulo) tx.insert('assegnazioni', { ingressoId, dal: dataIngresso, moduloId: modulo.id });
  const p = getPermanenza(ctx.store, ingressoId);
  if (a.alloggio) insertAlloggio(ctx.store, tx, p, a.alloggio);
  const dichiarato = avvisiDichiarazioni(scheda, nascitaDi(p), ctx.oggi());
  return {
    ingressoId,
    ospiteId,
    avvisi: [...avvisi, ...avvisiOspita(struttura, p), ...dichiarato, ...remarks(ctx, p)],
  };
}

const OSPITA: Readonly<Record<string, { readonly chi: string; readonly altra: string }>> = {
  M: { chi: 'maschi', altra: 'una femmina' },
  F: { chi: 'femmine', altra: 'un maschio' },
};

/** An adult whom the struttura, by its own words, does not receive; children come with whom they have. */
function avvisiOspita({ nome, utenza }: Struttura, p: PermanenzaDelRegistro): string[] {
  const ospita = OSPITA[utenza ?? ''];
  const altro = ospita !== undefined && p.sesso in OSPITA && p.sesso !== utenza;
  if (!altro || etaIl(p.dataNascita, p.dataIngresso) < 18) return [];
  return [`${nome} ospita ${ospita.chi}, e l’ingresso è di ${ospita.altra}: controllare.`];
}

/** What to say of moduli and rooms that who was admitted fills beyond their places: once, of all of a family. */
export function avvisiCapienza({ store }: Contesto, ammessi: readonly Pick<Ammesso, 'ingressoId'>[]): string[] {
  const arrivati = ammessi.map(({ ingressoId }) => getPermanenza(store, ingressoId));
  const giorno = arrivati[0]?.dataIngresso;
  if (giorno === undefined) return [];
  const stanze = new Set(arrivati.flatMap(({ id }) => listAlloggi(store, id).flatMap((a) => a.stanzaId ?? [])));
  return [...avvisiPosti(store, arrivati, giorno), ...[...stanze].flatMap((id) => avvisiStanza(store, id, giorno))];
}

/**
 * Corrects the admission; the first assegnazione follows the date and codes left outside the stay go, in one gesture. Of a stay
 * opened by a transfer the day moves on both sides (counting.md rule 12).
 * @throws ErroreApprodo `dimissione.prima_dell_ingresso`, `ingresso.sovrapposto`, `mese.chiuso`
 */
export function correctIngresso(ctx: Contesto, input: Parsed<'ingressi.correct'>): Output<'ingressi.correct'> {
  assertRegistroProprio(ctx);
  const prima = getPermanenza(ctx.store, input.ingressoId);
  const { ingressoId, dataIngresso = prima.dataIngresso, prima: visti = {}, ...given } = input;
  schedaScritta(ctx.store, { utenza: given.utenza ?? null, tipoIngresso: given.tipoIngresso ?? null });
  const dopo = { ...given, ...(input.dataIngresso === undefined ? {} : { dataIngresso }) };
  const contese = trovaContese(ctx.store, 'ingressi', ingressoId, { ...prima }, { id: ingressoId, prima: visti, dopo });
  if (contese.length > 0) return { avvisi: [], codiciTolti: 0, voce: null, contese };
  return ctx.store.write(gesto(ctx, 'ingressi.correct', aboutPermanenza(ctx.store, prima)), (tx) => {
    const partenza = dataIngresso === prima.dataIngresso ? undefined : findPartenza(ctx.store, prima);
    let codiciTolti = moveIngresso(ctx, tx, prima, dataIngresso);
    if (partenza) codiciTolti += closePermanenza(ctx, tx, partenza, dataIngresso, partenza.esito);
    assertNessunaSovrapposizione(ctx.store, prima.personaId, ingressoId, { ...prima, dataIngresso });
    tx.update('ingressi', ingressoId, definedOnly(given));
    const conteggi = avvisiPagante(ctx, tx, ingressoId, prima.entePagante);
    const avvisi = [...conteggi, ...remarks(ctx, getPermanenza(ctx.store, ingressoId))];
    const detti = [...(partenza ? [anchePartenza(ctx, partenza, dataIngresso)] : []), ...avvisi];
    return { avvisi: detti, codiciTolti, voce: voceDi(tx), contese: [] };
  });
}

function anchePartenza({ store }: Contesto, { strutturaId }: PermanenzaDelRegistro, giorno: Giorno): string {
  const dove = store.find('strutture', strutturaId)?.nome ?? '';
  return `È un trasferimento: anche la dimissione da ${dove} è ora al ${formatGiorno(giorno)}.`;
}

/** The stay begins on another day, with its first assegnazione and its codes. Returns how many codes went. */
export function moveIngresso(ctx: Contesto, tx: Scrittura, prima: PermanenzaDelRegistro, dataIngresso: Giorno): number {
  assertOrdine(dataIngresso, prima.dataDimissione);
  const assegnazioni = shiftFirst(prima, dataIngresso);
  const dopo = { ...prima, dataIngresso, assegnazioni };
  assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
  tx.update('ingressi', prima.id, { dataIngresso });
  prima.assegnazioni.forEach((old, index) => {
    const next = assegnazioni[index];
    if (next) tx.update('assegnazioni', old.id, next);
    else tx.remove('assegnazioni', old.id);
  });
  return trimPresenze(ctx.store, tx, prima.id, dopo);
}

/** The stay ends on that day, with what came after it; `uscita`: what else is said of the exit. Returns how many codes went. */
export function closePermanenza(
  ctx: Contesto,
  tx: Scrittura,
  prima: PermanenzaDelRegistro,
  dataDimissione: Giorno,
  esito: Esito | null,
  uscita: Modifica<'ingressi'> = {},
): number {
  assertOrdine(prima.dataIngresso, dataDimissione);
  const dopo = { ...prima, dataDimissione, esito };
  assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
  tx.update('ingressi', prima.id, { dataDimissione, esito, ...uscita });
  for (const { id } of prima.assegnazioni.filter((a) => a.dal > dataDimissione)) tx.remove('assegnazioni', id);
  return trimPresenze(ctx.store, tx, prima.id, dopo);
}

/**
 * Takes away a stay entered by mistake, with its moduli and presenze (all soft). A side of a transfer is not taken away alone.
 * @throws ErroreApprodo `ingresso.trasferimento`, `mese.chiuso`
 */
export function removeIngresso(ctx: Contesto, input: Parsed<'ingressi.remove'>): Output<'ingressi.remove'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, input.ingressoId);
  assertNonTrasferimento(ctx, p);
  const about = { ...aboutPermanenza(ctx.store, p), nota: input.motivo };
  return ctx.store.write(gesto(ctx, 'ingressi.remove', about), (tx) => {
    assertNonAltera(ctx.store, p.strutturaId, p, null);
    for (const riga of listPresenzeIngresso(ctx.store, p.id)) tx.remove('presenze', riga.id);
    for (const assegnazione of p.assegnazioni) tx.remove('assegnazioni', assegnazione.id);
    tx.remove('ingressi', p.id);
    return { voce: tx.voce };
  });
}

function assertNonTrasferimento({ store }: Contesto, p: PermanenzaDelRegistro): void {
  const [partenza, arrivo] = [findPartenza(store, p), findArrivo(store, p)];
  const altra = partenza ?? arrivo;
  if (!altra) return;
  const dove = store.find('strutture', altra.strutturaId)?.nome ?? '';
  throw new ErroreApprodo(
    'ingresso.trasferimento',
    partenza
      ? `È l’arrivo di un trasferimento da ${dove}: riaprire la permanenza a ${dove}, e questo ingresso si toglie insieme.`
      : `Questa permanenza continua a ${dove} con un trasferimento: riaprirla, e poi togliere l’ingresso.`,
  );
}

/** From `dal` on the guest is in another modulo of the same struttura; later assegnazioni, if any, give way. */
export function changeModulo(ctx: Contesto, input: Parsed<'ingressi.changeModulo'>): Output<'ingressi.changeModulo'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, input.ingressoId);
  const modulo = getModuloDi(ctx.store, input.modulo, p.strutturaId);
  if (input.dal !== p.dataIngresso && !isGiornoDiPermanenza(p, input.dal))
    throw new ErroreApprodo(
      'modulo.fuori_permanenza',
      `${formatGiorno(input.dal)} non è un giorno della permanenza: controllare la data.`,
    );
  const ultimo = listModuli(ctx.store).find(({ id }) => id === p.assegnazioni.at(-1)?.moduloId)?.codice ?? null;
  if (input.prima !== undefined && input.prima !== ultimo)
    throw new ErroreApprodo(
      'modulo.cambiato',
      `Intanto il modulo è stato cambiato (${ultimo ?? 'nessuno'}): chiudere, guardare, e scriverlo di nuovo se serve.`,
    );
  const kept = p.assegnazioni.filter((a) => a.dal < input.dal);
  const assegnazioni = kept.at(-1)?.moduloId === modulo.id ? kept : [...kept, { dal: input.dal, moduloId: modulo.id }];
  return ctx.store.write(gesto(ctx, 'ingressi.changeModulo', aboutPermanenza(ctx.store, p)), (tx) => {
    assertNonAltera(ctx.store, p.strutturaId, p, { ...p, assegnazioni });
    for (const old of p.assegnazioni.filter((a) => a.dal >= input.dal)) tx.remove('assegnazioni', old.id);
    if (assegnazioni !== kept) tx.insert('assegnazioni', { ingressoId: p.id, dal: input.dal, moduloId: modulo.id });
    const dopo = getPermanenza(ctx.store, p.id);
    return { avvisi: [...remarks(ctx, dopo), ...avvisiPosti(ctx.store, [dopo], input.dal)], voce: voceDi(tx) };
  });
}

/** The line of a gesture, if it wrote something. */
function voceDi(tx: Scrittura): number | null {
  return tx.immagini.length > 0 ? tx.voce : null;
}

/** The modulo of that codice, if it belongs to the struttura. @throws ErroreApprodo `modulo.sconosciuto` */
export function getModuloDi(store: Store, codice: string, strutturaId: string): Modulo {
  const modulo = findModulo(store, codice);
  if (modulo?.strutturaId !== strutturaId)
    throw new ErroreApprodo(
      'modulo.sconosciuto',
      `Il modulo ${codice} non è di questa struttura: sceglierlo dall’elenco.`,
    );
  return modulo;
}

/** Removes the codes that no longer belong to the stay. Returns how many. */
export function trimPresenze(store: Store, tx: Scrittura, ingressoId: string, dopo: Permanenza): number {
  let removed = 0;
  for (const riga of listPresenzeIngresso(store, ingressoId)) {
    const codici = ritaglia(dopo, riga.mese, riga.codici);
    if (codici === riga.codici) continue;
    removed += [...riga.codici].filter((letter, index) => letter !== codici[index]).length;
    if (codici === MESE_VUOTO) tx.remove('presenze', riga.id);
    else tx.update('presenze', riga.id, { codici });
  }
  return removed;
}

/** Never two stays at once. @throws ErroreApprodo `ingresso.sovrapposto` */
export function assertNessunaSovrapposizione(
  store: Store,
  personaId: string,
  exceptId: string | null,
  stay: Permanenza,
): void {
  const other = listPermanenzePersona(store, personaId).find((p) => p.id !== exceptId && siSovrappongono(p, stay));
  if (!other) return;
  const dove = store.find('strutture', other.strutturaId)?.nome ?? '';
  const periodo =
    other.dataDimissione === null
      ? `dal ${formatGiorno(other.dataIngresso)}`
      : other.dataDimissione === other.dataIngresso
        ? `il ${formatGiorno(other.dataIngresso)}`
        : `dal ${formatGiorno(other.dataIngresso)} al ${formatGiorno(other.dataDimissione)}`;
  throw new ErroreApprodo(
    'ingresso.sovrapposto',
    `${nomeScritto(other)} risulta già a ${dove} ${periodo}: ${other.dataDimissione === null ? 'registrare prima quella dimissione o correggere la data' : 'correggere una delle due date'}.`,
  );
}

export function assertOrdine(dataIngresso: Giorno, dataDimissione: Giorno | null): void {
  if (dataDimissione !== null && dataDimissione < dataIngresso)
    throw new ErroreApprodo(
      'dimissione.prima_dell_ingresso',
      `La dimissione (${formatGiorno(dataDimissione)}) viene prima dell’ingresso (${formatGiorno(dataIngresso)}): correggere una delle due date.`,
    );
}

/** What the log says of a gesture about one stay: where, and of whom. */
export function aboutPermanenza(store: Store, p: PermanenzaDelRegistro): { struttura: string; ospiteId: string } {
  return { struttura: store.find('strutture', p.strutturaId)?.codice ?? '', ospiteId: p.ospiteId };
}

/** What is odd or missing after saving: said, never a refusal. */
export function remarks(ctx: Contesto, p: PermanenzaDelRegistro): string[] {
  const avvisi: string[] = [];
  if (p.dataIngresso > ctx.oggi()) avvisi.push(`L’ingresso è nel futuro: ${formatGiorno(p.dataIngresso)}.`);
  const eta = etaIl(p.dataNascita, p.dataIngresso);
  if (p.utenza === 'MINORE' && eta >= 18) avvisi.push(`All’ingresso ha ${eta} anni, ma è registrato come minore.`);
  if (p.utenza !== null && p.utenza !== 'MINORE' && eta < 18)
    avvisi.push(`All’ingresso ha ${eta} anni, ma non è registrato come minore.`);
  const manca = schedeMancanti(ctx)(p);
  if (manca.length > 0) avvisi.push(`Da completare: ${manca.join(', ')}.`);
  return avvisi;
}

function shiftFirst(p: PermanenzaDelRegistro, dataIngresso: Giorno) {
  const kept = p.assegnazioni.filter((a, index) => index === 0 || a.dal > dataIngresso);
  const current = p.assegnazioni.filter((a) => a.dal <= dataIngresso).at(-1) ?? p.assegnazioni[0];
  return kept.map((a, index) =>
    index === 0
      ? { dal: dataIngresso, moduloId: current?.moduloId ?? a.moduloId }
      : { dal: a.dal, moduloId: a.moduloId },
  );
}

function definedOnly(given: Omit<Parsed<'ingressi.correct'>, 'ingressoId' | 'dataIngresso'>): Modifica<'ingressi'> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
