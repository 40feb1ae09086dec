import type { Giorno } from './giorno.ts';

/** The days on which a struttura, a modulo or a room is open, both included; null: always was, until further notice. */
export interface Apertura {
  readonly dal: Giorno | null;
  readonly al: Giorno | null;
}

/** Whether it is open on a day: only then is it offered to choose. */
export function isAperta({ dal, al }: Apertura, g: Giorno): boolean {
  return (dal === null || dal <= g) && (al === null || g <= al);
}

/** The days both are open: a modulo is when its struttura is too. */
export function aperteInsieme(a: Apertura, b: Apertura): Apertura {
  return { dal: scelto(a.dal, b.dal, (x, y) => x > y), al: scelto(a.al, b.al, (x, y) => x < y) };
}

function scelto(a: Giorno | null, b: Giorno | null, vince: (a: Giorno, b: Giorno) => boolean): Giorno | null {
  if (a === null || b === null) return a ?? b;
  return vince(a, b) ? a : b;
}
