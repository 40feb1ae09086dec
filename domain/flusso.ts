import type { Periodo } from './giorno.ts';
import type { Permanenza } from './permanenza.ts';

/** Who was there and who moved in a period, in stays (counting.md rule 6). */
export interface Flusso {
  presentiInizio: number;
  ingressi: number;
  trattati: number;
  dimessi: number;
  presentiFine: number;
}

/**
 * Rule 6 for any group of stays and any period, each figure by its own definition: on dates in the wrong order (a dimissione
 * before the ingresso) they do not balance, which is what `quadra` is for.
 */
export function computeFlusso(permanenze: Iterable<Permanenza>, { dal, al }: Periodo): Flusso {
  const f: Flusso = { presentiInizio: 0, ingressi: 0, trattati: 0, dimessi: 0, presentiFine: 0 };
  for (const { dataIngresso, dataDimissione } of permanenze) {
    if (dataIngresso < dal && (dataDimissione === null || dataDimissione >= dal)) f.presentiInizio++;
    if (dal <= dataIngresso && dataIngresso <= al) f.ingressi++;
    if (dataDimissione !== null && dal <= dataDimissione && dataDimissione <= al) f.dimessi++;
    if (dataIngresso <= al && (dataDimissione === null || dataDimissione > al)) f.presentiFine++;
  }
  f.trattati = f.presentiInizio + f.ingressi;
  return f;
}

/** The quadratura within one period: presentiInizio + ingressi = trattati, and trattati − dimessi = presentiFine. */
export function quadra(f: Flusso): boolean {
  return f.presentiInizio + f.ingressi === f.trattati && f.trattati - f.dimessi === f.presentiFine;
}

/** The quadratura between two consecutive periods: who was there at the end is there at the beginning of the next. */
export function quadraConPrecedente(precedente: Flusso, f: Flusso): boolean {
  return precedente.presentiFine === f.presentiInizio;
}
