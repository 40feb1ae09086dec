import type { z } from 'zod';
import { accounts } from './account.ts';
import { agenda } from './agenda.ts';
import { allegati } from './allegato.ts';
import { anonimato } from './anonimato.ts';
import { assenze, regoleAssenza } from './assenza.ts';
import { attivita } from './attivita.ts';
import { avvertenze } from './avvertenza.ts';
import { blocco } from './blocco.ts';
import { chiavi } from './chiave.ts';
import { consegne } from './consegna.ts';
import { contatti } from './contatto.ts';
import { copie, ripristino } from './copia.ts';
import { diario } from './diario.ts';
import { dimissioni } from './dimissione.ts';
import { fascicoli } from './fascicolo.ts';
import { fogli } from './foglio.ts';
import { giuridica } from './giuridica.ts';
import { incontri } from './incontro.ts';
import { ingressi } from './ingresso.ts';
import { liste } from './lista.ts';
import { luoghi } from './luogo.ts';
import { mesi } from './mese.ts';
import { modifiche } from './modifica.ts';
import { nuclei } from './nucleo.ts';
import { oggi } from './oggi.ts';
import { ospiti } from './ospite.ts';
import { pacchi } from './pacco.ts';
import { presenze } from './presenza.ts';
import { progetti } from './progetto.ts';
import { qualita } from './qualita.ts';
import { depositi, porta, recupero } from './recupero.ts';
import { registro } from './registro.ts';
import { relazioni } from './relazione.ts';
import { report } from './report.ts';
import { ricostruzioni } from './ricostruzione.ts';
import { riservatezza } from './riservatezza.ts';
import { scadenze } from './scadenza.ts';
import { schede } from './scheda.ts';
import { sessione } from './sessione.ts';
import { sospesi } from './sospeso.ts';
import { stanze } from './stanza.ts';
import { strutture } from './struttura.ts';
import { visite } from './visita.ts';

/** Everything that may be asked of the main process. Handlers, preload allow-list, client, CLI and role tests follow from it. */
export const contract = {
  ...sessione,
  ...ripristino,
  ...porta,
  ...strutture,
  ...liste,
  ...scadenze,
  ...stanze,
  ...qualita,
  ...presenze,
  ...assenze,
  ...regoleAssenza,
  ...oggi,
  ...ingressi,
  ...schede,
  ...nuclei,
  ...dimissioni,
  ...ospiti,
  ...contatti,
  ...avvertenze,
  ...allegati,
  ...luoghi,
  ...riservatezza,
  ...anonimato,
  ...diario,
  ...giuridica,
  ...relazioni,
  ...progetti,
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
  ...agenda,
  ...visite,
  ...incontri,
  ...attivita,
  ...modifiche,
  ...sospesi,
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
