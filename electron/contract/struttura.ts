import { z } from 'zod';
import { codice, giorno, id, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CIFRE, RESPONSABILI } from './ruolo.ts';

export const modulo = z.object({
  id,
  codice: z.string(),
  nome: z.string(),
  tipologia: z.string(),
  conta: z.string(),
  posti: z.array(
    z.object({
      id,
      validoDal: giorno,
      validoAl: giorno.nullable(),
      accreditati: z.number().int(),
      disponibili: z.number().int(),
    }),
  ),
});

export const struttura = z.object({
  id,
  codice: z.string(),
  nome: z.string(),
  tipo: z.string(),
  utenza: z.string().nullable(),
  comune: z.string().nullable(),
  provincia: z.string().nullable(),
  /** the first and last months with something recorded */
  primoMese: z.string().nullable(),
  ultimoMese: z.string().nullable(),
  moduli: z.array(modulo),
});

const voceLista = z.object({ voce: z.string(), etichetta: z.string() });

export const strutture = {
  'strutture.list': query({ ruoli: CIFRE, legge: ['strutture'], input: niente, output: z.array(struttura) }),
  /** Adds or corrects a struttura by its codice. */
  'strutture.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.object({
      codice,
      nome: testo.min(1),
      tipo: z.string(),
      utenza: z.enum(['M', 'F', 'MF']).nullable().default(null),
    }),
    output: z.object({ id }),
  }),
  /** Adds or corrects a modulo by its codice, with its places from `validoDal` on. */
  'moduli.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.object({
      struttura: codice,
      codice,
      nome: testo.min(1),
      tipologia: z.string(),
      conta: z.enum(['adulti', 'minori']),
      validoDal: giorno,
      accreditati: z.number().int().min(0).max(999),
      disponibili: z.number().int().min(0).max(999),
    }),
    output: z.object({ id }),
  }),
  /** The code lists (lists/liste.json), for menus: id of the list → values. */
  'liste.get': query({ ruoli: CIFRE, legge: [], input: niente, output: z.record(z.string(), z.array(voceLista)) }),
};
