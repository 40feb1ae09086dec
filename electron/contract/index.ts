import type { z } from 'zod';
import { accounts } from './account.ts';
import { anonimato } from './anonimato.ts';
import { blocco } from './blocco.ts';
import { chiavi } from './chiave.ts';
import { consegne } from './consegna.ts';
import { contatti } from './contatto.ts';
import { copie, ripristino } from './copia.ts';
import { fascicoli } from './fascicolo.ts';
import { fogli } from './foglio.ts';
import { ingressi } from './ingresso.ts';
import { mesi } from './mese.ts';
import { ospiti } from './ospite.ts';
import { pacchi } from './pacco.ts';
import { presenze } from './presenza.ts';
import { depositi, porta, recupero } from './recupero.ts';
import { registro } from './registro.ts';
import { report } from './report.ts';
import { ricostruzioni } from './ricostruzione.ts';
import { riservatezza } from './riservatezza.ts';
import { sessione } from './sessione.ts';
import { strutture } from './struttura.ts';

/** Everything that may be asked of the main process. Handlers, preload allow-list, client, CLI and role tests follow from it. */
export const contract = {
  ...sessione,
  ...ripristino,
  ...porta,
  ...strutture,
  ...presenze,
  ...ingressi,
  ...ospiti,
  ...contatti,
  ...riservatezza,
  ...anonimato,
  ...fascicoli,
  ...mesi,
  ...pacchi,
  ...consegne,
  ...chiavi,
  ...ricostruzioni,
  ...accounts,
  ...copie,
  ...recupero,
  ...depositi,
  ...blocco,
  ...fogli,
  ...report,
  ...registro,
};

export type Contract = typeof contract;
export type NomeEndpoint = keyof Contract;
/** What a caller gives (defaults may be left out). */
export type Input<N extends NomeEndpoint> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type Parsed<N extends NomeEndpoint> = z.output<Contract[N]['input']>;
export type Output<N extends NomeEndpoint> = z.output<Contract[N]['output']>;

export type NomeQuery = { [N in NomeEndpoint]: Contract[N] extends { tipo: 'query' } ? N : never }[NomeEndpoint];
export type NomeCommand = Exclude<NomeEndpoint, NomeQuery>;

/** An error as it crosses the border. */
export interface ErroreRisposta {
  readonly codice: string;
  readonly messaggio: string;
}

/** The answer to a call: never a stack. */
export type Risposta<T> =
  | { readonly ok: true; readonly valore: T }
  | { readonly ok: false; readonly errore: ErroreRisposta };

/** The `lavoro` of the one event that is about no call: the host locked by itself (`fase` is `chiusa`). */
export const LAVORO_SESSIONE = 'sessione';

/** Progress of a long call, pushed by the host to the page that made it (`lavoro` = the id the page gave the call). */
export interface EventoProgresso {
  readonly lavoro: string;
  readonly fase: string;
  readonly fatto: number;
  readonly totale: number | null;
}
