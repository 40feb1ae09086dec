import { z } from 'zod';
import { anno, codice, giorno, mese, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { NOMINATIVI, RESPONSABILI } from './ruolo.ts';

export const voceControllo = z.object({
  codice: z.string(),
  gravita: z.enum(['blocca', 'avviso', 'ok']),
  titolo: z.string(),
  dettaglio: z.string(),
  righe: z.array(
    z.object({
      ingressoId: z.string().optional(),
      ospiteId: z.string().optional(),
      giorno: giorno.optional(),
      /** which field, or part of a page, it opens; absent: the register of the month */
      campo: z.string().optional(),
      testo: z.string(),
    }),
  ),
});

/** The month's balance: computed, never typed. */
export const bilancioMese = z.object({
  mese,
  presentiInizio: z.number().int(),
  ingressi: z.number().int(),
  trattati: z.number().int(),
  dimessi: z.number().int(),
  presentiFine: z.number().int(),
  giorniDiPermanenza: z.number().int(),
  giornatePresenza: z.number().int(),
  giornatePagate: z.number().int(),
  giornateOccupate: z.number().int(),
  giorniMancanti: z.number().int(),
  mediaGiornaliera: z.number(),
  saturazioneAccreditati: z.number().nullable(),
  saturazioneDisponibili: z.number().nullable(),
  postiAccreditati: z.number().int(),
  /** days by code letter */
  perCodice: z.record(z.string(), z.number().int()),
});

export const passoMese = z.object({
  /** chiuso | riaperto | esportato */
  azione: z.string(),
  atMs: z.number(),
  utente: z.string(),
  revisione: z.number().int().nullable(),
  nota: z.string().nullable(),
});

export const statoMese = z.object({
  stato: z.enum(['aperto', 'chiuso', 'riaperto']),
  revisione: z.number().int(),
  mancanti: z.number().int(),
  motivo: z.string().nullable(),
  closedAtMs: z.number().nullable(),
});

export const mesi = {
  'mesi.list': query({
    ruoli: NOMINATIVI,
    legge: ['mesi', 'pacchi'],
    input: z.object({ struttura: codice, anno }),
    output: z.array(statoMese.extend({ mese, esportato: z.boolean() })),
  }),
  /** The checklist before closing, the balance beside last month's, and the history of revisions. */
  'mesi.check': query({
    ruoli: NOMINATIVI,
    legge: ['mesi', 'presenze', 'ingressi', 'ospiti', 'strutture', 'pacchi', 'eventi'],
    input: z.object({ struttura: codice, mese }),
    output: statoMese.extend({
      voci: z.array(voceControllo),
      bilancio: bilancioMese,
      precedente: bilancioMese,
      storia: z.array(passoMese),
    }),
  }),
  /** @refuses `mese.mancanti` when days have no code and `conMancanti` is false; they then travel as a remark. */
  'mesi.close': command({
    ruoli: RESPONSABILI,
    cambia: ['mesi'],
    input: z.object({ struttura: codice, mese, conMancanti: z.boolean().default(false) }),
    output: z.object({ mese, revisione: z.number().int(), mancanti: z.number().int() }),
  }),
  'mesi.reopen': command({
    ruoli: RESPONSABILI,
    cambia: ['mesi'],
    input: z.object({ struttura: codice, mese, motivo: testo.min(3, 'Scrivere il motivo della riapertura.') }),
    output: z.object({ mese, revisione: z.number().int() }),
  }),
};
