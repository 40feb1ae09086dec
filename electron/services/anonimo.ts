import type { Giorno } from '../../domain/giorno.ts';
import { chiaveNome } from '../../domain/persona.ts';

/** What stands in the place of the name, after the code. */
const ANONIMO = 'anonimo';

/**
 * The columns of an anonymous guest: the code for a name, the year of birth alone (as 1 July, so that ages are right within six
 * months either way), nothing else that says who it is. Sex stays: the figures need it.
 */
export function campiAnonimi(codice: string, dataNascita: Giorno) {
  return {
    cognome: codice,
    nome: ANONIMO,
    chiaveNome: chiaveNome(codice, ANONIMO),
    dataNascita: `${dataNascita.slice(0, 4)}-07-01`,
    luogoNascita: null,
    cittadinanza: null,
    codiceFiscale: null,
    tipoIdentificativo: 'ANON',
  };
}

/** The columns of `ospiti` whose values the log must not hold when a guest becomes a code, or a name again. */
export const COLONNE_IDENTITA: readonly string[] = [
  'cognome',
  'nome',
  'chiave_nome',
  'data_nascita',
  'luogo_nascita',
  'cittadinanza',
  'codice_fiscale',
];
