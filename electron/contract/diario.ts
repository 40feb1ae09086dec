import { z } from 'zod';
import { TIPI_DIARIO } from '../../domain/diario.ts';
import { codice, giorno, id, niente, ora, racconto } from './campo.ts';
import { command, query } from './endpoint.ts';
import { COMUNITA } from './ruolo.ts';

/** One line as it was written; `atMs` is when. */
const aggiunta = z.object({
  id,
  testo: z.string(),
  autore: z.string(),
  atMs: z.number(),
  /** others wrote it after the last time who asks said they had read */
  nuova: z.boolean(),
  /** the day and hour it says of itself */
  data: giorno,
  ora: z.string(),
  /** it came in with a workbook: who signed is who the sheet says, not an account of this register */
  dalFoglio: z.boolean(),
});

const riga = aggiunta.extend({
  tipo: z.enum(TIPI_DIARIO),
  importante: z.boolean(),
  struttura: z.string(),
  ospite: z.object({ id, cognome: z.string(), nome: z.string() }).nullable(),
  /** what was added to it later, oldest first */
  aggiunte: z.array(aggiunta),
});

const cursore = z.object({ data: giorno, ora: z.string(), id });

/** The diary and the handovers: only added to, signed by the account that writes. They never leave the community. */
export const diario = {
  /** Newest first; a struttura's, or one guest's wherever they were. */
  'diario.list': query({
    ruoli: COMUNITA,
    legge: ['diario', 'ospiti'],
    input: z.object({
      struttura: codice.nullable().default(null),
      ospiteId: id.nullable().default(null),
      tipo: z.enum(TIPI_DIARIO).nullable().default(null),
      importanti: z.boolean().default(false),
      testo: z.string().max(200).default(''),
      dal: giorno.nullable().default(null),
      al: giorno.nullable().default(null),
      /** only what who asks has not read yet, whatever its day; of a struttura's diary */
      nuove: z.boolean().optional(),
      prima: cursore.nullable().default(null),
      limite: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      righe: z.array(riga),
      /** where the older ones begin; null: there are none */
      altre: cursore.nullable(),
      /** how far the diary of the struttura goes: what `diario.markRead` wants; 0 for a guest's */
      finoAVoce: z.number().int(),
    }),
  }),
  /** How many lines others wrote since who asks last said they had read (never said: of the last seven days). */
  'diario.count': query({
    ruoli: COMUNITA,
    legge: ['diario'],
    input: z.object({ struttura: codice }),
    output: z.object({ nuove: z.number().int(), importanti: z.number().int() }),
  }),
  /** One more line; with `aggiungeA` it adds to another one, or says that it was wrong. */
  'diario.add': command({
    ruoli: COMUNITA,
    cambia: ['diario', 'registro'],
    input: z.object({
      struttura: codice,
      ospiteId: id.nullable().default(null),
      tipo: z.enum(TIPI_DIARIO).default('diario'),
      data: giorno,
      ora,
      testo: racconto.min(1, 'Scrivere che cosa è successo.'),
      importante: z.boolean().default(false),
      aggiungeA: id.nullable().default(null),
    }),
    output: z.object({ id, voce: z.number().int() }),
  }),
  'diario.markRead': command({
    ruoli: COMUNITA,
    cambia: ['diario', 'registro'],
    input: z.object({
      struttura: codice,
      finoAVoce: z.number().int().min(0),
      /** only these lines, with what was added to them: those a filter shows. Absent: everything */
      righe: z.array(id).min(1).max(5000).optional(),
    }),
    output: niente,
  }),
};
