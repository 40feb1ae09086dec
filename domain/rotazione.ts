import { type Giorno, giornoDellaSettimana, giornoToEpoch, meseDi } from './giorno.ts';

/** Why a copy was made. `mano`: somebody asked for it. */
export const MOTIVI_COPIA = ['giorno', 'chiusura', 'importazione', 'mano'] as const;
export type MotivoCopia = (typeof MOTIVI_COPIA)[number];

/** A copy as it lies in one place. */
export interface CopiaPresente {
  readonly nome: string;
  /** calendar day on which it was made, as the computer believed */
  readonly giorno: Giorno;
  /** how many copies had been made in that place when it was: the order of the facts, whatever the clock said */
  readonly ordine: number;
  readonly motivo: MotivoCopia;
  /** opened again and read to the last page after it was written */
  readonly verificata: boolean;
  /** made by this store, not by another one that uses the same place */
  readonly propria: boolean;
}

/** How many copies are kept: the last one of so many days, weeks, months, the last ones made before an import or asked for. */
export interface RegolaRotazione {
  readonly giorni: number;
  readonly settimane: number;
  readonly mesi: number;
  readonly importazioni: number;
  readonly chieste: number;
}

export const REGOLA_ROTAZIONE: RegolaRotazione = { giorni: 7, settimane: 4, mesi: 12, importazioni: 3, chieste: 3 };

/**
 * The names of the copies that are no longer needed. Only verified copies of this store are ever named, never the newest
 * one; newer means made later, so a clock turned back takes nothing away. Deterministic: it looks at the copies and at
 * nothing else.
 */
export function copieDaTogliere(copie: readonly CopiaPresente[], regola: RegolaRotazione = REGOLA_ROTAZIONE): string[] {
  const recenti = copie
    .filter((copia) => copia.propria && copia.verificata)
    .toSorted((a, b) => b.ordine - a.ordine || (a.nome < b.nome ? 1 : -1));
  const tenute = new Set([
    ...recenti.slice(0, 1),
    ...ultimeDi(recenti, regola.giorni, (copia) => copia.giorno),
    ...ultimeDi(recenti, regola.settimane, settimanaDi),
    ...ultimeDi(recenti, regola.mesi, (copia) => meseDi(copia.giorno)),
    ...recenti.filter((copia) => copia.motivo === 'importazione').slice(0, regola.importazioni),
    ...recenti.filter((copia) => copia.motivo === 'mano').slice(0, regola.chieste),
  ]);
  return recenti.filter((copia) => !tenute.has(copia)).map((copia) => copia.nome);
}

/** The newest copy of each of the first `quante` periods met, newest first. */
function ultimeDi<K>(
  recenti: readonly CopiaPresente[],
  quante: number,
  periodoDi: (copia: CopiaPresente) => K,
): CopiaPresente[] {
  const prime = new Map<K, CopiaPresente>();
  for (const copia of recenti) {
    const periodo = periodoDi(copia);
    if (!prime.has(periodo)) prime.set(periodo, copia);
  }
  return [...prime.values()].slice(0, quante);
}

/** The Monday of the week of a copy, days since the epoch. */
function settimanaDi({ giorno }: CopiaPresente): number {
  return giornoToEpoch(giorno) - giornoDellaSettimana(giorno);
}
