import { normalizeCodiceFiscale } from './codice-fiscale.ts';
import { type Giorno, numeroGiorno, numeroMese } from './giorno.ts';
import { isPresunta, type Nascita } from './nascita.ts';
import { normalizeNome } from './persona.ts';
import { distanza, erroriAmmessi } from './somiglianza.ts';

/** Who is being written, or who is already there. */
export interface Anagrafica {
  readonly cognome: string;
  readonly nome: string;
  readonly dataNascita: Nascita | null;
  readonly codiceFiscale: string | null;
}

type Confronto = 'uguale' | 'simile' | 'diverso';

function confronta(a: string, b: string): Confronto {
  const [x, y] = [normalizeNome(a), normalizeNome(b)];
  if (x === '' || y === '') return 'diverso';
  if (x === y) return 'uguale';
  // a second name, or a double surname, that one of the two leaves out
  if (x.startsWith(`${y} `) || y.startsWith(`${x} `)) return 'simile';
  const massimo = erroriAmmessi(x.length < y.length ? x : y);
  return massimo > 0 && distanza(x, y, massimo) <= massimo ? 'simile' : 'diverso';
}

/** Two birth dates one slip apart: day and month swapped, or one of day, month, year different. */
function isVicina(a: Giorno, b: Giorno): boolean {
  if (a.slice(0, 4) === b.slice(0, 4) && numeroGiorno(a) === numeroMese(b) && numeroMese(a) === numeroGiorno(b))
    return true;
  const diverse = [a.slice(0, 4) !== b.slice(0, 4), a.slice(5, 7) !== b.slice(5, 7), a.slice(8) !== b.slice(8)];
  return diverse.filter(Boolean).length === 1;
}

/**
 * Why somebody being written may be somebody already in the register, in words; undefined: no reason to think so. Only a hint
 * while typing: what makes two ospiti one person is `stessaPersona` (domain/persona.ts).
 */
export function perchePotrebbeEssere(nuovo: Anagrafica, noto: Anagrafica): string | undefined {
  const cf = normalizeCodiceFiscale(nuovo.codiceFiscale ?? '');
  if (cf !== '' && cf === normalizeCodiceFiscale(noto.codiceFiscale ?? '')) return 'stesso codice fiscale';
  const cognome = confronta(nuovo.cognome, noto.cognome);
  const nome = confronta(nuovo.nome, noto.nome);
  // who is called twice the same is not swapped
  const scambiati =
    cognome === 'diverso' &&
    confronta(nuovo.cognome, noto.nome) === 'uguale' &&
    confronta(nuovo.nome, noto.cognome) === 'uguale';
  if (scambiati) return 'cognome e nome scambiati';
  if (nuovo.dataNascita !== null && noto.dataNascita !== null) {
    if (isPresunta(nuovo.dataNascita) || isPresunta(noto.dataNascita))
      return perchePresunta(cognome, nome, nuovo.dataNascita.slice(0, 4) === noto.dataNascita.slice(0, 4));
    if (nuovo.dataNascita === noto.dataNascita) return percheStessaNascita(cognome, nome);
    const uguali = cognome === 'uguale' && nome === 'uguale';
    if (uguali)
      return isVicina(nuovo.dataNascita, noto.dataNascita)
        ? 'stesso nome, data di nascita vicina'
        : 'stesso cognome e nome';
    return undefined;
  }
  if (cognome === 'diverso' || nome === 'diverso') return undefined;
  return cognome === 'uguale' && nome === 'uguale' ? 'stesso cognome e nome' : 'cognome e nome simili';
}

/** Of one of the two only the year is known, or guessed: alone it is no reason. */
function perchePresunta(cognome: Confronto, nome: Confronto, stessoAnno: boolean): string | undefined {
  if (cognome === 'diverso' || nome === 'diverso') return undefined;
  const uguali = cognome === 'uguale' && nome === 'uguale';
  if (!stessoAnno) return uguali ? 'stesso cognome e nome' : undefined;
  return uguali ? 'stesso nome e stesso anno di nascita' : 'nome simile e stesso anno di nascita';
}

function percheStessaNascita(cognome: Confronto, nome: Confronto): string | undefined {
  if (cognome === 'uguale')
    return nome === 'uguale' ? 'stesso nome e stessa data di nascita' : 'stessa data di nascita, stesso cognome';
  if (cognome === 'simile') return 'stessa data di nascita, cognome simile';
  return nome === 'uguale' ? 'stessa data di nascita, stesso nome' : undefined;
}
