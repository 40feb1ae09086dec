import { z } from 'zod';
import { VOCI_REGOLA, VOCI_SCRITTE } from '../../domain/scadenza-regola.ts';
import { codice, giorno, id, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI, RESPONSABILI } from './ruolo.ts';

const voceScadenza = z.enum([...VOCI_REGOLA, ...VOCI_SCRITTE]);

export const scadenza = z.object({
  voce: voceScadenza,
  /** the stay, measure, guest, document… it is about */
  oggettoId: id,
  ospiteId: id.nullable(),
  cognome: z.string().nullable(),
  nome: z.string().nullable(),
  ingressoId: id.nullable(),
  entro: giorno,
  /** days left; negative: late */
  giorni: z.number().int(),
  /** what is to be done */
  testo: z.string(),
  /** late, or within the days of notice of its rule */
  presto: z.boolean(),
  /** of the comunicazioni: to whom, one by one */
  destinatari: z.array(z.string()).optional(),
});

/** A deadline as it was marked done, while what the marking wrote is still so. */
const fatta = z.object({
  /** the line of the log that marked it */
  voceRegistro: z.number().int(),
  voce: voceScadenza,
  testo: z.string(),
  ospiteId: id.nullable(),
  cognome: z.string().nullable(),
  nome: z.string().nullable(),
  fattoIl: giorno,
  nota: z.string().nullable(),
  autore: z.string(),
  atMs: z.number(),
});

const lunghezza = z.number().int().min(0).max(3660).nullable();
const mesi = z.number().int().min(1).max(120).nullable();

export const scadenze = {
  /** What is due by a day in a struttura, the most late first. Deadlines of a section are only for who reads it. */
  'scadenze.list': query({
    ruoli: NOMINATIVI,
    legge: ['scadenze', 'ingressi', 'ospiti', 'eventi', 'progetti', 'strutture', 'liste'],
    input: z.object({ struttura: codice, entro: giorno }),
    output: z.object({ righe: z.array(scadenza) }),
  }),
  /** What was marked done in the last ninety days and still is, the last first; of a section only for who reads it. */
  'adempimenti.list': query({
    ruoli: COMUNITA,
    legge: ['scadenze', 'ingressi', 'ospiti', 'eventi', 'progetti'],
    input: z.object({ struttura: codice }),
    output: z.object({ righe: z.array(fatta) }),
  }),
  /** What was marked done is to be done again: the fact or the note that the marking wrote is taken away. */
  'adempimenti.undo': command({
    ruoli: COMUNITA,
    cambia: ['scadenze', 'ingressi', 'eventi', 'ospiti', 'progetti', 'registro'],
    input: z.object({ struttura: codice, voceRegistro: z.number().int().positive() }),
    output: salvato,
  }),
  /** A deadline met. Where a fact of the register says so (a day of sending, of doing), that fact is written; else it is noted apart. */
  'adempimenti.register': command({
    ruoli: COMUNITA,
    cambia: ['scadenze', 'ingressi', 'eventi', 'ospiti', 'progetti', 'registro'],
    input: z.object({
      struttura: codice,
      voce: voceScadenza,
      oggettoId: id,
      entro: giorno,
      fattoIl: giorno,
      nota: testo.nullable().default(null),
      /** of the comunicazioni: only to these; null: to everybody they are due to */
      destinatari: z.array(testo).min(1).nullable().optional(),
    }),
    output: salvato,
  }),
  /** A reminder of one's own: a day, some words, a guest or none. */
  'promemoria.save': command({
    ruoli: COMUNITA,
    cambia: ['scadenze', 'registro'],
    input: z.object({
      struttura: codice,
      /** null: a new one */
      id: id.nullable().default(null),
      ospiteId: id.nullable().default(null),
      testo: testo.min(1, 'Scrivere che cosa ricordare.'),
      entro: giorno,
    }),
    output: salvato,
  }),
  'promemoria.remove': command({
    ruoli: COMUNITA,
    cambia: ['scadenze', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** The rules: as the program brings them, as the office changed them, for all and for one modulo. */
  'regoleScadenza.list': query({
    ruoli: NOMINATIVI,
    legge: ['scadenze', 'strutture'],
    input: niente,
    output: z.array(
      z.object({
        voce: z.enum(VOCI_REGOLA),
        etichetta: z.string(),
        fonte: z.string(),
        ripete: z.boolean(),
        /** its length is its own to change */
        conLunghezza: z.boolean(),
        predefinita: z.object({ giorni: lunghezza, mesi: lunghezza, anticipo: z.number().int() }),
        /** as it holds where no modulo has its own */
        giorni: lunghezza,
        mesi: lunghezza,
        anticipo: z.number().int(),
        attiva: z.boolean(),
        perModulo: z.array(
          z.object({
            modulo: z.string(),
            nome: z.string(),
            giorni: lunghezza,
            mesi: lunghezza,
            anticipo: z.number().int(),
            attiva: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  /**
   * Changes a rule for every modulo (`modulo` null) or for one. `ripristina`: as the rule above it says again. With `prima`, of
   * the fields that are in it what the form had seen: the others stay, and one changed by somebody else is a `contesa`.
   */
  'regoleScadenza.save': command({
    ruoli: RESPONSABILI,
    cambia: ['scadenze', 'registro'],
    input: z.object({
      voce: z.enum(VOCI_REGOLA),
      modulo: codice.nullable().default(null),
      /** days or months, not both; both null: as the default */
      giorni: lunghezza.default(null),
      mesi: mesi.default(null),
      anticipo: z.number().int().min(0).max(365),
      attiva: z.boolean(),
      ripristina: z.boolean().default(false),
      prima: z
        .object({ giorni: lunghezza, mesi, anticipo: z.number().int(), attiva: z.boolean() })
        .partial()
        .optional(),
    }),
    output: esitoModifica,
  }),
};
