import { z } from 'zod';
import { bytes, codice } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CENTRALE, RESPONSABILI } from './ruolo.ts';

const chiave = z.string().min(1).max(20_000);

/** A community back from what the central office received of it (electron/sync/README.md, «The reconstruction»). */
export const ricostruzioni = {
  /** What a reconstruction would hold and for whom: the fingerprint is to be read on the phone first. */
  'ricostruzioni.check': query({
    ruoli: CENTRALE,
    legge: ['chiavi', 'pacchi'],
    input: z.object({ struttura: codice, chiave }),
    output: z.object({
      nome: z.string(),
      strutture: z.array(z.string()),
      pacchi: z.number().int(),
      ultimoMese: z.string().nullable(),
      impronta: z.string(),
      /** the key is not the one known so far: it takes its place */
      chiaveNuova: z.boolean(),
    }),
  }),
  /** Makes the file. With a new key, from now on that key speaks for the strutture and the old one no longer does. */
  'ricostruzioni.prepare': command({
    ruoli: CENTRALE,
    cambia: ['chiavi', 'pacchi'],
    input: z.object({ struttura: codice, chiave }),
    output: z.object({ nomeFile: z.string(), bytes, pacchi: z.number().int(), strutture: z.array(z.string()) }),
  }),
  /**
   * Takes it: into an empty register everything; into one that is behind (an old copy restored) the months it no longer
   * remembers.
   */
  'ricostruzioni.import': command({
    ruoli: RESPONSABILI,
    copiaPrima: true,
    cambia: [
      ...(['sessione', 'strutture', 'ospiti', 'ingressi', 'presenze', 'eventi', 'mesi', 'pacchi', 'copie'] as const),
    ],
    input: z.object({ bytes }),
    output: z.object({
      /** nuovo: the register was empty; ripreso: some months came back; uguale: nothing was missing */
      esito: z.enum(['nuovo', 'ripreso', 'uguale']),
      strutture: z.array(
        z.object({
          codice: z.string(),
          nome: z.string(),
          /** months that came, ascending */
          mesi: z.array(z.string()),
          /** number of the next parcel */
          prossimoNumero: z.number().int(),
        }),
      ),
      /** sentences: what to look at */
      avvisi: z.array(z.string()),
    }),
  }),
};
