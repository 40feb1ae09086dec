import { z } from 'zod';
import { id, niente } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CENTRALE, RESPONSABILI } from './ruolo.ts';

const corrispondente = z.object({
  id,
  ruolo: z.enum(['comunita', 'centrale']),
  nome: z.string(),
  strutture: z.array(z.string()),
  /** short fingerprint, to read on the phone */
  impronta: z.string(),
  createdAtMs: z.number(),
});

export const chiavi = {
  /** The public identity of this side, to be given to the other. */
  'chiavi.getPubblica': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: ['chiavi', 'strutture'],
    input: niente,
    output: z.object({ nomeFile: z.string(), testo: z.string(), impronta: z.string() }),
  }),
  'chiavi.register': command({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    cambia: ['chiavi', 'pacchi'],
    input: z.object({ testo: z.string().min(1).max(20_000) }),
    output: corrispondente,
  }),
  'chiavi.list': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: ['chiavi'],
    input: niente,
    output: z.array(corrispondente),
  }),
};
