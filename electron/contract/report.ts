import { z } from 'zod';
import { SESSI_CONTATI } from '../../domain/bilancio-figure.ts';
import { ESITI } from '../../domain/esito.ts';
import { GRUPPI } from '../../domain/gruppo.ts';
import { VOCI_PROFILO } from '../../domain/profilo.ts';
import { FIGURE_PERSONE } from '../../domain/righe.ts';
import { SEDI_DGA } from '../../domain/sede-dga.ts';
import { giorno, niente } from './campo.ts';
import { query } from './endpoint.ts';
import { CIFRE, NOMINATIVI } from './ruolo.ts';

const periodo = { dal: giorno, al: giorno };
const numero = z.number();
const tutto = ['presenze', 'ingressi', 'ospiti', 'strutture', 'eventi'] as const;

export const rigaGiornate = z.object({
  chiave: z.string(),
  nome: z.string(),
  presentiInizio: numero,
  ingressi: numero,
  trattati: numero,
  dimessi: numero,
  presentiFine: numero,
  giorniDiPermanenza: numero,
  giornatePresenza: numero,
  giornatePagate: numero,
  giornateOccupate: numero,
  giorniMancanti: numero,
  mediaGiornaliera: numero.nullable(),
  saturazioneAccreditati: numero.nullable(),
  saturazioneDisponibili: numero.nullable(),
  perCodice: z.record(z.string(), numero),
  /** groups are never summed in silence (counting.md, rule 13) */
  perUtenza: z.record(
    z.string(),
    z.object({ trattati: numero, giornatePresenza: numero, giornatePagate: numero, giornateOccupate: numero }),
  ),
  entrateDaModulo: numero.optional(),
  usciteVersoModulo: numero.optional(),
});

export const PER = ['struttura', 'modulo', 'ente_pagante'] as const;
export const FIGURE = [
  'presentiInizio',
  'ingressi',
  'trattati',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
] as const;

const rigaIndicatori = z.object({
  chiave: z.string(),
  nome: z.string(),
  trattati: numero,
  /** internal transfers too: what conclusi, allontanamenti and relazioniOltre are of */
  dimessi: numero,
  conclusi: numero,
  percentoConclusi: numero.nullable(),
  allontanamenti: numero,
  percentoAllontanamenti: numero.nullable(),
  massimoAllontanamenti: numero.nullable(),
  relazioniOltre: numero,
  relazioniSenzaData: numero,
  percentoRelazioni: numero.nullable(),
  massimoRelazioni: numero,
  giornateOccupate: numero,
  giornatePostoAccreditati: numero,
  giornatePostoDisponibili: numero,
  saturazioneAccreditati: numero.nullable(),
  saturazioneDisponibili: numero.nullable(),
});

export const report = {
  'report.giornate': query({
    ruoli: CIFRE,
    legge: tutto,
    input: z.object({ ...periodo, per: z.enum(PER).default('struttura') }),
    output: z.object({ ...periodo, per: z.enum(PER), righe: z.array(rigaGiornate), totale: rigaGiornate }),
  }),
  /** formats.md §3. The shape is the domain's (domain/bilancio.ts) and is promised there key by key. */
  'report.bilancio': query({
    ruoli: CIFRE,
    legge: tutto,
    input: z.object(periodo),
    output: z.looseObject({
      ...periodo,
      comunita: z.array(z.looseObject({ codice: z.string(), nome: z.string() })),
      cooperativa: z.looseObject({}),
    }),
  }),
  /** The quality indicators (domain/indicatore.ts): a report not written yet is late from the day after its term. */
  'report.indicatori': query({
    ruoli: CIFRE,
    legge: tutto,
    input: z.object(periodo),
    output: z.object({ ...periodo, righe: z.array(rigaIndicatori), totale: rigaIndicatori }),
  }),
  /** The rows behind a figure; their `n` add up to it. */
  'report.righe': query({
    ruoli: NOMINATIVI,
    legge: tutto,
    registrata: true,
    input: z.object({
      ...periodo,
      figura: z.enum([...FIGURE, ...FIGURE_PERSONE]),
      per: z.enum(PER).default('struttura'),
      /** chiave of the row of report.giornate; absent = the total */
      chiave: z.string().optional(),
      /** for the figures of the bilancio: a struttura's own or its minors, one group, one line of the outcomes */
      eta: z.enum(['adulti', 'minori']).optional(),
      gruppo: z.enum(GRUPPI).optional(),
      /** null: without outcome */
      esito: z.enum(ESITI).nullable().optional(),
      sede: z.enum(SEDI_DGA).optional(),
      /** for `dimessi`: those whose report is beyond its days */
      relazione: z.literal('oltre').optional(),
      /** for `persone`: as the first stay of the period says them (counting.md rules 14 and 15) */
      sesso: z.enum(SESSI_CONTATI).optional(),
      profilo: z.object({ voce: z.enum(VOCI_PROFILO.map(([voce]) => voce)), valore: z.string().max(100) }).optional(),
    }),
    output: z.array(
      z.object({
        ingressoId: z.string(),
        ospiteId: z.string(),
        ospite: z.string(),
        struttura: z.string(),
        dataIngresso: giorno,
        dataDimissione: giorno.nullable(),
        n: numero,
      }),
    ),
  }),
  /** Ospiti that may be the same person: one strong key equal, not two. */
  'report.possibili': query({
    ruoli: CIFRE.filter((ruolo) => ruolo === 'accoglienza' || ruolo === 'responsabile'),
    legge: ['ospiti'],
    input: niente,
    output: z.array(z.object({ perche: z.string(), a: z.string(), b: z.string() })),
  }),
  /** `approdo verifica`: quadratura of every month, integrity of store, log chain and parcels' chain. */
  'verifica.run': query({
    ruoli: [...CIFRE, 'amministratore'],
    legge: tutto,
    input: niente,
    output: z.object({
      esito: z.boolean(),
      controlli: z.array(z.object({ nome: z.string(), esito: z.boolean(), dettaglio: z.string() })),
      avvisi: z.array(z.string()),
    }),
  }),
};
