import { type Giorno, isGiorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, type OpzioniGiorno, parseGiorno } from '../../domain/giorno-testo.ts';
import { type Ora, parseOra } from '../../domain/ora-testo.ts';
import { testi } from '../testi/index.ts';

/** How a day by which something is to be done is read: without a year, the next one. */
export const FUTURO: OpzioniGiorno = { futuro: true };

/** What a form holds (text, as typed) and what the contract wants, both ways. */

export function leggiGiorno(testo: string, oggi: Giorno, opzioni: OpzioniGiorno = {}): Giorno | null {
  return parseGiorno(testo, oggi, opzioni) ?? null;
}

export function leggiOra(testo: string): Ora | null {
  return parseOra(testo) ?? null;
}

export function leggiTesto(testo: string): string | null {
  return testo.trim() === '' ? null : testo.trim();
}

/** `si`, `no` or '' of the field SiNo. */
export function leggiSiNo(valore: string): boolean | null {
  return valore === 'si' ? true : valore === 'no' ? false : null;
}

/** `2`, `1,5`; null when nothing is written. */
export function leggiNumero(testo: string): number | null {
  const pulito = testo.trim().replace(',', '.');
  return pulito === '' || Number.isNaN(Number(pulito)) ? null : Number(pulito);
}

/** A value of the contract as the form holds it. Lists of guests stay lists. */
export function inForm(valore: unknown): string {
  if (valore === null || valore === undefined) return '';
  if (typeof valore === 'boolean') return valore ? 'si' : 'no';
  if (typeof valore === 'number') return String(valore).replace('.', ',');
  const testo = String(valore);
  return isGiorno(testo) ? formatGiornoBreve(testo) : testo;
}

/** A day that may be left empty: null when it is, undefined when what is written is no day. */
export function parseFacoltativo(testo: string, oggi: Giorno): Giorno | null | undefined {
  return testo.trim() === '' ? null : parseGiorno(testo, oggi);
}

/** A day as a field begins with it, or as a table says it; '' where there is none. */
export function scriviGiorno(giorno: Giorno | null | undefined): string {
  return giorno == null ? '' : formatGiornoBreve(giorno);
}

/** Rule of a field that holds a day: `manca` is said when it is empty (absent: it may be), `ignoto` when it is no day. */
export function regolaGiorno(oggi: Giorno, manca?: string, ignoto: string = testi.form.giornoIgnoto) {
  return {
    validate: (valore: unknown) => {
      const testo = String(valore ?? '').trim();
      if (testo === '') return manca ?? true;
      return parseGiorno(testo, oggi) !== undefined || ignoto;
    },
  };
}

/** Rule of a field that holds a day to come, or nothing. */
export function regolaFuturo(oggi: Giorno) {
  return {
    validate: (valore: unknown) => {
      const testo = String(valore ?? '').trim();
      return testo === '' || parseGiorno(testo, oggi, FUTURO) !== undefined || testi.form.giornoIgnoto;
    },
  };
}

/** Rule of a field that holds a number, with two decimals at most, or nothing. */
export const regolaNumero = {
  validate: (v: unknown) =>
    /^\d{1,3}([.,]\d{1,2})?$/.test(String(v ?? '').trim()) || String(v ?? '').trim() === '' || testi.form.numeroIgnoto,
};
