import { z } from 'zod';
import { anno, bytes, codice, fileDato, id, mese } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CENTRALE, NOMINATIVI, RESPONSABILI } from './ruolo.ts';

export const pacco = z.object({
  id,
  verso: z.enum(['inviato', 'ricevuto']),
  struttura: z.string(),
  mese,
  revisione: z.number().int(),
  numero: z.number().int(),
  nomeFile: z.string(),
  sha256: z.string(),
  /** applicato | superato */
  stato: z.string(),
  avvisi: z.array(z.string()),
  createdAtMs: z.number(),
});

export const esitoPacco = z.object({
  file: z.string(),
  stato: z.enum(['importato', 'invariato', 'sostituito', 'in_attesa', 'rifiutato']),
  struttura: z.string().nullable(),
  mese: z.string().nullable(),
  revisione: z.number().int().nullable(),
  motivo: z.string().optional(),
  righe: z.object({
    inserite: z.number().int(),
    aggiornate: z.number().int(),
    eliminate: z.number().int(),
  }),
});

/** What a parcel would do, shown before it is applied. */
export const pianoPacco = esitoPacco.extend({
  /** who signed: the name its key was registered with */
  firmatario: z.string().nullable(),
  numero: z.number().int().nullable(),
  /** plain sentences: "3 ingressi nuovi", "1 dimissione corretta", "12 presenze cambiate a marzo", "0 cancellazioni" */
  sommario: z.array(z.string()),
  avvisi: z.array(z.string()),
});

export const pacchi = {
  'pacchi.list': query({
    ruoli: NOMINATIVI,
    legge: ['pacchi'],
    input: z.object({ struttura: codice.optional(), anno: anno.optional() }),
    output: z.array(pacco),
  }),
  /** Writes the sealed parcel of a closed month in the outgoing folder. Asked again, it gives the same file. */
  'pacchi.export': command({
    ruoli: RESPONSABILI,
    cambia: ['pacchi'],
    input: z.object({ struttura: codice, mese }),
    output: z.object({
      id,
      file: z.string(),
      percorso: z.string(),
      mese,
      revisione: z.number().int(),
      numero: z.number().int(),
      sha256: z.string(),
    }),
  }),
  /** The bytes of a parcel already made, to save another copy of it. */
  'pacchi.getFile': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: ['pacchi'],
    registrata: true,
    input: z.object({ id }),
    output: z.object({ nome: z.string(), bytes }),
  }),
  'pacchi.plan': query({
    ruoli: CENTRALE,
    legge: ['pacchi'],
    input: z.object({ file: z.array(fileDato).max(2000) }),
    output: z.array(pianoPacco),
  }),
  'pacchi.import': command({
    ruoli: CENTRALE,
    copiaPrima: true,
    cambia: ['pacchi', 'presenze', 'ingressi', 'ospiti', 'strutture', 'eventi', 'mesi', 'copie'],
    input: z.object({ file: z.array(fileDato).max(2000) }),
    output: z.array(esitoPacco),
  }),
};
