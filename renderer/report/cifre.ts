import type { Input } from '../../electron/contract/index.ts';
import { toCsv } from '../pannello/csv.ts';
import { formatDecimo, formatNumero, formatPercento, testi } from '../testi/index.ts';
import { type Conta, cella, type TavolaCifre, testoVelo, veliDi } from './piccoli.ts';

export type RichiestaRighe = Input<'report.righe'>;

/** What a figure opens: the part of `report.righe` that is not the period of the page. */
export type Apre = Omit<RichiestaRighe, 'dal' | 'al'> & { dal?: string; al?: string };

/** How a value is written: counts, means with one decimal, percent, whole numbers of another unit, text. */
export type Formato = 'intero' | 'decimo' | 'percento' | 'testo';
export type Valore = number | string | null;

/** A column of a table of figures. The same definition draws it, writes its CSV and opens its rows. */
export interface Colonna<R> {
  id: string;
  /** in full: for the CSV and for screen readers */
  titolo: string;
  /** over the column */
  breve: string;
  formato: Formato;
  valore: (riga: R) => Valore;
  /** what the figure opens; null where it cannot be opened */
  apre?: (riga: R) => Apre | null;
  /** what it says of how many persons there are, where its id does not say it (renderer/report/piccoli.ts) */
  conta?: (riga: R) => Conta;
  /** beside the figure, e.g. its percent */
  accanto?: (riga: R) => string;
}

/** A value as people read it; `–` where there is nothing to measure. */
export function formatValore(valore: Valore, formato: Formato): string {
  if (typeof valore === 'string') return valore;
  if (valore === null) return '–';
  if (formato === 'decimo') return formatDecimo(valore);
  return formato === 'percento' ? formatPercento(valore) : formatNumero(valore);
}

/** A value as a spreadsheet reads it: comma, no thousands, no sign of percent; empty where there is nothing. */
function valoreCsv(valore: Valore, formato: Formato): string {
  if (valore === null) return '';
  if (typeof valore === 'string') return valore;
  return formato === 'decimo' || formato === 'percento' ? valore.toFixed(1).replace('.', ',') : String(valore);
}

/** A table of figures as CSV: the same rows and columns as on screen, headings in full. */
export function cifreCsv<R>(
  intestazione: string,
  colonne: readonly Colonna<R>[],
  righe: readonly { nome: string; riga: R }[],
): Uint8Array {
  return righeCsv(intestazione, colonne, righe, (riga, colonna) =>
    valoreCsv(colonna.valore(riga.riga), colonna.formato),
  );
}

/** The same for whoever is outside the office: small numbers, and what they could be computed from, are not in it. */
export function cifreCsvEsterno<R>(intestazione: string, tavola: TavolaConNomi<R>, soglia: number): Uint8Array {
  const veli = veliDi(tavola, soglia);
  const { colonne, righe } = tavola;
  const nota = veli.size === 0 ? [] : [[testi.report.piccoli.nota(soglia)]];
  return righeCsv(
    intestazione,
    colonne,
    righe,
    (riga, colonna) => {
      const velo = veli.get(cella(riga.chiave, colonna.id));
      return velo ? testoVelo(velo, soglia) : valoreCsv(colonna.valore(riga.riga), colonna.formato);
    },
    nota,
  );
}

type TavolaConNomi<R> = TavolaCifre<R> & {
  readonly righe: readonly { readonly chiave: string; readonly nome: string; readonly riga: R }[];
};

function righeCsv<R, Riga extends { readonly nome: string; readonly riga: R }>(
  intestazione: string,
  colonne: readonly Colonna<R>[],
  righe: readonly Riga[],
  scrivi: (riga: Riga, colonna: Colonna<R>) => string,
  sotto: readonly (readonly string[])[] = [],
): Uint8Array {
  return toCsv(
    [intestazione, ...colonne.map((c) => c.titolo)],
    [...righe.map((riga) => [riga.nome, ...colonne.map((colonna) => scrivi(riga, colonna))]), ...sotto],
  );
}
