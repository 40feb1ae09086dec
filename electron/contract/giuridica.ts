import { z } from 'zod';
import { codice, giorno, id, nascita, ora, racconto, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

const t = testo.nullable();

export const campiMisura = z.object({
  misura: z.string().min(1, 'Scegliere la misura.').max(80),
  dal: giorno,
  al: giorno.nullable(),
  autorita: t,
  finePena: giorno.nullable(),
  provvedimento: t,
  prescrizioni: racconto.nullable(),
});
export const campiUdienza = z.object({
  misuraId: id.nullable(),
  data: giorno,
  ora: ora.nullable(),
  autorita: t,
  luogo: t,
  accompagnatore: t,
  esito: racconto.nullable(),
});
export const campiViolazione = z.object({
  misuraId: id.nullable(),
  data: giorno,
  fatto: racconto.min(1, 'Scrivere che cosa è successo.'),
  comunicataA: t,
  comunicataIl: giorno.nullable(),
});

const dellOspite = z.object({ ospiteId: id });
const misura = campiMisura.extend({
  id,
  /** the day by which the authority wants the next report, in the past when it is late; null: none is due */
  relazioneEntro: giorno.nullable(),
});

/** The judicial position: section `giuridica`, for reading and for writing. */
export const giuridica = {
  /** Of who may not read the section, the answer of a guest who has nothing. */
  'giuridica.get': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'ingressi'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: dellOspite,
    output: z.object({
      ospiteId: id,
      misure: z.array(misura),
      udienze: z.array(campiUdienza.extend({ id })),
      violazioni: z.array(campiViolazione.extend({ id })),
    }),
  }),
  /** A new measure, or the correction of one. */
  'misure.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'ospiti', 'registro'],
    input: z.union([campiMisura.extend({ ospiteId: id }), modificaDi(campiMisura)]),
    output: esitoModifica,
  }),
  'misure.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'ospiti', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** Who, of the guests present in a struttura on a day, was under which measure on that day. */
  'misure.snapshot': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'ingressi'],
    registrata: true,
    input: z.object({ struttura: codice, giorno }),
    output: z.object({
      struttura: z.string(),
      giorno,
      righe: z.array(
        campiMisura.extend({ misuraId: id, ospiteId: id, ingressoId: id, cognome: z.string(), nome: z.string() }),
      ),
    }),
  }),
  'udienze.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.union([campiUdienza.extend({ ospiteId: id }), modificaDi(campiUdienza)]),
    output: esitoModifica,
  }),
  'udienze.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  'violazioni.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.union([campiViolazione.extend({ ospiteId: id }), modificaDi(campiViolazione)]),
    output: esitoModifica,
  }),
  'violazioni.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** The facts of a declaration that a guest is here, over the stays that go on one into the other with the one named, for a hearing or for the guest: from the register, nothing typed. */
  'dichiarazioni.get': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'ingressi', 'presenze', 'strutture'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ingressoId: id, dal: giorno, al: giorno, udienzaId: id.nullable().default(null) }),
    output: z.object({
      ospiteId: id,
      cognome: z.string(),
      nome: z.string(),
      sesso: z.string(),
      dataNascita: nascita,
      luogoNascita: z.string().nullable(),
      codiceFiscale: z.string().nullable(),
      /** under a code: the declaration cannot say who it is about */
      anonimo: z.boolean(),
      /** the struttura of the last of the stays, which makes the declaration */
      struttura: z.object({
        nome: z.string(),
        indirizzo: z.string().nullable(),
        cap: z.string().nullable(),
        comune: z.string().nullable(),
        provincia: z.string().nullable(),
        telefono: z.string().nullable(),
      }),
      installazione: z.string(),
      /** of the first of the stays, and of the last: they go on one into the other by transfer */
      dataIngresso: giorno,
      dataDimissione: giorno.nullable(),
      /** the stays in order, each with its days in the period */
      tappe: z.array(
        z.object({
          struttura: z.string(),
          dal: giorno,
          al: giorno.nullable(),
          giorniPermanenza: z.number().int(),
          giorniPresenza: z.number().int(),
        }),
      ),
      /** the period asked for, cut to the stays and to today */
      dal: giorno,
      al: giorno,
      giorniPermanenza: z.number().int(),
      giorniPresenza: z.number().int(),
      senzaCodice: z.number().int(),
      /** the other days, by what their code means */
      altri: z.array(z.object({ significato: z.string(), giorni: z.number().int() })),
      udienza: z
        .object({
          data: giorno,
          ora: z.string().nullable(),
          autorita: z.string().nullable(),
          luogo: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
};
