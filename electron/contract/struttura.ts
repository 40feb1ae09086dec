import { z } from 'zod';
import { codice, giorno, id, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi } from './modifica.ts';
import { CIFRE, RESPONSABILI } from './ruolo.ts';

/** as long as the workbook takes it */
const t = (massimo: number) => testo.max(massimo).nullable();
const quanti = z.number().int().min(0).max(999);
/** first and last day on which it is open; null: always was, until further notice */
const aperta = { dal: giorno.nullable(), al: giorno.nullable() };

/** What the form of a struttura holds; the codice never changes. */
const campiStruttura = z.object({
  nome: testo.min(1, 'Scrivere il nome.').max(120),
  tipo: z.string(),
  utenza: z.enum(['M', 'F', 'MF']).nullable(),
  ats: t(40),
  indirizzo: t(200),
  cap: t(40),
  comune: t(80),
  provincia: t(40),
  telefono: t(40),
  ...aperta,
});

/** What the form of a modulo holds, with the places that hold from a day on. */
const campiModulo = z.object({
  nome: testo.min(1, 'Scrivere il nome.').max(120),
  tipologia: z.string(),
  conta: z.enum(['adulti', 'minori']),
  ...aperta,
  validoDal: giorno,
  accreditati: quanti,
  disponibili: quanti,
});

export const modulo = z.object({
  id,
  codice: z.string(),
  nome: z.string(),
  tipologia: z.string(),
  conta: z.string(),
  dal: z.string().nullable(),
  al: z.string().nullable(),
  posti: z.array(
    z.object({
      id,
      validoDal: giorno,
      validoAl: giorno.nullable(),
      accreditati: z.number().int(),
      disponibili: z.number().int(),
      motivo: z.string().nullable(),
    }),
  ),
});

export const struttura = z.object({
  id,
  codice: z.string(),
  nome: z.string(),
  tipo: z.string(),
  utenza: z.string().nullable(),
  ats: z.string().nullable(),
  indirizzo: z.string().nullable(),
  cap: z.string().nullable(),
  comune: z.string().nullable(),
  provincia: z.string().nullable(),
  telefono: z.string().nullable(),
  dal: z.string().nullable(),
  al: z.string().nullable(),
  /** the first and last months with something recorded */
  primoMese: z.string().nullable(),
  ultimoMese: z.string().nullable(),
  moduli: z.array(modulo),
});

export const strutture = {
  'strutture.list': query({ ruoli: CIFRE, legge: ['strutture'], input: niente, output: z.array(struttura) }),
  /** A struttura by its codice (`nuova`: never one that is there already), or the correction of one. */
  'strutture.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.union([
      campiStruttura.partial().required({ nome: true, tipo: true }).extend({ codice, nuova: z.boolean().optional() }),
      modificaDi(campiStruttura),
    ]),
    output: esitoModifica,
  }),
  /** A modulo by its codice, with its places from `validoDal` on (`nuovo`: never one that is there already), or the correction of one. */
  'moduli.save': command({
    ruoli: RESPONSABILI,
    cambia: ['strutture'],
    input: z.union([
      campiModulo.partial({ dal: true, al: true }).extend({ struttura: codice, codice, nuovo: z.boolean().optional() }),
      modificaDi(campiModulo),
    ]),
    output: esitoModifica,
  }),
};
