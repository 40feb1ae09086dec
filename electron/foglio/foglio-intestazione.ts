import type { Colonna } from './foglio-colonna.ts';
import { normalizeVoce } from './foglio-lista.ts';
import { campoDi, colonneDi, type NomeFoglio, TABELLE } from './foglio-tabelle.ts';
import { COLONNE_GIORNI } from './foglio-tabelle-permanenze.ts';

/** A column of the table found in the sheet. */
export interface ColonnaTrovata {
  readonly nome: string;
  readonly campo: string;
  readonly colonna: Colonna<unknown>;
  /** position in the row, from 0 */
  readonly posto: number;
}

/** What the header row of a sheet says. */
export interface Intestazione {
  readonly colonne: readonly ColonnaTrovata[];
  /** presenze: position of the column of day 1 … 31, -1 when the sheet does not have it */
  readonly giorni: readonly number[];
  readonly ignorate: readonly string[];
  readonly mancanti: readonly string[];
  readonly ripetute: readonly string[];
  /** how many columns have a title */
  readonly larghezza: number;
}

/** Reads a header row: case, accents, spaces and signs do not count; the days may be titled `g1` or `1`. */
export function readIntestazione(foglio: NomeFoglio, celle: readonly string[]): Intestazione {
  const titoli = celle.map((cella) => titolo(foglio, cella));
  const colonne: ColonnaTrovata[] = [];
  const mancanti: string[] = [];
  for (const [nome, colonna] of colonneDi(foglio)) {
    const posto = titoli.indexOf(normalizeVoce(nome));
    if (posto !== -1) colonne.push({ nome, campo: campoDi(nome), colonna, posto });
    else if (colonna.obbligatoria) mancanti.push(nome);
  }
  const nomi = colonneDi(foglio).map(([nome]) => nome);
  const note = new Set(nomi.map(normalizeVoce));
  const isGiorno = new Set(COLONNE_GIORNI);
  return {
    colonne: colonne.filter(({ nome }) => foglio !== 'presenze' || !isGiorno.has(nome)),
    giorni: foglio === 'presenze' ? COLONNE_GIORNI.map((nome) => titoli.indexOf(nome)) : [],
    ignorate: celle.filter((_, index) => titoli[index] !== '' && !note.has(titoli[index] ?? '')),
    mancanti,
    ripetute: nomi.filter((nome) => titoli.indexOf(normalizeVoce(nome)) !== titoli.lastIndexOf(normalizeVoce(nome))),
    larghezza: titoli.findLastIndex((t) => t !== '') + 1,
  };
}

function titolo(foglio: NomeFoglio, cella: string): string {
  const testo = normalizeVoce(cella);
  if (foglio !== 'presenze') return testo;
  const giorno = /^g? ?0?([1-9]\d?)$/.exec(testo);
  return giorno ? `g${giorno[1]}` : testo;
}

/** The key columns of a sheet, as they are titled. */
export function colonneChiave(foglio: NomeFoglio): readonly string[] {
  return TABELLE[foglio].chiave;
}
