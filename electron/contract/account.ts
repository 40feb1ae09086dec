import { z } from 'zod';
import { giorno, id, niente, passwordNuova, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { GESTORI, RUOLI } from './ruolo.ts';

const nome = testo.min(1, 'Manca il nome.');
const scadenza = giorno.nullable();

export const account = z.object({
  id,
  nome: z.string(),
  ruolo: z.enum(RUOLI),
  attivo: z.boolean(),
  /** last day on which it may enter; null: no end */
  scadenza,
  /** the last time it entered; null: never */
  ultimoAccessoMs: z.number().nullable(),
  /** it may enter, but has no password any more: it needs a new first one */
  senzaPassword: z.boolean(),
  /** the account of who asks */
  proprio: z.boolean(),
});

export const accounts = {
  'accounts.list': query({ ruoli: GESTORI, legge: ['accounts'], input: niente, output: z.array(account) }),
  /** One more person: one more wrapping of the store's key, under a first password to be changed by its owner. */
  'accounts.create': command({
    ruoli: GESTORI,
    cambia: ['accounts', 'sessione'],
    input: z.object({ nome, ruolo: z.enum(RUOLI), password: passwordNuova, scadenza: scadenza.default(null) }),
    output: z.object({ id }),
  }),
  /**
   * What is left out stays as it is. Reactivating takes a new first password: the old one was thrown away.
   * @refuses `account.password` where that is missing, `account.ultimo` where nobody would be left to manage the accounts, `account.proprio` for one's own role
   */
  'accounts.update': command({
    ruoli: GESTORI,
    cambia: ['accounts', 'sessione'],
    input: z.object({
      id,
      nome: nome.optional(),
      ruolo: z.enum(RUOLI).optional(),
      attivo: z.boolean().optional(),
      scadenza: scadenza.optional(),
      password: passwordNuova.optional(),
    }),
    output: niente,
  }),
  /** A new first password for another person, who changes it later. */
  'accounts.resetPassword': command({
    ruoli: GESTORI,
    cambia: ['accounts', 'sessione'],
    input: z.object({ id, password: passwordNuova }),
    output: niente,
  }),
  /** One's own. No password expires by itself. */
  'accounts.changePassword': command({
    ruoli: RUOLI,
    cambia: ['accounts'],
    input: z.object({ vecchia: z.string().max(1000), nuova: passwordNuova }),
    output: niente,
  }),
};
