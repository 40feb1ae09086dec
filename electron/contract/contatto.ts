import { z } from 'zod';
import { LEGGE_IDENTITA } from './anonimato.ts';
import { id, niente, testo } from './campo.ts';
import { command } from './endpoint.ts';
import { COMUNITA } from './ruolo.ts';

/** Somebody around a guest. Under a code: `nome` is the code, `telefono` null. */
export const contatto = z.object({
  id,
  legame: z.string(),
  nome: z.string(),
  telefono: z.string().nullable(),
  riservato: z.boolean(),
});

/** The persons around a guest. They are read on the guest's page (`ospiti.get`). */
export const contatti = {
  /** With `riservato` only a code is kept in the register, who it is apart (art. 120 DPR 309/1990). */
  'contatti.add': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({
      ospiteId: id,
      legame: testo.min(1, 'Scrivere chi è per l’ospite.').max(100),
      nome: testo.min(1, 'Scrivere il nome.').max(200),
      telefono: testo.max(100).nullable().default(null),
      riservato: z.boolean().default(false),
    }),
    output: z.object({ id }),
  }),
  /** A wrong one is taken away and added again. */
  'contatti.remove': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({ id }),
    output: niente,
  }),
  /** Who a contact under a code is. The reason is in the log before the answer is given. */
  'contatti.open': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['registro'],
    input: z.object({ id, motivo: testo.min(1, 'Scrivere il motivo.') }),
    output: z.object({ nome: z.string(), telefono: z.string().nullable() }),
  }),
};
