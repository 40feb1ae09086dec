import { z } from 'zod';
import { id, niente } from './campo.ts';
import { command } from './endpoint.ts';
import { COMUNITA } from './ruolo.ts';

/** What a saving answers: the row, the line of the log that wrote it (null: nothing changed), what is odd or missing. */
export const salvato = z.object({
  id,
  voce: z.number().int().nullable(),
  avvisi: z.array(z.string()),
});

/** A field that two people changed from the same starting point: nothing was written, the form asks with both. */
export const contesa = z.object({
  campo: z.string(),
  mio: z.unknown(),
  loro: z.unknown(),
  /** who wrote the other value, and when */
  chi: z.string(),
  atMs: z.number(),
});

/** What correcting a row answers. With `contese` nothing was written. */
export const esitoModifica = salvato.extend({ contese: z.array(contesa) });

/**
 * The correction of a row: of each field the form touched, what it had seen and what it writes. Fields nobody else changed
 * meanwhile are merged; the same field is a `contesa`.
 */
export function modificaDi<S extends z.ZodRawShape>(campi: z.ZodObject<S>) {
  return z.object({ id, prima: campi.partial(), dopo: campi.partial() });
}

export const modifiche = {
  /** Undoes one's own saving, while nobody has touched its rows since. */
  'modifiche.undo': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'ingressi', 'presenze', 'eventi', 'strutture', 'liste', 'scadenze', 'registro'],
    input: z.object({ voce: z.number().int().positive() }),
    output: niente,
  }),
};
