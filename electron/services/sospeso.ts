import { findSospeso } from '../../db/reads/sospeso.ts';
import { removeSospeso as deleteSospeso, setSospeso } from '../../db/writes/sospeso.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';

/** Whose it is; outside the window (command line, tests) it is nobody's. */
function proprietario({ utente }: Contesto): string {
  return utente.accountId ?? '';
}

/** What the person who asks was typing in a form and has not saved; null: nothing. */
export function getSospeso(ctx: Contesto, { chiave }: Parsed<'sospesi.get'>): Output<'sospesi.get'> {
  return findSospeso(ctx.store, proprietario(ctx), chiave) ?? null;
}

export function saveSospeso(ctx: Contesto, { chiave, dati }: Parsed<'sospesi.save'>): Output<'sospesi.save'> {
  ctx.store.write(gesto(ctx, 'sospesi.save'), (tx) => setSospeso(tx, proprietario(ctx), chiave, dati));
  return {};
}

export function removeSospeso(ctx: Contesto, { chiave }: Parsed<'sospesi.remove'>): Output<'sospesi.remove'> {
  ctx.store.write(gesto(ctx, 'sospesi.remove'), (tx) => deleteSospeso(tx, proprietario(ctx), chiave));
  return {};
}
