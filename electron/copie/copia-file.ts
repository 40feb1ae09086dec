import { rmSync } from 'node:fs';
import { z } from 'zod';
import { type TestaArchivio, verifyStoreFile } from '../../db/file/copia.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { isGiorno } from '../../domain/giorno.ts';
import { MOTIVI_COPIA } from '../../domain/rotazione.ts';
import { toErroreFile } from '../cartella/file-atomico.ts';
import { danneggiata, extractRange, hashFile, readIndice, readRange, writeContenitore } from './contenitore.ts';

const ARCHIVIO = 'approdo.db';
const CHIAVI = 'chiavi.json';
const MANIFESTO = 'copia.json';
const FORMATO = 1;

const manifesto = z.object({
  tipo: z.literal('approdo-copia'),
  formato: z.number().int(),
  createdAtMs: z.number(),
  /** hex SHA-256 by entry */
  sha256: z.record(z.string(), z.string()),
  /** since the automatic copies: whose it is, up to where it goes, when and why it was made. In clear: it names nobody. */
  dispositivo: z.string().max(80).optional(),
  voce: z.number().int().min(0).optional(),
  hash: z.string().max(64).optional(),
  giorno: z.string().refine(isGiorno).optional(),
  motivo: z.enum(MOTIVI_COPIA).optional().catch(undefined),
});
export type ManifestoCopia = z.output<typeof manifesto>;

/** A copy opened as far as it can be without a password. */
export interface CopiaLetta {
  readonly file: string;
  readonly manifesto: ManifestoCopia;
  /** chiavi.json as it was */
  readonly chiavi: Buffer;
  readonly archivio: { readonly inizio: number; readonly lunghezza: number };
}

/** What is written of a copy beside its bytes. */
export type DettiCopia = Omit<ManifestoCopia, 'tipo' | 'formato' | 'sha256'>;

/**
 * Writes one backup file: a ustar container with `copia.json`, `chiavi.json` (the wrapped key: the same password opens the
 * copy) and `approdo.db` (encrypted). What is written here opens with this and later versions.
 * @param to a name that is not there
 * @throws NodeJS.ErrnoException
 */
export function writeCopia(
  to: string,
  { archivio, chiavi, detti }: { archivio: string; chiavi: Buffer; detti: DettiCopia },
): void {
  const said: ManifestoCopia = {
    tipo: 'approdo-copia',
    formato: FORMATO,
    ...detti,
    sha256: { [ARCHIVIO]: hashFile(archivio) },
  };
  const voci = [
    { nome: MANIFESTO, contenuto: { bytes: Buffer.from(JSON.stringify(said), 'utf8') } },
    { nome: CHIAVI, contenuto: { bytes: chiavi } },
    { nome: ARCHIVIO, contenuto: { file: archivio } },
  ];
  writeContenitore(to, voci, detti.createdAtMs);
}

/** @throws ErroreApprodo `copia.danneggiata`, `copia.versione`, `file.*` */
export function readCopia(file: string): CopiaLetta {
  try {
    const indice = readIndice(file);
    const [said, chiavi, archivio] = [indice.get(MANIFESTO), indice.get(CHIAVI), indice.get(ARCHIVIO)];
    if (!said || !chiavi || !archivio || said.lunghezza > 100_000 || chiavi.lunghezza > 1_000_000) throw danneggiata();
    const letto = manifesto.parse(JSON.parse(readRange(file, said.inizio, said.lunghezza).toString('utf8')));
    if (letto.formato > FORMATO)
      throw new ErroreApprodo(
        'copia.versione',
        'La copia è stata fatta da una versione più recente di Approdo: aggiornare il programma e riprovare.',
      );
    return { file, manifesto: letto, chiavi: readRange(file, chiavi.inizio, chiavi.lunghezza), archivio };
  } catch (error) {
    const known = toErroreFile(error, file);
    throw known instanceof ErroreApprodo ? known : danneggiata();
  }
}

/**
 * Takes the store out of a copy into a new file and reads every page of it with the key; on any doubt nothing stays.
 * @returns what the store says of itself
 * @throws ErroreApprodo `copia.danneggiata`, `archivio.*`, `file.*`
 */
export function extractArchivio({ file, manifesto: said, archivio }: CopiaLetta, to: string, chiave: Uint8Array) {
  removeArchivio(to);
  try {
    if (extractRange(file, archivio.inizio, archivio.lunghezza, to) !== said.sha256[ARCHIVIO]) throw danneggiata();
    const testa = verifyStoreFile(to, chiave);
    if (said.voce !== undefined && (said.voce !== testa.voce || said.hash !== testa.hash)) throw danneggiata();
    return testa;
  } catch (error) {
    removeArchivio(to);
    throw toErroreFile(error, to);
  }
}

/** Opens a copy again from where it lies: key, every page, end of the log. @param provvisorio a free name, left free */
export function verifyCopia(file: string, chiave: Uint8Array, provvisorio: string): TestaArchivio {
  try {
    return extractArchivio(readCopia(file), provvisorio, chiave);
  } finally {
    removeArchivio(provvisorio);
  }
}

/** A store file with what SQLite may leave beside it. */
export function removeArchivio(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}
