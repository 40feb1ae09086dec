import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyStoreFile, type TestaArchivio } from '../../db/file/copia.ts';
import { toErroreApprodo } from '../../db/file/sqlite-errore.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { copieDaTogliere, type MotivoCopia } from '../../domain/rotazione.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { moveIntoPlace, removeQuietly, syncFolder, toErroreFile } from '../cartella/file-atomico.ts';
import { parsePortachiavi } from '../chiavi/portachiavi.ts';
import { danneggiata } from './contenitore.ts';
import { removeArchivio, verifyCopia, writeCopia } from './copia-file.ts';
import { type Indice, isIntera, type Luogo, listNomi, nomeCopia, openLuogo, segnoDi, writeIndice } from './luogo.ts';

/** One round of copies: everything a thread of its own needs. */
export interface RichiestaGiro {
  readonly dati: string;
  readonly chiave: Uint8Array;
  readonly luoghi: readonly Luogo[];
  readonly motivo: MotivoCopia;
  /** epoch ms */
  readonly createdAtMs: number;
  readonly giorno: Giorno;
  /** free name in the data folder, for what is on its way (electron/cartella/avanzi.ts) */
  readonly provvisorio: string;
}

export interface EsitoLuogo {
  readonly percorso: string;
  /** the copy made, or null */
  readonly fatta: { readonly file: string; readonly byte: number } | null;
  readonly errore: { readonly codice: string; readonly messaggio: string } | null;
}

export interface EsitoGiro {
  /** last line of the log in the copies; null when the store could not even be copied */
  readonly voce: number | null;
  readonly esiti: readonly EsitoLuogo[];
}

/**
 * One moment of the store, in every place: written, opened again from there, and only then the old ones that the rule no
 * longer wants are taken away. A place that fails does not stop the others and loses nothing it had. Never throws.
 */
export function runGiro(richiesta: RichiestaGiro): EsitoGiro {
  const { dati, chiave, luoghi } = richiesta;
  const copia = join(dati, richiesta.provvisorio);
  try {
    const testa = copyStoreFile(fileCartella(dati).archivio, chiave, copia);
    const chiavi = readChiavi(fileCartella(dati).chiavi);
    return { voce: testa.voce, esiti: luoghi.map((luogo) => copyTo(luogo, richiesta, { copia, chiavi, testa })) };
  } catch (error) {
    const errore = explain(error, dati);
    return { voce: null, esiti: luoghi.map(({ percorso }) => ({ percorso, fatta: null, errore })) };
  } finally {
    removeArchivio(copia);
  }
}

interface Istante {
  /** the store of that moment, verified */
  readonly copia: string;
  readonly chiavi: Buffer;
  readonly testa: TestaArchivio;
}

function copyTo(luogo: Luogo, richiesta: RichiestaGiro, istante: Istante): EsitoLuogo {
  const { percorso } = luogo;
  try {
    const indice = openLuogo(luogo, istante.testa.dispositivo);
    const nome = writeVerified(percorso, richiesta, istante);
    const byte = statSync(join(percorso, nome)).size;
    rotate(percorso, richiesta, istante.testa, indice, { nome, byte });
    return { percorso, fatta: { file: nome, byte }, errore: null };
  } catch (error) {
    return { percorso, fatta: null, errore: explain(error, percorso) };
  }
}

/** @returns the name of a copy that was opened again from its place; one that does not open is not left there */
function writeVerified(percorso: string, richiesta: RichiestaGiro, { copia, chiavi, testa }: Istante): string {
  const { createdAtMs, giorno, motivo, chiave } = richiesta;
  const nome = nomeCopia(percorso, testa.dispositivo, giorno, createdAtMs);
  const temp = join(percorso, `${nome}.${richiesta.provvisorio}`);
  try {
    writeCopia(temp, { archivio: copia, chiavi, detti: { createdAtMs, giorno, motivo, ...testa } });
    const riletta = verifyCopia(temp, chiave, `${copia}-rilettura`);
    if (riletta.hash !== testa.hash) throw danneggiata();
    moveIntoPlace(temp, join(percorso, nome), true);
    syncFolder(percorso);
    return nome;
  } finally {
    removeQuietly(temp);
  }
}

/** The index learns the new copy before an old one goes: a kill in between leaves one too many, never one too few. */
function rotate(
  percorso: string,
  { giorno, motivo, createdAtMs }: RichiestaGiro,
  testa: TestaArchivio,
  prima: Indice,
  fatta: { nome: string; byte: number },
): void {
  removeAvanziCopia(percorso, testa.dispositivo);
  const ordine = prima.ultimo + 1;
  const nuova = { ...fatta, ordine, giorno, motivo, voce: testa.voce, verificataAtMs: createdAtMs };
  const copie = [...prima.copie.filter((voce) => isIntera(percorso, voce)), nuova];
  writeIndice(percorso, testa.dispositivo, { ...prima, ultimo: ordine, copie });
  const tolte = new Set(copieDaTogliere(copie.map((copia) => ({ ...copia, verificata: true, propria: true }))));
  if (tolte.size === 0) return;
  for (const nome of tolte) removeQuietly(join(percorso, nome));
  const presenti = new Set(listNomi(percorso));
  const restano = copie.filter((copia) => presenti.has(copia.nome));
  writeIndice(percorso, testa.dispositivo, { ...prima, ultimo: ordine, copie: restano });
}

/** What a process killed while copying left in the place: this store's only. */
function removeAvanziCopia(percorso: string, dispositivo: string): void {
  const proprio = `-${segnoDi(dispositivo)}`;
  for (const nome of listNomi(percorso))
    if (nome.startsWith('approdo-') && nome.endsWith('.tmp') && nome.includes(proprio))
      removeQuietly(join(percorso, nome));
}

function readChiavi(file: string): Buffer {
  const bytes = readFileSync(file);
  parsePortachiavi(bytes.toString('utf8'));
  return bytes;
}

function explain(error: unknown, dove: string): { codice: string; messaggio: string } {
  const known = toErroreApprodo(toErroreFile(error, dove));
  if (known instanceof ErroreApprodo) return { codice: known.codice, messaggio: known.messaggio };
  return { codice: 'copia.fallita', messaggio: 'La copia non è riuscita: controllare il disco e ripetere.' };
}
