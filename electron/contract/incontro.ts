import { z } from 'zod';
import { INCONTRI_CONTATTO } from '../../domain/contatto.ts';
import { ospiteDetto, scritto, stato } from './agenda.ts';
import { codice, giorno, id, ora } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

/** The voce of the list `servizio` for a meeting with the family: which kind is in `tipoFamiglia`. */
export const FAMIGLIA = 'famiglia';

const campi = z.object({
  data: giorno,
  ora: ora.nullable(),
  /** list `servizio` */
  servizio: z.string().min(1, 'Scegliere con chi è l’incontro.'),
  /** list `attivita_famiglie`, when the meeting is with the family */
  tipoFamiglia: z.string().nullable(),
  /** list `modalita` */
  modalita: z.string().min(1, 'Scegliere se in presenza o da remoto.'),
  accompagnamento: z.boolean().nullable(),
  /** who came, beside the guests */
  partecipanti: scritto(500),
  /** who was there for the community; of a protected meeting, who watched */
  operatori: scritto(500),
  oggetto: scritto(500),
  /** of a protected meeting, what was seen */
  esito: scritto(5000),
  protetto: z.boolean(),
  relazioneEntro: giorno.nullable(),
  relazioneData: giorno.nullable(),
  stato,
  ospiti: z.array(id).min(1, 'Scegliere almeno un ospite.').max(200),
});

/** A meeting as read back. */
export const incontro = z.object({
  id,
  /** codice */
  struttura: z.string(),
  ospiti: z.array(ospiteDetto),
  data: giorno,
  ora: z.string().nullable(),
  servizio: z.string(),
  tipoFamiglia: z.string().nullable(),
  modalita: z.string(),
  accompagnamento: z.boolean().nullable(),
  partecipanti: z.string().nullable(),
  operatori: z.string().nullable(),
  oggetto: z.string().nullable(),
  esito: z.string().nullable(),
  protetto: z.boolean(),
  relazioneEntro: giorno.nullable(),
  relazioneData: giorno.nullable(),
  stato,
});

export const incontri = {
  /** One meeting, with what was said: the line of the log names the guest when it is about one. */
  'incontri.get': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiti }) => (ospiti.length === 1 ? (ospiti[0]?.id ?? null) : null),
    input: z.object({ id }),
    output: incontro,
  }),
  /** The meetings one person took part in, newest first. */
  'incontri.listOspite': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ospiteId: id }),
    output: z.object({ ospiteId: id, incontri: z.array(incontro) }),
  }),
  /** The register of protected meetings of a struttura, newest first. */
  'incontri.listProtetti': query({
    ruoli: NOMINATIVI,
    legge: ['eventi', 'ospiti', 'strutture'],
    registrata: true,
    input: z.object({ struttura: codice, dal: giorno, al: giorno }),
    output: z.array(incontro),
  }),
  /** The persons around these guests: offered while the participants are typed, and said when they may not be met. */
  'incontri.listContatti': query({
    ruoli: COMUNITA,
    legge: ['ospiti'],
    registrata: true,
    ospiteDi: (persone) =>
      new Set(persone.map(({ ospiteId }) => ospiteId)).size === 1 ? (persone[0]?.ospiteId ?? null) : null,
    input: z.object({ ospiti: z.array(id).max(200) }),
    output: z.array(
      z.object({
        ospiteId: id,
        /** under a code, the code */
        nome: z.string(),
        legame: z.string(),
        incontri: z.enum(INCONTRI_CONTATTO).nullable(),
        riservato: z.boolean(),
      }),
    ),
  }),
  'incontri.register': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: campi
      .partial()
      .required({ data: true, servizio: true, modalita: true, stato: true, ospiti: true })
      .extend({ struttura: codice }),
    output: salvato,
  }),
  'incontri.save': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: modificaDi(campi),
    output: esitoModifica,
  }),
  'incontri.remove': command({
    ruoli: COMUNITA,
    cambia: ['eventi', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
};
