import { z } from 'zod';
import { bytes, conteggi, fileDato, niente } from './campo.ts';
import { command, query } from './endpoint.ts';
import { CENTRALE, RESPONSABILI } from './ruolo.ts';

export const erroreFoglio = z.object({
  foglio: z.string(),
  /** as a person sees it in Excel: the header is row 1; 0 = the whole sheet */
  riga: z.number().int(),
  colonna: z.string(),
  valore: z.string(),
  messaggio: z.string(),
});

/** formats.md §2, `importa-foglio`: counts per sheet. */
export const esitoFoglio = z.object({
  inseriti: conteggi,
  aggiornati: conteggi,
  invariati: conteggi,
  scartati: conteggi,
  errori: z.array(erroreFoglio),
  /** sheet → unknown columns, ignored */
  colonneIgnorate: z.record(z.string(), z.array(z.string())),
  avvisi: z.array(z.string()),
});

const input = z.object({ file: z.array(fileDato).min(1).max(50) });

export const fogli = {
  /** The blank workbook an office starts from: headers, lists, instructions; no data. */
  'fogli.getModello': query({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    legge: [],
    input: niente,
    output: z.object({ nome: z.string(), bytes }),
  }),
  /** `--prova`: what would change; writes nothing. */
  'fogli.preview': query({ ruoli: [...RESPONSABILI, ...CENTRALE], legge: [], input, output: esitoFoglio }),
  'fogli.import': command({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    copiaPrima: true,
    cambia: ['strutture', 'ospiti', 'ingressi', 'presenze', 'eventi', 'copie'],
    input,
    output: esitoFoglio,
  }),
  /** The register as a workbook, in clear: with names, or with codes in their place. A line of the log either way. */
  'fogli.export': command({
    ruoli: [...RESPONSABILI, ...CENTRALE],
    cambia: ['registro'],
    input: z.object({ formato: z.enum(['xlsx', 'csv']), soloCodici: z.boolean() }),
    output: z.object({ nome: z.string(), bytes }),
  }),
};
