import { z } from 'zod';
import { GENERI_FATTO } from '../../domain/tardivo.ts';
import { codice, giorno, id, mese } from './campo.ts';
import { query } from './endpoint.ts';
import { NOMINATIVI } from './ruolo.ts';

/** One thing to put right. */
export const compito = z.object({
  /** the check it comes from (domain/controllo-dati.ts) */
  regola: z.string(),
  /** what those of the same check are called together */
  titolo: z.string(),
  ospiteId: id.nullable(),
  ingressoId: id.nullable(),
  cognome: z.string().nullable(),
  nome: z.string().nullable(),
  cosa: z.string(),
  /** why it matters */
  perche: z.string(),
  /** which field, or part of a page, is to be filled */
  campo: z.string(),
  giorno: giorno.nullable(),
  /** how many lines of the checklist it stands for */
  n: z.number().int(),
});

/** The quality of what is written, before it is closed. */
export const qualita = {
  /** The checklist of a month as small tasks; days to come are not missing yet. */
  'qualita.list': query({
    ruoli: NOMINATIVI,
    legge: ['mesi', 'presenze', 'ingressi', 'ospiti', 'strutture', 'eventi', 'liste'],
    input: z.object({ struttura: codice, mese }),
    output: z.object({
      compiti: z.array(compito),
    }),
  }),
  /**
   * The facts of a month entered by hand, and those entered more than `dopoGiorni` days after their own, by kind and day: of
   * nobody, so that a section one does not read is not told of.
   */
  'qualita.listTardivi': query({
    ruoli: NOMINATIVI,
    legge: ['mesi', 'presenze', 'ingressi', 'eventi', 'diario'],
    input: z.object({ struttura: codice, mese }),
    output: z.object({
      totale: z.number().int(),
      tardi: z.number().int(),
      dopoGiorni: z.number().int(),
      righe: z.array(
        z.object({
          genere: z.enum(GENERI_FATTO),
          giorno,
          scrittoIl: giorno,
          /** days between the two */
          giorni: z.number().int(),
          n: z.number().int(),
        }),
      ),
    }),
  }),
};
