import { addGiorni, addMesiAlGiorno, type Giorno, giornoDellaSettimana, type Periodo } from './giorno.ts';
import { findGiornoStrano } from './giorno-fatto.ts';

/** How a visita, an incontro or an attivita stands. Only what is `fatto` is counted, anywhere. */
export const STATI_APPUNTAMENTO = ['previsto', 'fatto', 'annullato'] as const;
export type StatoAppuntamento = (typeof STATI_APPUNTAMENTO)[number];

/** What has a day, an hour (HH:MM) or none, and a state. */
export interface Appuntamento {
  readonly data: Giorno;
  readonly ora: string | null;
  readonly stato: string;
}

/** Whether the figures count it (report, parcels, balance). */
export function isContato(stato: string): boolean {
  return stato === 'fatto';
}

/** Booked for a day that has gone by: somebody has to say how it went. */
export function isInRitardo({ data, stato }: Pick<Appuntamento, 'data' | 'stato'>, oggi: Giorno): boolean {
  return stato === 'previsto' && data < oggi;
}

/** An hour of today, HH:MM both: what is said of a day, and what the clock says. */
export interface OreDiOggi {
  readonly ora: string | null;
  readonly adesso: string;
}

/** What a new one is, where nobody says: booked if its day, or its hour of today, is to come; else done. */
export function statoPredefinito(data: Giorno, oggi: Giorno, ore?: OreDiOggi): StatoAppuntamento {
  if (data === oggi && ore !== undefined && ore.ora !== null && ore.ora > ore.adesso) return 'previsto';
  return data > oggi ? 'previsto' : 'fatto';
}

/** Who goes along, as two fields say it together: a name is a yes, a no leaves no name. */
export function accordaAccompagnamento<T extends { accompagnamento: boolean | null; accompagnatore: string | null }>({
  accompagnamento,
  accompagnatore,
}: T): { accompagnamento: boolean | null; accompagnatore: string | null } {
  if (accompagnamento === false) return { accompagnamento, accompagnatore: null };
  return { accompagnamento: accompagnatore === null ? accompagnamento : true, accompagnatore };
}

/** A report that is due, was not sent, and whose day has gone by. What was called off is owed nothing. */
export function isRelazioneInRitardo(
  incontro: { readonly stato: string; readonly relazioneEntro: Giorno | null; readonly relazioneData: Giorno | null },
  oggi: Giorno,
): boolean {
  const { stato, relazioneEntro, relazioneData } = incontro;
  return stato !== 'annullato' && relazioneEntro !== null && relazioneData === null && relazioneEntro < oggi;
}

/** What is odd of the day on which a meeting's report was sent, in words; null: nothing. What was called off is owed nothing. */
export function stranezzaRelazione(
  incontro: { readonly stato: string; readonly data: Giorno; readonly relazioneData: Giorno | null },
  oggi: Giorno,
): string | null {
  const { stato, data, relazioneData } = incontro;
  if (stato === 'annullato' || relazioneData === null) return null;
  return findGiornoStrano(relazioneData, oggi, { giorno: data, di: 'dell’incontro' })?.frase ?? null;
}

/** Order of a day: by day, then by hour, what has no hour last. */
export function compareAppuntamenti(
  a: Pick<Appuntamento, 'data' | 'ora'>,
  b: Pick<Appuntamento, 'data' | 'ora'>,
): number {
  if (a.data !== b.data) return a.data < b.data ? -1 : 1;
  if (a.ora === b.ora) return 0;
  if (a.ora === null || b.ora === null) return a.ora === null ? 1 : -1;
  return a.ora < b.ora ? -1 : 1;
}

/** The same weekday, `volte` times, every `settimane` weeks. */
export function dateOgniSettimane(data: Giorno, settimane: number, volte: number): Giorno[] {
  return Array.from({ length: volte }, (_, index) => addGiorni(data, (index + 1) * settimane * 7));
}

/** The same day of the next `volte` months; a shorter month gives its last day, and the one after the day again. */
export function dateOgniMese(data: Giorno, volte: number): Giorno[] {
  return Array.from({ length: volte }, (_, index) => addMesiAlGiorno(data, index + 1));
}

/** A group that meets every week, from a day until another or until further notice. */
export interface GruppoSettimanale {
  /** 1 Monday … 7 Sunday */
  readonly giornoSettimana: number;
  readonly dal: Giorno;
  readonly al: Giorno | null;
}

/** The days of the period on which the group meets. */
export function dateDelGruppo({ giornoSettimana, dal, al }: GruppoSettimanale, periodo: Periodo): Giorno[] {
  const primo = periodo.dal > dal ? periodo.dal : dal;
  const ultimo = al !== null && al < periodo.al ? al : periodo.al;
  const avanti = (giornoSettimana - giornoDellaSettimana(primo) + 7) % 7;
  const date: Giorno[] = [];
  for (let giorno = addGiorni(primo, avanti); giorno <= ultimo; giorno = addGiorni(giorno, 7)) date.push(giorno);
  return date;
}

/** The Monday of a day's week: a group meets once a week, so a meeting written stands for its week's, even if moved. */
export function lunediDi(giorno: Giorno): Giorno {
  return addGiorni(giorno, 1 - giornoDellaSettimana(giorno));
}
