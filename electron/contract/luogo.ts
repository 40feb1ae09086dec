import { z } from 'zod';
import { giorno } from './campo.ts';
import { query } from './endpoint.ts';
import { NOMINATIVI } from './ruolo.ts';

/** A comune, of today or of another time, or a foreign State: what a codice fiscale may say as the place of birth. */
export const luogo = z.object({
  /** codice catastale (Belfiore): `B157`, `Z129` */
  codice: z.string(),
  /** its name on the day asked for, as `sigla`: the province's letters; of a State its ISO code; '' where there is none */
  nome: z.string(),
  sigla: z.string(),
  estero: z.boolean(),
  /** the first day, where it is known */
  dal: giorno.nullable(),
  /** the first day on which it was no more; null: it still is */
  cessatoIl: giorno.nullable(),
  /** how it is written today, where that is not the same: `Corigliano-Rossano (CS)`; '' too where it is not known */
  oggi: z.string(),
  /** what was there on the day asked for, when it was not there yet: `Corigliano Calabro (CS), Rossano (CS)` */
  prima: z.string(),
  /** a sentence where someone born that day cannot be born there; '' otherwise */
  avviso: z.string(),
  /** the codes that a codice fiscale may have for it: its own, those of its history */
  codici: z.array(z.string()),
});

export const luoghi = {
  /** Places whose name begins with, or holds, what is typed; by its code too. Those that were there on `giorno` come first, named as they were then. */
  'luoghi.search': query({
    ruoli: NOMINATIVI,
    legge: [],
    input: z.object({
      testo: z.string().max(100),
      /** a day of birth */
      giorno: giorno.nullable().default(null),
      limite: z.number().int().min(1).max(50).default(12),
    }),
    output: z.array(luogo),
  }),
};
