import { listAvvertenzeDelGiorno, listAvvertenze as readAvvertenze } from '../../db/reads/avvertenza.ts';
import type { Store } from '../../db/store.ts';
import { TIPI_AVVERTENZA } from '../../domain/avvertenza.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';

type Avvertenza = Output<'ospiti.get'>['avvertenze'][number];

/** The alerts of one person, those that are over too: the page says which hold today. */
export function listAvvertenze(store: Store, personaId: string): Avvertenza[] {
  return readAvvertenze(store, personaId).map(({ id, tipo, testo, dal, al }) => {
    return { id, tipo: toTipo(tipo), testo, dal, al };
  });
}

/** Everybody's alerts of today. */
export function listAvvertenzeDiOggi({ store, oggi }: Contesto): Output<'ospiti.listAvvertenze'> {
  return listAvvertenzeDelGiorno(store, oggi()).map((una) => ({ ...una, tipo: toTipo(una.tipo) }));
}

/** A kind this version does not know is still an alert. */
export function toTipo(tipo: string): Avvertenza['tipo'] {
  return TIPI_AVVERTENZA.find((uno) => uno === tipo) ?? 'altro';
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `avvertenza.ordine`, `mese.altrui` */
export function addAvvertenza(ctx: Contesto, input: Parsed<'avvertenze.add'>): Output<'avvertenze.add'> {
  assertRegistroProprio(ctx);
  getRigaOspite(ctx.store, input.ospiteId);
  assertOrdine(input);
  return ctx.store.write(gesto(ctx, 'avvertenze.add', { ospiteId: input.ospiteId }), (tx) => {
    return { id: tx.insert('avvertenze', input), voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `avvertenza.ordine`, `mese.altrui` */
export function saveAvvertenza(ctx: Contesto, input: Parsed<'avvertenze.save'>): Output<'avvertenze.save'> {
  assertRegistroProprio(ctx);
  const { ospiteId } = getRiga(ctx.store, 'avvertenze', input.id);
  return modificaRiga(ctx, 'avvertenze', 'avvertenze.save', { ospiteId }, input, {
    controlla: (_prima, dopo) => assertOrdine(dopo),
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui` */
export function removeAvvertenza(ctx: Contesto, { id }: Parsed<'avvertenze.remove'>): Output<'avvertenze.remove'> {
  assertRegistroProprio(ctx);
  const { ospiteId } = getRiga(ctx.store, 'avvertenze', id);
  return ctx.store.write(gesto(ctx, 'avvertenze.remove', { ospiteId }), (tx) => {
    tx.remove('avvertenze', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

function assertOrdine({ dal, al }: { readonly dal: Giorno; readonly al: Giorno | null }): void {
  if (al !== null && al < dal)
    throw new ErroreApprodo(
      'avvertenza.ordine',
      'L’ultimo giorno viene prima del primo: correggere una delle due date.',
    );
}
