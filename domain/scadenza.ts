import { fineProgramma } from './durata-modulo.ts';
import { compleanno } from './eta.ts';
import { diffGiorni, type Giorno } from './giorno.ts';
import { formatGiornoBreve } from './giorno-testo.ts';
import {
  entroDi,
  type RegolaScadenza,
  type Regole,
  relazioneEntro,
  type VoceRegola,
  type VoceScadenza,
} from './scadenza-regola.ts';

/** A deadline: what, about what, by which day. */
export interface Scadenza {
  readonly voce: VoceScadenza;
  /** the stay, measure, guest, document… it is about */
  readonly oggettoId: string;
  readonly ospiteId: string | null;
  readonly ingressoId: string | null;
  readonly entro: Giorno;
  /** what is to be done, in words; no name of a guest in it */
  readonly testo: string;
  /** how many days before it is said */
  readonly anticipo: number;
  /** to whom it is still to be told, where it is met one by one */
  readonly destinatari?: readonly string[];
}

/** Something said to be done although no fact of the register shows it. */
export interface Adempimento {
  readonly voce: string;
  readonly oggettoId: string;
  /** the day it was due */
  readonly entro: Giorno;
  readonly fattoIl: Giorno;
}

/** A stay and the facts its deadlines start from or are met by. */
export interface FattiPermanenza {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly moduloId: string | null;
  /** the last day the programme may last (domain/durata-modulo.ts); null: no limit */
  readonly fineMassima: Giorno | null;
  readonly utenza: string | null;
  readonly dataNascita: Giorno;
  readonly tipoIdentificativo: string | null;
  readonly identificativoDal: Giorno | null;
  readonly dataIngresso: Giorno;
  readonly dataDimissione: Giorno | null;
  readonly dataRelazione: Giorno | null;
  readonly finePrevista: Giorno | null;
  /** as written: «SerD di Brescia»; null: nobody said */
  readonly servizioInviante: string | null;
  /** to whom the dimissione is still to be told */
  readonly daComunicare: readonly string[];
  /** days of the meetings held with the referring service */
  readonly incontriInviante: readonly Giorno[];
  readonly progetti: readonly Giorno[];
  readonly verifiche: readonly { readonly data: Giorno; readonly prossima: Giorno | null }[];
}

/** A measure of who is present, with the reports already sent on it. */
export interface FattiMisura {
  readonly misuraId: string;
  readonly ospiteId: string;
  readonly ingressoId: string | null;
  readonly moduloId: string | null;
  readonly dal: Giorno;
  readonly al: Giorno | null;
  /** since when the person is here, transfers apart: reports of before were others' to write */
  readonly quiDal: Giorno;
  /** whether the authority wants a report every so many months (list misura) */
  readonly conRelazioni: boolean;
  /** every how many months, where the office says it of this measure; null: as the rule says */
  readonly ogniMesi: number | null;
  readonly relazioni: readonly Giorno[];
}

/** Somebody out with no planned return: nothing else would ever say that they are late. */
export interface FattiAssenza {
  readonly assenzaId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly moduloId: string | null;
  /** the letter of its days */
  readonly codice: string;
  /** in words */
  readonly etichetta: string;
  readonly uscita: Giorno;
}

/** A violation of a measure's prescriptions that nobody has told the authority yet. */
export interface FattiViolazione {
  readonly violazioneId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly moduloId: string | null;
  readonly data: Giorno;
}

/** STP and ENI last six months (the rule's months), and only they expire. */
const CON_SCADENZA = new Set(['STP', 'ENI']);

interface Attorno {
  readonly regole: Regole;
  readonly fatti: (voce: VoceScadenza, oggettoId: string) => readonly Adempimento[];
  readonly oggi: Giorno;
}

/** The deadlines of the stays: one line each, in no order. A stay that is over has only those of its dimissione. */
export function scadenzePermanenze(permanenze: readonly FattiPermanenza[], attorno: Attorno): Scadenza[] {
  return permanenze.flatMap((p) =>
    p.dataDimissione === null || p.dataDimissione > attorno.oggi
      ? scadenzeInCorso(p, attorno)
      : scadenzeDopo(p, p.dataDimissione, attorno),
  );
}

/** What says that these were met is in the stay itself: what is noted beside may be of a dimissione reopened since. */
function scadenzeDopo(p: FattiPermanenza, uscita: Giorno, { regole }: Attorno): Scadenza[] {
  const righe: (Scadenza | null)[] = [];
  const dimissione = `dimissione del ${formatGiornoBreve(uscita)}`;
  if (p.dataRelazione === null) {
    const entro = relazioneEntro(regole, p.moduloId, uscita);
    righe.push(
      riga(p, regole('relazione_dimissione', p.moduloId), entro, `Scrivere la relazione di dimissione (${dimissione})`),
    );
  }
  if (p.daComunicare.length > 0) {
    const regola = regole('comunicazioni_dimissione', p.moduloId);
    const entro = entroDi(regola, uscita, []);
    const testo = `Comunicare la ${dimissione} a ${p.daComunicare.join(', ')}`;
    const una = riga(p, regola, entro, testo);
    righe.push(una && { ...una, destinatari: p.daComunicare });
  }
  return presenti(righe);
}

function scadenzeInCorso(p: FattiPermanenza, attorno: Attorno): Scadenza[] {
  return presenti([
    progetto(p, attorno),
    riesame(p, attorno),
    verificaInviante(p, attorno),
    durataMassima(p, attorno),
    identificativo(p, attorno),
    maggioreEta(p, attorno),
  ]);
}

function progetto(p: FattiPermanenza, { regole, fatti }: Attorno): Scadenza | null {
  const regola = regole('progetto_individuale', p.moduloId);
  if (p.progetti.length > 0) return null;
  const entro = entroDi(regola, p.dataIngresso, giorni(fatti(regola.voce, p.ingressoId)));
  return riga(p, regola, entro, 'Scrivere il progetto individuale');
}

/** The day written at the last review wins over the rule. A project that is not written yet is not reviewed. */
function riesame(p: FattiPermanenza, { regole, fatti }: Attorno): Scadenza | null {
  const regola = regole('riesame_progetto', p.moduloId);
  const progetti = [...p.progetti, ...giorni(fatti('progetto_individuale', p.ingressoId))];
  if (progetti.length === 0 && p.verifiche.length === 0) return null;
  const segnati = giorni(fatti(regola.voce, p.ingressoId));
  const ultima = p.verifiche.toSorted((a, b) => (a.data < b.data ? 1 : -1))[0];
  // a project written after the review is the review that was due
  const rivisto = [...segnati, ...progetti].some((giorno) => ultima !== undefined && giorno > ultima.data);
  const detta = rivisto ? null : (ultima?.prossima ?? null);
  const fatti_ = [...segnati, ...progetti, ...p.verifiche.map((v) => v.data)];
  return riga(p, regola, detta ?? entroDi(regola, p.dataIngresso, fatti_), 'Rivedere il progetto individuale');
}

function verificaInviante(p: FattiPermanenza, { regole, fatti }: Attorno): Scadenza | null {
  const regola = regole('verifica_inviante', p.moduloId);
  const fatte = [...p.incontriInviante, ...giorni(fatti(regola.voce, p.ingressoId))];
  const chi = p.servizioInviante ?? 'il servizio inviante';
  return riga(p, regola, entroDi(regola, p.dataIngresso, fatte), `Verifica con ${chi}`);
}

/** The last day agreed, or the last the modulo allows. Said to be done, it is not said again for that same day. */
function durataMassima(p: FattiPermanenza, { regole, fatti, oggi }: Attorno): Scadenza | null {
  const regola = regole('durata_massima', p.moduloId);
  const fine = fineProgramma(p.finePrevista, p.fineMassima, oggi);
  if (fine === null || fatti(regola.voce, p.ingressoId).some((uno) => uno.entro === fine.fine)) return null;
  const testo = fine.concordata
    ? 'Finisce il programma concordato: dimissione o nuova data'
    : 'Finisce la durata massima del modulo: dimissione, proroga o altro modulo';
  return riga(p, regola, fine.fine, testo);
}

function identificativo(p: FattiPermanenza, { regole, fatti }: Attorno): Scadenza | null {
  const regola = regole('stp_eni', p.moduloId);
  if (p.identificativoDal === null || !CON_SCADENZA.has(p.tipoIdentificativo ?? '')) return null;
  const rinnovi = giorni(fatti(regola.voce, p.ospiteId));
  const entro = entroDi(regola, p.identificativoDal, rinnovi);
  return riga({ ...p, oggettoId: p.ospiteId }, regola, entro, `Rinnovare il codice ${p.tipoIdentificativo}`);
}

/** Due until the typology says an adult: who came in as an adult has nothing to change on that day. */
function maggioreEta(p: FattiPermanenza, { regole, fatti, oggi }: Attorno): Scadenza | null {
  const regola = regole('maggiore_eta', p.moduloId);
  const entro = compleanno(p.dataNascita, 18);
  const detto = fatti(regola.voce, p.ospiteId).some((uno) => uno.entro === entro);
  if (detto || (entro < oggi && p.utenza !== 'MINORE')) return null;
  return riga({ ...p, oggettoId: p.ospiteId }, regola, entro, 'Compie 18 anni: titolo dell’accoglienza e utenza');
}

/**
 * The half-yearly reports to the authority (art. 94-ter DPR 309/1990), for the measures that want them: while they run, and
 * after, if one was already due when the measure ended.
 */
export function scadenzeMisure(misure: readonly FattiMisura[], { regole, fatti, oggi }: Attorno): Scadenza[] {
  return presenti(
    misure
      .filter((m) => m.conRelazioni && m.dal <= oggi)
      .map((m) => {
        const generale = regole('relazione_94ter', m.moduloId);
        const regola = m.ogniMesi === null ? generale : { ...generale, giorni: null, mesi: m.ogniMesi };
        const fatte = [...m.relazioni, ...giorni(fatti(regola.voce, m.misuraId))];
        const testo =
          m.ogniMesi === null
            ? 'Relazione semestrale all’autorità giudiziaria (art. 94-ter)'
            : `Relazione all’autorità giudiziaria (${m.ogniMesi === 1 ? 'ogni mese' : `ogni ${m.ogniMesi} mesi`})`;
        const entro = entroDi(regola, m.quiDal > m.dal ? m.quiDal : m.dal, fatte);
        const finita = m.al !== null && m.al < oggi && (entro === null || entro > m.al);
        return finita ? null : riga({ ...m, oggettoId: m.misuraId }, regola, entro, testo);
      }),
  );
}

/** A measure with the days its end is said by. */
export interface FineMisura {
  readonly personaId: string;
  readonly dal: Giorno;
  readonly al: Giorno | null;
  readonly finePena: Giorno | null;
}

/** For how long a measure that ended, with no other in force, is still asked about, days. */
const GIORNI_DOPO_MISURA = 30;

/**
 * Which ends of a measure are still to be looked at: its last day until it comes, and for thirty days after when nothing else
 * is in force; the end of the sentence as long as the measure is.
 */
export function finiDaDire(
  m: FineMisura,
  tutte: readonly FineMisura[],
  oggi: Giorno,
): { fine: boolean; pena: boolean } {
  const inVigore = (una: FineMisura) => una.dal <= oggi && (una.al === null || una.al >= oggi);
  const appenaFinita = m.al !== null && m.al < oggi && diffGiorni(m.al, oggi) <= GIORNI_DOPO_MISURA;
  const altra = tutte.some((una) => una !== m && una.personaId === m.personaId && (inVigore(una) || una.dal > oggi));
  return {
    fine: m.al !== null && (m.al >= oggi || (appenaFinita && !altra)),
    pena: m.finePena !== null && (m.al === null || m.al >= oggi),
  };
}

/** Violations to tell the authority of: what says that one was told is in the violation itself. */
export function scadenzeViolazioni(violazioni: readonly FattiViolazione[], { regole }: Attorno): Scadenza[] {
  return presenti(
    violazioni.map((v) => {
      const regola = regole('violazione', v.moduloId);
      const testo = `Comunicare all’autorità la violazione del ${formatGiornoBreve(v.data)}`;
      return riga({ ...v, oggettoId: v.violazioneId }, regola, entroDi(regola, v.data, []), testo);
    }),
  );
}

const REGOLE_ASSENZA: Partial<Readonly<Record<string, VoceRegola>>> = { R: 'assenza_ricovero', C: 'assenza_carcere' };

/** Who is out and nobody knows until when: asked again every so many days, by the kind of assenza. */
export function scadenzeAssenze(assenze: readonly FattiAssenza[], { regole, fatti }: Attorno): Scadenza[] {
  return presenti(
    assenze.map((a) => {
      const regola = regole(REGOLE_ASSENZA[a.codice] ?? 'assenza_altra', a.moduloId);
      const entro = entroDi(regola, a.uscita, giorni(fatti(regola.voce, a.assenzaId)));
      const testo = `Fuori dal ${formatGiornoBreve(a.uscita)} (${a.etichetta}): scrivere il rientro previsto, o la dimissione`;
      return riga({ ...a, oggettoId: a.assenzaId }, regola, entro, testo);
    }),
  );
}

/** A day somebody wrote down, as a deadline; those said to be done on that day are left out by `nonFatte`. */
export function nonFatte(scritte: readonly Scadenza[], fatti: Attorno['fatti']): Scadenza[] {
  return scritte.filter((s) => !fatti(s.voce, s.oggettoId).some((uno) => uno.entro === s.entro));
}

/** By day, the most late first. */
export function inOrdine(scadenze: readonly Scadenza[]): Scadenza[] {
  return scadenze.toSorted((a, b) => {
    if (a.entro !== b.entro) return a.entro < b.entro ? -1 : 1;
    return a.voce < b.voce ? -1 : a.voce > b.voce ? 1 : a.oggettoId < b.oggettoId ? -1 : 1;
  });
}

/** Days left, negative when late. */
export function giorniA(scadenza: Pick<Scadenza, 'entro'>, oggi: Giorno): number {
  return diffGiorni(oggi, scadenza.entro);
}

/** Looks up what was said to be done. */
export function indiceAdempimenti(adempimenti: readonly Adempimento[]): Attorno['fatti'] {
  const per = Map.groupBy(adempimenti, (uno) => `${uno.voce} ${uno.oggettoId}`);
  return (voce, oggettoId) => per.get(`${voce} ${oggettoId}`) ?? [];
}

function giorni(adempimenti: readonly Adempimento[]): Giorno[] {
  return adempimenti.map((uno) => uno.fattoIl);
}

function riga(
  di: { ingressoId: string | null; ospiteId: string; oggettoId?: string },
  regola: RegolaScadenza,
  entro: Giorno | null,
  testo: string,
): Scadenza | null {
  if (entro === null || !regola.attiva) return null;
  const { ingressoId, ospiteId } = di;
  const oggettoId = di.oggettoId ?? ingressoId ?? ospiteId;
  return { voce: regola.voce, oggettoId, ospiteId, ingressoId, entro, testo, anticipo: regola.anticipo };
}

function presenti(righe: readonly (Scadenza | null)[]): Scadenza[] {
  return righe.filter((una) => una !== null);
}
