import { diffGiorni, type Giorno } from './giorno.ts';

/** What of a month is written by hand, with the day it is of. */
export const GENERI_FATTO = ['presenza', 'ingresso', 'assenza', 'visita', 'incontro', 'attivita', 'diario'] as const;
export type GenereFatto = (typeof GENERI_FATTO)[number];

/** Facts of one kind and day that were written on one day. */
export interface FattiScritti {
  readonly genere: GenereFatto;
  readonly giorno: Giorno;
  readonly scrittoIl: Giorno;
  readonly n: number;
}

/** From how many days after its own a fact is written late. Ours: no rule says it. */
export const GIORNI_TARDI = 3;

/** How many facts there are, how many were written late, and those: the latest first. The `n` of `righe` add up to `tardi`. */
export interface Tardivi {
  totale: number;
  tardi: number;
  dopoGiorni: number;
  righe: (FattiScritti & { readonly giorni: number })[];
}

export function contaTardivi(fatti: readonly FattiScritti[], dopoGiorni = GIORNI_TARDI): Tardivi {
  const somma = (alcuni: readonly FattiScritti[]) => alcuni.reduce((n, uno) => n + uno.n, 0);
  const righe = fatti
    .map((uno) => ({ ...uno, giorni: diffGiorni(uno.giorno, uno.scrittoIl) }))
    .filter(({ giorni }) => giorni > dopoGiorni)
    .toSorted((a, b) => b.giorni - a.giorni || (a.giorno < b.giorno ? -1 : 1));
  return { totale: somma(fatti), tardi: somma(righe), dopoGiorni, righe };
}
