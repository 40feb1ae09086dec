import { addGiorni, addMesiAlGiorno, type Giorno } from './giorno.ts';

/** The rules from which deadlines follow (resources/liste/scadenze-e-indicatori.json). */
export const VOCI_REGOLA = [
  'relazione_dimissione',
  'comunicazioni_dimissione',
  'progetto_individuale',
  'verifica_inviante',
  'riesame_progetto',
  'durata_massima',
  'relazione_94ter',
  'violazione',
  'stp_eni',
  'maggiore_eta',
  'assenza_ricovero',
  'assenza_carcere',
  'assenza_altra',
] as const;
export type VoceRegola = (typeof VOCI_REGOLA)[number];

/** Deadlines somebody wrote down somewhere: the day is in the fact itself, no rule computes it. */
export const VOCI_SCRITTE = [
  'relazione_incontro',
  'prossima_visita',
  'udienza',
  'fine_misura',
  'fine_pena',
  'documento',
  'documento_giuridico',
  'obiettivo',
  'azione',
  'promemoria',
] as const;
export type VoceScritta = (typeof VOCI_SCRITTE)[number];

export type VoceScadenza = VoceRegola | VoceScritta;

/** Those of the section `giuridica`. */
const VOCI_GIURIDICHE: ReadonlySet<string> = new Set<VoceScadenza>([
  'relazione_94ter',
  'violazione',
  'udienza',
  'fine_misura',
  'fine_pena',
  'documento_giuridico',
]);

/** Whether a deadline says something of the measures of the judicial authority. */
export function isVoceGiuridica(voce: string): boolean {
  return VOCI_GIURIDICHE.has(voce);
}

/** A rule as it holds: how long after the fact it starts from, how many days before it is said. */
export interface RegolaScadenza {
  readonly voce: VoceRegola;
  /** days after; null where months are */
  readonly giorni: number | null;
  /** months after; both null: the length is not the rule's (durata_massima, maggiore_eta) */
  readonly mesi: number | null;
  /** begins again each time it is met */
  readonly ripete: boolean;
  readonly anticipo: number;
  readonly attiva: boolean;
}

/** A row of this office in the place of a default: for one modulo, or (`moduloId` null) for all. */
export interface RegolaUfficio {
  readonly voce: string;
  readonly moduloId: string | null;
  readonly giorni: number | null;
  readonly mesi: number | null;
  readonly anticipo: number;
  readonly attiva: boolean;
}

/** The rule that holds for a modulo: its own row, else the one for every modulo, else the default; so too for a length left empty. */
export function regolaPer(
  predefinita: RegolaScadenza,
  righe: readonly RegolaUfficio[],
  moduloId: string | null,
): RegolaScadenza {
  const sue = righe.filter((riga) => riga.voce === predefinita.voce);
  const diTutti = sue.find((una) => una.moduloId === null);
  const riga = sue.find((una) => una.moduloId !== null && una.moduloId === moduloId) ?? diTutti;
  if (!riga) return predefinita;
  const durata = [riga, diTutti].find((una) => una && (una.giorni !== null || una.mesi !== null)) ?? predefinita;
  return { ...predefinita, giorni: durata.giorni, mesi: durata.mesi, anticipo: riga.anticipo, attiva: riga.attiva };
}

/** The day that is so long after `da`: months first (31 January + 1 month = 28 February), else days. */
export function dopo(regola: Pick<RegolaScadenza, 'giorni' | 'mesi'>, da: Giorno): Giorno {
  if (regola.mesi !== null) return addMesiAlGiorno(da, regola.mesi);
  return addGiorni(da, regola.giorni ?? 0);
}

/**
 * The day by which a rule that starts from `da` is to be met, null when nothing is due any more: one that does not repeat is
 * met by its first fact, one that does starts again from the last (facts before the start are not its own).
 */
export function entroDi(regola: RegolaScadenza, da: Giorno, fatti: readonly Giorno[]): Giorno | null {
  const suoi = fatti.filter((giorno) => giorno >= da);
  if (!regola.ripete) return suoi.length > 0 ? null : dopo(regola, da);
  const ultimo = suoi.reduce((max, giorno) => (giorno > max ? giorno : max), da);
  return dopo(regola, ultimo);
}

/** The rules as they hold, for each modulo. */
export type Regole = (voce: VoceRegola, moduloId: string | null) => RegolaScadenza;

/** The day by which the relazione of a dimissione is due; null where this office does not ask for it. */
export function relazioneEntro(regole: Regole, moduloId: string | null, dataDimissione: Giorno): Giorno | null {
  const regola = regole('relazione_dimissione', moduloId);
  return regola.attiva ? entroDi(regola, dataDimissione, []) : null;
}
