import { NON_REGISTRATA } from '../../domain/codice.ts';
import { isEsito } from '../../domain/esito.ts';
import { isFestivo } from '../../domain/festivi.ts';
import { type Giorno, giorniDelMese, giornoDelMese, type Mese, meseDi } from '../../domain/giorno.ts';
import { maskDelMese, type Permanenza } from '../../domain/permanenza.ts';
import { contaMese, tabellaCodici } from '../../domain/presenza.ts';
import type { Output } from '../../electron/contract/index.ts';

export type Griglia = Output<'presenze.getMese'>;
type RigaMese = Griglia['righe'][number];

/** A day of a row: a letter, nothing recorded (`voce` null), or not a day of the stay. */
export interface Casella {
  giorno: Giorno;
  tipo: 'codice' | 'mancante' | 'fuori';
  voce: string | null;
}

/** A column of the foglio. */
export interface GiornoFoglio {
  giorno: Giorno;
  /** Sunday or holiday */
  festa: boolean;
  /** guests presenti */
  presenti: number;
}

/** A guest on the foglio, with the totals of the row (counting.md rules 2 and 3). */
export interface RigaFoglio {
  ingressoId: string;
  numero: number;
  cognome: string;
  nome: string;
  /** tipologie of the moduli of the month, in order */
  moduli: string[];
  /** only when it falls in the month */
  ingresso: Giorno | null;
  dimissione: Giorno | null;
  caselle: Casella[];
  presenti: number;
  pagate: number;
  assenti: number;
}

export interface Foglio {
  giorni: GiornoFoglio[];
  righe: RigaFoglio[];
}

function permanenzaDi(riga: RigaMese): Permanenza {
  const { dataIngresso, dataDimissione, esito } = riga;
  return { dataIngresso, dataDimissione, esito: isEsito(esito) ? esito : null };
}

function caselleDi(riga: RigaMese, mese: Mese): Casella[] {
  const mask = maskDelMese(permanenzaDi(riga), mese);
  return Array.from({ length: giorniDelMese(mese) }, (_, i): Casella => {
    const giorno = giornoDelMese(mese, i + 1);
    if (!mask || i + 1 < mask.primo || i + 1 > mask.ultimo) return { giorno, tipo: 'fuori', voce: null };
    const voce = riga.codici.charAt(i);
    if (voce === '' || voce === NON_REGISTRATA) return { giorno, tipo: 'mancante', voce: null };
    return { giorno, tipo: 'codice', voce };
  });
}

/** The moduli of the days of the month: the last one before it, and those that begin in it. */
function moduliDi(riga: RigaMese, mese: Mese): string[] {
  const primo = giornoDelMese(mese, 1);
  const prima = riga.moduli.filter((m) => m.dal <= primo).at(-1);
  const dentro = riga.moduli.filter((m) => m.dal > primo && meseDi(m.dal) === mese);
  return [...(prima ? [prima] : []), ...dentro].map((m) => m.tipologia);
}

/** The foglio presenze of a month: rows, boxes and totals, from the same rules as every other figure. */
export function foglioDi(griglia: Griglia): Foglio {
  const { mese } = griglia;
  const tabella = tabellaCodici(griglia.codici);
  const presenti = new Set(griglia.codici.filter((c) => c.presente).map((c) => c.voce));
  const giorni = Array.from({ length: giorniDelMese(mese) }, (_, i): GiornoFoglio => {
    const giorno = giornoDelMese(mese, i + 1);
    return { giorno, festa: isFestivo(giorno), presenti: 0 };
  });
  const righe = griglia.righe.map((riga, i): RigaFoglio => {
    const conto = contaMese(permanenzaDi(riga), mese, riga.codici, tabella);
    const caselle = caselleDi(riga, mese);
    for (const [g, colonna] of giorni.entries()) {
      if (presenti.has(caselle[g]?.voce ?? '')) colonna.presenti++;
    }
    return {
      ingressoId: riga.ingressoId,
      numero: i + 1,
      cognome: riga.cognome,
      nome: riga.nome,
      moduli: moduliDi(riga, mese),
      ingresso: meseDi(riga.dataIngresso) === mese ? riga.dataIngresso : null,
      dimissione: riga.dataDimissione !== null && meseDi(riga.dataDimissione) === mese ? riga.dataDimissione : null,
      caselle,
      presenti: conto.presenza,
      pagate: conto.pagate,
      assenti: conto.giorni - conto.presenza - conto.mancanti,
    };
  });
  return { giorni, righe };
}

/** Rows that fit on a page, and on the last one, which also holds the balance and the signature. */
export const RIGHE_PAGINA = 30;
export const RIGHE_ULTIMA = 25;

/**
 * Splits the rows over the fewest pages, evenly: at most `pagina` on each and `ultima` on the last. Always at least one page.
 */
export function paginaRighe<T>(righe: readonly T[], pagina = RIGHE_PAGINA, ultima = RIGHE_ULTIMA): T[][] {
  if (righe.length <= ultima) return [[...righe]];
  const pagine = 1 + Math.ceil((righe.length - ultima) / pagina);
  const quante = Math.max(Math.ceil(righe.length / pagine), Math.ceil((righe.length - ultima) / (pagine - 1)));
  return Array.from({ length: pagine }, (_, i) => righe.slice(i * quante, (i + 1) * quante));
}
