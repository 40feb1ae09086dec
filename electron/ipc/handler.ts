import type { accounts } from '../contract/account.ts';
import type { copie, ripristino } from '../contract/copia.ts';
import type { NomeEndpoint, Output, Parsed } from '../contract/index.ts';
import type { depositi, porta, recupero } from '../contract/recupero.ts';
import type { sessione } from '../contract/sessione.ts';
import type { Contesto, ContestoAccessi } from '../services/contesto.ts';
import type { Host } from './host.ts';
import type { Lavoro } from './lavoro.ts';

/** Endpoints that work on the session itself, before and around an open store. */
export type NomeSessione = keyof typeof sessione | keyof typeof porta | keyof typeof ripristino;

/** What a handler stands on: the host for the session's own endpoints, an open store for all the others. */
export type Fondo<N extends NomeEndpoint> = N extends NomeSessione
  ? Host
  : N extends keyof typeof accounts | keyof typeof recupero | keyof typeof depositi | keyof typeof copie
    ? ContestoAccessi
    : Contesto;

export type Handler<N extends NomeEndpoint> = (
  su: Fondo<N>,
  input: Parsed<N>,
  lavoro: Pick<Lavoro, 'progress'>,
) => Output<N> | Promise<Output<N>>;

/** One handler for each endpoint of the contract: one missing, or one too many, does not compile. */
export type Handlers = { readonly [N in NomeEndpoint]: Handler<N> };
