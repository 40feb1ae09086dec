import { z } from 'zod';
import { isGiorno } from '../../domain/giorno.ts';

/** a UUID; the central office adds its own mark to some, within the 80 of the contract */
const id = z.string().min(1).max(60);
const testo = z.string().max(2000);
const giorno = z.string().refine(isGiorno);
const t = testo.nullable();
const g = giorno.nullable();
/** since 2026-11, days on which a struttura or a modulo is open; a parcel made before does not say: always */
const aperta = { dal: g.optional(), al: g.optional() };
const numero = z.number().int();
const lista = z.array(testo).max(100).nullable();
const ospiti = z.array(id).max(1000);

/**
 * Each table as it travels: one JSON object a line. Unknown keys are dropped, so that a newer minor version may add some;
 * a missing one is a damaged parcel. Order of the tables = order of insertion (parents first).
 */
export const TABELLE = {
  strutture: z.object({
    id,
    codice: testo,
    nome: testo,
    tipo: testo,
    utenza: t,
    ats: t,
    comune: t,
    provincia: t,
    ...aperta,
  }),
  moduli: z.object({
    id,
    codice: testo,
    nome: testo,
    tipologia: testo,
    conta: z.enum(['adulti', 'minori']),
    ...aperta,
  }),
  posti: z.object({ id, moduloId: id, validoDal: giorno, validoAl: g, accreditati: numero, disponibili: numero }),
  ospiti: z.object({
    ...{
      id,
      cognome: testo,
      nome: testo,
      sesso: z.enum(['M', 'F', 'T']),
      dataNascita: giorno,
      luogoNascita: t,
      cittadinanza: t,
    },
    ...{ codiceFiscale: t, tipoIdentificativo: t },
    // since 2026-11: of `dataNascita` only the year is known; a parcel made before does not say, and means no
    nascitaPresunta: z.boolean().optional(),
  }),
  ingressi: z.object({
    ...{ id, ospiteId: id, dataIngresso: giorno, tipoIngresso: t, utenza: t, servizioInviante: t, entePagante: t },
    ...{
      statoCivile: t,
      figliMinori: t,
      istruzione: t,
      occupazione: t,
      provenienza: t,
      carcerazioni: t,
      hiv: t,
      hcv: t,
    },
    ...{
      invalidita: t,
      dipendenza: t,
      sostanzePrimarie: lista,
      sostanzeSecondarie: lista,
      dataDimissione: g,
      esito: t,
    },
    ...{ destinazione: t, dataRelazione: g, genitoreId: t },
  }),
  assegnazioni: z.object({ id, ingressoId: id, dal: giorno, moduloId: id }),
  presenze: z.object({ id, ingressoId: id, codici: z.string().length(31) }),
  visite: z.object({
    id,
    ospiteId: id,
    data: giorno,
    tipo: testo,
    luogo: t,
    accompagnamento: z.boolean().nullable(),
    esito: t,
  }),
  incontri: z.object({
    ...{
      id,
      data: giorno,
      servizio: testo,
      modalita: testo,
      accompagnamento: z.boolean().nullable(),
      oggetto: t,
      ospiti,
    },
  }),
  attivita: z.object({
    ...{ id, data: giorno, area: testo, titolo: t, ore: z.number().nullable(), operatori: numero.nullable() },
    ...{ volontari: numero.nullable(), ospiti },
  }),
  misure: z.object({ id, ospiteId: id, misura: testo, dal: giorno, al: g, autorita: t, finePena: g }),
} as const;

export type TabellaPacco = keyof typeof TABELLE;
export type RigaPacco<T extends TabellaPacco> = z.output<(typeof TABELLE)[T]>;
export type RighePacco = { [T in TabellaPacco]: RigaPacco<T>[] };

export const NOMI_TABELLE = Object.keys(TABELLE) as TabellaPacco[];

/** A parcel of a month of one struttura is far below these. */
export const MASSIMO_RIGHE = 100_000;
export const MASSIMO_BYTES = 64 * 1024 * 1024;
