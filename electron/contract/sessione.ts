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
  /** minutes without a gesture after which it locks by itself */
  bloccoMinuti: z.number().int(),
  /** the printed recovery key, told to those who manage the accounts; null for the others and while closed */
  recupero: z.enum(['assente', 'da_confermare', 'confermata']).nullable(),
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
    /** with the recovery key, told this once */
    output: statoSessione.extend({ chiaveRecupero: z.string() }),
  }),
  'sessione.open': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    input: z.object({ utente: testo.optional(), password: z.string().max(1000) }),
    output: statoSessione,
  }),
  'sessione.lock': command({
    ruoli: 'pubblico',
    cambia: ['sessione'],
    /** svuotaAppunti: the window put something in the clipboard; where the main process can, it empties it */
    input: z.object({ svuotaAppunti: z.boolean().optional() }),
    output: statoSessione,
  }),
  /** Somebody is at the window: the host's own clock of inactivity starts again. Answers whether the store is open. */
  'sessione.touch': query({ ruoli: 'pubblico', legge: [], input: niente, output: z.object({ aperta: z.boolean() }) }),
};
