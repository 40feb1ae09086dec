import { percentuale1 } from '../../domain/arrotonda.ts';
import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import { giornoDelMese, type Mese } from '../../domain/giorno.ts';
import {
  type ContoMese,
  contaGiorni,
  occupateDi,
  presenzaDi,
  sommaPesi,
  type TabellaCodici,
} from '../../domain/presenza.ts';
import type { Output } from '../../electron/contract/index.ts';
import { carattere, isDentro, type RigaGriglia } from './griglia-stato.ts';

export type GrigliaMese = Output<'presenze.getMese'>;
export type RigaMese = GrigliaMese['righe'][number];

/** Rule 3 for one row, as edited now. */
export function contoRiga(riga: RigaGriglia, tabella: TabellaCodici): ContoMese {
  return contaGiorni(riga.codici, tabella, riga.primo, Math.max(riga.ultimo, riga.primo - 1));
}

/** What the whole month counts for, as edited now. */
export interface ContoTotale {
  presenza: number;
  pagate: number;
  assenti: number;
}

export function contoTotale(righe: readonly RigaGriglia[], tabella: TabellaCodici): ContoTotale {
  const totale: ContoTotale = { presenza: 0, pagate: 0, assenti: 0 };
  for (const riga of righe) {
    const conto = contoRiga(riga, tabella);
    totale.presenza += conto.presenza;
    totale.pagate += conto.pagate;
    totale.assenti += assentiDi(conto);
  }
  return totale;
}

/** Days with a code that is not presente. */
export function assentiDi(conto: ContoMese): number {
  return conto.giorni - conto.mancanti - conto.presenza;
}

/** Presenti of each day, index 0 = the 1st. */
export function presentiPerGiorno(righe: readonly RigaGriglia[], giorni: number, tabella: TabellaCodici): number[] {
  return Array.from({ length: giorni }, (_, i) =>
    righe.reduce((n, r) => n + (isDentro(r, i + 1) ? presenzaDi(sommaPesi(tabella, r.codici, i + 1, i + 1)) : 0), 0),
  );
}

/** The days of stay up to `fino` with nothing recorded, row by row, day by day. */
export function listMancanti(righe: readonly RigaGriglia[], fino: number): { riga: number; colonna: number }[] {
  return righe.flatMap((riga, r) => {
    const celle: { riga: number; colonna: number }[] = [];
    for (let n = riga.primo; n <= Math.min(riga.ultimo, fino); n++) {
      if (carattere(riga, n) === '.') celle.push({ riga: r, colonna: n });
    }
    return celle;
  });
}

/** The modulo of each day of a stay, index 0 = the 1st; null where no modulo is assigned. */
export function moduliPerGiorno(moduli: RigaMese['moduli'], mese: Mese, giorni: number): (string | null)[] {
  const assegnazioni = moduli.map((m) => ({ dal: m.dal, moduloId: m.modulo }));
  if (assegnazioni.length === 1 && assegnazioni[0] && assegnazioni[0].dal <= giornoDelMese(mese, 1)) {
    return new Array<string | null>(giorni).fill(assegnazioni[0].moduloId);
  }
  return Array.from({ length: giorni }, (_, i) => moduloDelGiorno(assegnazioni, giornoDelMese(mese, i + 1)));
}

/** The saturation of one modulo: day by day, and of the days up to `fino` (rule 5, accredited places). */
export interface Saturazione {
  readonly modulo: string;
  readonly perGiorno: readonly (number | null)[];
  readonly percento: number | null;
}

/** Rule 5 by modulo, as edited now. `modulo[r][i]` is the modulo of row r on day i+1 (`moduliPerGiorno`). */
export function saturazioni(
  righe: readonly RigaGriglia[],
  modulo: readonly (readonly (string | null)[])[],
  posti: GrigliaMese['postiPerModulo'],
  tabella: TabellaCodici,
  fino: number,
): Saturazione[] {
  return Object.entries(posti).map(([nome, valide]) => {
    const perGiorno: (number | null)[] = [];
    let occupate = 0;
    let postiGiorno = 0;
    for (let n = 1; n <= fino; n++) {
      const oggi = righe.reduce(
        (s, r, i) =>
          s + (isDentro(r, n) && modulo[i]?.[n - 1] === nome ? occupateDi(sommaPesi(tabella, r.codici, n, n)) : 0),
        0,
      );
      const accreditati = valide[n - 1]?.accreditati ?? 0;
      occupate += oggi;
      postiGiorno += accreditati;
      perGiorno.push(percentuale1(oggi, accreditati));
    }
    return { modulo: nome, perGiorno, percento: percentuale1(occupate, postiGiorno) };
  });
}
