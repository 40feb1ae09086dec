import type { Apertura } from './apertura.ts';
import type { Assegnazione } from './assegnazione.ts';
import type { CodicePresenza } from './codice.ts';
import type { DurataMassima } from './durata-modulo.ts';
import type { Flusso } from './flusso.ts';
import type { Giorno, Mese } from './giorno.ts';
import type { Nascita } from './nascita.ts';
import type { Permanenza } from './permanenza.ts';
import type { Posti } from './posti.ts';
import type { CodiciMese } from './presenza.ts';
import type { Profilo } from './profilo.ts';
import type { Regole } from './scadenza-regola.ts';

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
  /** the end agreed with who sent the guest, in the place of the longest duration */
  finePrevista?: Giorno | null;
  /** day of the relazione di dimissione; null not written yet, undefined not known here */
  dataRelazione?: Giorno | null;
  /** absent: not looked at */
  anagrafica?: AnagraficaControllo;
}

/** Who the guest of a stay is, as far as the checks look at it. */
export interface AnagraficaControllo {
  cognome: string;
  nome: string;
  sesso: string;
  dataNascita: Nascita;
  codiceFiscale: string | null;
  tipoIdentificativo: string | null;
  identitaDaConfermare: boolean;
  titoloAccoglienza: string | null;
  tutore: string | null;
  responsabilitaGenitoriale: string | null;
  destinazione: string | null;
}

/** A time away whose planned return is past; or, not confirmed, an exit whose planned day is. */
export interface AssenzaAperta {
  ingressoId: string;
  uscita: Giorno;
  rientroPrevisto: Giorno | null;
  confermata: boolean;
}

/** An open stay without a code for more than ten days, whose guest is not recorded as away. */
export interface PermanenzaSenzaCodici {
  ingressoId: string;
  /** the last day with a code; null: none at all */
  ultimoCodice: Giorno | null;
}

/** Something booked for a day now past, of which nobody said whether it was done. */
export interface AppuntamentoSospeso {
  genere: 'visita' | 'incontro' | 'attivita';
  id: string;
  data: Giorno;
  /** what it is, in words */
  voce: string;
  /** null: of several guests, or of none */
  ospiteId: string | null;
}

/** A modulo of the struttura. */
export interface ModuloControllo {
  id: string;
  nome: string;
  tipologia: string;
  /** when it is open, and its struttura with it; absent: always */
  apertura?: Apertura;
}

/** A meeting whose report was sent on a day that cannot be. */
export interface RelazioneStrana {
  data: Giorno;
  /** what it is, in words */
  voce: string;
  /** what is odd of the day */
  stranezza: string;
  /** null: of several guests */
  ospiteId: string | null;
}

/** All that the closing of one month of one struttura depends on. */
export interface DatiControllo {
  mese: Mese;
  permanenze: readonly PermanenzaControllo[];
  moduli: readonly ModuloControllo[];
  posti: readonly Posti[];
  codici: readonly CodicePresenza[];
  /** how long a tipologia di modulo lasts at most (list tipologia_modulo) */
  durateMassime: readonly ({ voce: string } & DurataMassima)[];
  /** the rules of the deadlines as they hold in this office */
  regole: Regole;
  /** the flow with which the month before was closed; null when this is the first month closed */
  flussoPrecedente: Flusso | null;
  /** days after this one are not missing yet (a month still running); absent: the whole month */
  finoA?: Giorno;
  /** the letter of allontanamento; `A` when absent */
  codiceAllontanamento?: string;
  /** meetings and visits of the month without modalita or tipo; absent: not looked at */
  assenzeOltre?: readonly AssenzaAperta[];
  /** as of today, for the month that is running; absent: not looked at */
  senzaCodici?: readonly PermanenzaSenzaCodici[];
  appuntamentiSospesi?: readonly AppuntamentoSospeso[];
  relazioniStrane?: readonly RelazioneStrana[];
  eventiIncompleti?: readonly { giorno: Giorno; testo: string }[];
}

/** `blocca`: the month cannot be closed; `avviso`: it can, and the remark stays; `ok`: nothing found. */
export type Gravita = 'blocca' | 'avviso' | 'ok';

/** What a line of the checklist opens. */
export interface RigaControllo {
  ingressoId?: string;
  ospiteId?: string;
  giorno?: Giorno;
  /** which field, or part of a page, it opens; absent: the register of the month */
  campo?: string;
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
  'modulo_chiuso',
  'quadratura',
  'dimissione_senza_esito',
  'relazione_in_scadenza',
  'allontanamento_aperto',
  'posti_superati',
  'oltre_durata_massima',
  'scheda_incompleta',
  'permanenza_dimenticata',
  'assenza_senza_rientro',
  'appuntamenti_in_sospeso',
  'relazione_da_ricontrollare',
  'dimissione_senza_destinazione',
  'minore_senza_titolo',
  'identita_da_confermare',
  'nascita_presunta',
  'codice_fiscale',
  'eventi_incompleti',
] as const;

export type CodiceControllo = (typeof CODICI_CONTROLLO)[number];
