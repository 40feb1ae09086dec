import { annoDi, type Giorno, giornoDa, isGiorno, isMese, type Mese, ULTIMO_ANNO } from '../../domain/giorno.ts';
import type { Intervallo, Lettura } from './foglio-colonna.ts';

/** First plausible year of each kind of date. */
const PRIMO_ANNO: Readonly<Record<Intervallo, number>> = { nascita: 1900, evento: 1960, validita: 1960 };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const ITALIANA = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/;
const ANNO_CORTO = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/;

/** A date as the sheets write it: `yyyy-mm-dd` (a true date cell too, foglio-xlsx.ts) or `dd/mm/yyyy`, with a plausible year. */
export function leggiGiorno(testo: string, anni: Intervallo, oggi: Giorno): Lettura<Giorno> {
  const giorno = giornoScritto(testo);
  if (giorno === undefined) return { messaggio: nonData(testo) };
  const anno = annoDi(giorno);
  if (anni === 'nascita' && giorno > oggi)
    return { messaggio: `La data di nascita ${testo} è nel futuro: controllarla.` };
  const ultimo = anni === 'evento' ? annoDi(oggi) + 1 : ULTIMO_ANNO;
  if (anno < PRIMO_ANNO[anni] || anno > ultimo)
    return { messaggio: `L’anno ${anno} non è plausibile per questa data: controllarla.` };
  return { valore: giorno };
}

function giornoScritto(testo: string): Giorno | undefined {
  const iso = ISO.exec(testo);
  const parti = iso ? [iso[1], iso[2], iso[3]] : ITALIANA.exec(testo)?.slice(1, 4).reverse();
  if (!parti) return undefined;
  const [anno, mese, giorno] = parti.map(Number);
  const letto = giornoDa(anno ?? 0, mese ?? 0, giorno ?? 0);
  return isGiorno(letto) ? letto : undefined;
}

function nonData(testo: string): string {
  if (ISO.test(testo) || ITALIANA.test(testo))
    return `Il giorno ${testo} non esiste nel calendario: correggere la data.`;
  if (ANNO_CORTO.test(testo)) return `«${testo}» non dice il secolo: scrivere l’anno con quattro cifre.`;
  if (/^\d{5}$/.test(testo))
    return `«${testo}» è un numero e non una data: dare alla cella il formato data e salvare di nuovo.`;
  return `«${testo}» non è una data: scriverla come gg/mm/aaaa o aaaa-mm-gg.`;
}

const MESI = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];
const A_PAROLE = /^(gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*[ ./-](\d{4}|\d{2})$/;

/**
 * A month `yyyy-mm`. Spreadsheets turn a typed `2025-01` into the date of its first day and save it as `gen-25`,
 * `01/01/2025` or `gennaio 2025`: these are the same month.
 */
export function leggiMese(testo: string, oggi: Giorno): Lettura<Mese> {
  const mese = meseScritto(testo);
  if (mese === undefined)
    return { messaggio: `«${testo}» non è un mese: scriverlo come aaaa-mm, per esempio 2025-03.` };
  const anno = annoDi(mese);
  if (anno < PRIMO_ANNO.evento || anno > annoDi(oggi) + 1)
    return { messaggio: `L’anno ${anno} non è plausibile per questo mese: controllarlo.` };
  return { valore: mese };
}

function meseScritto(testo: string): Mese | undefined {
  const parole = A_PAROLE.exec(testo.toLowerCase());
  if (parole) return valido(annoIntero(parole[2] ?? ''), MESI.indexOf(parole[1] ?? '') + 1);
  const meseAnno = /^(\d{1,2})[/-](\d{4})$/.exec(testo);
  if (meseAnno) return valido(Number(meseAnno[2]), Number(meseAnno[1]));
  const annoMese = /^(\d{4})[/-](\d{1,2})$/.exec(testo);
  if (annoMese) return valido(Number(annoMese[1]), Number(annoMese[2]));
  const giorno = giornoScritto(testo);
  return giorno?.endsWith('-01') ? giorno.slice(0, 7) : undefined;
}

function valido(anno: number, mese: number): Mese | undefined {
  const scritto = giornoDa(anno, mese, 1).slice(0, 7);
  return isMese(scritto) ? scritto : undefined;
}

/** A month is never a birth date: two digits are of this century. */
function annoIntero(cifre: string): number {
  return cifre.length === 2 ? 2000 + Number(cifre) : Number(cifre);
}
