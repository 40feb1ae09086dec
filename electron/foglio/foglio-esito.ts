import { FOGLI, type NomeFoglio } from './foglio-tabelle.ts';

/** A cell, a row or a whole sheet that was refused, and what to do about it (formats.md §1). */
export interface ErroreFoglio {
  readonly foglio: string;
  /** as a person sees it in the spreadsheet, the header being 1; 0 = the whole sheet */
  readonly riga: number;
  readonly colonna: string;
  readonly valore: string;
  readonly messaggio: string;
}

export type Conteggi = Record<string, number>;

/** More than anybody reads and less than fills the memory; the counts of what was refused stay exact. */
const MAX_ERRORI = 250_000;
const MAX_AVVISI = 500;
/** Characters of a wrong cell that are shown. */
const MAX_VALORE = 200;

/** Collects what happens to each row: reading, checking and planning all report here. */
export class Esito {
  readonly errori: ErroreFoglio[] = [];
  readonly inseriti: Conteggi = {};
  readonly aggiornati: Conteggi = {};
  readonly invariati: Conteggi = {};
  readonly scartati: Conteggi = {};
  readonly colonneIgnorate: Record<string, string[]> = {};
  private readonly avvisiVisti = new Set<string>();
  private readonly righeScartate = new Map<string, Set<number>>();
  private taciuti = 0;

  /** A sheet that is there: all its counts start from zero. */
  open(foglio: NomeFoglio): void {
    for (const conteggi of [this.inseriti, this.aggiornati, this.invariati, this.scartati]) conteggi[foglio] = 0;
  }

  count(esito: 'inseriti' | 'aggiornati' | 'invariati', foglio: NomeFoglio): void {
    this[esito][foglio] = (this[esito][foglio] ?? 0) + 1;
  }

  /** Refuses a row for one reason; a row refused for several is still one row. */
  refuse(errore: ErroreFoglio): void {
    this.report(errore);
    this.drop(errore.foglio, errore.riga);
  }

  /** Counts a row as refused without a reason of its own: its sheet was. */
  drop(foglio: string, riga: number): void {
    let righe = this.righeScartate.get(foglio);
    if (!righe) {
      righe = new Set();
      this.righeScartate.set(foglio, righe);
    }
    righe.add(riga);
    this.scartati[foglio] = righe.size;
  }

  /** Says what is wrong with a whole sheet. */
  report(errore: ErroreFoglio): void {
    const valore = errore.valore.slice(0, MAX_VALORE);
    if (this.errori.length < MAX_ERRORI) this.errori.push({ ...errore, valore });
    else this.taciuti++;
  }

  remark(avviso: string): void {
    this.avvisiVisti.add(avviso);
  }

  /** The remarks, the first five hundred, in the order in which they came. */
  get avvisi(): string[] {
    const tutti = [...this.avvisiVisti];
    const detti = tutti.slice(0, MAX_AVVISI);
    if (tutti.length > MAX_AVVISI) detti.push(`Altri ${tutti.length - MAX_AVVISI} avvisi non sono elencati.`);
    if (this.taciuti > 0) detti.push(`Altri ${this.taciuti} errori non sono elencati: correggere questi e riprovare.`);
    return detti;
  }

  /** The errors in the order of the workbook: sheet, row, and within a row as they were found. */
  sortedErrori(): ErroreFoglio[] {
    const ordine = new Map<string, number>(FOGLI.map((foglio, index) => [foglio, index]));
    const posto = (errore: ErroreFoglio) => ordine.get(errore.foglio) ?? FOGLI.length;
    return this.errori.toSorted((a, b) => posto(a) - posto(b) || a.riga - b.riga);
  }
}
