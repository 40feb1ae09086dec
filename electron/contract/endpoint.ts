import type { z } from 'zod';
import type { Ruolo } from './ruolo.ts';

/** What a query reads and a command changes: a successful command makes the queries that read it stale. */
export type Risorsa =
  | 'sessione'
  | 'strutture'
  | 'liste'
  | 'scadenze'
  | 'ospiti'
  | 'ingressi'
  | 'presenze'
  | 'eventi'
  | 'diario'
  | 'progetti'
  | 'mesi'
  | 'pacchi'
  | 'chiavi'
  | 'accounts'
  | 'copie'
  | 'registro'
  | 'sospesi';

interface Common<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  /** Who may call it; `pubblico` = also before the store is open. */
  readonly ruoli: readonly Ruolo[] | 'pubblico';
  /** Whether reading it is itself written in the log. */
  readonly registrata?: boolean;
  /** Whether a copy of the store is made first: what it writes is much, and comes from outside. */
  readonly copiaPrima?: boolean;
  /** The guest an answer is about: the line of the reading then names them. */
  ospiteDi?(risposta: z.output<O>): string | null;
}

export interface Query<I extends z.ZodType, O extends z.ZodType> extends Common<I, O> {
  readonly tipo: 'query';
  readonly legge: readonly Risorsa[];
}

export interface Command<I extends z.ZodType, O extends z.ZodType> extends Common<I, O> {
  readonly tipo: 'command';
  readonly cambia: readonly Risorsa[];
}

export type Endpoint = Query<z.ZodType, z.ZodType> | Command<z.ZodType, z.ZodType>;

export function query<I extends z.ZodType, O extends z.ZodType>(endpoint: Omit<Query<I, O>, 'tipo'>): Query<I, O> {
  return { tipo: 'query', ...endpoint };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Omit<Command<I, O>, 'tipo'>,
): Command<I, O> {
  return { tipo: 'command', ...endpoint };
}
