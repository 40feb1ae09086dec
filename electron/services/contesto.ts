import type { Store } from '../../db/store.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Ruolo } from '../contract/ruolo.ts';

export interface Utente {
  readonly accountId: string | null;
  readonly nome: string;
  readonly ruolo: Ruolo;
}

/** How far a long job is; `totale` null while unknown. */
export interface Progresso {
  readonly fase: string;
  readonly fatto: number;
  readonly totale: number | null;
}

/** What every use case stands on: the open store, who asks, the clock, where to report progress. */
export interface Contesto {
  readonly store: Store;
  readonly utente: Utente;
  /** the folder of the encrypted store */
  readonly dati: string;
  /** comunita | centrale */
  readonly ruolo: 'comunita' | 'centrale';
  /** today, local calendar */
  readonly oggi: () => Giorno;
  /** Reports progress and lets pending work run; rejects with ErroreApprodo `lavoro.annullato` once cancelled. */
  readonly progress: (progresso: Progresso) => Promise<void>;
}

/** What the use cases of the accounts stand on besides. */
export interface ContestoAccessi extends Contesto {
  /** the 32 bytes that open the store: to wrap them for one more account */
  readonly chiave: Uint8Array;
  /** waits so many milliseconds (electron/services/accesso.ts) */
  readonly attendi?: ((ms: number) => Promise<unknown>) | undefined;
}

/** The log's line for a gesture of this user. */
export function gesto(
  ctx: Contesto,
  azione: string,
  about: { struttura?: string; mese?: string; nota?: string; ospiteId?: string | undefined } = {},
) {
  return { azione, accountId: ctx.utente.accountId, utente: ctx.utente.nome, ...about };
}
