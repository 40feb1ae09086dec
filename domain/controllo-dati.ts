import type { Assegnazione } from './assegnazione.ts';
import type { CodicePresenza } from './codice.ts';
import type { Flusso } from './flusso.ts';
import type { Giorno, Mese } from './giorno.ts';
import type { Permanenza } from './permanenza.ts';
import type { Posti } from './posti.ts';
import type { CodiciMese } from './presenza.ts';
import type { Profilo } from './profilo.ts';

/** A stay of the struttura that touches the month, with what the checklist looks at. */
export interface PermanenzaControllo extends Permanenza {
  ingressoId: string;
  ospiteId: string;
  personaId: string;
  /** as shown: `ROSSI Anna` */
  nome: string;
  utenza: string | null;
  assegnazioni: readonly Assegnazione[];
  profilo: Profilo;
  /** the codes of the month, `MESE_VUOTO` when nothing is recorded */
  codici: CodiciMese;
  /** day of the relazione di dimissione; null not written yet, undefined not known here */
  dataRelazione?: Giorno | null;
}

/** The longest stay allowed in a tipologia di modulo (resources, list tipologia_modulo); neither: no limit. */
export interface DurataMassima {
  voce: string;
  durataMassimaGiorni?: number;
  durataMassimaMesi?: number;
}

/** All that the closing of one month of one struttura depends on. */
export interface DatiControllo {
  mese: Mese;
  permanenze: readonly PermanenzaControllo[];
  moduli: readonly { id: string; nome: string; tipologia: string }[];
  posti: readonly Posti[];
  codici: readonly CodicePresenza[];
  durateMassime: readonly DurataMassima[];
  /** the flow with which the month before was closed; null when this is the first month closed */
  flussoPrecedente: Flusso | null;
  /** days after this one are not missing yet (a month still running); absent: the whole month */
  finoA?: Giorno;
  /** the letter of allontanamento; `A` when absent */
  codiceAllontanamento?: string;
  /** meetings and visits of the month without modalita or tipo; absent: not looked at */
  eventiIncompleti?: readonly { giorno: Giorno; testo: string }[];
}

/** `blocca`: the month cannot be closed; `avviso`: it can, and the remark stays; `ok`: nothing found. */
export type Gravita = 'blocca' | 'avviso' | 'ok';

/** What a line of the checklist opens. */
export interface RigaControllo {
  ingressoId?: string;
  ospiteId?: string;
  giorno?: Giorno;
  testo: string;
}

/** One line of the checklist: `righe.length` is the count shown beside it. */
export interface VoceControllo {
  codice: CodiceControllo;
  gravita: Gravita;
  titolo: string;
  dettaglio: string;
  righe: RigaControllo[];
}

/** The checks in the order in which they are shown. */
export const CODICI_CONTROLLO = [
  'giorni_senza_codice',
  'codici_fuori_permanenza',
  'codici_sconosciuti',
  'permanenze_sovrapposte',
  'senza_modulo',
  'quadratura',
  'dimissione_senza_esito',
  'relazione_in_scadenza',
  'allontanamento_aperto',
  'posti_superati',
  'oltre_durata_massima',
  'scheda_incompleta',
  'eventi_incompleti',
] as const;

export type CodiceControllo = (typeof CODICI_CONTROLLO)[number];
