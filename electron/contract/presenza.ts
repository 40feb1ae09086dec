import { z } from 'zod';
import { codice, giorno, id, mese, nascita } from './campo.ts';
import { command, query } from './endpoint.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

export const codicePresenza = z.object({
  voce: z.string(),
  etichetta: z.string(),
  presente: z.boolean(),
  pagata: z.boolean(),
  occupaPosto: z.boolean(),
});

/** One stay of the month. */
export const rigaMese = z.object({
  ingressoId: id,
  ospiteId: id,
  cognome: z.string(),
  nome: z.string(),
  sesso: z.string(),
  dataNascita: nascita,
  utenza: z.string().nullable(),
  entePagante: z.string().nullable(),
  dataIngresso: giorno,
  dataDimissione: giorno.nullable(),
  esito: z.string().nullable(),
  /** dated modulo codes, ascending */
  moduli: z.array(z.object({ dal: giorno, modulo: z.string(), tipologia: z.string() })),
  /** 31 characters, '.' = not recorded */
  codici: z.string().length(31),
  /** labels of the scheda's fields still empty: the dot "non completa" */
  manca: z.array(z.string()),
});

export const grigliaMese = z.object({
  struttura: z.object({ id, codice: z.string(), nome: z.string() }),
  mese,
  oggi: giorno,
  /** chiuso: nothing can be typed */
  stato: z.enum(['aperto', 'chiuso', 'riaperto']),
  revisione: z.number().int(),
  /** at the central office the month belongs to the community: read only */
  solaLettura: z.boolean(),
  codici: z.array(codicePresenza),
  righe: z.array(rigaMese),
  /** per day 1…31 (index 0…30): places valid that day, all moduli together and by modulo code */
  posti: z.array(z.object({ accreditati: z.number().int(), disponibili: z.number().int() })),
  postiPerModulo: z.record(
    z.string(),
    z.array(z.object({ accreditati: z.number().int(), disponibili: z.number().int() })),
  ),
});

export const presenze = {
  /** The grid: stays with at least one day in the month (or closed/opened in it), by surname. */
  'presenze.getMese': query({
    ruoli: NOMINATIVI,
    legge: ['presenze', 'ingressi', 'ospiti', 'mesi', 'strutture'],
    input: z.object({ struttura: codice, mese }),
    output: grigliaMese,
  }),
  /**
   * One gesture: a key, a paste, `Tutti presenti`, an undo. All or nothing. `prima` is what the page showed: where the
   * store holds something else (another window), the gesture is refused and the page reloads.
   */
  'presenze.register': command({
    ruoli: COMUNITA,
    cambia: ['presenze'],
    input: z.object({
      struttura: codice,
      mese,
      gesto: z.enum(['cella', 'riempi', 'tutti_presenti', 'incolla', 'annulla', 'ripeti']),
      cambi: z
        .array(
          z.object({
            ingressoId: id,
            giorno,
            codice: z.string().max(1).nullable(),
            prima: z.string().max(1).nullable().optional(),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    output: z.object({ cambiati: z.number().int(), atMs: z.number() }),
  }),
  /** Who changed this cell last, and from what; null when nobody did. */
  'presenze.findModifica': query({
    ruoli: NOMINATIVI,
    legge: ['presenze'],
    input: z.object({ ingressoId: id, giorno }),
    output: z
      .object({ atMs: z.number(), utente: z.string(), da: z.string().nullable(), a: z.string().nullable() })
      .nullable(),
  }),
};
