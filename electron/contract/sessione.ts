import { z } from 'zod';
import { codice, giorno, niente, passwordNuova, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { RUOLI } from './ruolo.ts';

export const statoSessione = z.object({
  /** nuova: no store yet; chiusa: password needed; aperta */
  stato: z.enum(['nuova', 'chiusa', 'aperta']),
  ruolo: z.enum(['comunita', 'centrale']).nullable(),
  /** who is logged in */
  utente: z.object({ nome: z.string(), ruolo: z.enum(RUOLI) }).nullable(),
  /** accounts that may log in, by name; empty while `nuova` */
  accounts: z.array(z.string()),
  /** name of this installation (the struttura's, or "Accoglienza") */
  nome: z.string().nullable(),
  versione: z.string(),
  oggi: giorno,
  /** demo data: said on every page */
  dimostrazione: z.boolean(),
  /** electron: the host prints PDF itself; loopback: the browser does */
  host: z.enum(['electron', 'loopback', 'cli']),
});

export const sessione = {
  'sessione.get': query({ ruoli: 'pubblico', legge: ['sessione'], input: niente, output: statoSessione }),
  /** First launch: makes the encrypted store, its keys and the first account, and opens it. */
  'sessione.create': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    input: z.object({
      ruolo: z.enum(['comunita', 'centrale']),
      password: passwordNuova,
      utente: testo.min(1),
      struttura: z.object({ codice, nome: testo.min(1) }).optional(),
    }),
    output: statoSessione,
  }),
  'sessione.open': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    input: z.object({ utente: testo.optional(), password: z.string().max(1000) }),
    output: statoSessione,
  }),
  'sessione.lock': command({ ruoli: 'pubblico', cambia: ['sessione'], input: niente, output: statoSessione }),
};
