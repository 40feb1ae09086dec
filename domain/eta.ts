import { annoDi, type Giorno, giornoDa, isGiorno, numeroGiorno, numeroMese } from './giorno.ts';

/** Whole years on day `g` (rule 8: on the day of ingresso). Born on 29 February: a year older on 1 March of a common year. */
export function etaIl(dataNascita: Giorno, g: Giorno): number {
  const anni = annoDi(g) - annoDi(dataNascita);
  return g.slice(5) < dataNascita.slice(5) ? anni - 1 : anni;
}

/** The day on which the person becomes `anni` years old, in the same sense as `etaIl`. */
export function compleanno(dataNascita: Giorno, anni: number): Giorno {
  const anno = annoDi(dataNascita) + anni;
  const giorno = giornoDa(anno, numeroMese(dataNascita), numeroGiorno(dataNascita));
  return isGiorno(giorno) ? giorno : giornoDa(anno, 3, 1);
}
