import type { Nascita } from '../../domain/nascita.ts';
import { chiaveNome } from '../../domain/persona.ts';

/** What stands in the place of the name, after the code. */
const ANONIMO = 'anonimo';

/**
 * The columns of an anonymous guest: the code for a name, the year of birth alone (as 1 July, so that ages are right within six
 * months either way), nothing else that says who it is. Sex stays: the figures need it.
 */
export function campiAnonimi(codice: string, dataNascita: Nascita) {
  return {
    cognome: codice,
    nome: ANONIMO,
    chiaveNome: chiaveNome(codice, ANONIMO),
    dataNascita: `${dataNascita.slice(0, 4)}-07-01`,
    // of a code nothing is to be ascertained
    nascitaPresunta: false,
    luogoNascita: null,
    cittadinanza: null,
    codiceFiscale: null,
    tipoIdentificativo: 'ANON',
    identificativoDal: null,
    luogoNascitaCodice: null,
    residenza: null,
    telefono: null,
    identitaDaConfermare: false,
    fotoId: null,
  };
}

/** The columns of `ospiti` whose values the log must not hold when a guest becomes a code, or a name again. */
export const COLONNE_IDENTITA: readonly string[] = [
  'cognome',
  'nome',
  'chiave_nome',
  'data_nascita',
  'nascita_presunta',
  'luogo_nascita',
  'cittadinanza',
  'codice_fiscale',
  'identificativo_dal',
  'luogo_nascita_codice',
  'residenza',
  'telefono',
  'foto_id',
];

/** Of a document kept with a guest, the columns that may say who the guest is: `carta d'identità Rossi.pdf`. */
export const COLONNE_ALLEGATO: readonly string[] = ['titolo', 'nome_file'];

/** The name of a file kept with a guest under a code: its own is often the person's. */
export function nomeSottoCodice(nomeFile: string): string {
  return `documento.${nomeFile.toLowerCase().split('.').at(-1) ?? ''}`;
}
