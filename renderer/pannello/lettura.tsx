import type { ReactNode } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { Attesa } from './pannello.tsx';

/** An answer of the host (`useEndpoint`) that may not be there yet. */
interface Letta<D> {
  readonly data: D | undefined;
  readonly error: ErroreApprodo | null;
  readonly refetch: () => Promise<unknown>;
}

interface Props<D> {
  di: Letta<D>;
  /** how tall the wait is */
  righe?: number;
  /** what is said meanwhile, where it is not the usual sentence */
  testo?: string;
  children: (data: D) => ReactNode;
}

/** What was asked of the host once it is there; until then that it is on its way, or why it is not and one more try. */
export function Lettura<D>({ di: { data, error, refetch }, righe = 4, testo, children }: Props<D>) {
  return (
    <>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {data === undefined && !error && <Attesa righe={righe} testo={testo ?? testi.comune.caricamento} />}
      {data !== undefined && children(data)}
    </>
  );
}
