import type { Comunicazione } from '../../db/schema/ingresso.ts';
import type { SezioneRelazione } from '../../db/schema/relazione.ts';
import { vociDi } from './foglio-lista.ts';

/** Which years a date may have: `nascita` never in the future, `evento` up to the end of next year, `validita` far ahead. */
export type Intervallo = 'nascita' | 'evento' | 'validita';

/** What a cell of a column may hold. */
export type Genere =
  | { readonly tipo: 'testo'; readonly max: number }
  | { readonly tipo: 'id' }
  | { readonly tipo: 'codice' }
  | { readonly tipo: 'riferimento'; readonly foglio: string }
  | { readonly tipo: 'lista'; readonly lista: string }
  | { readonly tipo: 'valori'; readonly valori: readonly string[] }
  | { readonly tipo: 'giorno'; readonly anni: Intervallo }
  | { readonly tipo: 'mese' }
  | { readonly tipo: 'ora' }
  | { readonly tipo: 'siNo' }
  | { readonly tipo: 'siNoTesto' }
  | { readonly tipo: 'intero'; readonly min: number; readonly max: number }
  | { readonly tipo: 'numero'; readonly min: number; readonly max: number }
  | { readonly tipo: 'paese' }
  | { readonly tipo: 'codiceFiscale' }
  | { readonly tipo: 'codicePresenza' }
  | { readonly tipo: 'codiceAssenza' }
  | { readonly tipo: 'comunicazioni' }
  | { readonly tipo: 'sezioni' };

/** A column of a sheet; `V` is what a filled cell becomes. */
export interface Colonna<V> {
  readonly genere: Genere;
  readonly obbligatoria: boolean;
  /** several values in a cell, separated by `|` */
  readonly multipla: boolean;
  /** never set: carries the type of the value */
  readonly valore?: V;
}

/** A column every row must fill. */
export interface Richiesta<V> extends Colonna<V> {
  readonly obbligatoria: true;
}

/** What a cell turned out to hold: a value, or the sentence that says what to do. */
export type Lettura<V> = { readonly valore: V } | { readonly messaggio: string };

function colonna<V>(genere: Genere): Colonna<V> & { readonly obbligatoria: false } {
  return { genere, obbligatoria: false, multipla: false };
}

export const testo = (max: number) => colonna<string>({ tipo: 'testo', max });
export const id = () => colonna<string>({ tipo: 'id' });
export const codice = () => colonna<string>({ tipo: 'codice' });
export const riferimento = (foglio: string) => colonna<string>({ tipo: 'riferimento', foglio });
/** A value of resources/liste, written as voce, label or synonym. */
export const lista = (nome: string) => colonna<string>({ tipo: 'lista', lista: nome });
export const valori = <const V extends string>(ammessi: readonly V[]) =>
  colonna<V>({ tipo: 'valori', valori: ammessi });
export const giorno = (anni: Intervallo) => colonna<string>({ tipo: 'giorno', anni });
export const mese = () => colonna<string>({ tipo: 'mese' });
/** HH:MM */
export const ora = () => colonna<string>({ tipo: 'ora' });
export const siNo = () => colonna<boolean>({ tipo: 'siNo' });
/** si/no kept as text, because the register has a third state: not known. */
export const siNoTesto = () => colonna<'si' | 'no'>({ tipo: 'siNoTesto' });
export const intero = (min: number, max: number) => colonna<number>({ tipo: 'intero', min, max });
export const numero = (min: number, max: number) => colonna<number>({ tipo: 'numero', min, max });
export const paese = () => colonna<string>({ tipo: 'paese' });
export const codiceFiscale = () => colonna<string>({ tipo: 'codiceFiscale' });
/** A day of presenze. */
export const codicePresenza = () => colonna<string>({ tipo: 'codicePresenza' });
/** The code of the days of an assenza: one that does not count as presente. */
export const codiceAssenza = () => colonna<string>({ tipo: 'codiceAssenza' });
/** Who is to be told of a dimissione (foglio-testi.ts). */
export const comunicazioni = () => colonna<Comunicazione[]>({ tipo: 'comunicazioni' });
/** The parts of a report, each under its heading (foglio-testi.ts). */
export const sezioni = () => colonna<SezioneRelazione[]>({ tipo: 'sezioni' });

export function richiesta<V>(c: Colonna<V>): Richiesta<V> {
  return { ...c, obbligatoria: true };
}

export function multipla<V>(c: Colonna<V>): Colonna<V[]> & { readonly obbligatoria: false } {
  return { genere: c.genere, obbligatoria: false, multipla: true };
}

/** What a cell may hold, in words: for the instructions of the template. */
export function descriviColonna(c: Colonna<unknown>): string {
  const base = descriviGenere(c.genere);
  return c.multipla ? `${base}; più valori separati da |` : base;
}

function descriviGenere(g: Genere): string {
  switch (g.tipo) {
    case 'testo':
      return `testo, al massimo ${g.max} caratteri`;
    case 'id':
      return 'identificativo della riga, a scelta: serve solo a collegare i fogli';
    case 'codice':
      return 'codice breve, unico';
    case 'riferimento':
      return `${g.foglio === 'strutture' || g.foglio === 'moduli' ? 'codice' : 'id'} di una riga del foglio ${g.foglio}`;
    case 'lista':
      return descriviLista(g.lista);
    case 'valori':
      return g.valori.join(', ');
    case 'giorno':
      return 'data (gg/mm/aaaa o aaaa-mm-gg)';
    case 'mese':
      return 'mese (aaaa-mm)';
    case 'ora':
      return 'ora (hh:mm)';
    case 'siNo':
    case 'siNoTesto':
      return 'si, no';
    case 'intero':
      return `numero intero da ${g.min} a ${g.max}`;
    case 'numero':
      return `numero da ${g.min} a ${g.max}`;
    case 'paese':
      return 'sigla di due lettere dello Stato (IT, RO…); XX sconosciuta, ZZ apolide';
    case 'codiceFiscale':
      return 'codice fiscale, o altro identificativo';
    case 'codicePresenza':
      return 'codice di presenza, o vuoto se non registrato';
    case 'codiceAssenza':
      return 'codice dei giorni di assenza, uno di quelli che non valgono presente';
    case 'comunicazioni':
      return 'a chi comunicare la dimissione, con il giorno in cui è stato fatto: SERD=12/03/2025|tutore; più valori separati da |; [giuridica] davanti a chi dice di una misura';
    case 'sezioni':
      return 'il testo, ogni parte sotto una riga con il suo titolo: ## Titolo, o ## [giuridica] Titolo';
  }
}

function descriviLista(nome: string): string {
  const voci = vociDi(nome).map((v) => v.voce);
  return voci.length <= 12 ? voci.join(', ') : `una voce della lista «${nome}» (foglio liste)`;
}
