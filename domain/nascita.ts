import { annoDi, type Giorno, isGiorno } from './giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso, parseGiorno } from './giorno-testo.ts';

/**
 * A birth date as far as it is known: a day, or a year alone (`1987`, ISO 8601 reduced precision) when the day was never
 * ascertained. Kept in the register as two columns (`RigaNascita`); everywhere else it travels as this one word.
 */
export type Nascita = string;

/** How the register keeps it: of a presumed date, 1 January of the year. */
export interface RigaNascita {
  readonly dataNascita: Giorno;
  /** yes/no, or 1 and 0 as SQL gives it */
  readonly nascitaPresunta: boolean | number;
}

/** A year no living person's birth comes before. */
const PRIMO_ANNO = 1900;
const MASSIMA_ETA = 120;
const ANNO = /^\d{4}$/;
const ANNO_SCRITTO = /^(?:circa\s+|anno\s+|nel\s+)*(\d{4})(?:\s+circa)?$/;
const ETA_SCRITTA = /^(?:circa\s+|età\s+|anni\s+)*(\d{1,3})(?:\s*ann[io])?(?:\s+circa)?$/;

export function isNascita(testo: string): boolean {
  return isGiorno(testo) || ANNO.test(testo);
}

/** Whether only the year is known. */
export function isPresunta(nascita: Nascita): boolean {
  return ANNO.test(nascita);
}

export function nascitaDi({ dataNascita, nascitaPresunta }: RigaNascita): Nascita {
  return nascitaPresunta ? dataNascita.slice(0, 4) : dataNascita;
}

/** The columns of the register; of a year alone, its 1 January: ages and the eighteenth birthday are never late. */
export function rigaNascita(nascita: Nascita): { dataNascita: Giorno; nascitaPresunta: boolean } {
  return isPresunta(nascita)
    ? { dataNascita: `${nascita}-01-01`, nascitaPresunta: true }
    : { dataNascita: nascita, nascitaPresunta: false };
}

/** The day from which ages are counted. */
export function giornoDiNascita(nascita: Nascita): Giorno {
  return rigaNascita(nascita).dataNascita;
}

/** Whether a day comes before a birth; of a presumed one only the year is there, and no day of it does. */
export function precedeNascita(giorno: Giorno, nascita: Nascita): boolean {
  return giorno < nascita;
}

/**
 * A birth date as people type it: a day in every way `parseGiorno` reads, never in the future; a year (`1987`, `circa 1987`);
 * an age (`17`, `17 anni`). Four digits that may be a year are a year, not day and month. undefined: none of these.
 */
export function parseNascita(testo: string, oggi: Giorno): Nascita | undefined {
  const pulito = testo.trim().toLowerCase().replace(/\s+/g, ' ');
  const anno = Number(ANNO_SCRITTO.exec(pulito)?.[1]);
  if (anno >= PRIMO_ANNO && anno <= annoDi(oggi)) return String(anno);
  const eta = Number(ETA_SCRITTA.exec(pulito)?.[1] ?? Number.NaN);
  if (eta <= MASSIMA_ETA) return String(annoDi(oggi) - eta);
  return parseGiorno(testo, oggi, { passato: true });
}

/** As a field holds it, so that it is read back the same: `14/07/1983`, `circa 1987`. */
export function scriviNascita(nascita: Nascita): string {
  return isPresunta(nascita) ? `circa ${nascita}` : formatGiornoBreve(nascita);
}

/** `14/07/1983`, `circa 1987 (presunta)` */
export function formatNascita(nascita: Nascita): string {
  return isPresunta(nascita) ? `circa ${nascita} (presunta)` : formatGiornoBreve(nascita);
}

/** `14 luglio 1983`, `circa 1987 (presunta)` */
export function formatNascitaEstesa(nascita: Nascita): string {
  return isPresunta(nascita) ? formatNascita(nascita) : formatGiornoEsteso(nascita);
}

/** After «nato a Brescia»: `il 14 luglio 1983`, `circa nel 1987 (data presunta)`. */
export function quandoNacque(nascita: Nascita): string {
  return isPresunta(nascita) ? `circa nel ${nascita} (data presunta)` : `il ${formatGiornoEsteso(nascita)}`;
}
