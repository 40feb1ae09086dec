import { ErroreApprodo } from '../../domain/errore.ts';
import type { Input, NomeEndpoint, Output } from '../../electron/contract/index.ts';
import { getTransport } from './transport.ts';

/**
 * Asks the host. The host parses input and output, so what arrives is `Output<N>`.
 * @throws ErroreApprodo with the sentence to show; `rete.assente` when the host does not answer.
 */
export async function call<N extends NomeEndpoint>(nome: N, input: Input<N>, lavoro?: string): Promise<Output<N>> {
  const risposta = await getTransport().call(nome, input, lavoro);
  if (risposta.ok) return risposta.valore as Output<N>;
  throw new ErroreApprodo(risposta.errore.codice, risposta.errore.messaggio);
}
