import type { Esito } from './esito.ts';
import { addGiorni, diffGiorni, type Giorno, giorniDelMese, giornoToEpoch, type Mese, type Periodo } from './giorno.ts';

/** One stay: from the ingresso to the dimissione, if any. */
export interface Permanenza {
  dataIngresso: Giorno;
  dataDimissione: Giorno | null;
  esito: Esito | null;
}

/** Day numbers (1..31, both included) that belong to the stay within one month. */
export interface GiorniNelMese {
  primo: number;
  ultimo: number;
}

/** Epoch days of a stay, end excluded. `fine` is Infinity while open, and equals `inizio` for a stay without days. */
export interface Intervallo {
  inizio: number;
  fine: number;
}

/**
 * True for a stay that opens and closes by internal transfer on one day: it has no day of its own
 * (counting.md, example 11); the day belongs to the receiving struttura.
 */
export function isSenzaGiorni(p: Permanenza): boolean {
  return p.dataDimissione === p.dataIngresso && p.esito === 'trasferimento_interno';
}

/** Rule 1 and example 11: whether day `g` belongs to the stay. */
export function isGiornoDiPermanenza(p: Permanenza, g: Giorno): boolean {
  if (g < p.dataIngresso) return false;
  if (p.dataDimissione === null || g < p.dataDimissione) return true;
  return g === p.dataIngresso && g === p.dataDimissione && p.esito !== 'trasferimento_interno';
}

/** The days of a stay as a half-open interval of epoch days. */
export function intervalloDi(p: Permanenza): Intervallo {
  const inizio = giornoToEpoch(p.dataIngresso);
  if (p.dataDimissione === null) return { inizio, fine: Number.POSITIVE_INFINITY };
  if (p.dataDimissione === p.dataIngresso) return { inizio, fine: isSenzaGiorni(p) ? inizio : inizio + 1 };
  return { inizio, fine: giornoToEpoch(p.dataDimissione) };
}

/** The last day that belongs to the stay; null while it is open and for a stay without days (`isSenzaGiorni`). */
export function ultimoGiornoDiPermanenza(p: Permanenza): Giorno | null {
  if (p.dataDimissione === null || isSenzaGiorni(p)) return null;
  return p.dataDimissione === p.dataIngresso ? p.dataIngresso : addGiorni(p.dataDimissione, -1);
}

/** Number of days of the stay within the period (rule 1). */
export function giorniDiPermanenza(p: Permanenza, periodo: Periodo): number {
  const { inizio, fine } = intervalloDi(p);
  const da = Math.max(inizio, giornoToEpoch(periodo.dal));
  const a = Math.min(fine, giornoToEpoch(periodo.al) + 1);
  return Math.max(0, a - da);
}

/** The days of the month that belong to the stay, as first and last day number; null when there is none. */
export function maskDelMese(p: Permanenza, mese: Mese): GiorniNelMese | null {
  const meseIngresso = p.dataIngresso.slice(0, 7);
  if (meseIngresso > mese) return null;
  const primo = meseIngresso === mese ? Number(p.dataIngresso.slice(8)) : 1;
  const giorni = giorniDelMese(mese);
  if (p.dataDimissione === null) return { primo, ultimo: giorni };
  const meseDimissione = p.dataDimissione.slice(0, 7);
  if (meseDimissione < mese) return null;
  if (meseDimissione > mese) return { primo, ultimo: giorni };
  const dimissione = Number(p.dataDimissione.slice(8));
  if (p.dataDimissione === p.dataIngresso) return isSenzaGiorni(p) ? null : { primo, ultimo: dimissione };
  return dimissione === primo ? null : { primo, ultimo: dimissione - 1 };
}

/** Rule 6: the stay counts among the trattati of the period (presentiInizio or ingressi). */
export function toccaPeriodo(p: Permanenza, periodo: Periodo): boolean {
  return p.dataIngresso <= periodo.al && (p.dataDimissione === null || p.dataDimissione >= periodo.dal);
}

/**
 * Whether two stays of one ospite exist at once (Words: never two). They do when a day belongs to both, or when a stay
 * without days falls strictly inside the other. The day of dimissione may be the day of the next ingresso.
 */
export function siSovrappongono(a: Permanenza, b: Permanenza): boolean {
  const x = intervalloDi(a);
  const y = intervalloDi(b);
  return x.inizio < y.fine && y.inizio < x.fine;
}

/** Rule 9: dimissione − ingresso, in days; null while the stay is open. */
export function durataGiorni(p: Permanenza): number | null {
  return p.dataDimissione === null ? null : diffGiorni(p.dataIngresso, p.dataDimissione);
}

/** The stays of one person that go on one into the other with `id`, oldest first: each begins the day the one before ended. */
export function catenaDi<P extends Permanenza & { id: string }>(permanenze: readonly P[], id: string): P[] {
  const ordinate = permanenze.toSorted((a, b) => (a.dataIngresso < b.dataIngresso ? -1 : 1));
  let primo = ordinate.findIndex((p) => p.id === id);
  if (primo < 0) return [];
  let ultimo = primo;
  while (primo > 0 && ordinate[primo - 1]?.dataDimissione === ordinate[primo]?.dataIngresso) primo--;
  while (ultimo + 1 < ordinate.length && ordinate[ultimo]?.dataDimissione === ordinate[ultimo + 1]?.dataIngresso)
    ultimo++;
  return ordinate.slice(primo, ultimo + 1);
}
