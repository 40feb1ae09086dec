import { z } from 'zod';
import { anno, mese } from './campo.ts';
import { query } from './endpoint.ts';
import { CENTRALE } from './ruolo.ts';

export const cellaConsegna = z.object({
  mese,
  stato: z.enum(['mancante', 'ricevuto', 'sostituito', 'con_avvisi']),
  revisione: z.number().int().nullable(),
  numero: z.number().int().nullable(),
  receivedAtMs: z.number().nullable(),
  avvisi: z.array(z.string()),
});

export const consegne = {
  /** The board struttura × month. Months of the year not yet over are there too, as `mancante`. */
  'consegne.getAnno': query({
    ruoli: [...CENTRALE, 'direzione'],
    legge: ['pacchi', 'strutture'],
    input: z.object({ anno }),
    output: z.object({
      anno,
      /** the last month that is over today, YYYY-MM: later ones are not yet due */
      ultimoDovuto: mese,
      righe: z.array(
        z.object({
          struttura: z.string(),
          nome: z.string(),
          posti: z.number().int(),
          celle: z.array(cellaConsegna),
        }),
      ),
    }),
  }),
};
