import { z } from 'zod';
import { TIPI_RELAZIONE } from '../../domain/relazione.ts';
import { bytes, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { contesa, esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA } from './ruolo.ts';

const tipo = z.enum(TIPI_RELAZIONE);
/** The body of one section: a page or two at most. */
const corpo = z.string().max(30_000);

const elencata = z.object({
  id,
  ingressoId: id,
  tipo,
  data: giorno,
  destinatario: z.string().nullable(),
  autore: z.string(),
  inviataIl: giorno.nullable(),
  dataIngresso: giorno,
  struttura: z.string(),
});

export const campiRelazione = z.object({
  data: giorno,
  destinatario: testo.nullable(),
  inviataIl: giorno.nullable(),
});

/** Reports about a stay: they begin from the register, are written by a person, leave as a DOCX. */
export const relazioni = {
  'relazioni.list': query({
    ruoli: COMUNITA,
    legge: ['progetti', 'ospiti', 'ingressi'],
    input: z.object({ ospiteId: id }),
    output: z.object({ relazioni: z.array(elencata) }),
  }),
  'relazioni.get': query({
    ruoli: COMUNITA,
    legge: ['progetti', 'ospiti', 'ingressi'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ id }),
    output: elencata.extend({
      ospiteId: id,
      cognome: z.string(),
      nome: z.string(),
      /** without those of the protected sections this role does not read; `n` is the place of each in the whole */
      sezioni: z.array(z.object({ n: z.number().int(), titolo: z.string(), testo: z.string() })),
    }),
  }),
  /** A draft, each section begun with what the register knows of the period. */
  'relazioni.create': command({
    ruoli: COMUNITA,
    cambia: ['progetti', 'registro'],
    input: z.object({ ingressoId: id, tipo, dal: giorno, al: giorno }),
    output: salvato,
  }),
  /**
   * Changes of a report: of each section touched, what was seen and what is to be. With `inviataIl` it is sent, and only taking
   * that day away lets it be written again. Of a dimissione, that day is the day of the report in the stay (`dataRelazione`).
   */
  'relazioni.save': command({
    ruoli: COMUNITA,
    cambia: ['progetti', 'ingressi', 'ospiti', 'registro'],
    input: modificaDi(campiRelazione).extend({
      sezioni: z.array(z.object({ n: z.number().int().min(0), prima: corpo, dopo: corpo })).default([]),
    }),
    output: esitoModifica.extend({ contese: z.array(contesa) }),
  }),
  /** A draft nobody wants any more. What was sent stays. */
  'relazioni.remove': command({
    ruoli: COMUNITA,
    cambia: ['progetti', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** The DOCX, as who asks reads the report; the log has its line before the file exists. */
  'relazioni.export': command({
    ruoli: COMUNITA,
    cambia: ['registro'],
    input: z.object({ id }),
    output: z.object({ nome: z.string(), bytes }),
  }),
};
