import { z } from 'zod';
import { rigaAssenza } from './assenza.ts';
import { codice, giorno, id, mese, nascita } from './campo.ts';
import { query } from './endpoint.ts';
import { COMUNITA } from './ruolo.ts';

const chi = { ospiteId: id, ingressoId: id, cognome: z.string(), nome: z.string() };
const struttura = z.object({ codice: z.string(), nome: z.string() });

/** One guest in the house today. */
export const rigaOggi = z.object({
  ...chi,
  modulo: z.string().nullable(),
  dataIngresso: giorno,
  /** the letter of today; null: not recorded yet */
  codice: z.string().nullable(),
  fuori: z.boolean(),
});

export const oggi = {
  /** What the opening page says of its own: figures with the rows behind them. The other cards are the answers of others. */
  'oggi.get': query({
    ruoli: COMUNITA,
    legge: ['presenze', 'ingressi', 'ospiti', 'mesi', 'strutture', 'eventi'],
    input: z.object({ struttura: codice }),
    output: z.object({
      oggi: giorno,
      struttura,
      ospiti: z.array(rigaOggi),
      /** by modulo; `occupati` are the places kept today (counting.md rule 2: C and A keep none) */
      moduli: z.array(
        z.object({
          codice: z.string(),
          nome: z.string(),
          ospiti: z.number().int(),
          occupati: z.number().int(),
          disponibili: z.number().int(),
          accreditati: z.number().int(),
        }),
      ),
      /** out now, late first */
      fuori: z.array(rigaAssenza),
      /** planned for today or before and not confirmed: in the house, and one has to ask */
      inUscita: z.array(rigaAssenza),
      /** leaves granted for the coming days */
      previste: z.array(rigaAssenza),
      /** the running month and the one before, where still open: what they lack is asked here */
      mesi: z.array(mese),
      /** days before today without a code, in those months */
      mancanti: z.array(z.object({ ...chi, giorni: z.array(giorno) })),
      /** schede d'ingresso with empty fields */
      schede: z.array(z.object({ ...chi, manca: z.array(z.string()) })),
      /** who sleeps here and has no room, where the struttura has rooms */
      senzaStanza: z.array(z.object(chi)),
    }),
  }),
  /** For the marks in the navigation: how many are late, how many days before today have no code (`mancanti` of `oggi.get`). */
  'oggi.getSegni': query({
    ruoli: COMUNITA,
    legge: ['presenze', 'ingressi', 'mesi'],
    input: z.object({ struttura: codice }),
    output: z.object({ ritardi: z.number().int(), giorniMancanti: z.number().int() }),
  }),
  /** The sheet of the night: who sleeps here, where, who does not and until when, what must be known. Reading it is logged. */
  'notte.get': query({
    ruoli: COMUNITA,
    legge: ['presenze', 'ingressi', 'ospiti', 'strutture', 'eventi'],
    registrata: true,
    input: z.object({ struttura: codice }),
    output: z.object({
      oggi: giorno,
      struttura,
      righe: z.array(
        z.object({
          ...chi,
          dataNascita: nascita,
          modulo: z.string().nullable(),
          stanza: z.string().nullable(),
          letto: z.string().nullable(),
          fuori: rigaAssenza.nullable(),
          /** going out tonight, or thought to have gone: in the house until somebody says they went */
          inUscita: rigaAssenza.nullable(),
          avvertenze: z.array(z.object({ tipo: z.string(), testo: z.string() })),
        }),
      ),
    }),
  }),
};
