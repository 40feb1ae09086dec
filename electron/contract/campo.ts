import { z } from 'zod';
import { isGiorno, isMese } from '../../domain/giorno.ts';

/** `YYYY-MM-DD`, a day that exists. */
export const giorno = z.string().refine(isGiorno, 'Data non valida: usare giorno, mese e anno.');
/** `YYYY-MM`. */
export const mese = z.string().refine(isMese, 'Mese non valido: usare anno e mese, per esempio 2025-03.');
export const anno = z.number().int().min(1990).max(2200);
/** codice of a struttura or modulo, as the office writes it */
export const codice = z.string().trim().min(1).max(40);
export const id = z.string().min(1).max(80);
export const testo = z.string().trim().max(500);
/** a password being chosen: length is all that is asked, the window says how strong it looks */
export const passwordNuova = z.string().min(12, 'La password deve avere almeno 12 caratteri.').max(1000);
/** bytes that cross the border: a file given by a person or made for one */
export const bytes = z.instanceof(Uint8Array);
export const fileDato = z.object({ nome: z.string().min(1).max(260), bytes });
export const conteggi = z.record(z.string(), z.number().int());
export const niente = z.object({});
