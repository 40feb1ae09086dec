import { ErroreApprodo } from '../../domain/errore.ts';

/** A file as it was given: its name decides the sheet of a CSV, its first bytes decide what it is. */
export interface FileFoglio {
  readonly nome: string;
  readonly bytes: Uint8Array;
}

/** A row as it is written in the file, before anything is understood of it. */
export interface RigaGrezza {
  /** as a person sees it in the spreadsheet: the first row is 1 */
  readonly riga: number;
  /** text of each cell, '' when empty: dates as `yyyy-mm-dd`, true/false as si/no, numbers with a dot */
  readonly celle: readonly string[];
  /** why the row cannot be trusted, when the file is broken there */
  readonly guasto?: string;
}

/** Rows of one sheet that were read together. */
export interface Lotto {
  /** the sheet's name as it is written in the file */
  readonly foglio: string;
  readonly righe: readonly RigaGrezza[];
}

/** What a workbook may measure at most: beyond this it is refused before it fills the memory. */
export const LIMITI = {
  /** bytes of all files together */
  file: 256 * 1024 * 1024,
  /** bytes of an XLSX once unpacked, all its parts */
  scompattato: 2 * 1024 * 1024 * 1024,
  /** bytes of the texts an XLSX shares between cells, once unpacked */
  testiCondivisi: 128 * 1024 * 1024,
  righe: 300_000,
  colonne: 500,
  /** characters of one cell: what Excel itself allows */
  caratteri: 32_767,
} as const;

/** Rows read before pending work may run. */
export const RIGHE_PER_LOTTO = 2000;

/** @returns the error for a file that cannot be read as a workbook at all. */
export function foglioIllegibile(nome: string, perche: string): ErroreApprodo {
  return new ErroreApprodo('foglio.illeggibile', `Il file «${nome}» non si può leggere: ${perche}`);
}

export function troppeRighe(foglio: string): ErroreApprodo {
  return new ErroreApprodo(
    'foglio.troppo_grande',
    `Il foglio «${foglio}» ha più di ${LIMITI.righe.toLocaleString('it')} righe: dividerlo in più cartelle e importarle una alla volta.`,
  );
}
