import { listPermanenzePersona } from '../../db/reads/ingresso.ts';
import {
  type FattoRegistro,
  listAzioni,
  listEvidenze,
  listFatti,
  listFattiDi,
  listObiettivi,
  listVerifiche,
  listProgetti as readProgetti,
} from '../../db/reads/progetto.ts';
import type { Riga, Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { STATI_OBIETTIVO, TABELLE_EVIDENZA } from '../../domain/progetto.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { assertVoceDi } from './appuntamento.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listeDi } from './lista.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga, togliRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';

type Progetto = Output<'progetti.list'>['progetti'][number];
type Fatto = Output<'evidenze.candidate'>['fatti'][number];

/** Where the areas of the goals are. */
const LISTA_AREE = 'area_obiettivo';
/** How much of a diary line is said. */
const INIZIO = 160;

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function listProgetti(ctx: Contesto, { ospiteId }: Parsed<'progetti.list'>): Output<'progetti.list'> {
  const { store } = ctx;
  const { personaId } = getRigaOspite(store, ospiteId);
  const progetti = readProgetti(store, personaId);
  const ids = progetti.map(({ id }) => id);
  const obiettivi = listObiettivi(store, ids);
  const idObiettivi = obiettivi.map(({ id }) => id);
  const azioni = Map.groupBy(listAzioni(store, idObiettivi), (azione) => azione.obiettivoId);
  const evidenze = Map.groupBy(listEvidenze(store, idObiettivi), (evidenza) => evidenza.obiettivoId);
  const fatti = fattiDi(store, personaId, [...evidenze.values()].flat());
  const suoi = Map.groupBy(obiettivi, (obiettivo) => obiettivo.progettoId);
  const verifiche = Map.groupBy(listVerifiche(store, ids), (verifica) => verifica.progettoId);
  return {
    progetti: progetti.map((progetto) => ({
      ...toProgetto(store, progetto),
      obiettivi: (suoi.get(progetto.id) ?? []).map((obiettivo) => ({
        ...toObiettivo(obiettivo),
        azioni: (azioni.get(obiettivo.id) ?? []).map(({ id, testo, chi, entro, fattaIl }) => {
          return { id, testo, chi, entro, fattaIl };
        }),
        evidenze: (evidenze.get(obiettivo.id) ?? []).flatMap(({ id, rigaId }) => {
          const fatto = fatti.get(rigaId);
          return fatto ? [{ ...fatto, id }] : [];
        }),
      })),
      verifiche: (verifiche.get(progetto.id) ?? []).map(({ id, data, esito, partecipanti, prossima }) => {
        return { id, data, esito, partecipanti, prossima };
      }),
    })),
  };
}

/** @throws ErroreApprodo `progetto.periodo`, `riga.sconosciuta`, `mese.altrui` */
export function saveProgetto(ctx: Contesto, input: Parsed<'progetti.save'>): Output<'progetti.save'> {
  assertRegistroProprio(ctx);
  if ('ingressoId' in input) {
    const { ospiteId } = getRiga(ctx.store, 'ingressi', input.ingressoId);
    assertPeriodo(input);
    return ctx.store.write(gesto(ctx, 'progetti.save', { ospiteId }), (tx) => ({
      ...{ id: tx.insert('progetti', input), voce: tx.voce },
      ...{ avvisi: [], contese: [] },
    }));
  }
  const about = aboutProgetto(ctx.store, input.id);
  return modificaRiga(ctx, 'progetti', 'progetti.save', about, input, {
    controlla: (_prima, dopo) => assertPeriodo(dopo),
  });
}

/** @throws ErroreApprodo `progetto.periodo`, `riga.sconosciuta`, `mese.altrui` */
export function reviseProgetto(ctx: Contesto, { id, data }: Parsed<'progetti.revise'>): Output<'progetti.revise'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const vecchio = getRiga(store, 'progetti', id);
  if (data <= vecchio.data)
    throw new ErroreApprodo(
      'progetto.periodo',
      'La revisione comincia dopo il progetto che sostituisce: controllare la data.',
    );
  return store.write(gesto(ctx, 'progetti.revise', aboutProgetto(store, id)), (tx) => {
    const { sintesi, redattoDa, condivisoCon } = vecchio;
    const ingressoId = permanenzaIl(store, vecchio.ingressoId, data);
    if (vecchio.al === null || vecchio.al >= data) tx.update('progetti', id, { al: addGiorni(data, -1) });
    const nuovo = tx.insert('progetti', { ingressoId, data, sintesi, redattoDa, condivisoCon });
    const aperti = listObiettivi(store, [id]).filter(({ stato }) => stato === 'aperto' || stato === 'parziale');
    for (const obiettivo of aperti) copyObiettivo(tx, store, obiettivo, nuovo);
    return { id: nuovo, voce: tx.voce, avvisi: [] };
  });
}

/** The stay a project is for from that day: the same, or the one of the same person in course by then (readmitted, transferred). */
function permanenzaIl(store: Store, ingressoId: string, giorno: Giorno): string {
  const { ospiteId } = getRiga(store, 'ingressi', ingressoId);
  const { personaId } = getRiga(store, 'ospiti', ospiteId);
  const inCorso = listPermanenzePersona(store, personaId).findLast((p) => isGiornoDiPermanenza(p, giorno));
  return inCorso?.id ?? ingressoId;
}

/** The project with everything that hangs from it. @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeProgetto(ctx: Contesto, { id }: Parsed<'progetti.remove'>): Output<'progetti.remove'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  return store.write(gesto(ctx, 'progetti.remove', aboutProgetto(store, id)), (tx) => {
    for (const obiettivo of listObiettivi(store, [id])) dropObiettivo(tx, store, obiettivo.id);
    for (const verifica of listVerifiche(store, [id])) tx.remove('verifiche_progetto', verifica.id);
    return togliRiga(tx, 'progetti', id);
  });
}

/** @throws ErroreApprodo `lista.voce`, `riga.sconosciuta`, `mese.altrui` */
export function saveObiettivo(ctx: Contesto, input: Parsed<'obiettivi.save'>): Output<'obiettivi.save'> {
  assertRegistroProprio(ctx);
  if ('progettoId' in input) {
    assertVoceDi(ctx.store, LISTA_AREE, input.area, 'Area dell’obiettivo');
    const about = aboutProgetto(ctx.store, input.progettoId);
    return ctx.store.write(gesto(ctx, 'obiettivi.save', about), (tx) => ({
      ...{ id: tx.insert('obiettivi', input), voce: tx.voce },
      ...{ avvisi: [], contese: [] },
    }));
  }
  if (input.dopo.area !== getRiga(ctx.store, 'obiettivi', input.id).area)
    assertVoceDi(ctx.store, LISTA_AREE, input.dopo.area, 'Area dell’obiettivo');
  return modificaRiga(ctx, 'obiettivi', 'obiettivi.save', aboutObiettivo(ctx.store, input.id), input);
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeObiettivo(ctx: Contesto, { id }: Parsed<'obiettivi.remove'>): Output<'obiettivi.remove'> {
  assertRegistroProprio(ctx);
  const about = aboutObiettivo(ctx.store, id);
  return ctx.store.write(gesto(ctx, 'obiettivi.remove', about), (tx) => {
    dropObiettivo(tx, ctx.store, id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function saveAzione(ctx: Contesto, input: Parsed<'azioni.save'>): Output<'azioni.save'> {
  assertRegistroProprio(ctx);
  if ('obiettivoId' in input) {
    const about = aboutObiettivo(ctx.store, input.obiettivoId);
    return ctx.store.write(gesto(ctx, 'azioni.save', about), (tx) => ({
      ...{ id: tx.insert('azioni', input), voce: tx.voce },
      ...{ avvisi: [], contese: [] },
    }));
  }
  const { obiettivoId } = getRiga(ctx.store, 'azioni', input.id);
  return modificaRiga(ctx, 'azioni', 'azioni.save', aboutObiettivo(ctx.store, obiettivoId), input);
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeAzione(ctx: Contesto, { id }: Parsed<'azioni.remove'>): Output<'azioni.remove'> {
  assertRegistroProprio(ctx);
  const about = aboutObiettivo(ctx.store, getRiga(ctx.store, 'azioni', id).obiettivoId);
  return ctx.store.write(gesto(ctx, 'azioni.remove', about), (tx) => togliRiga(tx, 'azioni', id));
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function saveVerifica(ctx: Contesto, input: Parsed<'verificheProgetto.save'>): Output<'verificheProgetto.save'> {
  assertRegistroProprio(ctx);
  if ('progettoId' in input) {
    const about = aboutProgetto(ctx.store, input.progettoId);
    return ctx.store.write(gesto(ctx, 'verificheProgetto.save', about), (tx) => ({
      ...{ id: tx.insert('verifiche_progetto', input), voce: tx.voce },
      ...{ avvisi: [], contese: [] },
    }));
  }
  const { progettoId } = getRiga(ctx.store, 'verifiche_progetto', input.id);
  const about = aboutProgetto(ctx.store, progettoId);
  return modificaRiga(ctx, 'verifiche_progetto', 'verificheProgetto.save', about, input);
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeVerifica(
  ctx: Contesto,
  { id }: Parsed<'verificheProgetto.remove'>,
): Output<'verificheProgetto.remove'> {
  assertRegistroProprio(ctx);
  const about = aboutProgetto(ctx.store, getRiga(ctx.store, 'verifiche_progetto', id).progettoId);
  return ctx.store.write(gesto(ctx, 'verificheProgetto.remove', about), (tx) =>
    togliRiga(tx, 'verifiche_progetto', id),
  );
}

/** @throws ErroreApprodo `riga.sconosciuta` */
export function listCandidate(
  { store }: Contesto,
  { obiettivoId, testo, dal, al, limite }: Parsed<'evidenze.candidate'>,
): Output<'evidenze.candidate'> {
  const gia = new Set(listEvidenze(store, [obiettivoId]).map(({ rigaId }) => rigaId));
  const hannoParole = conParole(store, testo);
  const fatti = listFatti(store, personaDiObiettivo(store, obiettivoId), { dal, al }).filter(
    (fatto) => !gia.has(fatto.rigaId) && hannoParole(fatto),
  );
  return { fatti: fatti.slice(0, limite).map(toFatto), altri: Math.max(0, fatti.length - limite) };
}

const LISTE: Readonly<Record<string, string>> = { visite: 'visita', incontri: 'servizio', attivita: 'area_attivita' };

/** Whether a row holds every word, accents and capitals apart: in its text, or in the name of its kind. */
function conParole(store: Store, cercato: string): (fatto: FattoRegistro) => boolean {
  const parole = normalizeNome(cercato).split(' ').filter(Boolean);
  const liste = listeDi(store);
  return ({ tabella, voce, testo }) => {
    if (parole.length === 0) return true;
    const lista = LISTE[tabella];
    const detto = normalizeNome(`${testo} ${lista && voce !== null ? liste.etichetta(lista, voce) : ''}`);
    return parole.every((parola) => detto.includes(parola));
  };
}

/** @throws ErroreApprodo `evidenza.altrui`, `riga.sconosciuta`, `mese.altrui` */
export function addEvidenza(ctx: Contesto, input: Parsed<'evidenze.add'>): Output<'evidenze.add'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const { obiettivoId, tabella, rigaId } = input;
  const suoi = listFattiDi(store, personaDiObiettivo(store, obiettivoId), [rigaId]);
  if (!suoi.some((fatto) => fatto.tabella === tabella))
    throw new ErroreApprodo('evidenza.altrui', 'Questa registrazione non è di questo ospite: sceglierne un’altra.');
  return store.write(gesto(ctx, 'evidenze.add', aboutObiettivo(store, obiettivoId)), (tx) => {
    const gia = listEvidenze(store, [obiettivoId]).find((una) => una.rigaId === rigaId);
    const id = gia?.id ?? tx.insert('evidenze', { obiettivoId, tabella, rigaId });
    return { id, voce: gia ? null : tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeEvidenza(ctx: Contesto, { id }: Parsed<'evidenze.remove'>): Output<'evidenze.remove'> {
  assertRegistroProprio(ctx);
  const about = aboutObiettivo(ctx.store, getRiga(ctx.store, 'evidenze', id).obiettivoId);
  return ctx.store.write(gesto(ctx, 'evidenze.remove', about), (tx) => togliRiga(tx, 'evidenze', id));
}

/** @throws ErroreApprodo `riga.sconosciuta` */
function aboutProgetto(store: Store, progettoId: string): { ospiteId: string } {
  const { ingressoId } = getRiga(store, 'progetti', progettoId);
  return { ospiteId: getRiga(store, 'ingressi', ingressoId).ospiteId };
}

/** @throws ErroreApprodo `riga.sconosciuta` */
function aboutObiettivo(store: Store, obiettivoId: string): { ospiteId: string } {
  return aboutProgetto(store, getRiga(store, 'obiettivi', obiettivoId).progettoId);
}

function personaDiObiettivo(store: Store, obiettivoId: string): string {
  return getRigaOspite(store, aboutObiettivo(store, obiettivoId).ospiteId).personaId;
}

function assertPeriodo({ data, al }: Pick<Riga<'progetti'>, 'data' | 'al'>): void {
  if (al !== null && al < data)
    throw new ErroreApprodo('progetto.periodo', 'Il progetto finisce prima di cominciare: controllare le due date.');
}

/** A goal with its actions still to do, in another project. */
function copyObiettivo(tx: Scrittura, store: Store, obiettivo: Riga<'obiettivi'>, progettoId: string): void {
  const { area, testo, indicatore, entro, stato } = obiettivo;
  const obiettivoId = tx.insert('obiettivi', { progettoId, area, testo, indicatore, entro, stato });
  for (const azione of listAzioni(store, [obiettivo.id]))
    if (azione.fattaIl === null)
      tx.insert('azioni', { obiettivoId, testo: azione.testo, chi: azione.chi, entro: azione.entro });
}

function dropObiettivo(tx: Scrittura, store: Store, id: string): void {
  for (const azione of listAzioni(store, [id])) tx.remove('azioni', azione.id);
  for (const evidenza of listEvidenze(store, [id])) tx.remove('evidenze', evidenza.id);
  tx.remove('obiettivi', id);
}

function toProgetto(store: Store, riga: Riga<'progetti'>): Omit<Progetto, 'obiettivi' | 'verifiche'> {
  const { id, ingressoId, data, sintesi, redattoDa, condivisoCon, al } = riga;
  const ingresso = getRiga(store, 'ingressi', ingressoId);
  const struttura = store.find('strutture', ingresso.strutturaId)?.nome ?? '';
  return { id, ingressoId, data, sintesi, redattoDa, condivisoCon, al, struttura, dataIngresso: ingresso.dataIngresso };
}

function toObiettivo({ id, area, testo, indicatore, entro, stato }: Riga<'obiettivi'>) {
  return {
    ...{ id, area, testo, indicatore, entro },
    stato: STATI_OBIETTIVO.find((uno) => uno === stato) ?? 'aperto',
  };
}

function fattiDi(store: Store, personaId: string, evidenze: readonly Riga<'evidenze'>[]): Map<string, Fatto> {
  const righe = evidenze.map(({ rigaId }) => rigaId);
  return new Map(listFattiDi(store, personaId, righe).map((fatto) => [fatto.rigaId, toFatto(fatto)]));
}

function toFatto({ tabella, rigaId, data, voce, testo }: FattoRegistro): Fatto {
  const breve = testo.length > INIZIO ? `${testo.slice(0, INIZIO).trimEnd()}…` : testo;
  return { tabella: TABELLE_EVIDENZA.find((una) => una === tabella) ?? 'diario', rigaId, data, voce, testo: breve };
}
