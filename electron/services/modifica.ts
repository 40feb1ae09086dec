import type { z } from 'zod';
import { findScrittaDa } from '../../db/reads/registro.ts';
import type { Modifica, Riga, Scrittura, Tabella } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { contesa, esitoModifica, salvato } from '../contract/modifica.ts';
import { type Contesto, gesto } from './contesto.ts';

export type Contesa = z.output<typeof contesa>;
export type EsitoModifica = z.output<typeof esitoModifica>;

/** A correction as the contract's `modificaDi` gives it: of the fields touched, what was seen and what is to be. */
export interface Correzione {
  readonly id: string;
  readonly prima: Readonly<Record<string, unknown>>;
  readonly dopo: Readonly<Record<string, unknown>>;
}

interface Opzioni<T extends Tabella> {
  /** refuses, by throwing, what the row would become; runs inside the gesture */
  controlla?(prima: Riga<T>, dopo: Riga<T>): void;
  /** what goes with it in the same gesture; returns what is odd or missing */
  dopo?(tx: Scrittura, riga: Riga<T>): string[];
  /** the row as the form knows it, where it is not column by column */
  vista?(riga: Riga<T>): Readonly<Record<string, unknown>>;
  /** columns of the row for the fields the form calls otherwise, or that are no columns (null: not one) */
  colonne?(dopo: Readonly<Record<string, unknown>>): Modifica<T>;
}

/** What taking a row away answers: the line of the log that one key undoes. */
export type EsitoTolto = z.output<typeof salvato>;

/** Takes a row away (soft), inside the gesture that asked for it. */
export function togliRiga(tx: Scrittura, tabella: Tabella, id: string): EsitoTolto {
  tx.remove(tabella, id);
  return { id, voce: tx.voce, avvisi: [] };
}

/** The living row. @throws ErroreApprodo `riga.sconosciuta` */
export function getRiga<T extends Tabella>(store: Store, tabella: T, id: string): Riga<T> {
  const riga = store.find(tabella, id);
  if (!riga || riga.deletedAtMs !== null)
    throw new ErroreApprodo('riga.sconosciuta', 'Questa registrazione non c’è più: ricaricare la pagina.');
  return riga;
}

/**
 * Corrects a row: fields that nobody else changed since they were seen are written; where one was, nothing is written and the
 * answer holds both values.
 * @throws ErroreApprodo `riga.sconosciuta`, and what `controlla` throws
 */
export function modificaRiga<T extends Tabella>(
  ctx: Contesto,
  tabella: T,
  azione: string,
  about: Parameters<typeof gesto>[2],
  correzione: Correzione,
  { controlla, dopo, vista, colonne }: Opzioni<T> = {},
): EsitoModifica {
  const { id } = correzione;
  const riga = getRiga(ctx.store, tabella, id);
  const attuale = vista?.(riga) ?? (riga as Readonly<Record<string, unknown>>);
  const contese = trovaContese(ctx.store, tabella, id, attuale, correzione);
  if (contese.length > 0) return { id, voce: null, avvisi: [], contese };
  return ctx.store.write(gesto(ctx, azione, about), (tx) => {
    const modifica = colonne?.(correzione.dopo) ?? (correzione.dopo as Modifica<T>);
    controlla?.(riga, { ...riga, ...modifica });
    tx.update(tabella, id, modifica);
    const avvisi = dopo?.(tx, getRiga(ctx.store, tabella, id)) ?? [];
    return { id, voce: tx.immagini.length > 0 ? tx.voce : null, avvisi, contese: [] };
  });
}

/** The fields whose value is neither what the form had seen nor what it writes. `attuale`: the row as the form knows it. */
export function trovaContese(
  store: Store,
  tabella: Tabella,
  id: string,
  attuale: Readonly<Record<string, unknown>>,
  { prima, dopo }: Correzione,
): Contesa[] {
  return Object.entries(dopo).flatMap(([campo, mio]) => {
    const loro = attuale[campo] ?? null;
    if (mio === undefined || !(campo in prima) || uguali(loro, prima[campo]) || uguali(loro, mio)) return [];
    const voce = findScrittaDa(store, tabella, id, campo);
    return [{ campo, mio, loro, chi: voce?.utente ?? '', atMs: voce?.atMs ?? 0 }];
  });
}

/**
 * A record sent whole by a form: with `prima` (of the fields touched, what was seen) those fields go over the record as it is by
 * now, the others stay; without it all of them are written. `contese`: what somebody else wrote since in a field that is touched.
 */
export function unisciScritti<C extends object>(
  store: Store,
  riga: { readonly tabella: Tabella; readonly id: string | undefined; readonly attuale: C },
  scritti: C,
  prima: object | undefined,
): { readonly campi: C; readonly contese: Contesa[] } {
  if (prima === undefined) return { campi: scritti, contese: [] };
  const { tabella, id = '', attuale } = riga;
  const dopo = Object.fromEntries(Object.entries(scritti).filter(([campo]) => campo in prima));
  const correzione = { id, prima: prima as Correzione['prima'], dopo };
  const contese = trovaContese(store, tabella, id, attuale as Readonly<Record<string, unknown>>, correzione);
  return { campi: { ...attuale, ...dopo }, contese };
}

function uguali(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
