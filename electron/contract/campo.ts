import { z } from 'zod';
import { isGiorno, isMese, ULTIMO_ANNO } from '../../domain/giorno.ts';
import { isNascita } from '../../domain/nascita.ts';
import { isOra } from '../../domain/ora-testo.ts';

/** `YYYY-MM-DD`, a day that exists, in a year that the workbook takes back. */
export const giorno = z
  .string()
  .refine(isGiorno, 'Data non valida: usare giorno, mese e anno.')
  .refine((g) => g.slice(0, 4) <= `${ULTIMO_ANNO}`, 'L’anno non è plausibile: controllare la data.');
/** A birth date: `YYYY-MM-DD`, or `YYYY` when only the year is known (domain/nascita.ts). */
export const nascita = z
  .string()
  .refine(isNascita, 'Data di nascita non valida: usare giorno, mese e anno, oppure l’anno.');
/** `YYYY-MM`. */
export const mese = z.string().refine(isMese, 'Mese non valido: usare anno e mese, per esempio 2025-03.');
export const anno = z.number().int().min(1990).max(2200);
/** codice of a struttura or modulo, as the office writes it */
export const codice = z.string().trim().min(1).max(40);
export const id = z.string().min(1).max(80);
/** `HH:MM`, 24 hours. */
export const ora = z.string().refine(isOra, 'Ora non valida: usare ore e minuti, per esempio 9:30.');
export const testo = z.string().trim().max(500);
/** what somebody tells at length */
export const racconto = z.string().trim().max(10_000);
/** a password being chosen: length is all that is asked, the window says how strong it looks */
export const passwordNuova = z.string().min(12, 'La password deve avere almeno 12 caratteri.').max(1000);
/** bytes that cross the border: a file given by a person or made for one */
export const bytes = z.instanceof(Uint8Array);
export const fileDato = z.object({ nome: z.string().min(1).max(260), bytes });
export const conteggi = z.record(z.string(), z.number().int());
export const niente = z.object({});
