import { ErroreApprodo } from '../../domain/errore.ts';
import { testi } from '../testi/index.ts';

/** A file as the contract takes it (electron/contract/campo.ts, `fileDato`). */
export interface FileLetto {
  nome: string;
  bytes: Uint8Array;
}

/** A file given by a person, not read yet; `percorso` = folders and name, as it was given. */
export interface FileDato {
  percorso: string;
  file: File;
  /** found inside a folder, not chosen by name */
  daCartella: boolean;
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

/** The files of an entry, folders opened to the bottom. What cannot be opened is left out and told by `readFile` of the rest. */
async function listEntry(entry: FileSystemEntry, cartella: string, trovati: FileDato[]): Promise<void> {
  if (trovati.length > MASSIMO_FILE || entry.name.startsWith('.')) return;
  const percorso = cartella === '' ? entry.name : `${cartella}/${entry.name}`;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    trovati.push({ percorso, file, daCartella: cartella !== '' });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives at most a hundred entries at a time, and an empty list when there are no more.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const dentro of batch) await listEntry(dentro, percorso, trovati);
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
  const trovati: FileDato[] = sciolti.map((file) => ({ percorso: file.name, file, daCartella: false }));
  for (const entry of entries) await listEntry(entry, '', trovati);
  return inOrdine(trovati);
}

/** The files of an `<input type="file">`, also one that chooses a folder. */
export function listScelti(lista: FileList): FileDato[] {
  const files = Array.from(lista).filter((file) => !file.name.startsWith('.'));
  return inOrdine(
    files.map((file) => {
      const percorso = file.webkitRelativePath || file.name;
      return { percorso, file, daCartella: percorso.includes('/') };
    }),
  );
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
    const suo = estensioni.some((fine) => dato.file.name.toLowerCase().endsWith(fine));
    (suo || !dato.daCartella ? tenuti : lasciati).push(dato);
  }
  return { tenuti, lasciati };
}

/** The file's own name, or its path where two of them have the same name: answers are by name. */
function nomiDistinti(dati: readonly FileDato[]): string[] {
  const quanti = Map.groupBy(dati, (d) => d.file.name);
  return dati.map((d) => ((quanti.get(d.file.name)?.length ?? 0) > 1 ? d.percorso : d.file.name).slice(-260));
}

/**
 * Reads the files. Those that cannot be read (moved, forbidden) are told apart by name, and the others go on.
 * @throws ErroreApprodo `file.troppi`, `file.troppo_grandi`
 */
export async function readFiles(dati: readonly FileDato[]): Promise<{ letti: FileLetto[]; illeggibili: string[] }> {
  if (dati.length > MASSIMO_FILE) throw new ErroreApprodo('file.troppi', testi.file.troppi(MASSIMO_FILE));
  const totale = dati.reduce((somma, d) => somma + d.file.size, 0);
  if (totale > MASSIMO_BYTE) throw new ErroreApprodo('file.troppo_grandi', testi.file.troppoGrandi);
  const nomi = nomiDistinti(dati);
  const letti: FileLetto[] = [];
  const illeggibili: string[] = [];
  for (const [i, { file, percorso }] of dati.entries()) {
    const nome = nomi[i] ?? percorso;
    try {
      letti.push({ nome, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      illeggibili.push(nome);
    }
  }
  return { letti, illeggibili };
}
