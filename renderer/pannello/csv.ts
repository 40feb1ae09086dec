import Papa from 'papaparse';

const BOM = '\uFEFF';
/** What spreadsheets run as a formula: the ASCII signs, the wide ones in some languages, and after a tab or an end of line. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Rows of text as the CSV that the office's spreadsheets open: `;`, UTF-8 with BOM, nothing that runs as a formula. */
export function toCsv(campi: readonly string[], righe: readonly (readonly string[])[]): Uint8Array {
  const testo = Papa.unparse(
    { fields: [...campi], data: righe.map((riga) => [...riga]) },
    { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA },
  );
  return new TextEncoder().encode(`${BOM}${testo}\r\n`);
}
