import { listPermanenze, listPermanenzePersona } from '../../db/reads/ingresso.ts';
import { listCodici } from '../../db/reads/presenza.ts';
import {
  listAdempimenti,
  listAssenzeScadenze,
  listAzioniScadenze,
  listDocumentiScadenze,
  listIncontriFatti,
  listMisureScadenze,
  listNomi,
  listObiettiviScadenze,
  listPermanenzeScadenze,
  listProgettiScadenze,
  listPromemoria,
  listProssimeVisite,
  listRelazioniAutorita,
  listRelazioniIncontri,
  listUdienzeScadenze,
  listVerificheScadenze,
  listViolazioniScadenze,
  type MisuraScadenze,
  type PermanenzaScadenze,
  type ScrittaScadenze,
} from '../../db/reads/scadenza.ts';
import type { Store } from '../../db/store.ts';
import { massimaDelGiorno } from '../../domain/durata-modulo.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import type { Liste } from '../../domain/lista.ts';
import { catenaDi } from '../../domain/permanenza.ts';
import {
  type FattiAssenza,
  type FattiMisura,
  type FattiPermanenza,
  finiDaDire,
  giorniA,
  indiceAdempimenti,
  inOrdine,
  nonFatte,
  type Scadenza,
  scadenzeAssenze,
  scadenzeMisure,
  scadenzePermanenze,
  scadenzeViolazioni,
} from '../../domain/scadenza.ts';
import { isVoceGiuridica, type VoceScadenza, type VoceScritta } from '../../domain/scadenza-regola.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { listeDi } from './lista.ts';
import { durateDi, regoleDi } from './regole.ts';
import { testoScadenza } from './scadenza-testo.ts';
import { type Lettore, lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

/** Dimissioni, and violations, older than this are no longer asked for here: the table of quality tells them. */
const GIORNI_DOPO_DIMISSIONE = 365;
/** How many days before a day somebody wrote down it is said. */
const ANTICIPO_SCRITTE = 30;

/** Those whose own row says that they are met: a note beside must not hide one that was opened again. */
const CON_FATTO: ReadonlySet<VoceScadenza> = new Set(['relazione_incontro', 'obiettivo', 'azione']);

interface Dove {
  readonly struttura: string;
  readonly oggi: Giorno;
}

/** What is due by a day, the most late first. @throws ErroreApprodo `struttura.sconosciuta` */
export function listScadenze(ctx: Contesto, input: Parsed<'scadenze.list'>): Output<'scadenze.list'> {
  const struttura = getStruttura(ctx.store, input.struttura);
  const scadenze = scadenzeDi(ctx, struttura.id).filter((s) => s.entro <= input.entro);
  const nomi = listNomi(ctx.store, [...new Set(scadenze.flatMap((s) => s.ospiteId ?? []))]);
  return { righe: scadenze.map((s) => rigaDi(s, nomi, ctx.oggi())) };
}

function rigaDi(s: Scadenza, nomi: ReturnType<typeof listNomi>, oggi: Giorno) {
  const { anticipo, destinatari, ...resto } = s;
  const chi = s.ospiteId === null ? undefined : nomi.get(s.ospiteId);
  const giorni = giorniA(s, oggi);
  const uno = destinatari && { destinatari: [...destinatari] };
  return {
    ...resto,
    ...uno,
    cognome: chi?.cognome ?? null,
    nome: chi?.nome ?? null,
    giorni,
    presto: giorni <= anticipo,
  };
}

/** Every deadline of a struttura that who asks may know, in order. */
export function scadenzeDi(ctx: Contesto, strutturaId: string): Scadenza[] {
  const { store } = ctx;
  const dove = { struttura: strutturaId, oggi: ctx.oggi() };
  const liste = listeDi(store);
  const lettore = lettoreDi(ctx);
  const dal = addGiorni(dove.oggi, -GIORNI_DOPO_DIMISSIONE);
  const permanenze = listPermanenzeScadenze(store, { ...dove, finiteDal: dal });
  const attorno = {
    regole: regoleDi(store),
    fatti: indiceAdempimenti(listAdempimenti(store, strutturaId).map((riga) => ({ ...riga, voce: riga.regola }))),
    oggi: dove.oggi,
  };
  const misure = listMisureScadenze(store, dove);
  const scritte = scritteDi(store, dove, liste);
  const fini = fineMisure(misure, liste, dove.oggi);
  const tutte = [
    ...scadenzePermanenze(fattiPermanenze(store, dove, permanenze, liste, lettore), attorno),
    ...scadenzeMisure(fattiMisure(store, dove, misure, permanenze, liste), attorno),
    ...scadenzeViolazioni(conModulo(listViolazioniScadenze(store, { ...dove, dal }), permanenze), attorno),
    ...scadenzeAssenze(fattiAssenze(store, dove, permanenze, liste), attorno),
    ...scritte.filter(({ voce }) => CON_FATTO.has(voce)),
    ...nonFatte([...scritte.filter(({ voce }) => !CON_FATTO.has(voce)), ...fini], attorno.fatti),
    ...promemoriaDi(store, strutturaId),
  ];
  return inOrdine(leggibili(tutte, lettore));
}

/** Whoever does not read a section of a guest is answered as if nothing of it were there. */
function leggibili(scadenze: readonly Scadenza[], lettore: Lettore): Scadenza[] {
  return scadenze.filter(
    ({ voce, ospiteId }) =>
      !isVoceGiuridica(voce) || (ospiteId === null ? lettore.comuni : lettore.di(ospiteId)).has('giuridica'),
  );
}

function fattiPermanenze(
  store: Store,
  dove: Dove,
  permanenze: readonly PermanenzaScadenze[],
  liste: Liste,
  lettore: Lettore,
): FattiPermanenza[] {
  const incontri = Map.groupBy(listIncontriFatti(store, dove), (riga) => riga.ingressoId);
  const progetti = Map.groupBy(listProgettiScadenze(store, dove), (riga) => riga.ingressoId);
  const verifiche = Map.groupBy(listVerificheScadenze(store, dove), (riga) => riga.ingressoId);
  const fini = finiMassime(store, dove);
  return permanenze.map((p) => {
    const inviante = p.servizioInviante === null ? undefined : liste.findInizio('servizio', p.servizioInviante);
    const suoi = (incontri.get(p.ingressoId) ?? []).filter((riga) => riga.servizio === inviante);
    return {
      ...p,
      fineMassima: fini.get(p.ingressoId) ?? null,
      daComunicare: p.comunicazioni
        .filter((una) => una.fattaIl === null && isComunicazioneVista(una, p.ospiteId, lettore))
        .map((una) => una.a),
      incontriInviante: suoi.map((riga) => riga.data),
      progetti: (progetti.get(p.ingressoId) ?? []).map((riga) => riga.data),
      verifiche: verifiche.get(p.ingressoId) ?? [],
    };
  });
}

/** The last day each programme in course may last, as the scheda counts it. */
function finiMassime(store: Store, { struttura, oggi }: Dove): Map<string, Giorno> {
  const durate = durateDi(store);
  const fini = new Map<string, Giorno>();
  for (const p of listPermanenze(store, oggi, oggi, struttura)) {
    const fine = massimaDelGiorno(p, durate, oggi)?.fine;
    if (fine) fini.set(p.id, fine);
  }
  return fini;
}

/** One that says that there is a measure is only for who reads of them. */
export function isComunicazioneVista(
  { giuridica }: { readonly giuridica?: boolean },
  ospiteId: string,
  lettore: Lettore,
): boolean {
  return giuridica !== true || lettore.di(ospiteId).has('giuridica');
}

function fattiMisure(
  store: Store,
  dove: Dove,
  misure: readonly MisuraScadenze[],
  permanenze: readonly PermanenzaScadenze[],
  liste: Liste,
): FattiMisura[] {
  const relazioni = Map.groupBy(listRelazioniAutorita(store, dove), (riga) => riga.ingressoId);
  const moduli = new Map(permanenze.map((p) => [p.ingressoId, p.moduloId]));
  const conRelazioni = new Map(
    liste.voci('misura').flatMap((voce) => {
      const { relazioneOgniMesi: ogni, relazionePropria: propria } = voce;
      return ogni === undefined ? [] : [[voce.voce, propria === true ? ogni : null] as const];
    }),
  );
  return misure.map((m) => ({
    ...m,
    quiDal: conRelazioni.has(m.misura) ? quiDal(store, m) : m.dal,
    moduloId: moduli.get(m.ingressoId) ?? null,
    conRelazioni: conRelazioni.has(m.misura),
    ogniMesi: conRelazioni.get(m.misura) ?? null,
    relazioni: (relazioni.get(m.ingressoId) ?? []).map((riga) => riga.data),
  }));
}

/** The first day of the stays that led, one into the other, to this one. */
function quiDal(store: Store, { personaId, ingressoId, dal }: MisuraScadenze): Giorno {
  return catenaDi(listPermanenzePersona(store, personaId), ingressoId)[0]?.dataIngresso ?? dal;
}

/** The day by which the authority wants the next report on a measure of who is present; undefined: none is due. */
export function findProssimaRelazione(ctx: Contesto, personaId: string, misuraId: string): Giorno | undefined {
  const corrente = listPermanenzePersona(ctx.store, personaId).findLast(
    (p) => p.dataDimissione === null || p.dataDimissione > ctx.oggi(),
  );
  if (!corrente) return undefined;
  const sua = ({ voce, oggettoId }: Scadenza) => voce === 'relazione_94ter' && oggettoId === misuraId;
  return scadenzeDi(ctx, corrente.strutturaId).find(sua)?.entro;
}

/** Each with the modulo of its stay: a rule may be of one modulo. */
function conModulo<T extends { readonly ingressoId: string }>(
  righe: readonly T[],
  permanenze: readonly PermanenzaScadenze[],
) {
  const moduli = new Map(permanenze.map((p) => [p.ingressoId, p.moduloId]));
  return righe.map((riga) => ({ ...riga, moduloId: moduli.get(riga.ingressoId) ?? null }));
}

function fattiAssenze(
  store: Store,
  dove: Dove,
  permanenze: readonly PermanenzaScadenze[],
  liste: Liste,
): FattiAssenza[] {
  const moduli = new Map(permanenze.map((p) => [p.ingressoId, p.moduloId]));
  const codici = new Map(listCodici(store).map(({ voce, etichetta }) => [voce, etichetta]));
  return listAssenzeScadenze(store, dove).map(({ tipo, ...a }) => ({
    ...a,
    moduloId: moduli.get(a.ingressoId) ?? null,
    etichetta: tipo === null ? (codici.get(a.codice) ?? a.codice) : liste.etichetta('assenza', tipo),
  }));
}

function scritta(voce: VoceScritta, riga: Omit<ScrittaScadenze, 'detto'>, testo: string): Scadenza {
  const { oggettoId, ospiteId, ingressoId, entro } = riga;
  return { voce, oggettoId, ospiteId, ingressoId, entro, testo, anticipo: ANTICIPO_SCRITTE };
}

/** The days of which the register only holds what somebody wrote. */
function scritteDi(store: Store, dove: Dove, liste: Liste): Scadenza[] {
  const testo = (voce: Parameters<typeof testoScadenza>[0], { detto }: ScrittaScadenze) =>
    testoScadenza(voce, detto, liste);
  return [
    ...listRelazioniIncontri(store, dove).map((riga) =>
      scritta('relazione_incontro', riga, testo('relazione_incontro', riga)),
    ),
    ...listProssimeVisite(store, dove).map((riga) => scritta('prossima_visita', riga, testo('prossima_visita', riga))),
    ...listUdienzeScadenze(store, dove).map((riga) => scritta('udienza', riga, testoUdienza(riga, dove.oggi))),
    ...listDocumentiScadenze(store, dove).map((riga) =>
      scritta(riga.tipo === 'giuridico' ? 'documento_giuridico' : 'documento', riga, testo('documento', riga)),
    ),
    ...listObiettiviScadenze(store, dove).map((riga) => scritta('obiettivo', riga, testo('obiettivo', riga))),
    ...listAzioniScadenze(store, dove).map((riga) => scritta('azione', riga, testo('azione', riga))),
  ];
}

function testoUdienza({ entro, detto }: ScrittaScadenze, oggi: Giorno): string {
  const dove = detto === '' ? '' : ` (${detto})`;
  return entro < oggi ? `Scrivere l’esito dell’udienza${dove}` : `Udienza${dove}`;
}

function fineMisure(misure: readonly MisuraScadenze[], liste: Liste, oggi: Giorno): Scadenza[] {
  return misure.flatMap((m) => {
    const dire = finiDaDire(m, misure, oggi);
    const detta = liste.etichetta('misura', m.misura);
    const riga = { oggettoId: m.misuraId, ospiteId: m.ospiteId, ingressoId: m.ingressoId };
    return [
      ...(dire.fine && m.al ? [scritta('fine_misura', { ...riga, entro: m.al }, `Finisce la misura: ${detta}`)] : []),
      ...(dire.pena && m.finePena
        ? [scritta('fine_pena', { ...riga, entro: m.finePena }, `Fine pena (${detta})`)]
        : []),
    ];
  });
}

function promemoriaDi(store: Store, strutturaId: string): Scadenza[] {
  return listPromemoria(store, strutturaId).map((riga) =>
    scritta(
      'promemoria',
      { oggettoId: riga.id, ospiteId: riga.ospiteId, ingressoId: null, entro: riga.entro },
      riga.testo,
    ),
  );
}
