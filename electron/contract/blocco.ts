import { z } from 'zod';
import { niente } from './campo.ts';
import { command } from './endpoint.ts';
import { GESTORI } from './ruolo.ts';

/** Minutes without a gesture after which Approdo locks by itself: one of these, for the whole installation. */
export const MINUTI_BLOCCO = [5, 10, 15, 30] as const;
export const MINUTI_PREDEFINITI = 10;

export const blocco = {
  'blocco.set': command({
    ruoli: GESTORI,
    cambia: ['sessione'],
    input: z.object({ minuti: z.literal(MINUTI_BLOCCO) }),
    output: niente,
  }),
};
