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
  /** how many keys it had before this one */
  precedenti: z.number(),
});

const propria = z.object({
  nomeFile: z.string(),
  testo: z.string(),
  impronta: z.string(),
  /** epoch ms of the last renewal; null: the key is the first */
  rinnovataAtMs: z.number().nullable(),
});

export const chiavi = {
  /** The public identity of this side, to be given to the other. */
  'chiavi.getPubblica': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: ['chiavi', 'strutture'],
    input: niente,
    output: propria,
  }),
  'chiavi.register': command({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    cambia: ['chiavi', 'pacchi'],
    input: z.object({
      testo: z.string().min(1).max(50_000),
      /** the fingerprint was read on the phone: this key takes the place of the one that spoke for its strutture */
      sostituisce: z.boolean().optional(),
    }),
    output: corrispondente,
  }),
  /** New keys for this side. Those of before sign the change, then sign no more; what was sealed for them is still read. */
  'chiavi.renew': command({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    cambia: ['chiavi'],
    input: niente,
    output: propria,
  }),
  'chiavi.list': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: ['chiavi'],
    input: niente,
    output: z.array(corrispondente),
  }),
};
