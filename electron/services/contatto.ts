import { findContattoRiservato, listContatti as readContatti } from '../../db/reads/contatto.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { drawCodice } from '../../db/writes/codice-ospite.ts';
import { removeContattoRiservato, setContattoRiservato } from '../../db/writes/contatto.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRigaOspite } from './ospite-riga.ts';

/** The persons around one guest, as everybody who opens the page may know them. */
export function listContatti(store: Store, personaId: string): Output<'ospiti.get'>['contatti'] {
  return readContatti(store, personaId).map(({ id, legame, nome, telefono, riservato }) => {
    return { id, legame, nome, telefono, riservato };
  });
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `mese.altrui` */
export function addContatto(ctx: Contesto, input: Parsed<'contatti.add'>): Output<'contatti.add'> {
  assertRegistroProprio(ctx);
  const { ospiteId, legame, nome, telefono, riservato } = input;
  getRigaOspite(ctx.store, ospiteId);
  return ctx.store.write(gesto(ctx, 'contatti.add', { ospiteId }), (tx) => {
    if (!riservato) return { id: tx.insert('contatti', { ospiteId, legame, nome, telefono }) };
    const codice = `C-${drawCodice(tx)}`;
    const id = tx.insert('contatti', { ospiteId, legame, nome: codice, riservato });
    setContattoRiservato(tx, id, { nome, telefono });
    return { id };
  });
}

/** @throws ErroreApprodo `contatto.sconosciuto`, `mese.altrui` */
export function removeContatto(ctx: Contesto, { id }: Parsed<'contatti.remove'>): Output<'contatti.remove'> {
  assertRegistroProprio(ctx);
  const { ospiteId } = getContatto(ctx.store, id);
  ctx.store.write(gesto(ctx, 'contatti.remove', { ospiteId }), (tx) => {
    tx.remove('contatti', id);
    removeContattoRiservato(tx, id);
  });
  return {};
}

/** @throws ErroreApprodo `contatto.sconosciuto` */
export function openContatto(ctx: Contesto, { id, motivo }: Parsed<'contatti.open'>): Output<'contatti.open'> {
  const { ospiteId, nome, telefono } = getContatto(ctx.store, id);
  // the line first: a name that was given is a name the log knows was given
  ctx.store.write({ ...gesto(ctx, 'contatti.open', { ospiteId, nota: motivo }), sempre: true }, () => undefined);
  return findContattoRiservato(ctx.store, id) ?? { nome, telefono };
}

function getContatto(store: Store, id: string): Riga<'contatti'> {
  const riga = store.find('contatti', id);
  if (!riga || riga.deletedAtMs !== null)
    throw new ErroreApprodo('contatto.sconosciuto', 'Questo contatto non c’è più: ricaricare la pagina.');
  return riga;
}
