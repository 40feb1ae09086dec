import { z } from 'zod';
import { STATI_APPUNTAMENTO } from '../../domain/appuntamento.ts';
import { codice, giorno, id } from './campo.ts';
import { query } from './endpoint.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

export const stato = z.enum(STATI_APPUNTAMENTO);
/** Text a form may leave out: nothing written is null. */
export const scritto = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((testo) => testo || null)
    .nullable();

/** A guest inside an answer: the names as the store gives them. */
export const ospiteDetto = z.object({ id, cognome: z.string(), nome: z.string() });

export const GENERI = ['visita', 'incontro', 'attivita', 'udienza'] as const;

/** One line of the agenda. `scritta` false: the next meeting of a weekly group, which nobody has touched yet. */
export const rigaAgenda = z.object({
  genere: z.enum(GENERI),
  id: z.string(),
  data: giorno,
  ora: z.string().nullable(),
  /** code of the list of its genere (visita, servizio, area_attivita), or a title */
  voce: z.string(),
  titolo: z.string().nullable(),
  luogo: z.string().nullable(),
  stato,
  ospiti: z.array(ospiteDetto),
  accompagnamento: z.boolean().nullable(),
  accompagnatore: z.string().nullable(),
  protetto: z.boolean(),
  gruppoId: z.string().nullable(),
  relazioneEntro: giorno.nullable(),
  relazioneData: giorno.nullable(),
  scritta: z.boolean(),
});

const periodo = { struttura: codice, dal: giorno, al: giorno };

export const agenda = {
  /** Everything of a struttura between two days, by day and hour: what is booked, done, called off. */
  'agenda.list': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'strutture'],
    input: z.object(periodo),
    output: z.object({ righe: z.array(rigaAgenda) }),
  }),
  /**
   * Appointments that hold every word (a guest, a place, a label, a title), newest first, with the figures of all that was
   * found. `accompagnati`, `protetti`, `ritardo`: only those.
   */
  'agenda.search': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'strutture'],
    input: z.object({
      ...periodo,
      testo: z.string().max(200).default(''),
      genere: z.enum(GENERI).nullable().default(null),
      solo: z.enum(['tutti', 'accompagnati', 'protetti', 'ritardo']).default('tutti'),
      limite: z.number().int().min(1).max(10_000).default(10_000),
    }),
    output: z.object({
      righe: z.array(rigaAgenda),
      totale: z.number().int(),
      /** of those found and done: how many of each genere, how many with somebody along */
      fatti: z.object({
        visite: z.number().int(),
        incontri: z.number().int(),
        attivita: z.number().int(),
        accompagnamenti: z.number().int(),
      }),
    }),
  }),
  /** What a struttura has already written in the fields of an appointment, most used first. */
  'agenda.listUsati': query({
    ruoli: COMUNITA,
    legge: ['eventi', 'strutture'],
    input: z.object({ struttura: codice }),
    output: z.object({
      luoghi: z.array(z.string()),
      mezzi: z.array(z.string()),
      accompagnatori: z.array(z.string()),
      partecipanti: z.array(z.string()),
      operatori: z.array(z.string()),
      volontari: z.array(z.string()),
      titoli: z.array(z.string()),
    }),
  }),
};
