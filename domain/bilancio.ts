import { computeComunita } from './bilancio-comunita.ts';
import { contaTutto } from './bilancio-conto.ts';
import { computeCooperativa } from './bilancio-cooperativa.ts';
import type { Bilancio, DatiBilancio } from './bilancio-dati.ts';
import type { Periodo } from './giorno.ts';

export type {
  Bilancio,
  Comunita,
  DatiBilancio,
  FigureComunita,
  FigureCooperativa,
  FigureGiornate,
  FigureMese,
  PermanenzaContata,
  PresenzeContate,
  StrutturaContata,
} from './bilancio-dati.ts';

/**
 * The yearly report (formats.md §3, counting.md rules 1–15) for any period, months cut to it. The same figures whatever
 * the order of the rows. Throws `bilancio.struttura` for a stay in a struttura that is not given, `codice.lettera` for a
 * code that is not one letter.
 */
export function computeBilancio(periodo: Periodo, dati: DatiBilancio): Bilancio {
  const conto = contaTutto(periodo, dati);
  return {
    dal: periodo.dal,
    al: periodo.al,
    comunita: computeComunita(conto.strutture, conto.finestra, dati, periodo),
    ...computeCooperativa(conto.permanenze, dati, periodo),
  };
}
