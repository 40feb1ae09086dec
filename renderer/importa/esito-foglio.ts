import type { Output } from '../../electron/contract/index.ts';
import { testi } from '../testi/index.ts';

export type EsitoFoglio = Output<'fogli.preview'>;
export type ErroreFoglio = EsitoFoglio['errori'][number];

/** The four counts of a sheet (formats.md §2, `importa-foglio`). */
export const CONTI = ['inseriti', 'aggiornati', 'invariati', 'scartati'] as const;
export type Conti = Record<(typeof CONTI)[number], number>;

export interface RigaConti extends Conti {
  foglio: string;
}

/** The sheets in the order of formats.md §1, in which people fill them. */
const ORDINE = [
  'strutture',
  'moduli',
  'ospiti',
  'nuclei',
  'ingressi',
  'cambi_modulo',
  'presenze',
  'visite',
  'incontri',
  'gruppi',
  'attivita',
  'misure',
  'segnalazioni',
  'assenze',
  'contatti',
  'avvertenze',
  'udienze',
  'violazioni',
  'stanze',
  'alloggi',
  'operatori',
  'regole_assenza',
  'regole_scadenza',
  'promemoria',
  'voci_lista',
  'diario',
  'progetti',
  'obiettivi',
  'azioni',
  'verifiche_progetto',
  'evidenze',
  'relazioni',
  'adempimenti',
];

function posto(foglio: string): number {
  const i = ORDINE.indexOf(foglio);
  return i < 0 ? ORDINE.length : i;
}

/** One row per sheet that was there, in the order of the workbook. */
export function righeConti(esito: EsitoFoglio): RigaConti[] {
  const fogli = [...new Set(CONTI.flatMap((conto) => Object.keys(esito[conto])))].sort((a, b) => posto(a) - posto(b));
  return fogli.map((foglio) => ({
    foglio,
    inseriti: esito.inseriti[foglio] ?? 0,
    aggiornati: esito.aggiornati[foglio] ?? 0,
    invariati: esito.invariati[foglio] ?? 0,
    scartati: esito.scartati[foglio] ?? 0,
  }));
}

export function totaleConti(righe: readonly Conti[]): Conti {
  const somma = (conto: keyof Conti) => righe.reduce((n, riga) => n + riga[conto], 0);
  return {
    inseriti: somma('inseriti'),
    aggiornati: somma('aggiornati'),
    invariati: somma('invariati'),
    scartati: somma('scartati'),
  };
}

/** How many errors each sheet has, in the order in which they appear. */
export function erroriPerFoglio(errori: readonly ErroreFoglio[]): Map<string, number> {
  const conta = new Map<string, number>();
  for (const { foglio } of errori) conta.set(foglio, (conta.get(foglio) ?? 0) + 1);
  return conta;
}

/** A page of a long list; a page beyond the end is the last one. */
export interface PaginaErrori {
  righe: ErroreFoglio[];
  /** 1… */
  pagina: number;
  pagine: number;
  /** position of the first and last row shown, 1…; 0 when there is none */
  da: number;
  a: number;
  tutti: number;
}

/** Errors shown at a time: thousands of them stay quick to draw and to read. */
export const ERRORI_PER_PAGINA = 100;

/** The errors of a sheet (all when null), one page of them. */
export function paginaErrori(
  errori: readonly ErroreFoglio[],
  foglio: string | null,
  pagina: number,
  perPagina = ERRORI_PER_PAGINA,
): PaginaErrori {
  const scelti = foglio === null ? errori : errori.filter((e) => e.foglio === foglio);
  const pagine = Math.max(1, Math.ceil(scelti.length / perPagina));
  const questa = Math.min(Math.max(1, pagina), pagine);
  const inizio = (questa - 1) * perPagina;
  const righe = scelti.slice(inizio, inizio + perPagina);
  return {
    righe,
    pagina: questa,
    pagine,
    da: righe.length === 0 ? 0 : inizio + 1,
    a: inizio + righe.length,
    tutti: scelti.length,
  };
}

/** The row as a person finds it in the sheet. */
export function rigaDetta(errore: ErroreFoglio): string {
  return errore.riga === 0 ? testi.importa.tuttoIlFoglio : String(errore.riga);
}

/** The columns of the list of errors as a file: the names of formats.md §2. */
export function righeCsv(errori: readonly ErroreFoglio[]): string[][] {
  return errori.map((e) => [e.foglio, rigaDetta(e), e.colonna, e.valore, e.messaggio]);
}
