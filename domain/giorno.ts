/** A calendar day `YYYY-MM-DD`. Never a timestamp: two days compare as strings. */
export type Giorno = string;
/** A calendar month `YYYY-MM`. */
export type Mese = string;
/** Whole days, first and last included (counting.md, Words). */
export interface Periodo {
  dal: Giorno;
  al: Giorno;
}

const GIORNO = /^\d{4}-\d{2}-\d{2}$/;
const MESE = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const ZERO = 48;

function cifre(testo: string, da: number, quante: number): number {
  let n = 0;
  for (let i = da; i < da + quante; i++) n = n * 10 + testo.charCodeAt(i) - ZERO;
  return n;
}

/** Year of a day or of a month. */
export function annoDi(g: Giorno | Mese): number {
  return cifre(g, 0, 4);
}

/** Month number 1..12 of a day or of a month. */
export function numeroMese(g: Giorno | Mese): number {
  return cifre(g, 5, 2);
}

/** Day of the month, 1..31. */
export function numeroGiorno(g: Giorno): number {
  return cifre(g, 8, 2);
}

function bisestile(anno: number): boolean {
  return anno % 4 === 0 && (anno % 100 !== 0 || anno % 400 === 0);
}

function lunghezzaMese(anno: number, mese: number): number {
  if (mese === 2) return bisestile(anno) ? 29 : 28;
  return mese === 4 || mese === 6 || mese === 9 || mese === 11 ? 30 : 31;
}

/** The last year a date that is typed or imported may have: further ahead it is a slip. */
export const ULTIMO_ANNO = 2200;

/** True for `YYYY-MM-DD` that is a real day of the calendar (no 30 February), years 0001..9999. */
export function isGiorno(s: unknown): s is Giorno {
  if (typeof s !== 'string' || !GIORNO.test(s)) return false;
  const anno = annoDi(s);
  const mese = numeroMese(s);
  const giorno = numeroGiorno(s);
  return anno > 0 && mese >= 1 && mese <= 12 && giorno >= 1 && giorno <= lunghezzaMese(anno, mese);
}

/** True for `YYYY-MM` with a month 01..12. */
export function isMese(s: unknown): s is Mese {
  return typeof s === 'string' && MESE.test(s) && annoDi(s) > 0;
}

/** Days from 1970-01-01 of year, month 1..12 and day (proleptic Gregorian; H. Hinnant, days_from_civil). */
export function epochDi(anno: number, mese: number, giorno: number): number {
  const y = mese <= 2 ? anno - 1 : anno;
  const era = Math.floor(y / 400);
  const annoDellEra = y - era * 400;
  const giornoDellAnno = Math.floor((153 * (mese > 2 ? mese - 3 : mese + 9) + 2) / 5) + giorno - 1;
  const giornoDellEra =
    annoDellEra * 365 + Math.floor(annoDellEra / 4) - Math.floor(annoDellEra / 100) + giornoDellAnno;
  return era * 146097 + giornoDellEra - 719468;
}

/** Days since 1970-01-01 (negative before). Input must satisfy `isGiorno`. */
export function giornoToEpoch(g: Giorno): number {
  return epochDi(annoDi(g), numeroMese(g), numeroGiorno(g));
}

function due(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/** The day from its parts; no check of the parts. */
export function giornoDa(anno: number, mese: number, giorno: number): Giorno {
  return `${String(anno).padStart(4, '0')}-${due(mese)}-${due(giorno)}`;
}

/** Inverse of `giornoToEpoch` (H. Hinnant, civil_from_days). */
export function epochToGiorno(n: number): Giorno {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const giorno = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const mese = mp < 10 ? mp + 3 : mp - 9;
  return giornoDa(yoe + era * 400 + (mese <= 2 ? 1 : 0), mese, giorno);
}

/** The day `n` days after `g` (before, when negative). */
export function addGiorni(g: Giorno, n: number): Giorno {
  return epochToGiorno(giornoToEpoch(g) + n);
}

/** b − a, in days. */
export function diffGiorni(a: Giorno, b: Giorno): number {
  return giornoToEpoch(b) - giornoToEpoch(a);
}

/** Number of days of the month, 28..31. */
export function giorniDelMese(mese: Mese): number {
  return lunghezzaMese(annoDi(mese), numeroMese(mese));
}

/** First day of the month. */
export function primoGiorno(mese: Mese): Giorno {
  return `${mese}-01`;
}

/** Last day of the month. */
export function ultimoGiorno(mese: Mese): Giorno {
  return `${mese}-${giorniDelMese(mese)}`;
}

/** The month a day belongs to. */
export function meseDi(g: Giorno): Mese {
  return g.slice(0, 7);
}

/** Day `n` (1..31) of a month; no check that the month has it. */
export function giornoDelMese(mese: Mese, n: number): Giorno {
  return `${mese}-${due(n)}`;
}

/** Months since year 0: consecutive months differ by 1. For arithmetic and array indices. */
export function indiceMese(mese: Mese | Giorno): number {
  return annoDi(mese) * 12 + numeroMese(mese) - 1;
}

/** Inverse of `indiceMese`. */
export function meseDaIndice(indice: number): Mese {
  return `${String(Math.floor(indice / 12)).padStart(4, '0')}-${due((indice % 12) + 1)}`;
}

/** The month `n` months after (before, when negative). */
export function addMesi(mese: Mese, n: number): Mese {
  return meseDaIndice(indiceMese(mese) + n);
}

/** The same day `n` months after, or the last day of that month when it is shorter (31 January + 1 month = 28 February). */
export function addMesiAlGiorno(g: Giorno, n: number): Giorno {
  const mese = addMesi(meseDi(g), n);
  return giornoDelMese(mese, Math.min(numeroGiorno(g), giorniDelMese(mese)));
}

/** From the first to the last day of the month. */
export function periodoDelMese(mese: Mese): Periodo {
  return { dal: primoGiorno(mese), al: ultimoGiorno(mese) };
}

/** From the first to the last day of the year. */
export function periodoDellAnno(anno: number): Periodo {
  return { dal: giornoDa(anno, 1, 1), al: giornoDa(anno, 12, 31) };
}

/** Every month the period touches, in order; empty when `al` is before `dal`. */
export function mesiDelPeriodo(p: Periodo): Mese[] {
  const mesi: Mese[] = [];
  if (p.al < p.dal) return mesi;
  const fine = indiceMese(p.al);
  for (let i = indiceMese(p.dal); i <= fine; i++) mesi.push(meseDaIndice(i));
  return mesi;
}

/** Days of the period, both ends included; 0 when `al` is before `dal`. */
export function giorniDelPeriodo(p: Periodo): number {
  return Math.max(0, diffGiorni(p.dal, p.al) + 1);
}

/** 1 = Monday … 7 = Sunday. */
export function giornoDellaSettimana(g: Giorno): number {
  const resto = (giornoToEpoch(g) + 3) % 7;
  return (resto < 0 ? resto + 7 : resto) + 1;
}

/** The day of an instant (epoch ms) by the calendar on the wall, where the program runs. */
export function giornoLocale(ms: number): Giorno {
  const istante = new Date(ms);
  return giornoDa(istante.getFullYear(), istante.getMonth() + 1, istante.getDate());
}
