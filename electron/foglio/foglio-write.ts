import { PassThrough } from 'node:stream';
import Papa from 'papaparse';
import type { RigaFoglio } from '../../db/reads/foglio-export.ts';
import type { Comunicazione } from '../../db/schema/ingresso.ts';
import type { SezioneRelazione } from '../../db/schema/relazione.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Colonna } from './foglio-colonna.ts';
import { type FileFoglio, RIGHE_PER_LOTTO } from './foglio-grezzo.ts';
import { colonneDi, FOGLI, type NomeFoglio } from './foglio-tabelle.ts';
import { scriviComunicazioni, scriviSezioni } from './foglio-testi.ts';

/** The rows of each sheet, columns named as in the workbook; presenze with `codici` in place of the days. */
export type Righe = Readonly<Partial<Record<string, readonly RigaFoglio[]>>>;

/** Called now and then with the rows written so far. */
export type Avanzamento = (righe: number) => Promise<void>;

type Cella = string | number | Date | null;

/** What spreadsheets would run as a formula (the wide signs in some languages); apostrophes before it are doubled, so that reading gives back the same text. */
export const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The workbook as CSV files: `;`, UTF-8 with BOM, CRLF, no cell that a spreadsheet would run as a formula. */
export async function writeCsv(righe: Righe, progress: Avanzamento): Promise<FileFoglio[]> {
  const file: FileFoglio[] = [];
  let scritte = 0;
  for (const foglio of FOGLI) {
    const tutte = [colonneDi(foglio).map(([nome]) => nome)];
    for (const riga of righe[foglio] ?? []) tutte.push(testiDi(foglio, riga));
    const testo = Papa.unparse(tutte, { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA });
    file.push({ nome: `${foglio}.csv`, bytes: new TextEncoder().encode(`\uFEFF${testo}\r\n`) });
    scritte += tutte.length - 1;
    await progress(scritte);
  }
  return file;
}

function testiDi(foglio: NomeFoglio, riga: RigaFoglio): string[] {
  return colonneDi(foglio).map(([nome, colonna]) => String(valoreDi(riga, nome, colonna) ?? ''));
}

/** The value of a column: yes/no in words, the day of a presenze row out of its string. */
function valoreDi(riga: RigaFoglio, nome: string, colonna: Colonna<unknown>): string | number | null {
  if (colonna.genere.tipo === 'codicePresenza') {
    const codice = String(riga['codici']).charAt(Number(nome.slice(1)) - 1);
    return codice === '.' ? null : codice;
  }
  const valore = riga[nome] ?? null;
  if (valore === null) return null;
  switch (colonna.genere.tipo) {
    case 'siNo':
      return valore === 1 ? 'si' : 'no';
    case 'comunicazioni':
      return scriviComunicazioni(JSON.parse(String(valore)) as Comunicazione[]);
    case 'sezioni':
      return scriviSezioni(JSON.parse(String(valore)) as SezioneRelazione[]);
    default:
      return valore;
  }
}

/** A sheet of an XLSX that holds no data of the register: instructions, lists. */
export interface FoglioDiServizio {
  readonly nome: string;
  readonly righe: readonly (readonly string[])[];
}

export interface OpzioniXlsx {
  /** all of them unless told */
  readonly fogli?: readonly NomeFoglio[];
  readonly servizio?: readonly FoglioDiServizio[];
  /** column → values offered in a drop-down, as a range of another sheet or a list */
  readonly scelte?: (foglio: NomeFoglio, colonna: string) => string | undefined;
}

/** Rows a template offers drop-downs for. */
const RIGHE_CON_SCELTE = 2000;

/** The workbook as one XLSX, days as true dates. Text cells stay text whatever they begin with. */
export async function writeXlsx(
  righe: Righe,
  progress: Avanzamento,
  opzioni: OpzioniXlsx = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts');
  const uscita = new PassThrough();
  const pezzi: Uint8Array[] = [];
  uscita.on('data', (pezzo: Uint8Array) => pezzi.push(pezzo));
  const cartella = new WorkbookWriter({ stream: uscita, useStyles: true, useSharedStrings: true });
  let scritte = 0;
  const aggiungi = (nome: string) => cartella.addWorksheet(nome, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const { nome, righe: testi } of opzioni.servizio ?? []) {
    const scheda = aggiungi(nome);
    for (const [index, testo] of testi.entries()) addRow(scheda, [...testo], index === 0);
    scheda.commit();
  }
  for (const foglio of opzioni.fogli ?? FOGLI) {
    const scheda = aggiungi(foglio);
    setColonne(scheda, foglio, opzioni);
    addRow(
      scheda,
      colonneDi(foglio).map(([nome]) => nome),
      true,
    );
    for (const riga of righe[foglio] ?? []) {
      addRow(scheda, celleDi(foglio, riga), false);
      scritte++;
      if (scritte % RIGHE_PER_LOTTO === 0) await progress(scritte);
    }
    scheda.commit();
  }
  await cartella.commit();
  return Buffer.concat(pezzi);
}

type Scheda = ReturnType<InstanceType<typeof import('@cj-tech-master/excelts').WorkbookWriter>['addWorksheet']>;

function addRow(scheda: Scheda, celle: Cella[], isTitolo: boolean): void {
  const riga = scheda.addRow(celle);
  if (isTitolo) riga.font = { bold: true };
  riga.commit();
}

function setColonne(scheda: Scheda, foglio: NomeFoglio, opzioni: OpzioniXlsx): void {
  scheda.columns = colonneDi(foglio).map(([nome, { genere }]) => {
    if (genere.tipo === 'codicePresenza') return { width: 4 };
    const width = Math.max(10, Math.min(30, nome.length + 4));
    return genere.tipo === 'giorno' ? { width: 12, style: { numFmt: 'dd/mm/yyyy' } } : { width };
  });
  for (const [index, [nome]] of colonneDi(foglio).entries()) {
    const scelta = opzioni.scelte?.(foglio, nome);
    const lettera = letteraDi(index);
    // labels and synonyms are read too: the drop-down suggests, it does not forbid
    if (scelta !== undefined)
      scheda.dataValidations.add(`${lettera}2:${lettera}${RIGHE_CON_SCELTE}`, {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [scelta],
      });
  }
}

/** Column letters of a spreadsheet: 0 → A, 27 → AB. */
export function letteraDi(posto: number): string {
  const ultima = String.fromCharCode(65 + (posto % 26));
  return posto < 26 ? ultima : letteraDi(Math.floor(posto / 26) - 1) + ultima;
}

function celleDi(foglio: NomeFoglio, riga: RigaFoglio): Cella[] {
  return colonneDi(foglio).map(([nome, colonna]) => {
    const valore = valoreDi(riga, nome, colonna);
    return colonna.genere.tipo === 'giorno' && typeof valore === 'string' ? dataDi(valore) : valore;
  });
}

/** Spreadsheets count days without a time zone: the library takes them in UTC. */
function dataDi(giorno: Giorno): Date {
  return new Date(`${giorno}T00:00:00Z`);
}
