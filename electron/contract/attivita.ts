import { z } from 'zod';
import { ospiteDetto, scritto, stato } from './agenda.ts';
import { codice, giorno, id, ora } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

const ore = z.number().min(0).max(24);
const quanti = z.number().int().min(0).max(200);

/** How many lead, and their names with commas between: where names are written the number is theirs. */
const conduttori = {
  operatori: quanti.nullable(),
  volontari: quanti.nullable(),
  nomiOperatori: scritto(500),
  nomiVolontari: scritto(500),
};

const campi = z.object({
  data: giorno,
  ora: ora.nullable(),
  /** list `area_attivita` */
  area: z.string().min(1, 'Scegliere l’area dell’attività.'),
  titolo: scritto(200),
  ore: ore.nullable(),
  ...conduttori,
  stato,
  ospiti: z.array(id).max(500),
});

/** An activity as read back. */
export const attivitaLetta = z.object({
  id,
  /** codice */
  struttura: z.string(),
  ospiti: z.array(ospiteDetto),
  data: giorno,
  ora: z.string().nullable(),
  area: z.string(),
  titolo: z.string().nullable(),
  gruppoId: z.string().nullable(),
  ore: z.number().nullable(),
  operatori: z.number().nullable(),
  volontari: z.number().nullable(),
  nomiOperatori: z.string().nullable(),
  nomiVolontari: z.string().nullable(),
  stato,
});

const campiGruppo = z.object({
  titolo: z.string().trim().min(1, 'Scrivere come si chiama il gruppo.').max(200),
  area: z.string().min(1, 'Scegliere l’area dell’attività.'),
  /** 1 Monday … 7 Sunday */
  giornoSettimana: z.number().int().min(1).max(7),
  ora: ora.nullable(),
  ore: ore.nullable(),
  ...conduttori,
  dal: giorno,
  /** last day on which it meets; null: until further notice */
  al: giorno.nullable(),
});

export const gruppo = campiGruppo.extend({ id, ora: z.string().nullable() });

export const attivita = {
  'attivita.get': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    input: z.object({ id }),
    output: attivitaLetta,
  }),
  /** The activities one person took part in, newest first. */
  'attivita.listOspite': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ospiteId: id }),
    output: z.object({ ospiteId: id, attivita: z.array(attivitaLetta) }),
  }),
  /** Who was there the last time: of the group, or of an activity of the same area and title. */
  'attivita.listUltimi': query({
    ruoli: COMUNITA,
    legge: ['eventi', 'ospiti'],
    input: z.object({
      struttura: codice,
      prima: giorno,
      gruppoId: id.nullable().default(null),
      area: z.string().default(''),
      titolo: z.string().nullable().default(null),
    }),
    output: z.object({ data: giorno.nullable(), ospiti: z.array(ospiteDetto) }),
  }),
  /** With `gruppoId`, one meeting of a weekly group. */
  'attivita.register': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: campi
      .partial()
      .required({ data: true, area: true, stato: true, ospiti: true })
      .extend({ struttura: codice, gruppoId: id.nullable().default(null) }),
    output: salvato,
  }),
  'attivita.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: modificaDi(campi),
    output: esitoModifica,
  }),
  'attivita.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** The weekly groups of a struttura, those that ended last. */
  'gruppi.list': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'strutture'],
    input: z.object({ struttura: codice }),
    output: z.array(gruppo),
  }),
  'gruppi.register': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: campiGruppo.partial({ nomiOperatori: true, nomiVolontari: true }).extend({ struttura: codice }),
    output: salvato,
  }),
  'gruppi.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: modificaDi(campiGruppo),
    output: esitoModifica,
  }),
  /** The meetings already written stay; the next ones are no longer proposed. */
  'gruppi.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
};
