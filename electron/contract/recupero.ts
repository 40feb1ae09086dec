import { z } from 'zod';
import { bytes, fileDato, id, niente, passwordNuova, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CENTRALE, GESTORI, RESPONSABILI } from './ruolo.ts';
import { statoSessione } from './sessione.ts';

/** A key as somebody types it: longer than it is written, for spaces and dashes. */
const chiaveScritta = z.string().max(200);
const password = z.string().max(1000);

/** At the door, before the store is open: the handlers stand on the host. */
export const porta = {
  /** A right key says who may get a new password here: those who manage the accounts and may enter today. */
  'sessione.checkRecupero': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    input: z.object({ chiave: chiaveScritta }),
    output: z.object({ persone: z.array(z.string()) }),
  }),
  /** A new password for one of them, who enters with it. @refuses `sessione.recupero`, `recupero.gruppo`, `recupero.persona` */
  'sessione.recover': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    input: z.object({ chiave: chiaveScritta, utente: testo.min(1), password: passwordNuova }),
    output: statoSessione,
  }),
};

const deposito = z.object({
  id,
  /** who holds it */
  nome: z.string(),
  createdAtMs: z.number(),
});

export const recupero = {
  'recupero.get': query({
    ruoli: GESTORI,
    legge: ['accounts', 'chiavi'],
    input: niente,
    output: z.object({
      /** when the printed key was made; null: there is none */
      createdAtMs: z.number().nullable(),
      /** when somebody showed to have it on paper */
      confermataAtMs: z.number().nullable(),
      deposito: deposito.nullable(),
      /** the central office a key may be deposited with; null: not registered, or this is it */
      presso: z.string().nullable(),
    }),
  }),
  /** A new printed key: the one before opens nothing any more. The only time it is told. */
  'recupero.renew': command({
    ruoli: GESTORI,
    cambia: ['accounts', 'sessione'],
    input: z.object({ password }),
    output: z.object({ chiave: z.string() }),
  }),
  /** The whole key, typed from the paper: it is there, and it opens. */
  'recupero.confirm': command({
    ruoli: GESTORI,
    cambia: ['accounts', 'sessione'],
    input: z.object({ chiave: chiaveScritta }),
    output: niente,
  }),
  /** Another key for this store, in a file only the central office opens. The one deposited before opens nothing any more. */
  'recupero.deposit': command({
    ruoli: RESPONSABILI,
    cambia: ['accounts'],
    input: z.object({ password }),
    output: z.object({ nomeFile: z.string(), bytes }),
  }),
  /** The deposited key opens nothing any more. */
  'recupero.revokeDeposito': command({
    ruoli: RESPONSABILI,
    cambia: ['accounts'],
    input: z.object({ id }),
    output: niente,
  }),
};

export const depositi = {
  'depositi.list': query({
    ruoli: CENTRALE,
    legge: ['chiavi'],
    input: niente,
    output: z.array(
      z.object({
        id,
        nome: z.string(),
        strutture: z.array(z.string()),
        preparatoAtMs: z.number(),
        createdAtMs: z.number(),
      }),
    ),
  }),
  'depositi.import': command({
    ruoli: CENTRALE,
    cambia: ['chiavi'],
    input: z.object({ file: fileDato }),
    output: z.object({ nome: z.string() }),
  }),
  /** The key of a community, to be read on the phone. A line of the log says who, when and why. */
  'depositi.open': command({
    ruoli: CENTRALE,
    cambia: ['chiavi'],
    input: z.object({ id, motivo: testo.min(3, 'Manca il motivo.') }),
    output: z.object({ nome: z.string(), chiave: z.string() }),
  }),
};
