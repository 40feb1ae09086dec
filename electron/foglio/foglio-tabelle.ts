import type { Colonna, Richiesta } from './foglio-colonna.ts';
import type { Tabella } from './foglio-tabella.ts';
import { CURA } from './foglio-tabelle-cura.ts';
import { EVENTI } from './foglio-tabelle-eventi.ts';
import { PERMANENZE } from './foglio-tabelle-permanenze.ts';
import { REGISTRI } from './foglio-tabelle-registri.ts';

/**
 * The sheets of the workbook (formats.md §1), in the order in which they are read and applied: a sheet refers only to
 * those above it (and to itself). Reading, checking, exporting, the blank template and its instructions follow from here.
 */
export const TABELLE = { ...PERMANENZE, ...EVENTI, ...REGISTRI, ...CURA } as const;

export type NomeFoglio = keyof typeof TABELLE;

export const FOGLI = Object.keys(TABELLE) as readonly NomeFoglio[];

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type Colonne<F extends NomeFoglio> = (typeof TABELLE)[F]['colonne'];
type Obbligatorie<F extends NomeFoglio> = {
  [K in keyof Colonne<F>]: Colonne<F>[K] extends Richiesta<unknown> ? K : never;
}[keyof Colonne<F>];
type ValoreDi<C> = C extends Colonna<infer V> ? V : never;

type Generica<F extends NomeFoglio> = {
  readonly [K in Obbligatorie<F> & string as Camel<K>]: ValoreDi<Colonne<F>[K]>;
} & {
  /** absent: the sheet has no such column; null: the cell is empty */
  readonly [K in Exclude<keyof Colonne<F>, Obbligatorie<F>> & string as Camel<K>]?: ValoreDi<Colonne<F>[K]> | null;
};

/** The days of a presenze row: 31 characters, one code a day, '.' an empty cell, ' ' a column the sheet does not have. */
interface Presenze {
  readonly ingresso: string;
  readonly mese: string;
  readonly codici: string;
}

/** A row whose cells were all good: camelCase column → value. `riga` is the row's number in the sheet, the header being 1. */
export type RigaLetta<F extends NomeFoglio> = { readonly riga: number } & (F extends 'presenze'
  ? Presenze
  : Generica<F>);

/** `data_nascita` → `dataNascita` */
export function campoDi(colonna: string): string {
  return colonna.replace(/_(\w)/g, (_, lettera: string) => lettera.toUpperCase());
}

/** Codes of strutture and moduli are the same whatever their case; ids are as they are written. */
export function chiaveCodice(codice: string): string {
  return codice.toUpperCase();
}

export function tabellaDi(foglio: NomeFoglio): Tabella {
  return TABELLE[foglio];
}

/** The sheets that are read; the others are only written. */
export const FOGLI_IN_ENTRATA = FOGLI.filter((foglio) => tabellaDi(foglio).soloUscita === undefined);

/** The columns of a sheet in the order of the template. */
export function colonneDi(foglio: NomeFoglio): readonly (readonly [string, Colonna<unknown>])[] {
  return Object.entries(TABELLE[foglio].colonne);
}

export function isNomeFoglio(nome: string): nome is NomeFoglio {
  return Object.hasOwn(TABELLE, nome);
}
