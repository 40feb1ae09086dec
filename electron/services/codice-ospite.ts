import { findOspitiDelCodice, listCodiciOspiti } from '../../db/reads/codice-ospite.ts';
import type { Store } from '../../db/store.ts';
import { assegnaCodici } from '../../db/writes/codice-ospite.ts';
import { isCodiceOspite } from '../../domain/codice-ospite.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';

/** ospite id → code, of every guest: those without one are given one now. */
export function codiciOspiti(store: Store): ReadonlyMap<string, string> {
  assegnaCodici(store);
  return listCodiciOspiti(store);
}

/** The code of one guest. */
export function codiceDi(store: Store, ospiteId: string): string {
  return codiciOspiti(store).get(ospiteId) ?? '';
}

export function listCodici(ctx: Contesto, { ospiti }: Parsed<'codici.list'>): Output<'codici.list'> {
  const codici = codiciOspiti(ctx.store);
  return Object.fromEntries(ospiti.flatMap((id) => (codici.has(id) ? [[id, codici.get(id) ?? '']] : [])));
}

/** The guests a typed text is the code of. */
export function findOspitiPerCodice(store: Store, testo: string): string[] {
  return isCodiceOspite(testo) ? findOspitiDelCodice(store, testo.trim().toUpperCase()) : [];
}
