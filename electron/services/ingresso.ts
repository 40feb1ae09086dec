import { findPermanenza, listPermanenzePersona, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { searchOspiti as readOspiti } from '../../db/reads/ospite.ts';
import { listPresenzeIngresso } from '../../db/reads/presenza.ts';
import { findModulo, listModuli, type Modulo } from '../../db/reads/struttura.ts';
import type { Modifica, Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { avvisiCodiceFiscale, normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { etaIl } from '../../domain/eta.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { isGiornoDiPermanenza, type Permanenza, siSovrappongono } from '../../domain/permanenza.ts';
import { chiaveNome, normalizeNome } from '../../domain/persona.ts';
import { MESE_VUOTO, ritaglia } from '../../domain/presenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { findOspitiPerCodice } from './codice-ospite.ts';
import { type Contesto, gesto } from './contesto.ts';
import { insertAnonimo } from './identita.ts';
import { isVoce } from './lista.ts';
import { assertNonAltera, assertRegistroProprio } from './mese-aperto.ts';
import { campiMancanti } from './scheda.ts';
import { lettoreDi, permanenzaVista } from './sezione.ts';
import { getStruttura } from './struttura.ts';

export function searchOspiti(ctx: Contesto, input: Parsed<'ospiti.search'>): Output<'ospiti.search'> {
  const parole = normalizeNome(input.testo).split(' ').filter(Boolean);
  if (parole.length === 0) return [];
  const perCodice = findOspitiPerCodice(ctx.store, input.testo);
  return readOspiti(ctx.store, parole, normalizeCodiceFiscale(input.testo), perCodice, ctx.oggi(), input.limite);
}

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
  const struttura = getStruttura(ctx.store, input.struttura);
  const modulo = input.modulo === null ? null : getModuloDi(ctx.store, input.modulo, struttura.id);
  const { dataIngresso, tipoIngresso, utenza, servizioInviante, entePagante } = input;
  assertUtenza(utenza);
  const stay = { dataIngresso, dataDimissione: null, esito: null };
  const assegnazioni = modulo ? [{ dal: dataIngresso, moduloId: modulo.id }] : [];
  return ctx.store.write(gesto(ctx, 'ingressi.register', { struttura: input.struttura }), (tx) => {
    assertNonAltera(ctx.store, struttura.id, null, { ...stay, assegnazioni });
    const { ospiteId, avvisi } = 'id' in input.ospite ? knownOspite(tx, input.ospite.id) : newOspite(tx, input.ospite);
    tx.setOspite(ospiteId);
    const ospite = tx.find('ospiti', ospiteId);
    if (ospite) assertNessunaSovrapposizione(ctx.store, ospite.personaId, null, stay);
    const fields = { dataIngresso, tipoIngresso, utenza, servizioInviante, entePagante };
    const ingressoId = tx.insert('ingressi', { ospiteId, strutturaId: struttura.id, ...fields });
    if (modulo) tx.insert('assegnazioni', { ingressoId, dal: dataIngresso, moduloId: modulo.id });
    const p = getPermanenza(ctx.store, ingressoId);
    return { ingressoId, ospiteId, avvisi: [...avvisi, ...remarks(ctx, p)] };
  });
}

/** Corrects the admission; the first assegnazione follows the date and codes left outside the stay go, in one gesture. */
export function correctIngresso(ctx: Contesto, input: Parsed<'ingressi.correct'>): Output<'ingressi.correct'> {
  assertRegistroProprio(ctx);
  const prima = getPermanenza(ctx.store, input.ingressoId);
  const { ingressoId, ...given } = input;
  assertUtenza(given.utenza ?? null);
  const dataIngresso = given.dataIngresso ?? prima.dataIngresso;
  assertOrdine(dataIngresso, prima.dataDimissione);
  const assegnazioni = shiftFirst(prima, dataIngresso);
  const dopo = { ...prima, dataIngresso, assegnazioni };
  return ctx.store.write(gesto(ctx, 'ingressi.correct', aboutPermanenza(ctx.store, prima)), (tx) => {
    assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
    assertNessunaSovrapposizione(ctx.store, prima.personaId, ingressoId, dopo);
    tx.update('ingressi', ingressoId, definedOnly(given));
    prima.assegnazioni.forEach((old, index) => {
      const next = assegnazioni[index];
      if (next) tx.update('assegnazioni', old.id, next);
      else tx.remove('assegnazioni', old.id);
    });
    const codiciTolti = trimPresenze(ctx.store, tx, ingressoId, dopo);
    return { avvisi: remarks(ctx, getPermanenza(ctx.store, ingressoId)), codiciTolti };
  });
}

/** Takes away a stay entered by mistake, with its moduli and presenze (all soft). */
export function removeIngresso(ctx: Contesto, input: Parsed<'ingressi.remove'>): Output<'ingressi.remove'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, input.ingressoId);
  const about = { ...aboutPermanenza(ctx.store, p), nota: input.motivo };
  ctx.store.write(gesto(ctx, 'ingressi.remove', about), (tx) => {
    assertNonAltera(ctx.store, p.strutturaId, p, null);
    for (const riga of listPresenzeIngresso(ctx.store, p.id)) tx.remove('presenze', riga.id);
    for (const assegnazione of p.assegnazioni) tx.remove('assegnazioni', assegnazione.id);
    tx.remove('ingressi', p.id);
  });
  return {};
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
  const kept = p.assegnazioni.filter((a) => a.dal < input.dal);
  const assegnazioni = kept.at(-1)?.moduloId === modulo.id ? kept : [...kept, { dal: input.dal, moduloId: modulo.id }];
  return ctx.store.write(gesto(ctx, 'ingressi.changeModulo', aboutPermanenza(ctx.store, p)), (tx) => {
    assertNonAltera(ctx.store, p.strutturaId, p, { ...p, assegnazioni });
    for (const old of p.assegnazioni.filter((a) => a.dal >= input.dal)) tx.remove('assegnazioni', old.id);
    if (assegnazioni !== kept) tx.insert('assegnazioni', { ingressoId: p.id, dal: input.dal, moduloId: modulo.id });
    return { avvisi: remarks(ctx, getPermanenza(ctx.store, p.id)) };
  });
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
      : `dal ${formatGiorno(other.dataIngresso)} al ${formatGiorno(other.dataDimissione)}`;
  throw new ErroreApprodo(
    'ingresso.sovrapposto',
    `${other.cognome} ${other.nome} risulta già a ${dove} ${periodo}: registrare prima quella dimissione o correggere la data.`,
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
  const manca = campiMancanti(permanenzaVista(p, lettoreDi(ctx)));
  if (manca.length > 0) avvisi.push(`Da completare: ${manca.join(', ')}.`);
  return avvisi;
}

function knownOspite(tx: Scrittura, id: string): { ospiteId: string; avvisi: string[] } {
  const ospite = tx.find('ospiti', id);
  if (!ospite || ospite.deletedAtMs !== null)
    throw new ErroreApprodo('ospite.sconosciuto', 'Questo ospite non è più nel registro: cercarlo di nuovo.');
  return { ospiteId: id, avvisi: [] };
}

function newOspite(
  tx: Scrittura,
  { anonimo, ...dati }: Exclude<Parsed<'ingressi.register'>['ospite'], { id: string }>,
) {
  if (anonimo) return { ospiteId: insertAnonimo(tx, dati), avvisi: [] };
  const codiceFiscale = dati.codiceFiscale ? normalizeCodiceFiscale(dati.codiceFiscale) : null;
  const { cognome, nome, sesso, dataNascita } = dati;
  const ospiteId = tx.insert('ospiti', {
    ...dati,
    codiceFiscale,
    personaId: '',
    chiaveNome: chiaveNome(cognome, nome),
  });
  linkPersone(tx, [ospiteId]);
  const linked = tx.find('ospiti', ospiteId)?.personaId !== ospiteId;
  const avvisi = codiceFiscale ? avvisiCodiceFiscale({ codiceFiscale, cognome, nome, sesso, dataNascita }) : [];
  if (linked) avvisi.push(`${cognome} ${nome} era già nel registro: è contato come una persona sola.`);
  return { ospiteId, avvisi };
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

function assertUtenza(utenza: string | null): void {
  if (utenza !== null && !isVoce('utenza', utenza))
    throw new ErroreApprodo(
      'lista.voce',
      `La tipologia di utenza «${utenza}» non è nell’elenco: sceglierla dall’elenco.`,
    );
}

function definedOnly(given: Omit<Parsed<'ingressi.correct'>, 'ingressoId'>): Modifica<'ingressi'> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
