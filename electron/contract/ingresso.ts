import { z } from 'zod';
import { codice, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

export const nuovoOspite = z.object({
  cognome: testo.min(1, 'Manca il cognome.'),
  nome: testo.min(1, 'Manca il nome.'),
  sesso: z.enum(['M', 'F', 'T']),
  dataNascita: giorno,
  luogoNascita: testo.nullable().default(null),
  cittadinanza: z.string().length(2).nullable().default(null),
  codiceFiscale: testo.nullable().default(null),
  tipoIdentificativo: z.string().nullable().default(null),
  /** recorded under a code: who it is is sealed before anything is written (art. 120 DPR 309/1990) */
  anonimo: z.boolean().optional(),
});

const avvisi = z.array(z.string());

export const ospiteTrovato = z.object({
  id,
  cognome: z.string(),
  nome: z.string(),
  sesso: z.string(),
  dataNascita: giorno,
  codiceFiscale: z.string().nullable(),
  /** name of the struttura where the ospite is today, if any */
  presenteIn: z.string().nullable(),
  /** the last discharge, if any */
  ultimaDimissione: giorno.nullable(),
});

export const ingressi = {
  /** Search tolerant of case and accents; also used to warn of a possible duplicate while typing. */
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
    }),
    output: z.object({ ingressoId: id, ospiteId: id, avvisi }),
  }),
  /** Corrects the admission (date, typology, payer) of a stay. Codes that fall outside are removed in the same gesture. */
  'ingressi.correct': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({
      ingressoId: id,
      dataIngresso: giorno.optional(),
      tipoIngresso: z.string().nullable().optional(),
      utenza: z.string().nullable().optional(),
      servizioInviante: testo.nullable().optional(),
      entePagante: testo.nullable().optional(),
    }),
    output: z.object({ avvisi, codiciTolti: z.number().int() }),
  }),
  /** Takes away a stay entered by mistake (soft). */
  'ingressi.remove': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({ ingressoId: id, motivo: testo.min(1, 'Scrivere il motivo.') }),
    output: z.object({}),
  }),
  'ingressi.changeModulo': command({
    ruoli: COMUNITA,
    cambia: ['ingressi'],
    input: z.object({ ingressoId: id, dal: giorno, modulo: codice }),
    output: z.object({ avvisi }),
  }),
  /**
   * Dimissione. With esito `trasferimento_interno` and `versoStruttura` (kept in this same store) it is one event:
   * closes here and opens there on the same day (counting.md, rule 12).
   */
  'dimissioni.register': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({
      ingressoId: id,
      dataDimissione: giorno,
      esito: z.string().nullable(),
      destinazione: z.string().nullable().default(null),
      versoStruttura: codice.nullable().default(null),
      versoModulo: codice.nullable().default(null),
    }),
    output: z.object({ avvisi, codiciTolti: z.number().int() }),
  }),
  /** The guest did not leave after all: the stay is open again. */
  'dimissioni.cancel': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze'],
    input: z.object({ ingressoId: id }),
    output: z.object({ avvisi }),
  }),
};
