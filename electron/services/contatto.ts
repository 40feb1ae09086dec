import { findContattoRiservato, listContatti as readContatti } from '../../db/reads/contatto.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { drawCodice } from '../../db/writes/codice-ospite.ts';
import { removeContattoRiservato, setContattoRiservato } from '../../db/writes/contatto.ts';
import { INCONTRI_CONTATTO, TIPI_CONTATTO } from '../../domain/contatto.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';

/** The persons around one guest, as everybody who opens the page may know them. */
export function listContatti(store: Store, personaId: string): Output<'ospiti.get'>['contatti'] {
  return readContatti(store, personaId).map(({ id, legame, nome, telefono, tipo, incontri, riservato }) => {
    return {
      id,
      legame,
      nome,
      telefono,
      tipo: findIn(TIPI_CONTATTO, tipo),
      incontri: findIn(INCONTRI_CONTATTO, incontri),
      riservato,
    };
  });
}

function findIn<T extends string>(valori: readonly T[], valore: string | null): T | null {
  return valori.find((uno) => uno === valore) ?? null;
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `mese.altrui` */
export function addContatto(ctx: Contesto, input: Parsed<'contatti.add'>): Output<'contatti.add'> {
  assertRegistroProprio(ctx);
  const { ospiteId, legame, nome, telefono, tipo, incontri, riservato } = input;
  getRigaOspite(ctx.store, ospiteId);
  return ctx.store.write(gesto(ctx, 'contatti.add', { ospiteId }), (tx) => {
    const come = { ospiteId, legame, tipo, incontri };
    // what is sealed is in no image of the log, and so is not undone
    const voce = riservato ? null : tx.voce;
    if (!riservato) return { id: tx.insert('contatti', { ...come, nome, telefono }), voce, avvisi: [] };
    const codice = `C-${drawCodice(tx)}`;
    const id = tx.insert('contatti', { ...come, nome: codice, riservato });
    setContattoRiservato(tx, id, { nome, telefono });
    return { id, voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `contatto.sconosciuto`, `contatto.riservato`, `mese.altrui` */
export function saveContatto(ctx: Contesto, input: Parsed<'contatti.save'>): Output<'contatti.save'> {
  assertRegistroProprio(ctx);
  const { ospiteId, riservato } = getContatto(ctx.store, input.id);
  const { nome, telefono } = input.dopo;
  if (riservato && (nome !== undefined || telefono !== undefined))
    throw new ErroreApprodo(
      'contatto.riservato',
      'Nome e telefono di chi è sotto codice non si correggono da qui: togliere la persona e scriverla di nuovo.',
    );
  return modificaRiga(ctx, 'contatti', 'contatti.save', { ospiteId }, input);
}

/** @throws ErroreApprodo `contatto.sconosciuto`, `mese.altrui` */
export function removeContatto(ctx: Contesto, { id }: Parsed<'contatti.remove'>): Output<'contatti.remove'> {
  assertRegistroProprio(ctx);
  const { ospiteId, riservato } = getContatto(ctx.store, id);
  return ctx.store.write(gesto(ctx, 'contatti.remove', { ospiteId }), (tx) => {
    tx.remove('contatti', id);
    removeContattoRiservato(tx, id);
    return { id, voce: riservato ? null : tx.voce, avvisi: [] };
  });
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
