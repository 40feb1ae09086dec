import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Liste } from '../../domain/lista.ts';

const PAROLE = {
  relazione_incontro: (detto: string) => `Relazione sull’incontro del ${formatGiornoBreve(detto)}`,
  prossima_visita: (detto: string, liste: Liste) => `Prenotare: ${liste.etichetta('visita', detto)}`,
  documento: (detto: string) => `Scade il documento «${detto}»`,
  obiettivo: (detto: string) => `Obiettivo del progetto: ${detto}`,
  azione: (detto: string) => `Azione del progetto: ${detto}`,
} as const;

/** What is to be done, in words; `detto` is what the register says of it: a day, a voce, a title, a text. */
export function testoScadenza(voce: keyof typeof PAROLE, detto: string, liste: Liste): string {
  return PAROLE[voce](detto, liste);
}
