import { z } from 'zod';
import { TIPI_IDENTIFICATIVO } from '../../domain/identificativo.ts';
import { avvertenza } from './avvertenza.ts';
import { codice, giorno, id, nascita, testo as scritto } from './campo.ts';
import { contatto } from './contatto.ts';
import { command, query } from './endpoint.ts';
import { ospiteTrovato } from './ingresso.ts';
import { esitoModifica, modificaDi } from './modifica.ts';
import { COMUNITA, NOMINATIVI, RUOLI } from './ruolo.ts';
import { SEZIONI } from './sezione.ts';

const testo = z.string().nullable();
const quante = z.number().int().nullable();

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
  /** the day each of these was declared; null where nothing was */
  hivIl: giorno.nullable(),
  hcvIl: giorno.nullable(),
  invaliditaIl: giorno.nullable(),
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
  dataNascita: nascita,
  luogoNascita: testo,
  cittadinanza: testo,
  codiceFiscale: testo,
  tipoIdentificativo: testo,
  /** day an STP or ENI was issued */
  identificativoDal: giorno.nullable(),
  /** codice catastale of the place of birth */
  luogoNascitaCodice: testo,
  residenza: testo,
  telefono: testo,
  identitaDaConfermare: z.boolean(),
  /** there is a photograph to ask for (`allegati.getFoto`) */
  foto: z.boolean(),
  avvertenze: z.array(avvertenza),
  /** what is odd in the identity as it is: sentences */
  avvisiIdentita: z.array(z.string()),
  /** times away of more than a week, for the drawing of the path, newest first */
  assenzeLunghe: z.array(z.object({ ingressoId: id, dal: giorno, al: giorno.nullable(), codice: z.string() })),
  /** the days that mark the path, oldest first: projects written, reports sent (`tipo`), hearings; of who may read them */
  tappe: z.array(z.object({ id, genere: z.enum(['progetto', 'relazione', 'udienza']), data: giorno, tipo: testo })),
  /** who follows the guest in the stay that is going on */
  caseManager: testo,
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
  dataNascita: nascita,
  eta: z.number().int(),
  struttura: testo,
  dataIngresso: giorno.nullable(),
  dataDimissione: giorno.nullable(),
  /** the alerts that hold today */
  avvertenze: z.array(avvertenza.pick({ tipo: true, testo: true })),
  identitaDaConfermare: z.boolean(),
});

/** Who a guest is, as the identity form knows it. */
export const campiIdentita = z.object({
  cognome: scritto.min(1, 'Manca il cognome.'),
  nome: scritto.min(1, 'Manca il nome.'),
  sesso: z.enum(['M', 'F', 'T']),
  dataNascita: nascita,
  luogoNascita: scritto.nullable(),
  luogoNascitaCodice: z.string().max(4).nullable(),
  cittadinanza: z.string().length(2).nullable(),
  codiceFiscale: scritto.nullable(),
  tipoIdentificativo: z.enum(TIPI_IDENTIFICATIVO).nullable(),
  identificativoDal: giorno.nullable(),
  residenza: scritto.nullable(),
  telefono: scritto.max(100).nullable(),
  identitaDaConfermare: z.boolean(),
});

export const ospiti = {
  /** Everyone in the register, by name; names only, no record is opened. */
  'ospiti.list': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi', 'strutture'],
    input: z.object({
      testo: z.string().max(200).default(''),
      stato: z.enum(STATI_OSPITE).default('presenti'),
      limite: z.number().int().min(1).max(20_000).default(200),
    }),
    output: z.object({
      ospiti: z.array(ospiteElencato),
      totale: z.number().int(),
      /** nobody is called so: these are the names nearest to it */
      simili: z.boolean(),
    }),
  }),
  /** The alerts that hold today, of everybody who has one: shown wherever something is done about a guest. */
  'ospiti.listAvvertenze': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti'],
    input: z.object({}),
    output: z.array(
      avvertenza.pick({ tipo: true, testo: true }).extend({ ospiteId: id, cognome: z.string(), nome: z.string() }),
    ),
  }),
  /** Who left a struttura in the thirty days before one, that day included: something may still be to write of them. */
  'ospiti.listUsciti': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi'],
    input: z.object({ struttura: codice, giorno }),
    output: z.array(z.object({ ospiteId: id, cognome: z.string(), nome: z.string(), dataDimissione: giorno })),
  }),
  /** Who, already in the register, the person being written may be, each with why. Nothing is decided by it. */
  'ospiti.listSimili': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi'],
    input: z.object({
      cognome: z.string().max(200),
      nome: z.string().max(200),
      dataNascita: nascita.nullable(),
      codiceFiscale: z.string().max(40).nullable(),
      /** not themself */
      tranne: id.nullable().default(null),
    }),
    output: z.array(ospiteTrovato.extend({ perche: z.string() })),
  }),
  /**
   * Corrects who a guest is. Whoever becomes, or stops being, the same person follows. What is sealed or printed of a closed month
   * stays as it was.
   */
  'ospiti.save': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'ingressi', 'presenze', 'registro'],
    input: modificaDi(campiIdentita),
    output: esitoModifica,
  }),
  /** The page of one guest. Reading it is a line of the log that names the guest. */
  'ospiti.get': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi', 'presenze', 'eventi', 'strutture', 'progetti'],
    registrata: true,
    ospiteDi: ({ id }) => id,
    input: z.object({ ospiteId: id }),
    output: cartellaOspite,
  }),
  /**
   * How many rows each section of the record shows to who asks; null where the role has no such section. What is in them stays
   * where it is read, and is logged there.
   */
  'ospiti.countSezioni': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi', 'eventi', 'progetti', 'diario'],
    input: z.object({ ospiteId: id }),
    output: z.object({
      salute: quante,
      incontri: quante,
      attivita: quante,
      diario: quante,
      progetto: quante,
      relazioni: quante,
      giuridica: quante,
      documenti: quante,
    }),
  }),
};
