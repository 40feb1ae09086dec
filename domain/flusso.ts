import type { Periodo } from './giorno.ts';
import { type Permanenza, toccaPeriodo } from './permanenza.ts';

/** Who was there and who moved in a period, in stays (counting.md rule 6). */
export interface Flusso {
  presentiInizio: number;
  ingressi: number;
  trattati: number;
  dimessi: number;
  presentiFine: number;
}

/** Rule 6 for any group of stays and any period. */
export function computeFlusso(permanenze: Iterable<Permanenza>, periodo: Periodo): Flusso {
  const f: Flusso = { presentiInizio: 0, ingressi: 0, trattati: 0, dimessi: 0, presentiFine: 0 };
  for (const p of permanenze) {
    if (!toccaPeriodo(p, periodo)) continue;
    f.trattati++;
    if (p.dataIngresso < periodo.dal) f.presentiInizio++;
    else f.ingressi++;
    if (p.dataDimissione !== null && p.dataDimissione <= periodo.al) f.dimessi++;
    else f.presentiFine++;
  }
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
