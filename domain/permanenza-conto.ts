import { type Mese, mesiDelPeriodo, type Periodo } from './giorno.ts';
import type { Permanenza } from './permanenza.ts';
import { type CodiciMese, type ContoMese, contaMese, MESE_VUOTO, type TabellaCodici } from './presenza.ts';

/** Rules 1–3 (counting.md) for one stay over any period: the days of stay in it, by what their code says. */
export function contaPermanenza(
  p: Permanenza,
  codici: ReadonlyMap<Mese, CodiciMese>,
  tabella: TabellaCodici,
  periodo: Periodo,
): ContoMese {
  const somma: ContoMese = { giorni: 0, presenza: 0, pagate: 0, occupate: 0, mancanti: 0, perCodice: {} };
  for (const mese of mesiDelPeriodo(periodo)) {
    const conto = contaMese(p, mese, codici.get(mese) ?? MESE_VUOTO, tabella, periodo);
    for (const campo of ['giorni', 'presenza', 'pagate', 'occupate', 'mancanti'] as const) somma[campo] += conto[campo];
    for (const [voce, giorni] of Object.entries(conto.perCodice))
      somma.perCodice[voce] = (somma.perCodice[voce] ?? 0) + giorni;
  }
  return somma;
}
