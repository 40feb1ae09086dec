import { ErroreApprodo } from '../../domain/errore.ts';
import { contract, type Input, type NomeEndpoint, type Output } from '../../electron/contract/index.ts';
import { getTransport } from './transport.ts';

/** Refusals that mean the session is not what the page believes. */
const CHIUSA = new Set(['sessione.chiusa', 'sessione.scaduta', 'sessione.nuova']);

type Ascolta = (chiusa: boolean) => void;
const ascoltatori = new Set<Ascolta>();

/** Calls back when the host is not in the session the page believes; `chiusa` when it is certain that it locked. */
export function onSessioneCambiata(ascolta: Ascolta): () => void {
  ascoltatori.add(ascolta);
  return () => ascoltatori.delete(ascolta);
}

export function tellSessioneCambiata(chiusa: boolean): void {
  for (const ascolta of ascoltatori) ascolta(chiusa);
}

/** What commands change without anything of the register being saved. */
const SENZA_SALVARE: ReadonlySet<string> = new Set(['sospesi', 'registro', 'copie']);
const scritture = new Set<() => void>();

/** Calls back when a command has changed the register, or who is in. */
export function onScritto(ascolta: () => void): () => void {
  scritture.add(ascolta);
  return () => scritture.delete(ascolta);
}

function tellScritto(nome: NomeEndpoint): void {
  const endpoint = contract[nome];
  if (endpoint.tipo !== 'command' || endpoint.cambia.every((cosa) => SENZA_SALVARE.has(cosa))) return;
  for (const ascolta of scritture) ascolta();
}

/**
 * Asks the host. The host parses input and output, so what arrives is `Output<N>`.
 * @throws ErroreApprodo with the sentence to show; `rete.assente` when the host does not answer.
 */
export async function call<N extends NomeEndpoint>(nome: N, input: Input<N>, lavoro?: string): Promise<Output<N>> {
  const risposta = await getTransport().call(nome, input, lavoro);
  if (risposta.ok) {
    tellScritto(nome);
    return risposta.valore as Output<N>;
  }
  if (CHIUSA.has(risposta.errore.codice)) tellSessioneCambiata(risposta.errore.codice === 'sessione.chiusa');
  throw new ErroreApprodo(risposta.errore.codice, risposta.errore.messaggio);
}
