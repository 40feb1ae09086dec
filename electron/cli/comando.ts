import type { Input, NomeEndpoint, Output } from '../contract/index.ts';
import type { Host } from '../ipc/host.ts';

/** One option of a command, as `--nome VALORE`; without `valore` it is a yes. */
export interface Opzione {
  /** what stands for the value in the usage */
  readonly valore?: string;
  readonly obbligatoria?: true;
  /** the only values accepted */
  readonly scelte?: readonly string[];
  readonly aiuto: string;
}

export type Opzioni = Readonly<Record<string, Opzione>>;

/** Positional arguments: how they are called in the usage, and how many there must be. */
export interface Argomenti {
  readonly nome: string;
  readonly min: number;
  readonly max: number;
}

/** What a command gives back: one JSON value, or text to read. */
export interface Esito {
  readonly json: unknown;
  readonly testo: string;
  /** false: the command ran and the answer is no (exit status 1) */
  readonly esito?: boolean;
}

/** What a command stands on. */
export interface Invocazione {
  readonly host: Host;
  /** folder of the store, absolute */
  readonly dati: string;
  readonly argomenti: readonly string[];
  /** the text of an option, if given */
  find(opzione: string): string | undefined;
  /** the text of a required option */
  get(opzione: string): string;
  /** whether a yes-option was given */
  has(opzione: string): boolean;
  /** the password of APPRODO_PASSWORD or --password-file */
  readPassword(): string;
  /** asks the services, through the same door as the window. @throws ErroreApprodo */
  call<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>>;
  /** one line for the person, on stderr */
  say(line: string): void;
}

export interface Comando {
  /** one or two words */
  readonly nome: string;
  readonly sommario: string;
  readonly opzioni: Opzioni;
  readonly argomenti?: Argomenti;
  /** false: the command makes the store, or works without opening it */
  readonly apre?: false;
  readonly run: (invocazione: Invocazione) => Promise<Esito>;
}

/** Wrong usage: exit status 2. */
export class ErroreUso extends Error {}
