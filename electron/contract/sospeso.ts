import { z } from 'zod';
import { niente } from './campo.ts';
import { command, query } from './endpoint.ts';
import { NOMINATIVI } from './ruolo.ts';

/** Which form, about what: `visita:nuova`, `dimissione:<ingressoId>`. */
const chiave = z.string().min(1).max(200);

/** What the person who asks was typing and has not saved. Nobody else's can be asked for. */
export const sospesi = {
  'sospesi.get': query({
    ruoli: NOMINATIVI,
    legge: ['sospesi'],
    input: z.object({ chiave }),
    output: z.object({ dati: z.string(), atMs: z.number() }).nullable(),
  }),
  /** `dati`: JSON of the form's values. */
  'sospesi.save': command({
    ruoli: NOMINATIVI,
    cambia: ['sospesi'],
    input: z.object({ chiave, dati: z.string().max(200_000) }),
    output: niente,
  }),
  'sospesi.remove': command({ ruoli: NOMINATIVI, cambia: ['sospesi'], input: z.object({ chiave }), output: niente }),
};
