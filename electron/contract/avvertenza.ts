import { z } from 'zod';
import { TIPI_AVVERTENZA } from '../../domain/avvertenza.ts';
import { giorno, id, testo } from './campo.ts';
import { command } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA } from './ruolo.ts';

/** An alert on a guest. Everyone who sees names reads it: it is for whoever is on duty. */
export const avvertenza = z.object({
  id,
  tipo: z.enum(TIPI_AVVERTENZA),
  testo: z.string(),
  dal: giorno,
  /** last day on which it holds; null: until taken away */
  al: giorno.nullable(),
});

const campi = z.object({
  tipo: z.enum(TIPI_AVVERTENZA),
  testo: testo.min(1, 'Scrivere l’avvertenza.').max(200),
  dal: giorno,
  al: giorno.nullable(),
});

/** They are read on the guest's page and beside the name in lists. */
export const avvertenze = {
  'avvertenze.add': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: campi.extend({ ospiteId: id, al: giorno.nullable().default(null) }),
    output: salvato,
  }),
  'avvertenze.save': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: modificaDi(campi),
    output: esitoModifica,
  }),
  'avvertenze.remove': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
};
