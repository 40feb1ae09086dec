import {
  foglioIllegibile,
  LIMITI,
  type Lotto,
  RIGHE_PER_LOTTO,
  type RigaGrezza,
  troppeRighe,
} from './foglio-grezzo.ts';

/**
 * The text of a CSV: UTF-8 with or without BOM, UTF-16 with BOM (Excel's «testo Unicode»), otherwise Windows-1252, which
 * any bytes that are not valid UTF-8 are taken for.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator of the first filled line: `;`, `,` or a tab, whichever it has more of outside quotes; `;` when none. */
export function separatoreDi(testo: string): string {
  const inizio = testo.slice(0, 64 * 1024).replace(/"[^"]*"/g, 'x');
  const fuori = /[^\r\n]*\S[^\r\n]*/.exec(inizio)?.[0] ?? '';
  const quanti = (segno: string) => fuori.split(segno).length - 1;
  return [';', ',', '\t'].reduce((scelto, segno) => (quanti(segno) > quanti(scelto) ? segno : scelto));
}

/** `sep=;` on the first line is for Excel alone. It is a row all the same. */
const SEP = /^sep=(.)(?:\r\n|\r|\n)/i;

/**
 * The rows of one CSV, a batch at a time; empty rows count for the numbering and are left out. Written here and not left
 * to papaparse (which writes our CSV) because a quote out of place must spoil its own row and no other: papaparse takes
 * everything up to the end of the file into that cell.
 * @throws ErroreApprodo `foglio.illeggibile`, `foglio.troppo_grande`
 */
export function* readCsv(nome: string, foglio: string, bytes: Uint8Array): Generator<Lotto> {
  const testo = decodeCsv(bytes);
  if (testo.includes('\0'))
    throw foglioIllegibile(nome, 'non è un testo CSV. Salvarlo dal foglio di calcolo come CSV.');
  const sep = SEP.exec(testo);
  const corpo = sep ? testo.slice(sep[0].length) : testo;
  const separatore = sep?.[1] ?? separatoreDi(corpo);
  let riga = sep ? 1 : 0;
  let righe: RigaGrezza[] = [];
  for (const record of records(corpo, separatore)) {
    riga++;
    if (riga > LIMITI.righe) throw troppeRighe(foglio);
    const celle = record.celle.map(senzaApostrofo);
    if (record.guasto !== undefined) righe.push({ riga, celle, guasto: record.guasto });
    else if (celle.some((cella) => cella !== '')) righe.push({ riga, celle });
    if (righe.length >= RIGHE_PER_LOTTO) {
      yield { foglio, righe };
      righe = [];
    }
  }
  if (righe.length > 0) yield { foglio, righe };
}

/** The apostrophe our own export puts before what a spreadsheet would run as a formula (foglio-write.ts). */
const APOSTROFO = /^'+[=+\-@\t\r\n＝＋－＠]/;

function senzaApostrofo(cella: string): string {
  return APOSTROFO.test(cella) ? cella.slice(1) : cella;
}

interface RecordCsv {
  readonly celle: readonly string[];
  readonly guasto?: string;
}

const VIRGOLETTE = 'In questa riga c’è una virgoletta (") aperta e mai chiusa: toglierla o chiuderla.';

/** RFC 4180 records, with the ends of line of every system. */
function* records(testo: string, separatore: string): Generator<RecordCsv> {
  for (let inizio = 0; inizio < testo.length; ) {
    const fine = fineRiga(testo, inizio);
    const riga = testo.slice(inizio, fine);
    if (!riga.includes('"')) {
      yield { celle: riga.split(separatore) };
      inizio = dopoRiga(testo, fine);
      continue;
    }
    const letto = recordConVirgolette(testo, inizio, separatore);
    yield letto ? { celle: letto.celle } : { celle: riga.split(separatore), guasto: VIRGOLETTE };
    inizio = dopoRiga(testo, letto ? letto.fine : fine);
  }
}

function fineRiga(testo: string, da: number): number {
  const aCapo = /[\r\n]/g;
  aCapo.lastIndex = da;
  return aCapo.exec(testo)?.index ?? testo.length;
}

function dopoRiga(testo: string, fine: number): number {
  return testo[fine] === '\r' && testo[fine + 1] === '\n' ? fine + 2 : fine + 1;
}

/** A record with quoted cells, which may hold line ends; undefined when its quotes do not close as they should. */
function recordConVirgolette(testo: string, inizio: number, separatore: string) {
  const celle: string[] = [];
  for (let da = inizio; ; ) {
    const quotata = testo[da] === '"' ? cellaQuotata(testo, da) : { valore: '', fine: da };
    if (!quotata) return undefined;
    let fine = quotata.fine;
    while (fine < testo.length && testo[fine] !== separatore && testo[fine] !== '\n' && testo[fine] !== '\r') fine++;
    // text after the closing quote belongs to the cell, as Excel reads it, unless the cell has run over a line: then the
    // quote that closed it was the opening one of another cell
    if (fine > quotata.fine && /[\r\n]/.test(quotata.valore)) return undefined;
    celle.push(quotata.valore + testo.slice(quotata.fine, fine));
    if (testo[fine] !== separatore) return { celle, fine };
    da = fine + 1;
  }
}

/** The cell that opens at `da`; `fine` is just after its closing quote. A cell longer than any real one is not closed. */
function cellaQuotata(testo: string, da: number): { valore: string; fine: number } | undefined {
  let chiusa = testo.indexOf('"', da + 1);
  while (chiusa !== -1 && testo[chiusa + 1] === '"') chiusa = testo.indexOf('"', chiusa + 2);
  if (chiusa === -1 || chiusa - da > LIMITI.caratteri) return undefined;
  return { valore: testo.slice(da + 1, chiusa).replaceAll('""', '"'), fine: chiusa + 1 };
}
