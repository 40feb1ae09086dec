import { type Giorno, giornoDa, isGiorno, numeroGiorno, numeroMese } from './giorno.ts';
import { isNascita, isPresunta, type Nascita } from './nascita.ts';

/** What is known of a person, against which a codice fiscale is checked. */
export interface DatiCodiceFiscale {
  codiceFiscale: string;
  cognome: string;
  nome: string;
  /** M, F or T; with T the sex is not checked */
  sesso: string;
  /** of a presumed one the year alone is checked */
  dataNascita: Nascita;
  /** codice catastale of the place of birth; without one the place is not checked */
  luogoNascitaCodice?: string | null;
}

const MESI = 'ABCDEHLMPRST';
/** The letters that replace digits 0..9 when two persons would have the same code (DM 23/12/1976, art. 6). */
const OMOCODIA = 'LMNPQRSTUV';
const POSIZIONI_CIFRE = [6, 7, 9, 10, 12, 13, 14] as const;
/** Values of 0..9 and A..Z in odd positions (DM 23/12/1976, table of the check character). */
const DISPARI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23] as const;

/** Upper case, without spaces, dots and dashes. */
export function normalizeCodiceFiscale(testo: string): string {
  return testo.toUpperCase().replace(/[\s.\-_]/g, '');
}

function valore(carattere: string): number {
  const unita = carattere.charCodeAt(0);
  return unita >= 65 ? unita - 65 : unita - 48;
}

/** The check letter of the first 15 characters (letters A–Z and digits). */
export function letteraDiControllo(primi15: string): string {
  let somma = 0;
  for (let i = 0; i < 15; i++) {
    const v = valore(primi15.charAt(i));
    somma += i % 2 === 0 ? (DISPARI[v] ?? 0) : v;
  }
  return String.fromCharCode(65 + (somma % 26));
}

/** The code with the digits that omocodia had replaced by letters; the check letter is left as it is. */
export function senzaOmocodia(cf: string): string {
  const caratteri = [...cf];
  for (const i of POSIZIONI_CIFRE) {
    const cifra = OMOCODIA.indexOf(caratteri[i] ?? '-');
    if (cifra >= 0) caratteri[i] = String(cifra);
  }
  return caratteri.join('');
}

const FORMA = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const PROVVISORIO = /^\d{11}$/;

/** True for the 16-character form with the right check letter, omocodia included. */
export function isCodiceFiscale(testo: string): boolean {
  const cf = normalizeCodiceFiscale(testo);
  return FORMA.test(cf) && letteraDiControllo(cf.slice(0, 15)) === cf.charAt(15);
}

/** Eleven digits (a provisional code of the Agenzia delle Entrate): check digit as for a partita IVA. */
function controlloProvvisorio(cf: string): boolean {
  let somma = 0;
  for (let i = 0; i < 11; i++) {
    const cifra = valore(cf.charAt(i));
    const doppia = cifra * 2;
    somma += i % 2 === 0 ? cifra : doppia > 9 ? doppia - 9 : doppia;
  }
  return somma % 10 === 0;
}

function soloLettere(testo: string): string {
  return testo
    .normalize('NFKD')
    .toUpperCase()
    .replace(/Ø/g, 'O')
    .replace(/Ł/g, 'L')
    .replace(/[ĐÐ]/g, 'D')
    .replace(/[^A-Z]/g, '');
}

/** The three letters of a surname (DM 23/12/1976, art. 2). */
export function treLettereCognome(cognome: string): string {
  const lettere = soloLettere(cognome);
  const consonanti = lettere.replace(/[AEIOU]/g, '');
  const vocali = lettere.replace(/[^AEIOU]/g, '');
  return `${consonanti}${vocali}XXX`.slice(0, 3);
}

/** The three letters of a name (DM 23/12/1976, art. 3): with four consonants or more, the first, third and fourth. */
export function treLettereNome(nome: string): string {
  const consonanti = soloLettere(nome).replace(/[AEIOU]/g, '');
  if (consonanti.length >= 4) return consonanti.charAt(0) + consonanti.charAt(2) + consonanti.charAt(3);
  return treLettereCognome(nome);
}

/** Birth date and sex written in the code, the century taken from `secoloDi`; undefined when the day does not exist. */
function nascitaNelCodice(cf: string, secoloDi: Nascita): { data: Giorno; sesso: 'M' | 'F' } | undefined {
  const cifre = senzaOmocodia(cf);
  const giorno = Number(cifre.slice(9, 11));
  const data = giornoDa(
    Number(secoloDi.slice(0, 2)) * 100 + Number(cifre.slice(6, 8)),
    MESI.indexOf(cifre.charAt(8)) + 1,
    giorno > 40 ? giorno - 40 : giorno,
  );
  return isGiorno(data) ? { data, sesso: giorno > 40 ? 'F' : 'M' } : undefined;
}

/** The birth date written in a code, in the century of the presumed one: what a document would confirm. */
export function dataNelCodice(codiceFiscale: string, presunta: Nascita): Giorno | undefined {
  const cf = normalizeCodiceFiscale(codiceFiscale);
  return isCodiceFiscale(cf) ? nascitaNelCodice(cf, presunta)?.data : undefined;
}

/** The codice catastale written in a code: where the person was born. */
export function luogoNelCodice(codiceFiscale: string): string | undefined {
  const cf = normalizeCodiceFiscale(codiceFiscale);
  return FORMA.test(cf) ? senzaOmocodia(cf).slice(11, 15) : undefined;
}

/**
 * The code that follows from a person's data (DM 23/12/1976), to be proposed and never written by itself: the Agenzia delle
 * Entrate may have given another one. Undefined while something it needs is missing.
 */
export function codiceFiscaleDa(d: Omit<DatiCodiceFiscale, 'codiceFiscale'>): string | undefined {
  const { cognome, nome, sesso, dataNascita, luogoNascitaCodice } = d;
  const completi = soloLettere(cognome) !== '' && soloLettere(nome) !== '' && (sesso === 'M' || sesso === 'F');
  if (!completi || !isGiorno(dataNascita) || !/^[A-Z]\d{3}$/.test(luogoNascitaCodice ?? '')) return undefined;
  const giorno = numeroGiorno(dataNascita) + (sesso === 'F' ? 40 : 0);
  const mese = MESI.charAt(numeroMese(dataNascita) - 1);
  const nascita = `${dataNascita.slice(2, 4)}${mese}${String(giorno).padStart(2, '0')}`;
  const primi15 = `${treLettereCognome(cognome)}${treLettereNome(nome)}${nascita}${luogoNascitaCodice}`;
  return primi15 + letteraDiControllo(primi15);
}

/** Of a presumed date the day and the month say nothing. */
function avvisoSullaNascita(nelCodice: Giorno, scritta: Nascita): string | undefined {
  if (!isNascita(scritta) || nelCodice.startsWith(scritta)) return undefined;
  return isPresunta(scritta)
    ? `Il codice fiscale è di chi è nato nel ${nelCodice.slice(0, 4)}, la data presunta dice ${scritta}: controllare il codice o accertare la data.`
    : 'Il codice fiscale non corrisponde alla data di nascita: controllare data e codice.';
}

function avvisiCoerenza(cf: string, d: DatiCodiceFiscale): string[] {
  const avvisi: string[] = [];
  if (d.cognome && cf.slice(0, 3) !== treLettereCognome(d.cognome)) {
    avvisi.push(`Il codice fiscale non corrisponde al cognome ${d.cognome}: controllare cognome e codice.`);
  }
  if (d.nome && cf.slice(3, 6) !== treLettereNome(d.nome)) {
    avvisi.push(`Il codice fiscale non corrisponde al nome ${d.nome}: controllare nome e codice.`);
  }
  const nascita = nascitaNelCodice(cf, isNascita(d.dataNascita) ? d.dataNascita : '2000-01-01');
  if (!nascita) {
    avvisi.push('Il codice fiscale contiene una data di nascita che non esiste: controllare il codice.');
    return avvisi;
  }
  const avvisoNascita = avvisoSullaNascita(nascita.data, d.dataNascita);
  if (avvisoNascita !== undefined) avvisi.push(avvisoNascita);
  if ((d.sesso === 'M' || d.sesso === 'F') && nascita.sesso !== d.sesso) {
    const nelCodice = nascita.sesso === 'M' ? 'maschio' : 'femmina';
    avvisi.push(`Il codice fiscale è di una persona registrata come ${nelCodice}: controllare sesso e codice.`);
  }
  if (d.luogoNascitaCodice && luogoNelCodice(cf) !== d.luogoNascitaCodice)
    avvisi.push('Il codice fiscale è di chi è nato in un altro luogo: controllare il luogo di nascita e il codice.');
  return avvisi;
}

/**
 * Italian warnings about a codice fiscale, none when it is right: form, check letter (omocodia accepted), agreement with
 * surname, name, sex, birth date and, where it is known, birth place. They warn and never refuse: a real code may differ from the rule. An empty code has none.
 */
export function avvisiCodiceFiscale(d: DatiCodiceFiscale): string[] {
  const cf = normalizeCodiceFiscale(d.codiceFiscale);
  if (cf === '') return [];
  if (PROVVISORIO.test(cf)) {
    return controlloProvvisorio(cf)
      ? []
      : ['Il codice fiscale provvisorio ha la cifra di controllo sbagliata: ricontrollare le 11 cifre.'];
  }
  if (cf.length !== 16) {
    return [`Il codice fiscale ha ${cf.length} caratteri invece di 16: ricontrollare il codice.`];
  }
  if (!FORMA.test(cf)) {
    return ['Il codice fiscale ha lettere e cifre in posizioni impossibili: ricontrollare il codice.'];
  }
  if (letteraDiControllo(cf.slice(0, 15)) !== cf.charAt(15)) {
    return ['La lettera finale del codice fiscale non torna: un carattere è sbagliato, ricontrollare il codice.'];
  }
  return avvisiCoerenza(cf, d);
}
