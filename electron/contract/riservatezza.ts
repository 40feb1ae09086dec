import { z } from 'zod';
import { giorno, id, niente, testo } from './campo.ts';
import { command } from './endpoint.ts';
import { RUOLI } from './ruolo.ts';
import { LEGGE_SEZIONE, SEZIONI } from './sezione.ts';

const ruoli = z.array(z.enum(RUOLI)).min(1, 'Scegliere almeno un ruolo che continui a vedere.');
const motivo = testo.min(1, 'Scrivere il motivo.');

/** Darkening and sealed notes of one guest. What they say is read on the guest's page (`ospiti.get`). */
export const riservatezza = {
  /** At the guest's request: from now on only these roles read this section. Nothing is lost, and it can be lifted. */
  'oscuramenti.register': command({
    ruoli: ['responsabile', 'sanitario'],
    cambia: ['ospiti', 'ingressi', 'presenze', 'registro'],
    input: z.object({ ospiteId: id, sezione: z.enum(SEZIONI), ruoli, motivo, dal: giorno.optional() }),
    output: z.object({ id }),
  }),
  'oscuramenti.lift': command({
    ruoli: ['responsabile', 'sanitario'],
    cambia: ['ospiti', 'ingressi', 'presenze', 'registro'],
    input: z.object({ id, motivo }),
    output: niente,
  }),
  /** A sealed note. Add-only: a wrong one is corrected by another that says so. */
  'note.register': command({
    ruoli: LEGGE_SEZIONE.note,
    cambia: ['ospiti', 'registro'],
    input: z.object({
      ospiteId: id,
      data: giorno,
      testo: z.string().trim().min(1, 'Scrivere la nota.').max(5000),
      /** roles that read it, among those that read sealed notes */
      ruoli,
    }),
    output: z.object({ id }),
  }),
};
