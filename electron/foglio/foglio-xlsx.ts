import { epochToGiorno } from '../../domain/giorno.ts';
import {
  foglioIllegibile,
  LIMITI,
  type Lotto,
  RIGHE_PER_LOTTO,
  type RigaGrezza,
  troppeRighe,
} from './foglio-grezzo.ts';
import { parseXml, readXml } from './foglio-xml.ts';
import { ZipFoglio } from './foglio-zip.ts';

/**
 * XLSX (ECMA-376 part 1, §18) as rows of text. Built on the zip and XML readers of excelts and not on its own workbook
 * readers: the one in memory does not hold 100,000 rows, the streaming one puts plain copies of the sheets in temporary
 * files and does not give the date of a cell without its local time.
 */
interface Cartella {
  readonly zip: ZipFoglio;
  readonly data1904: boolean;
  /** by style index: whether the cell shows a date */
  readonly stiliData: readonly boolean[];
  readonly testi: readonly string[];
}

const PARTE_CARTELLA = 'xl/workbook.xml';
/** Workbook and styles are small in any file a person made. */
const LIMITE_PARTE = 32 * 1024 * 1024;

/**
 * The rows of every sheet `vuole` accepts, a batch at a time, in the order of the file; those of `prima` before the others.
 * @throws ErroreApprodo `foglio.illeggibile`, `foglio.troppo_grande`
 */
export async function* readXlsx(
  nome: string,
  bytes: Uint8Array,
  vuole: (foglio: string) => boolean,
  prima: (foglio: string) => boolean = () => false,
): AsyncGenerator<Lotto> {
  const zip = await ZipFoglio.open(nome, bytes);
  if (!zip.has(PARTE_CARTELLA))
    throw foglioIllegibile(nome, 'non è una cartella di Excel. Salvarlo come .xlsx e riprovare.');
  const { fogli, data1904 } = await readCartella(zip);
  const voluti = fogli.filter((foglio) => vuole(foglio.nome));
  if (voluti.length === 0) return;
  const cartella = { zip, data1904, stiliData: await readStili(zip), testi: await readTesti(zip) };
  const inOrdine = voluti.toSorted((a, b) => Number(prima(b.nome)) - Number(prima(a.nome)));
  for (const foglio of inOrdine) yield* readFoglioXml(cartella, foglio.nome, foglio.parte);
}

async function readCartella(zip: ZipFoglio): Promise<{ fogli: { nome: string; parte: string }[]; data1904: boolean }> {
  const rel = await readRelazioni(zip);
  const fogli: { nome: string; parte: string }[] = [];
  let data1904 = false;
  await readXml(
    zip,
    PARTE_CARTELLA,
    {
      open(nome, a) {
        if (nome === 'workbookPr') data1904 = a['date1904'] === '1' || a['date1904'] === 'true';
        const parte = nome === 'sheet' ? rel.get(a['r:id'] ?? relId(a) ?? '') : undefined;
        if (parte !== undefined) fogli.push({ nome: a['name'] ?? '', parte });
      },
    },
    LIMITE_PARTE,
  );
  return { fogli, data1904 };
}

/** The relationship id under whatever prefix the file gives its namespace. */
function relId(attributi: Readonly<Record<string, string>>): string | undefined {
  const chiave = Object.keys(attributi).find((nome) => nome.endsWith(':id'));
  return chiave === undefined ? undefined : attributi[chiave];
}

/** relationship id → part; only worksheets. */
async function readRelazioni(zip: ZipFoglio): Promise<Map<string, string>> {
  const rel = new Map<string, string>();
  const ascolto = {
    open(nome: string, a: Readonly<Record<string, string>>) {
      if (nome !== 'Relationship' || !a['Type']?.endsWith('/worksheet')) return;
      const target = a['Target'] ?? '';
      rel.set(a['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  };
  await readXml(zip, 'xl/_rels/workbook.xml.rels', ascolto, LIMITE_PARTE);
  return rel;
}

/** Built-in formats that show a date (§18.8.30); 18–21 and 45–47 are times of day. */
const FORMATI_DATA = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A custom format shows a date when it has a year, a day or a written month outside quotes and brackets. */
function isFormatoData(codice: string): boolean {
  const nudo = codice.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  return /[yd]|mmm/.test(nudo);
}

async function readStili(zip: ZipFoglio): Promise<boolean[]> {
  const date = new Set(FORMATI_DATA);
  const stili: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return stili;
  let inCelle = false;
  const ascolto = {
    open(nome: string, a: Readonly<Record<string, string>>) {
      if (nome === 'numFmt' && isFormatoData(a['formatCode'] ?? '')) date.add(Number(a['numFmtId']));
      else if (nome === 'cellXfs') inCelle = true;
      else if (nome === 'xf' && inCelle) stili.push(date.has(Number(a['numFmtId'] ?? 0)));
    },
    close(nome: string) {
      if (nome === 'cellXfs') inCelle = false;
    },
  };
  await readXml(zip, 'xl/styles.xml', ascolto, LIMITE_PARTE);
  return stili;
}

async function readTesti(zip: ZipFoglio): Promise<string[]> {
  const testi: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return testi;
  const raccolta = raccoltaTesto();
  const ascolto = {
    open(nome: string) {
      raccolta.open(nome);
    },
    text: raccolta.text,
    close(nome: string) {
      raccolta.close(nome);
      if (nome === 'si') testi.push(raccolta.take());
    },
  };
  await readXml(zip, 'xl/sharedStrings.xml', ascolto, LIMITI.testiCondivisi);
  return testi;
}

/** Joins the `<t>` of a string item, leaving out the phonetic ones (§18.4.6), and undoes `_x000D_` (§22.9.2.19). */
function raccoltaTesto() {
  let testo = '';
  let ascolta = false;
  let fonetica = false;
  return {
    open(nome: string) {
      if (nome === 'rPh') fonetica = true;
      else if (nome === 't') ascolta = !fonetica;
    },
    text(pezzo: string) {
      if (ascolta) testo = aggiungi(testo, pezzo);
    },
    close(nome: string) {
      if (nome === 'rPh') fonetica = false;
      else if (nome === 't') ascolta = false;
    },
    take() {
      const preso = testo.includes('_x')
        ? testo.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : testo;
      testo = '';
      return preso;
    },
  };
}

/** A cell as the XML gives it, before its type is understood. */
interface CellaXml {
  readonly colonna: number;
  readonly tipo: string;
  readonly stile: number;
  valore: string | undefined;
  formula: boolean;
}

async function* readFoglioXml(cartella: Cartella, foglio: string, parte: string): AsyncGenerator<Lotto> {
  const raccolta = raccoltaTesto();
  let righe: RigaGrezza[] = [];
  let piene = 0;
  let riga = 0;
  let celle: string[] = [];
  let cella: CellaXml | undefined;
  let inValore = false;
  const ascolto = {
    open(nome: string, a: Readonly<Record<string, string>>) {
      if (nome === 'row') {
        riga = numeroRiga(a['r'], riga);
        celle = [];
      } else if (nome === 'c') {
        const colonna = a['r'] === undefined ? celle.length : colonnaDi(a['r']);
        cella = { colonna, tipo: a['t'] ?? 'n', stile: Number(a['s'] ?? 0), valore: undefined, formula: false };
      } else if (cella && nome === 'f') cella.formula = true;
      else if (cella && nome === 'v') {
        inValore = true;
        cella.valore = '';
      } else if (cella) raccolta.open(nome);
    },
    text(pezzo: string) {
      if (inValore && cella) cella.valore = aggiungi(cella.valore ?? '', pezzo);
      else if (cella) raccolta.text(pezzo);
    },
    close(nome: string) {
      if (nome === 'v') inValore = false;
      else if (nome === 'c' && cella) {
        if (cella.tipo === 'inlineStr') cella.valore = raccolta.take();
        if (cella.colonna < LIMITI.colonne) putCella(celle, cella.colonna, testoDi(cartella, cella));
        cella = undefined;
      } else if (nome === 'row') {
        piene += addRiga(righe, riga, celle);
      } else if (cella) raccolta.close(nome);
    },
  };
  for await (const _ of parseXml(cartella.zip, parte, ascolto)) {
    if (piene > LIMITI.righe) throw troppeRighe(foglio);
    if (righe.length < RIGHE_PER_LOTTO) continue;
    yield { foglio, righe };
    righe = [];
  }
  if (righe.length > 0) yield { foglio, righe };
}

/** A cell longer than any real one is cut: it will be refused, and does not fill the memory before. */
function aggiungi(testo: string, pezzo: string): string {
  return testo.length > LIMITI.caratteri ? testo : testo + pezzo;
}

/** Rows without a filled cell count for nothing. Returns how many rows were added. */
function addRiga(righe: RigaGrezza[], riga: number, celle: readonly string[]): number {
  if (celle.every((testo) => testo === '')) return 0;
  righe.push({ riga, celle });
  return 1;
}

function putCella(celle: string[], colonna: number, testo: string): void {
  while (celle.length < colonna) celle.push('');
  celle[colonna] = testo;
}

/** Rows without a number follow the one before; one that is no number is read as if it had none. */
function numeroRiga(scritto: string | undefined, precedente: number): number {
  const numero = Number(scritto);
  return Number.isSafeInteger(numero) && numero > 0 ? numero : precedente + 1;
}

/** `AB12` → 27 (the first column is 0). */
function colonnaDi(indirizzo: string): number {
  let n = 0;
  for (let i = 0; i < indirizzo.length; i++) {
    const lettera = indirizzo.charCodeAt(i) - 64;
    if (lettera < 1 || lettera > 26) break;
    n = n * 26 + lettera;
  }
  return n - 1;
}

/** A formula that was never calculated has no value: it is read as an error cell, never as an empty one. */
const SENZA_RISULTATO = '#CALC!';

function testoDi(cartella: Cartella, { tipo, stile, valore, formula }: CellaXml): string {
  if (valore === undefined) return formula ? SENZA_RISULTATO : '';
  switch (tipo) {
    case 's':
      return cartella.testi[Number(valore)] ?? '';
    case 'b':
      return valore === '1' || valore === 'true' ? 'si' : 'no';
    case 'd':
      return valore.slice(0, 10);
    case 'n':
      return numero(valore, cartella.stiliData[stile] ?? false, cartella.data1904);
    default:
      return valore;
  }
}

/** The day of a serial number (§18.17.4.1); the one before 1 March 1900 counts a 29 February that never was. */
function numero(valore: string, data: boolean, data1904: boolean): string {
  const n = Number(valore);
  if (valore.trim() === '' || !Number.isFinite(n)) return valore;
  if (!data || n < 1) return String(n);
  const seriale = Math.floor(n) + (data1904 ? 1462 : 0);
  return epochToGiorno(seriale - (seriale < 60 ? 25568 : 25569));
}
