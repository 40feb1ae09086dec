import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isGiorno } from '../../domain/giorno.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { writeFileAtomic } from '../cartella/file-atomico.ts';
import { type Luogo, luogo } from './luogo.ts';

const esitoNoto = z.object({
  percorso: z.string(),
  /** the last copy that ended well */
  riuscita: z
    .object({
      atMs: z.number(),
      giorno: z.string().refine(isGiorno),
      file: z.string(),
      byte: z.number(),
      voce: z.number(),
    })
    .nullable(),
  /** why the last try failed; null when it did not */
  errore: z.object({ codice: z.string(), messaggio: z.string() }).nullable(),
  /** since when it fails, epoch ms */
  dalMs: z.number().nullable(),
});
export type EsitoNoto = z.output<typeof esitoNoto>;

/**
 * `copie.json`: where the copies are and how the last ones went, in clear beside the store, so that the door can offer them
 * when the store does not open. The places themselves are decided inside the store: this is their echo.
 */
const stato = z.object({ formato: z.literal(1), luoghi: z.array(luogo), esiti: z.array(esitoNoto) });
export type StatoCopie = z.output<typeof stato>;

/** The folder used until the office chooses: beside the data folder, so that losing the one does not lose the other. */
export function luogoPredefinito(dati: string): Luogo {
  return { percorso: `${dati.replace(/[/\\]+$/, '')}-copie`, tipo: 'cartella' };
}

/** Never throws: a file that cannot be read is as if there were none. */
export function readStatoCopie(dati: string): StatoCopie {
  try {
    return stato.parse(JSON.parse(readFileSync(fileCartella(dati).copie, 'utf8')));
  } catch {
    return { formato: 1, luoghi: [luogoPredefinito(dati)], esiti: [] };
  }
}

/** @throws ErroreApprodo `file.*` */
export function writeStatoCopie(dati: string, valore: StatoCopie): void {
  writeFileAtomic(fileCartella(dati).copie, `${JSON.stringify(valore, null, 1)}\n`);
}
