import { ErroreApprodo } from '../../domain/errore.ts';
import { testi } from '../testi/index.ts';

/** A file as the contract takes it (electron/contract/campo.ts, `fileDato`). */
export interface FileLetto {
  nome: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file given by a person, not read yet. */
export interface FileDato {
  nome: string;
  /** folders and name, as it was given */
  percorso: string;
  /** found inside a folder, not chosen by name */
  daCartella: boolean;
  /** size in bytes */
  byte: number;
  /** rejects when the file is gone or forbidden */
  leggi(): Promise<Uint8Array<ArrayBuffer>>;
}

/** More than this many files are surely the wrong folder; the contract stops there too. */
export const MASSIMO_FILE = 2000;
/** What the host accepts in one call, with room for the encoding of the bytes. */
export const MASSIMO_BYTE = 44 * 1024 * 1024;

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function datoDi(file: File, percorso: string): FileDato {
  const leggi = async () => new Uint8Array(await file.arrayBuffer());
  return { nome: file.name, percorso, daCartella: percorso.includes('/'), byte: file.size, leggi };
}

/** What could not even be opened stays in the list, so that it is told and not lost in silence. */
function datoChiuso(nome: string, percorso: string, errore: unknown): FileDato {
  return { nome, percorso, daCartella: false, byte: 0, leggi: () => Promise.reject(errore) };
}

async function listCartella(cartella: FileSystemDirectoryEntry, percorso: string, trovati: FileDato[]): Promise<void> {
  const reader = cartella.createReader();
  // A reader gives at most a hundred entries at a time, and an empty list when there are no more.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const dentro of batch) await listEntry(dentro, `${percorso}/${dentro.name}`, trovati);
  }
}

/** The files of an entry, folders opened to the bottom, hidden ones left out. */
async function listEntry(entry: FileSystemEntry, percorso: string, trovati: FileDato[]): Promise<void> {
  if (trovati.length > MASSIMO_FILE || entry.name.startsWith('.')) return;
  try {
    if (entry.isFile) trovati.push(datoDi(await fileOf(entry as FileSystemFileEntry), percorso));
    else await listCartella(entry as FileSystemDirectoryEntry, percorso, trovati);
  } catch (errore) {
    trovati.push(datoChiuso(entry.name, percorso, errore));
  }
}

/**
 * The files of a drop, folders included, in the order of their paths. Call it inside the event: the list of what was
 * dropped is emptied as soon as the event ends.
 */
export async function listTrascinati(dati: DataTransfer): Promise<FileDato[]> {
  const entries: FileSystemEntry[] = [];
  const sciolti: File[] = [];
  for (const item of Array.from(dati.items)) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry?.() ?? null;
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    else if (file !== null) sciolti.push(file);
  }
  const trovati = sciolti.map((file) => datoDi(file, file.name));
  for (const entry of entries) await listEntry(entry, entry.name, trovati);
  return inOrdine(trovati);
}

/** The files of an `<input type="file">`, also one that chooses a folder. */
export function listScelti(lista: FileList): FileDato[] {
  const files = Array.from(lista).filter((file) => !file.name.startsWith('.'));
  return inOrdine(files.map((file) => datoDi(file, file.webkitRelativePath || file.name)));
}

function inOrdine(dati: FileDato[]): FileDato[] {
  return dati.sort((a, b) => (a.percorso < b.percorso ? -1 : 1));
}

/** What a page reads of what it was given: a file chosen by name always, a file found in a folder when it is of its kind. */
export function splitPerTipo(
  dati: readonly FileDato[],
  estensioni: readonly string[],
): { tenuti: FileDato[]; lasciati: FileDato[] } {
  const tenuti: FileDato[] = [];
  const lasciati: FileDato[] = [];
  for (const dato of dati) {
    const suo = estensioni.some((fine) => dato.nome.toLowerCase().endsWith(fine));
    (suo || !dato.daCartella ? tenuti : lasciati).push(dato);
  }
  return { tenuti, lasciati };
}

/** The file's own name, or its path where two of them have the same name: answers are by name. */
function nomiDistinti(dati: readonly FileDato[]): string[] {
  const quanti = Map.groupBy(dati, (d) => d.nome);
  return dati.map((d) => ((quanti.get(d.nome)?.length ?? 0) > 1 ? d.percorso : d.nome).slice(-260));
}

/**
 * Reads the files. Those that cannot be read (moved, forbidden) are told apart by name, and the others go on.
 * @throws ErroreApprodo `file.troppi`, `file.troppo_grandi`
 */
export async function readFiles(dati: readonly FileDato[]): Promise<{ letti: FileLetto[]; illeggibili: string[] }> {
  if (dati.length > MASSIMO_FILE) throw new ErroreApprodo('file.troppi', testi.file.troppi(MASSIMO_FILE));
  const totale = dati.reduce((somma, d) => somma + d.byte, 0);
  if (totale > MASSIMO_BYTE) throw new ErroreApprodo('file.troppo_grandi', testi.file.troppoGrandi);
  const nomi = nomiDistinti(dati);
  const letti: FileLetto[] = [];
  const illeggibili: string[] = [];
  for (const [i, dato] of dati.entries()) {
    const nome = nomi[i] ?? dato.percorso;
    try {
      letti.push({ nome, bytes: await dato.leggi() });
    } catch {
      illeggibili.push(nome);
    }
  }
  return { letti, illeggibili };
}
