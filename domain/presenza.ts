import { type CodicePresenza, isLetteraCodice, NON_REGISTRATA } from './codice.ts';
import { ErroreApprodo } from './errore.ts';
import { type Giorno, giornoDelMese, giornoToEpoch, type Mese, meseDi, numeroGiorno, primoGiorno } from './giorno.ts';
import { maskDelMese, type Permanenza } from './permanenza.ts';

/** The codes of one stay in one month: always 31 characters, one per day, '.' where nothing is recorded. */
export type CodiciMese = string;

/** A month with nothing recorded. */
export const MESE_VUOTO: CodiciMese = NON_REGISTRATA.repeat(31);

/** The set of codes prepared for counting: constant-time lookups by UTF-16 unit. Build it once per report. */
export interface TabellaCodici {
  readonly codici: readonly CodicePresenza[];
  /** by character: 0 not a code (counted as non registrata), else 1 + position in `codici` */
  readonly indice: Uint8Array;
  /** by character: presente, pagata, occupata, mancante packed in fields of `BIT` bits; 31 days cannot overflow one */
  readonly pesi: Uint32Array;
}

/** What the days of a stay in a month count for (rules 2 and 3). `giorni` = sum of perCodice + mancanti. */
export interface ContoMese {
  giorni: number;
  presenza: number;
  pagate: number;
  occupate: number;
  mancanti: number;
  perCodice: Record<string, number>;
}

const BIT = 6;
const CAMPO = (1 << BIT) - 1;
const PAGATA = 1 << BIT;
const OCCUPATA = 1 << (2 * BIT);
const MANCANTE = 1 << (3 * BIT);

/** Prepares a set of codes. Throws `codice.lettera` for a letter that cannot stand in a month string or is there twice. */
export function tabellaCodici(codici: readonly CodicePresenza[]): TabellaCodici {
  const indice = new Uint8Array(65536);
  const pesi = new Uint32Array(65536).fill(OCCUPATA | MANCANTE);
  for (const [i, c] of codici.entries()) {
    const unita = c.voce.charCodeAt(0);
    if (!isLetteraCodice(c.voce) || indice[unita] !== 0) {
      throw new ErroreApprodo(
        'codice.lettera',
        `Il codice di presenza «${c.voce}» non è valido: serve una sola lettera, diversa per ogni codice.`,
      );
    }
    indice[unita] = i + 1;
    pesi[unita] = (c.presente ? 1 : 0) | (c.pagata ? PAGATA : 0) | (c.occupaPosto ? OCCUPATA : 0);
  }
  return { codici, indice, pesi };
}

/** The hot path: the packed sum of the days `primo`..`ultimo` (1..31, both included). Unpack with the functions below. */
export function sommaPesi(tabella: TabellaCodici, codici: CodiciMese, primo: number, ultimo: number): number {
  const pesi = tabella.pesi;
  let somma = 0;
  for (let i = primo - 1; i < ultimo; i++) somma += pesi[codici.charCodeAt(i)] ?? 0;
  return somma;
}

export const presenzaDi = (somma: number): number => somma & CAMPO;
export const pagateDi = (somma: number): number => (somma >> BIT) & CAMPO;
export const occupateDi = (somma: number): number => (somma >> (2 * BIT)) & CAMPO;
export const mancantiDi = (somma: number): number => (somma >> (3 * BIT)) & CAMPO;

/** The code of a day ('.' when nothing is recorded). Does not know the stay. */
export function codiceDelGiorno(codici: CodiciMese, giorno: Giorno): string {
  return codici.charAt(numeroGiorno(giorno) - 1) || NON_REGISTRATA;
}

/** The days of a month that have a code, each with its epoch day. */
export function giorniScritti(mese: Mese, codici: CodiciMese): [giorno: number, codice: string][] {
  const primo = giornoToEpoch(primoGiorno(mese));
  return [...codici].flatMap((codice, i): [number, string][] =>
    codice === NON_REGISTRATA ? [] : [[primo + i, codice]],
  );
}

/** The month string with one day changed; null takes the code away. Throws `codice.lettera` for more than one character. */
export function setCodice(codici: CodiciMese, giorno: Giorno, voce: string | null): CodiciMese {
  const carattere = voce ?? NON_REGISTRATA;
  if (carattere !== NON_REGISTRATA && !isLetteraCodice(carattere)) {
    throw new ErroreApprodo('codice.lettera', `«${carattere}» non è un codice di presenza: serve una sola lettera.`);
  }
  const n = numeroGiorno(giorno);
  const pieno = codici.length === 31 ? codici : codici.padEnd(31, NON_REGISTRATA).slice(0, 31);
  return pieno.slice(0, n - 1) + carattere + pieno.slice(n);
}

/** Counts the days `primo`..`ultimo` of a month string, whatever the stay. */
export function contaGiorni(codici: CodiciMese, tabella: TabellaCodici, primo: number, ultimo: number): ContoMese {
  const somma = sommaPesi(tabella, codici, primo, ultimo);
  const perCodice: Record<string, number> = {};
  for (let i = primo - 1; i < ultimo; i++) {
    const codice = tabella.codici[(tabella.indice[codici.charCodeAt(i)] ?? 0) - 1];
    if (codice) perCodice[codice.voce] = (perCodice[codice.voce] ?? 0) + 1;
  }
  return {
    giorni: Math.max(0, ultimo - primo + 1),
    presenza: presenzaDi(somma),
    pagate: pagateDi(somma),
    occupate: occupateDi(somma),
    mancanti: mancantiDi(somma),
    perCodice,
  };
}

/**
 * Rules 1–3 for one stay and month: only days of the stay count, further restricted to `dal`..`al` when given (the days
 * in one modulo, a period that starts mid-month). A character that is not in the set counts as non registrata.
 */
export function contaMese(
  p: Permanenza,
  mese: Mese,
  codici: CodiciMese,
  tabella: TabellaCodici,
  tra?: { dal: Giorno; al: Giorno },
): ContoMese {
  const mask = maskDelMese(p, mese);
  if (!mask) return contaGiorni(codici, tabella, 1, 0);
  let { primo, ultimo } = mask;
  if (tra) {
    if (meseDi(tra.dal) > mese || meseDi(tra.al) < mese) return contaGiorni(codici, tabella, 1, 0);
    if (meseDi(tra.dal) === mese) primo = Math.max(primo, numeroGiorno(tra.dal));
    if (meseDi(tra.al) === mese) ultimo = Math.min(ultimo, numeroGiorno(tra.al));
  }
  return contaGiorni(codici, tabella, primo, Math.max(ultimo, primo - 1));
}

/** The days of stay of the month with nothing recorded, up to `finoA` included when given (yesterday, for a running month). */
export function giorniMancanti(p: Permanenza, mese: Mese, codici: CodiciMese, finoA?: Giorno): Giorno[] {
  const mask = maskDelMese(p, mese);
  const giorni: Giorno[] = [];
  if (!mask) return giorni;
  for (let n = mask.primo; n <= mask.ultimo; n++) {
    const g = giornoDelMese(mese, n);
    if (finoA !== undefined && g > finoA) break;
    if ((codici.charAt(n - 1) || NON_REGISTRATA) === NON_REGISTRATA) giorni.push(g);
  }
  return giorni;
}

/** The days that hold a code although they do not belong to the stay (rule 2 forbids them), days beyond the month included. */
export function codiciFuoriPermanenza(p: Permanenza, mese: Mese, codici: CodiciMese): Giorno[] {
  const mask = maskDelMese(p, mese);
  const giorni: Giorno[] = [];
  for (let n = 1; n <= codici.length; n++) {
    if (codici.charAt(n - 1) === NON_REGISTRATA) continue;
    if (!mask || n < mask.primo || n > mask.ultimo) giorni.push(giornoDelMese(mese, n));
  }
  return giorni;
}

/** The month string without the codes outside the stay. */
export function ritaglia(p: Permanenza, mese: Mese, codici: CodiciMese): CodiciMese {
  const mask = maskDelMese(p, mese);
  if (!mask) return MESE_VUOTO;
  const dentro = codici.slice(mask.primo - 1, mask.ultimo);
  return (NON_REGISTRATA.repeat(mask.primo - 1) + dentro).padEnd(31, NON_REGISTRATA);
}
