import { z } from 'zod';
import { codice, giorno, id, nascita, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { contesa } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';
import { schedaParziale } from './scheda.ts';

export const nuovoOspite = z.object({
  cognome: testo.min(1, 'Manca il cognome.'),
  nome: testo.min(1, 'Manca il nome.'),
  sesso: z.enum(['M', 'F', 'T']),
  dataNascita: nascita,
  luogoNascita: testo.nullable().default(null),
  cittadinanza: z.string().length(2).nullable().default(null),
  codiceFiscale: testo.nullable().default(null),
  tipoIdentificativo: z.string().nullable().default(null),
  identificativoDal: giorno.nullable().optional(),
  luogoNascitaCodice: z.string().max(4).nullable().optional(),
  residenza: testo.nullable().optional(),
  telefono: testo.max(100).nullable().optional(),
  identitaDaConfermare: z.boolean().optional(),
  /** recorded under a code: who it is is sealed before anything is written (art. 120 DPR 309/1990) */
  anonimo: z.boolean().optional(),
});

const avvisi = z.array(z.string());
/** the line of the log that one key undoes; null: nothing changed */
const voce = z.number().int().nullable();

/** The room who is admitted sleeps in from the first day, and the bed as it is called. */
export const alloggio = z.object({ stanzaId: id, letto: testo.max(20).nullable().default(null) });

/** What the short form corrects of an admission. */
const correzione = z.object({
  dataIngresso: giorno.optional(),
  tipoIngresso: z.string().nullable().optional(),
  utenza: z.string().nullable().optional(),
  servizioInviante: testo.nullable().optional(),
  entePagante: testo.nullable().optional(),
});

export const ospiteTrovato = z.object({
  id,
  cognome: z.string(),
  nome: z.string(),
  sesso: z.string(),
  dataNascita: nascita,
  codiceFiscale: z.string().nullable(),
  /** name of the struttura where the ospite is today, if any */
  presenteIn: z.string().nullable(),
  /** the last discharge, if any */
  ultimaDimissione: giorno.nullable(),
  /** the name is not what was typed, only near it */
  simile: z.boolean(),
});

export const ingressi = {
  /** By surname and name in any order, by codice fiscale, by code; tolerant of case, accents and wrong letters (those last). */
  'ospiti.search': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'ingressi'],
    input: z.object({ testo: z.string().max(200), limite: z.number().int().min(1).max(50).default(10) }),
    output: z.array(ospiteTrovato),
  }),
  'ingressi.get': query({
    ruoli: NOMINATIVI,
    legge: ['ingressi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ingressoId: id }),
    output: z.object({
      ingressoId: id,
      ospiteId: id,
      cognome: z.string(),
      nome: z.string(),
      struttura: z.string(),
      dataIngresso: giorno,
      dataDimissione: giorno.nullable(),
      esito: z.string().nullable(),
      destinazione: z.string().nullable(),
      tipoIngresso: z.string().nullable(),
      utenza: z.string().nullable(),
      servizioInviante: z.string().nullable(),
      entePagante: z.string().nullable(),
      moduli: z.array(z.object({ dal: giorno, modulo: z.string() })),
    }),
  }),
  /** Ospite (known or new), ingresso, first modulo. Saves with what is there; `avvisi` says what is odd or missing. */
  'ingressi.register': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'ingressi', 'presenze'],
    input: z.object({
      struttura: codice,
      ospite: z.union([z.object({ id }), nuovoOspite]),
      dataIngresso: giorno,
      /** codice of the modulo; null is allowed and stays "da completare" */
      modulo: codice.nullable(),
      tipoIngresso: z.string().nullable().default(null),
      utenza: z.string().nullable().default(null),
      servizioInviante: testo.nullable().default(null),
      entePagante: testo.nullable().default(null),
      /** what else of the scheda is known already */
      scheda: schedaParziale.optional(),
      alloggio: alloggio.nullable().optional(),
    }),
    output: z.object({ ingressoId: id, ospiteId: id, avvisi, voce }),
  }),
  /** Corrects the admission (date, typology, payer) of a stay. Codes that fall outside are removed in the same gesture. */
  'ingressi.correct': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({
      ingressoId: id,
      ...correzione.shape,
      /** of each field touched, what was seen: where somebody else changed it meanwhile nothing is written */
      prima: correzione.optional(),
    }),
    output: z.object({ avvisi, codiciTolti: z.number().int(), voce, contese: z.array(contesa) }),
  }),
  /** Takes away a stay entered by mistake (soft). */
  'ingressi.remove': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({ ingressoId: id, motivo: testo.min(1, 'Scrivere il motivo.') }),
    output: z.object({ voce }),
  }),
  'ingressi.changeModulo': command({
    ruoli: COMUNITA,
    cambia: ['ingressi'],
    input: z.object({
      ingressoId: id,
      dal: giorno,
      modulo: codice,
      /** the last modulo as it was seen; when it is another by now, nothing is written */
      prima: codice.nullable().optional(),
    }),
    output: z.object({ avvisi, voce }),
  }),
};
