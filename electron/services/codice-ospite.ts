import { findOspitiDelCodice, listCodiciOspiti } from '../../db/reads/codice-ospite.ts';
import type { Store } from '../../db/store.ts';
import { isCodiceOspite } from '../../domain/codice-ospite.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';

/** The code of one guest. */
export function codiceDi(store: Store, ospiteId: string): string {
  return listCodiciOspiti(store).get(ospiteId) ?? '';
}

export function listCodici(ctx: Contesto, { ospiti }: Parsed<'codici.list'>): Output<'codici.list'> {
  const codici = listCodiciOspiti(ctx.store);
  return Object.fromEntries(ospiti.flatMap((id) => (codici.has(id) ? [[id, codici.get(id) ?? '']] : [])));
}

/** The guests a typed text is the code of. */
export function findOspitiPerCodice(store: Store, testo: string): string[] {
  return isCodiceOspite(testo) ? findOspitiDelCodice(store, testo.trim().toUpperCase()) : [];
}
