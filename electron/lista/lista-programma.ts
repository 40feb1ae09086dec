import { type DefinizioneLista, Liste } from '../../domain/lista.ts';
import dati from '../../resources/liste/liste.json' with { type: 'json' };

/** The lists as the program brings them (resources/liste/liste.json). */
export const DEFINIZIONI = dati.liste as readonly DefinizioneLista[];

/** Without any value of the office: where there is no register. */
export const LISTE_PROGRAMMA = new Liste(DEFINIZIONI);
