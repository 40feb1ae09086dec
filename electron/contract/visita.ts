import { z } from 'zod';
import { ospiteDetto, scritto, stato } from './agenda.ts';
import { codice, giorno, id, ora } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

/** What a form of a visit holds. No diagnosis is asked. */
const campi = z.object({
  data: giorno,
  ora: ora.nullable(),
  /** list `visita` */
  tipo: z.string().min(1, 'Scegliere che visita è.'),
  luogo: scritto(200),
  accompagnamento: z.boolean().nullable(),
  accompagnatore: scritto(200),
  mezzo: scritto(100),
  esito: scritto(2000),
  /** the day of the next one, as the doctor said */
  prossima: giorno.nullable(),
  stato,
});

/** A visit as read back. */
export const visita = z.object({
  id,
  ospite: ospiteDetto,
  /** codice */
  struttura: z.string(),
  data: giorno,
  ora: z.string().nullable(),
  tipo: z.string(),
  luogo: z.string().nullable(),
  accompagnamento: z.boolean().nullable(),
  accompagnatore: z.string().nullable(),
  mezzo: z.string().nullable(),
  esito: z.string().nullable(),
  prossima: giorno.nullable(),
  stato,
});

export const visite = {
  /** One visit, with how it went: the line of the log names the guest. */
  'visite.get': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospite }) => ospite.id,
    input: z.object({ id }),
    output: visita,
  }),
  /** The visits of one person, newest first. */
  'visite.listOspite': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ospiteId: id }),
    output: z.object({ ospiteId: id, visite: z.array(visita) }),
  }),
  'visite.register': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: campi
      .partial()
      .required({ data: true, tipo: true, stato: true })
      .extend({ struttura: codice, ospiteId: id }),
    output: salvato,
  }),
  'visite.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: modificaDi(campi),
    output: esitoModifica,
  }),
  /** It was done: how it went, and the next one booked in the same gesture if asked. */
  'visite.done': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({
      id,
      esito: scritto(2000).default(null),
      /** null: as it was booked */
      accompagnamento: z.boolean().nullable().default(null),
      /** left out: who was to go along did */
      accompagnatore: scritto(200).optional(),
      prossima: giorno.nullable().default(null),
      oraProssima: ora.nullable().default(null),
      prenota: z.boolean().default(false),
    }),
    output: salvato,
  }),
  /** The same visit booked on other days: guest, kind, place, hour and who goes along are copied. */
  'visite.repeat': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id, date: z.array(giorno).min(1).max(36) }),
    output: salvato,
  }),
  'visite.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
};
