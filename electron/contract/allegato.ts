import { z } from 'zod';
import { TIPI_ALLEGATO } from '../../domain/allegato.ts';
import { bytes, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

/** The photograph has a place of its own. */
const TIPI_DOCUMENTO = TIPI_ALLEGATO.filter((tipo) => tipo !== 'foto') as Exclude<
  (typeof TIPI_ALLEGATO)[number],
  'foto'
>[];
const tipo = z.enum(TIPI_DOCUMENTO);

/** A file kept with a guest, without its bytes. */
export const allegato = z.object({
  id,
  tipo,
  titolo: z.string(),
  nomeFile: z.string(),
  mime: z.string(),
  /** bytes */
  dimensione: z.number().int(),
  /** the day the document bears, and the day it expires */
  data: giorno.nullable(),
  scadenza: giorno.nullable(),
  createdAtMs: z.number(),
});

const campi = z.object({
  tipo,
  titolo: testo.min(1, 'Scrivere che documento è.').max(200),
  data: giorno.nullable(),
  scadenza: giorno.nullable(),
});

/** Files in the encrypted store: jpeg, png, webp, pdf, docx, odt, txt, ten megabytes each. */
export const allegati = {
  /** Newest first. Documents of health are of who reads HIV and HCV, judicial ones of who reads the judicial position. */
  'allegati.list': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti', 'eventi'],
    input: z.object({ ospiteId: id }),
    output: z.object({ allegati: z.array(allegato), tipi: z.array(tipo) }),
  }),
  'allegati.add': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: campi.extend({
      ospiteId: id,
      ingressoId: id.nullable().default(null),
      nomeFile: z.string().min(1).max(260),
      bytes,
      data: giorno.nullable().default(null),
      scadenza: giorno.nullable().default(null),
    }),
    output: salvato,
  }),
  'allegati.save': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: modificaDi(campi),
    output: esitoModifica,
  }),
  'allegati.remove': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** The bytes, to be looked at in the page or saved as a file: which of the two is in the log, before they are given. */
  'allegati.open': command({
    ruoli: NOMINATIVI,
    cambia: ['registro'],
    input: z.object({ id, per: z.enum(['vedere', 'salvare']) }),
    output: z.object({ nome: z.string(), mime: z.string(), bytes }),
  }),
  /** The photograph, part of the guest's page (whose opening is in the log). null: there is none. */
  'allegati.getFoto': query({
    ruoli: NOMINATIVI,
    legge: ['ospiti'],
    input: z.object({ ospiteId: id }),
    output: z.object({ mime: z.string(), bytes }).nullable(),
  }),
  /** Puts a photograph in the place of the one there was; null takes it away. */
  'allegati.setFoto': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({ ospiteId: id, bytes: bytes.nullable() }),
    output: salvato,
  }),
};
