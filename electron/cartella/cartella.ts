import { homedir } from 'node:os';
import { join } from 'node:path';

/** The files of a data folder. Nothing else of value is there in clear. */
export interface FileCartella {
  /** the encrypted store (SQLite adds `-wal` and `-shm`) */
  readonly archivio: string;
  /** the wrapped data key, one wrapping per account */
  readonly chiavi: string;
  /** held while an Approdo is on the folder */
  readonly blocco: string;
  /** a store being made: becomes `archivio` when whole (electron/services/sessione.ts) */
  readonly archivioNuovo: string;
  /** parcels ready for the central office, sealed */
  readonly inUscita: string;
  /** the parcels made here, also those a restored copy no longer remembers (electron/sync/catena-file.ts) */
  readonly catena: string;
  /** where the copies are and how the last ones went (electron/copie/stato.ts) */
  readonly copie: string;
  /** technical log: names of endpoints, error codes, never a person */
  readonly diario: string;
}

export function fileCartella(dati: string): FileCartella {
  return {
    archivio: join(dati, 'approdo.db'),
    chiavi: join(dati, 'chiavi.json'),
    blocco: join(dati, 'approdo.lock'),
    archivioNuovo: join(dati, 'approdo-nuovo.db'),
    inUscita: join(dati, 'in-uscita'),
    catena: join(dati, 'catena.json'),
    copie: join(dati, 'copie.json'),
    diario: join(dati, 'approdo.log'),
  };
}

/** Where the data are when nobody says otherwise, by operating system. */
export function defaultDati(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Approdo', 'dati');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Approdo', 'dati');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'approdo', 'dati');
}
