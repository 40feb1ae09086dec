import { addGiorni, type Giorno, type Periodo } from './giorno.ts';
import { formatGiornoBreve } from './giorno-testo.ts';

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

/** Days of a period on which it is closed: the first of them, and the words that say it. */
export interface Chiusura {
  readonly dal: Giorno;
  readonly frase: string;
}

/** When it is closed within a period: before it opens, after it has closed. */
export function chiusureNel({ dal, al }: Periodo, apertura: Apertura): Chiusura[] {
  const chiusure: Chiusura[] = [];
  if (apertura.dal !== null && dal < apertura.dal)
    chiusure.push({ dal, frase: `aperto solo dal ${formatGiornoBreve(apertura.dal)}` });
  const dopo = apertura.al === null ? null : addGiorni(apertura.al, 1);
  if (dopo !== null && al >= dopo)
    chiusure.push({ dal: dal > dopo ? dal : dopo, frase: `chiuso dal ${formatGiornoBreve(dopo)}` });
  return chiusure;
}

function scelto(a: Giorno | null, b: Giorno | null, vince: (a: Giorno, b: Giorno) => boolean): Giorno | null {
  if (a === null || b === null) return a ?? b;
  return vince(a, b) ? a : b;
}
