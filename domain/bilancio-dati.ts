import type { Assegnazione } from './assegnazione.ts';
import type { CodicePresenza } from './codice.ts';
import type { RigaEsito } from './esito.ts';
import type { Flusso } from './flusso.ts';
import type { Giorno, Mese } from './giorno.ts';
import type { Permanenza } from './permanenza.ts';
import type { Posti } from './posti.ts';
import type { ConteggioProfilo, Profilo } from './profilo.ts';

/** A stay with all that the reports count it by. */
export interface PermanenzaContata extends Permanenza {
  id: string;
  ospiteId: string;
  personaId: string;
  strutturaId: string;
  /** DUS, DUA, DGA, MINORE, ADULTO; null not recorded */
  utenza: string | null;
  entePagante: string | null;
  /** M, F, T */
  sesso: string;
  dataNascita: Giorno;
  assegnazioni: readonly Assegnazione[];
  /** the day of the report of its dimissione: only the indicators look at it */
  dataRelazione?: Giorno | null;
  profilo: Profilo;
}

export interface StrutturaContata {
  id: string;
  codice: string;
  nome: string;
  tipo: string;
}

export interface ModuloContato {
  id: string;
  strutturaId: string;
  codice: string;
  nome: string;
  tipologia: string;
  /** adulti | minori */
  conta: string;
}

/** The codes of one stay in one month: 31 characters. At most one row per stay and month. */
export interface PresenzeContate {
  ingressoId: string;
  mese: Mese;
  codici: string;
}

/**
 * What the reports are computed from. Rows outside the period are ignored, so a caller may pass more. `codici` must hold
 * every code ever used (also one no longer offered): a letter that is not in it counts as non registrata.
 */
export interface DatiBilancio {
  strutture: readonly StrutturaContata[];
  moduli: readonly ModuloContato[];
  posti: readonly Posti[];
  permanenze: readonly PermanenzaContata[];
  presenze: readonly PresenzeContate[];
  codici: readonly CodicePresenza[];
  incontri: readonly { strutturaId: string; servizio: string; n: number }[];
  visite: readonly { strutturaId: string; tipo: string; n: number }[];
  attivita: readonly { strutturaId: string; area: string; n: number }[];
}

/** Flow and days of any group of stays (rules 3–6). `giorniMancanti`: days of stay with no code. */
export interface FigureGiornate extends Flusso {
  giorniDiPermanenza: number;
  giornatePresenza: number;
  giornatePagate: number;
  giornateOccupate: number;
  giorniMancanti: number;
  /** null only for a period without days */
  mediaGiornaliera: number | null;
  /** percent, one decimal; null when the group has no places of its own */
  saturazioneAccreditati: number | null;
  saturazioneDisponibili: number | null;
}

/** Ages and durations (rules 8 and 9), null when nobody is under them. */
export interface FigureEta {
  etaMedia: number | null;
  etaMin: number | null;
  etaMax: number | null;
  durataMediaGiorni: number | null;
}

/** Distinct persons (rule 7) by sex (rule 14). */
export interface Persone {
  totale: number;
  M: number;
  F: number;
  T: number;
}

export interface FigureMese {
  presentiInizio: number;
  ingressi: number;
  dimessi: number;
  presentiFine: number;
  giornatePresenza: number;
  giornatePagate: number;
  giornateOccupate: number;
}

/** The keys that a struttura has for its adults and, beside them, for its minors. `esiti` in the reading *programmi*. */
export interface FigureComunita extends FigureGiornate, FigureEta {
  persone: Persone;
  esiti: RigaEsito[];
  esitiPersone: RigaEsito[];
  /** dimessi without an outcome, only when there are some */
  senzaEsito?: number;
  mesi: Record<Mese, FigureMese>;
}

export interface Comunita extends FigureComunita {
  codice: string;
  nome: string;
  minori: FigureComunita | null;
  incontri: Record<string, number>;
  visite: Record<string, number>;
  attivita: Record<string, number>;
}

/** The keys of `cooperativa` and of each group under `altri`. */
export interface FigureCooperativa extends FigureGiornate, FigureEta {
  persone: Persone;
  /** distinct persons with an ingresso in the period */
  ingressiTeste: number;
  esitiProgrammi: RigaEsito[];
  esitiPersone: RigaEsito[];
  /** dimessi without an outcome, only when there are some */
  senzaEsito?: number;
  profilo: ConteggioProfilo;
}

/** Gambling, residential (moduli DGA) and territorial (DGT) apart; `altriModuli` only when a stay is in another modulo. */
export interface FigureDga extends FigureCooperativa {
  residenziale: FigureCooperativa;
  territoriale: FigureCooperativa;
  altriModuli?: FigureCooperativa;
}

/** The groups outside `cooperativa` (rule 13). The last two keep what would otherwise vanish. */
export interface AltriGruppi {
  DGA: FigureDga;
  MINORE: FigureCooperativa;
  ADULTO: FigureCooperativa;
  DUS_DUA_ALTRE_STRUTTURE: FigureCooperativa;
  NON_INDICATA: FigureCooperativa;
}

/** The JSON of `report bilancio` (formats.md §3). */
export interface Bilancio {
  dal: Giorno;
  al: Giorno;
  comunita: Comunita[];
  cooperativa: FigureCooperativa;
  altri: AltriGruppi;
}
