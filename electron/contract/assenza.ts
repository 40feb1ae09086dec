import { z } from 'zod';
import { isOra } from '../../domain/ora-testo.ts';
import { codice, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI, RESPONSABILI } from './ruolo.ts';

/** `HH:MM` of the day. */
const ora = z.string().refine(isOra, 'Ora non valida: usare ore e minuti, per esempio 18:30.');
const scritto = testo.min(1).nullable();

const campi = {
  /** list assenza */
  tipo: z.string(),
  uscita: giorno,
  oraUscita: ora.nullable(),
  rientroPrevisto: giorno.nullable(),
  oraPrevista: ora.nullable(),
  /** null: still out */
  rientro: giorno.nullable(),
  oraRientro: ora.nullable(),
  accompagnatore: scritto,
  destinazione: scritto,
  motivo: scritto,
};

export const rigaAssenza = z.object({
  id,
  ingressoId: id,
  ospiteId: id,
  cognome: z.string(),
  nome: z.string(),
  ...campi,
  /** null where only the grid says it */
  tipo: z.string().nullable(),
  /** false: planned, and nobody has said that the guest went: they are in the house */
  confermata: z.boolean(),
  /** the exit as it was planned, kept beside the real one */
  uscitaPrevista: giorno.nullable(),
  oraUscitaPrevista: ora.nullable(),
  /** the letter of its days */
  codice: z.string(),
  etichettaCodice: z.string(),
  /** days away up to today */
  giorni: z.number().int(),
  /** out beyond the planned return */
  inRitardo: z.boolean(),
});

export const assenze = {
  /** Who is out of a struttura on a day, by surname; exits only planned are not here. */
  'assenze.list': query({
    ruoli: NOMINATIVI,
    legge: ['presenze', 'ingressi', 'ospiti'],
    input: z.object({ struttura: codice, giorno }),
    output: z.object({ righe: z.array(rigaAssenza) }),
  }),
  /** Every time away of one guest, newest first, with the days of each year by code (`anni`: of days up to today). */
  'assenze.listOspite': query({
    ruoli: NOMINATIVI,
    legge: ['presenze', 'ingressi', 'ospiti'],
    input: z.object({ ospiteId: id }),
    output: z.object({
      righe: z.array(rigaAssenza.extend({ struttura: z.string() })),
      anni: z.array(
        z.object({
          anno: z.number().int(),
          perCodice: z.array(z.object({ codice: z.string(), etichetta: z.string(), giorni: z.number().int() })),
        }),
      ),
    }),
  }),
  /**
   * What the measures in force on a day prescribe, for who grants a time away. Who does not read the section `giuridica` gets
   * what a guest without measures gives. Reading it is a line of the log.
   */
  'assenze.prescrizioni': query({
    ruoli: COMUNITA,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ospiteId: id, giorno }),
    output: z.object({
      ospiteId: id,
      misure: z.array(
        z.object({ misura: z.string(), autorita: z.string().nullable(), prescrizioni: z.string().nullable() }),
      ),
    }),
  }),
  /**
   * A time away: its days are in the grid with the same gesture. One of a day or an hour still to come is planned, and has no days
   * until it is confirmed.
   */
  'assenze.register': command({
    ruoli: COMUNITA,
    cambia: ['presenze', 'scadenze'],
    input: z.object({ ingressoId: id, ...campi }),
    output: salvato,
  }),
  /** Its days in the grid follow. */
  'assenze.correct': command({
    ruoli: COMUNITA,
    cambia: ['presenze', 'scadenze'],
    input: modificaDi(z.object(campi)),
    output: esitoModifica,
  }),
  /** An exit planned has happened: the real day and hour are written beside the planned ones, and its days are in the grid. */
  'assenze.confirm': command({
    ruoli: COMUNITA,
    cambia: ['presenze', 'scadenze'],
    input: z.object({ id, uscita: giorno, oraUscita: ora.nullable() }),
    output: salvato,
  }),
  'assenze.return': command({
    ruoli: COMUNITA,
    cambia: ['presenze', 'scadenze'],
    input: z.object({ id, rientro: giorno, oraRientro: ora.nullable() }),
    output: salvato,
  }),
  /** Entered by mistake: its days are presente again. */
  'assenze.remove': command({
    ruoli: COMUNITA,
    cambia: ['presenze', 'scadenze'],
    input: z.object({ id }),
    output: salvato,
  }),
};

const regola = z.object({
  /** null: everybody without a rule of their own */
  entePagante: scritto,
  dal: giorno,
  al: giorno.nullable(),
  uscitaAssente: z.boolean(),
  rientroAssente: z.boolean(),
});

/** How the payers count the day of leaving and the day of return. */
export const regoleAssenza = {
  'regoleAssenza.list': query({
    ruoli: COMUNITA,
    legge: ['presenze'],
    input: z.object({}),
    output: z.object({
      righe: z.array(regola.extend({ id })),
      /** payers of the stays of this register */
      paganti: z.array(z.string()),
    }),
  }),
  'regoleAssenza.save': command({
    ruoli: RESPONSABILI,
    cambia: ['presenze', 'scadenze'],
    /** with `prima`, of the fields that are in it what the form had seen; the others stay as they are by now */
    input: regola.extend({ id: id.nullable(), prima: regola.partial().optional() }),
    output: esitoModifica,
  }),
  'regoleAssenza.remove': command({
    ruoli: RESPONSABILI,
    cambia: ['presenze', 'scadenze'],
    input: z.object({ id }),
    output: salvato,
  }),
};
