import { z } from 'zod';
import { codice, giorno, id, testo } from './campo.ts';
import { command } from './endpoint.ts';
import { alloggio, nuovoOspite } from './ingresso.ts';
import { COMUNITA } from './ruolo.ts';
import { schedaParziale } from './scheda.ts';

export const nuclei = {
  /**
   * A family, each with a stay of their own, in one gesture. What all share is written once; each one's own fields win over it.
   * `conIngresso`: into the family of that stay, which becomes one if it was not (a child born later).
   */
  'nuclei.register': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'ingressi', 'presenze'],
    input: z.object({
      struttura: codice,
      /** how the family is called; null: the surname of its first member */
      nome: testo.nullable().default(null),
      conIngresso: id.nullable().default(null),
      dataIngresso: giorno,
      modulo: codice.nullable(),
      comuni: schedaParziale.default({}),
      membri: z
        .array(
          z.object({
            ospite: z.union([z.object({ id }), nuovoOspite]),
            /** absent: the one of all */
            modulo: codice.nullable().optional(),
            /** place in `membri` of the parent of a minor; null: none of them, or not a minor */
            genitore: z.number().int().min(0).nullable().default(null),
            scheda: schedaParziale.default({}),
            alloggio: alloggio.nullable().optional(),
          }),
        )
        .min(1)
        .max(20),
    }),
    output: z.object({
      nucleoId: id,
      membri: z.array(z.object({ ingressoId: id, ospiteId: id })),
      avvisi: z.array(z.string()),
      /** the line of the log that one key undoes */
      voce: z.number().int(),
    }),
  }),
};
