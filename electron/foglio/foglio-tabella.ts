import type { Colonna, Richiesta } from './foglio-colonna.ts';

/** One sheet: what it holds, which columns tell two rows apart, its columns in the order of the template. */
export interface Tabella {
  readonly descrizione: string;
  readonly chiave: readonly string[];
  readonly colonne: Readonly<Record<string, Colonna<unknown> | Richiesta<unknown>>>;
  /** why it is written and never read */
  readonly soloUscita?: string;
}

export function tabella<const T extends Tabella>(t: T): T {
  return t;
}
