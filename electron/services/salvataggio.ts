import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listMesiChiusi } from '../../db/reads/mese.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { removeQuietly } from '../cartella/file-atomico.ts';
import type { Contesto } from './contesto.ts';
import { exportMese } from './pacco.ts';

/** A damaged store, whose key is known. */
export interface Danneggiato {
  readonly dati: string;
  /** its 32 bytes */
  readonly chiave: Uint8Array;
  /** epoch ms */
  readonly clock: () => number;
  readonly oggi: Giorno;
}

/**
 * What a person reads of a damaged store, after the parcels that could be made of it have been put in the outgoing folder.
 * Any other error comes back as it is.
 */
export async function explainDanno(error: unknown, danneggiato: Danneggiato): Promise<unknown> {
  if (!(error instanceof ErroreApprodo) || error.codice !== 'archivio.danneggiato') return error;
  const salvati = await saveInUscita(danneggiato);
  if (salvati === 0) return error;
  const quanti =
    salvati === 1 ? 'Il mese chiuso non ancora mandato è stato salvato' : 'I mesi chiusi sono stati salvati';
  const messaggio = `${error.messaggio} ${quanti} nella cartella in-uscita: mandare ${salvati === 1 ? 'quel pacco' : 'quei pacchi'} all’Accoglienza.`;
  return new ErroreApprodo(error.codice, messaggio, { cause: error });
}

/**
 * The sealed parcels of the closed months that a damaged store can still tell, in the outgoing folder. Every page carries
 * its own authentication: a month is read true or not at all. Works on a copy: the damaged file is left as it is, and
 * remembers nothing of these parcels (the central office sees from the chain that a copy was restored).
 * @returns how many were not there before
 */
export async function saveInUscita({ dati, chiave, clock, oggi }: Danneggiato): Promise<number> {
  const { archivio, inUscita } = fileCartella(dati);
  const copia = join(dati, `copia-${randomUUID()}.tmp`);
  let store: Store | undefined;
  let salvati = 0;
  try {
    for (const part of ['', '-wal']) if (existsSync(archivio + part)) copyFileSync(archivio + part, copia + part);
    store = Store.open({ file: copia, key: chiave, clock, integrityCheck: false });
    if (store.findImpostazione('ruolo') === 'centrale') return 0;
    const utente = { accountId: null, nome: 'Approdo', ruolo: 'responsabile' } as const;
    const ctx: Contesto = { store, dati, utente, ruolo: 'comunita', oggi: () => oggi, progress: async () => undefined };
    for (const { codice, mese } of listChiusi(store)) {
      const before = countFiles(inUscita);
      await exportMese(ctx, { struttura: codice, mese }).catch(() => undefined);
      salvati += countFiles(inUscita) - before;
    }
    return salvati;
  } catch {
    // not even its tables can be read: what was already made is in the folder
    return salvati;
  } finally {
    store?.close();
    for (const part of ['', '-wal', '-shm']) removeQuietly(copia + part);
  }
}

function listChiusi(store: Store): { codice: string; mese: string }[] {
  return listStrutture(store).flatMap(({ id, codice }) =>
    readable(() => listMesiChiusi(store, id)).map((mese) => ({ codice, mese })),
  );
}

function readable<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function countFiles(cartella: string): number {
  return existsSync(cartella) ? readdirSync(cartella).filter((nome) => nome.endsWith('.approdo')).length : 0;
}
