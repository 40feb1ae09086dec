import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

/** The operators who work in a struttura on a day, by name. */
export function listOperatoriDelGiorno(store: Store, strutturaId: string, giorno: Giorno): string[] {
  return store
    .prepare(
      `SELECT DISTINCT nome FROM operatori WHERE struttura_id = ? AND deleted_at_ms IS NULL
       AND dal <= ? AND (al IS NULL OR al >= ?) ORDER BY nome`,
    )
    .pluck()
    .all(strutturaId, giorno, giorno) as string[];
}

/** What stays of the register say in a column already: payers, services. The most used first, at most 200. */
export function listGiaScritti(store: Store, colonna: 'ente_pagante' | 'servizio_inviante'): string[] {
  return store
    .prepare(
      `SELECT ${colonna} FROM ingressi WHERE deleted_at_ms IS NULL AND ${colonna} <> ''
       GROUP BY ${colonna} ORDER BY count(*) DESC, ${colonna} LIMIT 200`,
    )
    .pluck()
    .all() as string[];
}
