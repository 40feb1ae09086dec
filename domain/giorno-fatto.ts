import type { Giorno } from './giorno.ts';
import { formatGiorno } from './giorno-testo.ts';

/** What something done follows from: its day, and how a sentence names it («viene prima dell’incontro»). */
export interface Origine {
  readonly giorno: Giorno | null | undefined;
  readonly di: string;
}

/** What is wrong with a day, and the sentence that says it. */
export interface GiornoStrano {
  readonly perche: 'futuro' | 'prima';
  readonly frase: string;
}

/**
 * What is odd of the day on which something is said done: it is still to come, or comes before what it follows from; null:
 * nothing. One rule for all who ask: «Segna fatta» refuses it, since the deadline would be met by nothing; a form, where the rest
 * must not be lost, says it and saves.
 */
export function findGiornoStrano(fattoIl: Giorno, oggi: Giorno, origine?: Origine): GiornoStrano | null {
  if (fattoIl > oggi)
    return { perche: 'futuro', frase: `${formatGiorno(fattoIl)} è nel futuro: si segna fatto quello che è già fatto.` };
  if (!origine?.giorno || fattoIl >= origine.giorno) return null;
  return {
    perche: 'prima',
    frase: `${formatGiorno(fattoIl)} viene prima ${origine.di} (${formatGiorno(origine.giorno)}): controllare il giorno.`,
  };
}
