import { z } from 'zod';
import { giorno, id, nascita, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CIFRE, NOMINATIVI, RUOLI } from './ruolo.ts';

/** Who may be named as a reader of a sealed identity, and read it when named. */
export const LEGGE_IDENTITA = ['responsabile', 'sanitario'] as const;

const motivo = testo.min(1, 'Scrivere il motivo.');
const ruoli = z.array(z.enum(LEGGE_IDENTITA)).min(1, 'Scegliere almeno un ruolo che possa aprire l’identità.');

/** What is sealed when a guest is anonymous. */
export const identita = z.object({
  cognome: z.string(),
  nome: z.string(),
  dataNascita: nascita,
  luogoNascita: z.string().nullable(),
  cittadinanza: z.string().nullable(),
  codiceFiscale: z.string().nullable(),
  tipoIdentificativo: z.string().nullable(),
  // sealed by an earlier version, an identity does not hold these
  identificativoDal: giorno.nullable().default(null),
  luogoNascitaCodice: z.string().nullable().default(null),
  residenza: z.string().nullable().default(null),
  telefono: z.string().nullable().default(null),
});

/** Codes in place of names, sealed identities, small numbers. */
export const anonimato = {
  /** The code of these guests in this installation. The whole list is in no file. */
  'codici.list': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti'],
    input: z.object({ ospiti: z.array(id).max(2000) }),
    output: z.record(z.string(), z.string()),
  }),
  /** How a guest is known here: the code, whether the name is sealed, who may open it. */
  'identita.get': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti'],
    input: z.object({ ospiteId: id }),
    output: z.object({
      codice: z.string(),
      anonimo: z.boolean(),
      /** roles that may open the identity; empty when it is not sealed here */
      ruoli: z.array(z.enum(RUOLI)),
    }),
  }),
  /** The guest is from now on a code (art. 120 DPR 309/1990); who they are is kept apart, for these roles. */
  'identita.seal': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['ospiti', 'ingressi', 'presenze', 'registro'],
    input: z.object({ ospiteId: id, ruoli, motivo }),
    output: z.object({ codice: z.string() }),
  }),
  /** Opens a sealed identity once. The reason is in the log before the answer is given. */
  'identita.open': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['registro'],
    input: z.object({ ospiteId: id, motivo }),
    output: identita,
  }),
  /** The guest is named again. */
  'identita.restore': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['ospiti', 'ingressi', 'presenze', 'registro'],
    input: z.object({ ospiteId: id, motivo }),
    output: niente,
  }),
  'numeriPiccoli.get': query({
    ruoli: CIFRE,
    legge: ['ospiti'],
    input: niente,
    output: z.object({ soglia: z.number().int() }),
  }),
  /** Below how many persons a count is hidden in tables that leave the office; 1 hides nothing. */
  'numeriPiccoli.save': command({
    ruoli: ['responsabile', 'accoglienza'],
    cambia: ['ospiti', 'registro'],
    input: z.object({ soglia: z.number().int().min(1).max(50) }),
    output: niente,
  }),
};
