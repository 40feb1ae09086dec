import { z } from 'zod';
import { giorno, id } from './campo.ts';
import { contatto } from './contatto.ts';
import { query } from './endpoint.ts';
import { NOMINATIVI, RUOLI } from './ruolo.ts';
import { SEZIONI } from './sezione.ts';

const testo = z.string().nullable();

/** The scheda d'ingresso of one stay. null: not recorded, or not of this role: the two are one answer (contract/sezione.ts). */
export const schedaIngresso = z.object({
  statoCivile: testo,
  figliMinori: testo,
  istruzione: testo,
  occupazione: testo,
  provenienza: testo,
  invalidita: testo,
  carcerazioni: testo,
  dipendenza: testo,
  sostanzePrimarie: z.array(z.string()),
  sostanzeSecondarie: z.array(z.string()),
  hiv: testo,
  hcv: testo,
});

/** One stay of the person, in whatever struttura this register knows. */
export const permanenzaOspite = z.object({
  ingressoId: id,
  struttura: z.object({ codice: z.string(), nome: z.string() }),
  dataIngresso: giorno,
  dataDimissione: giorno.nullable(),
  /** days of stay up to today, or to the dimissione (counting.md, rule 5) */
  giorni: z.number().int(),
  esito: testo,
  destinazione: testo,
  dataRelazione: giorno.nullable(),
  tipoIngresso: testo,
  utenza: testo,
  servizioInviante: testo,
  entePagante: testo,
  /** dated moduli, ascending */
  moduli: z.array(z.object({ dal: giorno, codice: z.string(), nome: z.string(), tipologia: z.string() })),
  scheda: schedaIngresso,
});

/** Everything the page of one guest shows, already without what this role may not read. */
export const cartellaOspite = z.object({
  id,
  cognome: z.string(),
  nome: z.string(),
  sesso: z.string(),
  dataNascita: giorno,
  luogoNascita: testo,
  cittadinanza: testo,
  codiceFiscale: testo,
  tipoIdentificativo: testo,
  /** years completed today */
  eta: z.number().int(),
  /** newest first; those of the same persona under other ospiti too */
  permanenze: z.array(permanenzaOspite),
  misure: z.array(
    z.object({
      id,
      misura: z.string(),
      dal: giorno,
      al: giorno.nullable(),
      autorita: testo,
      finePena: giorno.nullable(),
    }),
  ),
  visite: z.array(
    z.object({
      id,
      data: giorno,
      tipo: z.string(),
      luogo: testo,
      accompagnamento: z.boolean().nullable(),
      esito: testo,
      struttura: z.string(),
    }),
  ),
  incontri: z.array(
    z.object({
      id,
      data: giorno,
      servizio: z.string(),
      modalita: z.string(),
      accompagnamento: z.boolean().nullable(),
      oggetto: testo,
      struttura: z.string(),
    }),
  ),
  contatti: z.array(contatto),
  /** sealed notes this role reads, newest first */
  note: z.array(
    z.object({
      id,
      data: giorno,
      testo: z.string(),
      autore: z.string(),
      ruoli: z.array(z.enum(RUOLI)),
      atMs: z.number(),
    }),
  ),
  /** what is darkened for this guest, told only to who still sees it */
  oscuramenti: z.array(
    z.object({ id, sezione: z.enum(SEZIONI), ruoli: z.array(z.enum(RUOLI)), motivo: z.string(), dal: giorno }),
  ),
});

export const STATI_OSPITE = ['presenti', 'dimessi', 'tutti'] as const;

/** One row of the list of guests: the stay that is going on, or the last one. */
export const ospiteElencato = z.object({
  id,
  cognome: z.string(),
  nome: z.string(),
  dataNascita: giorno,
  eta: z.number().int(),
  struttura: testo,
  dataIngresso: giorno.nullable(),
  dataDimissione: giorno.nullable(),
});

export const ospiti = {
  /** Everyone in the register, by name; names only, no record is opened. */
  'ospiti.list': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi', 'strutture'],
    input: z.object({
      testo: z.string().max(200).default(''),
      stato: z.enum(STATI_OSPITE).default('presenti'),
      limite: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ ospiti: z.array(ospiteElencato), totale: z.number().int() }),
  }),
  /** The page of one guest. Reading it is a line of the log that names the guest. */
  'ospiti.get': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi', 'presenze', 'eventi', 'strutture'],
    registrata: true,
    ospiteDi: ({ id }) => id,
    input: z.object({ ospiteId: id }),
    output: cartellaOspite,
  }),
};
