import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { isTipoIdentificativo } from '../../domain/identificativo.ts';
import { parseNascita, scriviNascita } from '../../domain/nascita.ts';
import type { Parsed } from '../../electron/contract/index.ts';
import type { Cartella } from '../ospite/cartella.ts';

/** The identity as it is typed: every form that asks who somebody is holds these fields. */
export interface ValoriIdentita {
  cognome: string;
  nome: string;
  sesso: string;
  dataNascita: string;
  luogoNascita: string;
  luogoNascitaCodice: string;
  cittadinanza: string;
  tipoIdentificativo: string;
  codiceFiscale: string;
  identificativoDal: string;
  residenza: string;
  telefono: string;
  identitaDaConfermare: boolean;
}

export const IDENTITA_VUOTA: ValoriIdentita = {
  cognome: '',
  nome: '',
  sesso: '',
  dataNascita: '',
  luogoNascita: '',
  luogoNascitaCodice: '',
  cittadinanza: '',
  tipoIdentificativo: '',
  codiceFiscale: '',
  identificativoDal: '',
  residenza: '',
  telefono: '',
  identitaDaConfermare: false,
};

export type CampiIdentita = Required<Parsed<'ospiti.save'>['dopo']>;

export const SESSI = ['M', 'F', 'T'] as const;

/** The record as the form shows it. */
export function scriviIdentita(c: Cartella): ValoriIdentita {
  const giorno = (g: Giorno | null) => (g === null ? '' : formatGiornoBreve(g));
  return {
    ...{ cognome: c.cognome, nome: c.nome, sesso: c.sesso, dataNascita: scriviNascita(c.dataNascita) },
    ...{ luogoNascita: c.luogoNascita ?? '', luogoNascitaCodice: c.luogoNascitaCodice ?? '' },
    ...{ cittadinanza: c.cittadinanza ?? '', tipoIdentificativo: c.tipoIdentificativo ?? '' },
    ...{ codiceFiscale: c.codiceFiscale ?? '', identificativoDal: giorno(c.identificativoDal) },
    ...{ residenza: c.residenza ?? '', telefono: c.telefono ?? '', identitaDaConfermare: c.identitaDaConfermare },
  };
}

/** What is typed as the contract takes it; call it on values the form has accepted. */
export function leggiIdentita(v: ValoriIdentita, oggi: Giorno): CampiIdentita {
  const testo = (valore: string) => (valore.trim() === '' ? null : valore.trim());
  const tipo = v.tipoIdentificativo;
  return {
    ...{ cognome: v.cognome.trim(), nome: v.nome.trim(), sesso: SESSI.find((s) => s === v.sesso) ?? 'T' },
    dataNascita: parseNascita(v.dataNascita, oggi) ?? '',
    ...{ luogoNascita: testo(v.luogoNascita), luogoNascitaCodice: testo(v.luogoNascitaCodice) },
    ...{ cittadinanza: testo(v.cittadinanza), codiceFiscale: testo(v.codiceFiscale) },
    tipoIdentificativo: isTipoIdentificativo(tipo) ? tipo : null,
    identificativoDal: conScadenza(tipo) ? (parseGiorno(v.identificativoDal, oggi) ?? null) : null,
    ...{ residenza: testo(v.residenza), telefono: testo(v.telefono), identitaDaConfermare: v.identitaDaConfermare },
  };
}

/** Whether an identifier of this kind has a day on which it was issued, and so an end. */
export function conScadenza(tipo: string): boolean {
  return tipo === 'STP' || tipo === 'ENI';
}
