import type { Input } from '../../electron/contract/index.ts';
import { toCsv } from '../pannello/csv.ts';
import { formatDecimo, formatNumero, formatPercento } from '../testi/index.ts';

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
  return toCsv(
    [intestazione, ...colonne.map((c) => c.titolo)],
    righe.map(({ nome, riga }) => [nome, ...colonne.map((c) => valoreCsv(c.valore(riga), c.formato))]),
  );
}
