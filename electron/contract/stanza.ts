import { z } from 'zod';
import { codice, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { CIFRE, COMUNITA, NOMINATIVI, RESPONSABILI } from './ruolo.ts';

const chiDorme = z.object({
  ingressoId: id,
  ospiteId: id,
  cognome: z.string(),
  nome: z.string(),
});

const stanza = z.object({
  id,
  nome: z.string(),
  /** codice of its modulo; null: of the whole struttura */
  modulo: z.string().nullable(),
  letti: z.number().int(),
  dal: giorno,
  al: giorno.nullable(),
  /** whether it is in use on the day asked */
  inUso: z.boolean(),
  chi: z.array(chiDorme.extend({ alloggioId: id, dal: giorno, letto: z.string().nullable() })),
});

const quantiPosti = z.number().int().min(0).max(999);

const campiStanza = z.object({
  nome: testo.min(1, 'Scrivere il nome della stanza.').max(60),
  /** codice of its modulo; null: of the whole struttura */
  modulo: codice.nullable(),
  letti: z.number().int().min(1, 'Una stanza ha almeno un letto.').max(40),
  dal: giorno,
  al: giorno.nullable(),
});

const campiPosti = z.object({
  validoDal: giorno,
  validoAl: giorno.nullable(),
  accreditati: quantiPosti,
  disponibili: quantiPosti,
  motivo: testo.nullable(),
});

const campiOperatore = z.object({
  nome: testo.min(1, 'Scrivere il nome.').max(120),
  qualifica: testo.max(80).nullable(),
  dal: giorno,
  al: giorno.nullable(),
});

/** Rooms, who sleeps where, places by period, staff: what a struttura is made of, with the days on which it holds. */
export const stanze = {
  /** The rooms of a struttura and who sleeps in them the night of a day; who has no room yet. */
  'stanze.list': query({
    ruoli: NOMINATIVI,
    legge: ['strutture', 'ingressi', 'ospiti'],
    input: z.object({ struttura: codice, giorno }),
    output: z.object({
      stanze: z.array(stanza),
      senzaStanza: z.array(chiDorme),
      /** beds of the rooms in use that day */
      letti: z.number().int(),
    }),
  }),
  /** A new room, or the correction of one. */
  'stanze.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.union([
      campiStanza.partial({ modulo: true, al: true }).extend({ struttura: codice }),
      modificaDi(campiStanza),
    ]),
    output: esitoModifica,
  }),
  /** From a day on a guest sleeps in a room (null: in none), until the next change. */
  'alloggi.assign': command({
    ruoli: COMUNITA,
    cambia: ['strutture', 'ingressi', 'registro'],
    input: z.object({
      ingressoId: id,
      dal: giorno,
      stanzaId: id.nullable(),
      letto: testo.max(20).nullable().default(null),
    }),
    output: salvato,
  }),
  /** A new period of places of a modulo, or the correction of one. With a last day it is for a while (works): then the ones before hold again. */
  'posti.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.union([
      campiPosti.partial({ validoAl: true, motivo: true }).extend({ modulo: codice }),
      modificaDi(campiPosti),
    ]),
    output: esitoModifica,
  }),
  'posti.remove': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** Who works or helps in a struttura, with the days; those who left too. */
  'operatori.list': query({
    ruoli: CIFRE,
    legge: ['strutture'],
    input: z.object({ struttura: codice }),
    output: z.array(
      z.object({
        id,
        nome: z.string(),
        qualifica: z.string().nullable(),
        dal: giorno,
        al: giorno.nullable(),
      }),
    ),
  }),
  /** Somebody new, or the correction of who they are and of the days. */
  'operatori.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.union([
      campiOperatore.partial({ qualifica: true, al: true }).extend({ struttura: codice }),
      modificaDi(campiOperatore),
    ]),
    output: esitoModifica,
  }),
};
