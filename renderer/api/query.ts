import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import type { Endpoint, Risorsa } from '../../electron/contract/endpoint.ts';
import {
  contract,
  type Input,
  type NomeCommand,
  type NomeEndpoint,
  type NomeQuery,
  type Output,
} from '../../electron/contract/index.ts';
import { call } from './client.ts';
import type { Lavoro } from './lavoro.ts';

/** One client per page load. The host is on this machine: never paused, never stale by itself, never retried. */
export function createQueryClient(): QueryClient {
  const comune = { networkMode: 'always', retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...comune, staleTime: Number.POSITIVE_INFINITY, gcTime: 10 * 60_000, refetchOnWindowFocus: false },
      mutations: comune,
    },
  });
}

/** The cache key of a query: its name and its input. Never use `useEndpoint` with bytes in the input: use `useCommand`. */
export function chiaveDi<N extends NomeQuery>(nome: N, input: Input<N>): readonly [N, Input<N>] {
  return [nome, input];
}

export interface OpzioniEndpoint<N extends NomeQuery> {
  enabled?: boolean;
  /** asks again every so many milliseconds: for what changes by itself */
  refetchInterval?: number;
  /** 0: asked again each time a page that needs it opens, whatever is kept */
  staleTime?: number;
  /** shown while the first answer for a new input is on its way (e.g. the previous one, so that nothing jumps) */
  placeholderData?: (precedente: Output<N> | undefined) => Output<N> | undefined;
}

/** A query of the contract. `error` is always an ErroreApprodo with a sentence to show. */
export function useEndpoint<N extends NomeQuery>(
  nome: N,
  input: Input<N>,
  opzioni: OpzioniEndpoint<N> = {},
): UseQueryResult<Output<N>, ErroreApprodo> {
  return useQuery<Output<N>, ErroreApprodo, Output<N>, readonly unknown[]>({
    queryKey: chiaveDi(nome, input),
    queryFn: () => call(nome, input),
    ...(opzioni as object),
  });
}

/** What a form starts from: what is written now, never what was read the time before (kept, and shown at once by `useEndpoint`). */
export function useEndpointOra<N extends NomeQuery>(nome: N, input: Input<N>) {
  const { data, error, refetch, isFetchedAfterMount } = useEndpoint(nome, input, { staleTime: 0 });
  // read once, it stays: a later reading that fails takes nothing away from who is typing
  const letta = useRef('');
  const quale = JSON.stringify(input);
  if (isFetchedAfterMount && !error) letta.current = quale;
  return { data: letta.current === quale ? data : undefined, error, refetch };
}

/** How the pages of a long list follow one another. */
export interface Passo<N extends NomeQuery, C extends object> {
  con(input: Input<N>, cursore: C): Input<N>;
  /** where the next page begins; null: there is none */
  dopo(risposta: Output<N>): C | null;
}

/** A list asked a page at a time: what is on screen, and `altre()` for more. */
export function useEndpointPagine<N extends NomeQuery, C extends object>(nome: N, input: Input<N>, passo: Passo<N, C>) {
  const query = useInfiniteQuery<Output<N>, ErroreApprodo, InfiniteData<Output<N>>, readonly unknown[], C | null>({
    queryKey: [nome, input, 'pagine'],
    queryFn: (dove) => {
      const cursore = dove.pageParam as C | null;
      return call(nome, cursore === null ? input : passo.con(input, cursore));
    },
    initialPageParam: null,
    getNextPageParam: (ultima) => passo.dopo(ultima),
    placeholderData: keepPreviousData,
  });
  const altre = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { pagine: query.data?.pages, error: query.error, refetch: query.refetch, haAltre: query.hasNextPage, altre };
}

/** Whether a query reads one of these resources. */
function legge(nome: unknown, risorse: readonly Risorsa[]): boolean {
  const endpoint: Endpoint | undefined = Object.hasOwn(contract, String(nome))
    ? contract[nome as NomeEndpoint]
    : undefined;
  return endpoint?.tipo === 'query' && endpoint.legge.some((r) => risorse.includes(r));
}

/** Makes stale every query that reads what the command changed, and asks again those on screen. */
export function invalidate(
  client: QueryClient,
  comando: NomeCommand,
  tranne?: (chiave: readonly unknown[]) => boolean,
): Promise<void> {
  const { cambia } = contract[comando];
  return client.invalidateQueries({
    predicate: (query) => legge(query.queryKey[0], cambia) && !(tranne?.(query.queryKey) ?? false),
  });
}

export interface OpzioniCommand {
  /** progress and cancel of a long call (`useLavoro`) */
  lavoro?: Lavoro;
}

/**
 * A call made by a gesture. A command makes stale the queries that read what it `cambia`; a query with large input
 * (`pacchi.plan`, `fogli.preview`) may be called this way too, and is not kept.
 */
export function useCommand<N extends NomeEndpoint>(
  nome: N,
  { lavoro }: OpzioniCommand = {},
): UseMutationResult<Output<N>, ErroreApprodo, Input<N>> {
  const client = useQueryClient();
  return useMutation<Output<N>, ErroreApprodo, Input<N>>({
    mutationFn: (input) => (lavoro ? lavoro.segui((id) => call(nome, input, id)) : call(nome, input)),
    onSettled: () => (contract[nome].tipo === 'command' ? invalidate(client, nome as NomeCommand) : undefined),
  });
}
