import { strToU8, zipSync } from 'fflate';

const TIPO = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export interface FoglioAMano {
  readonly nome: string;
  /** the content of `<sheetData>` */
  readonly dati: string;
}

export interface OpzioniAMano {
  readonly condivisi?: readonly string[];
  /** `<numFmt>` and `<xf>` elements */
  readonly stili?: { readonly formati?: string; readonly xf: string };
  readonly cartella?: string;
  readonly prefisso?: boolean;
  readonly altre?: Record<string, Uint8Array>;
  readonly livello?: 0 | 6;
}

/** An XLSX written by hand, part by part, in the order of Excel (sheets before shared strings). */
export function xlsxAMano(fogli: readonly FoglioAMano[], opzioni: OpzioniAMano = {}): Uint8Array<ArrayBuffer> {
  const rel = fogli.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${TIPO}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const schede = fogli.map(({ nome }, i) => `<sheet name="${nome}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const parti: Record<string, string> = {
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="x">${rel.join('')}<Relationship Id="rId99" Type="${TIPO}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${TIPO}">${opzioni.cartella ?? ''}<sheets>${schede.join('')}</sheets></workbook>`,
  };
  for (const [i, { dati }] of fogli.entries())
    parti[`xl/worksheets/sheet${i + 1}.xml`] = opzioni.prefisso
      ? `<x:worksheet xmlns:x="main"><x:sheetData>${dati.replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sheetData></x:worksheet>`
      : `<worksheet ${MAIN}><sheetData>${dati}</sheetData></worksheet>`;
  if (opzioni.stili)
    parti['xl/styles.xml'] =
      `<styleSheet ${MAIN}><numFmts>${opzioni.stili.formati ?? ''}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${opzioni.stili.xf}</cellXfs></styleSheet>`;
  if (opzioni.condivisi)
    parti['xl/sharedStrings.xml'] = `<sst ${MAIN}>${opzioni.condivisi.map((t) => `<si>${t}</si>`).join('')}</sst>`;
  const bytes = Object.fromEntries(Object.entries(parti).map(([nome, testo]) => [nome, strToU8(testo)]));
  return zipSync({ ...bytes, ...opzioni.altre }, { level: opzioni.livello ?? 6 }) as Uint8Array<ArrayBuffer>;
}

/** A row of inline texts, without cell references. */
export function rigaInLinea(celle: readonly string[]): string {
  return `<row>${celle.map((testo) => `<c t="inlineStr"><is><t>${testo}</t></is></c>`).join('')}</row>`;
}
