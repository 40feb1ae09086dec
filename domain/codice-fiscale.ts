import { type Giorno, giornoDa, isGiorno } from './giorno.ts';

/** What is known of a person, against which a codice fiscale is checked. */
export interface DatiCodiceFiscale {
  codiceFiscale: string;
  cognome: string;
  nome: string;
  /** M, F or T; with T the sex is not checked */
  sesso: string;
  dataNascita: Giorno;
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
function nascitaNelCodice(cf: string, secoloDi: Giorno): { data: Giorno; sesso: 'M' | 'F' } | undefined {
  const cifre = senzaOmocodia(cf);
  const giorno = Number(cifre.slice(9, 11));
  const data = giornoDa(
    Number(secoloDi.slice(0, 2)) * 100 + Number(cifre.slice(6, 8)),
    MESI.indexOf(cifre.charAt(8)) + 1,
    giorno > 40 ? giorno - 40 : giorno,
  );
  return isGiorno(data) ? { data, sesso: giorno > 40 ? 'F' : 'M' } : undefined;
}

function avvisiCoerenza(cf: string, d: DatiCodiceFiscale): string[] {
  const avvisi: string[] = [];
  if (d.cognome && cf.slice(0, 3) !== treLettereCognome(d.cognome)) {
    avvisi.push(`Il codice fiscale non corrisponde al cognome ${d.cognome}: controllare cognome e codice.`);
  }
  if (d.nome && cf.slice(3, 6) !== treLettereNome(d.nome)) {
    avvisi.push(`Il codice fiscale non corrisponde al nome ${d.nome}: controllare nome e codice.`);
  }
  const nascita = nascitaNelCodice(cf, isGiorno(d.dataNascita) ? d.dataNascita : '2000-01-01');
  if (!nascita) {
    avvisi.push('Il codice fiscale contiene una data di nascita che non esiste: controllare il codice.');
    return avvisi;
  }
  if (isGiorno(d.dataNascita) && nascita.data !== d.dataNascita) {
    avvisi.push('Il codice fiscale non corrisponde alla data di nascita: controllare data e codice.');
  }
  if ((d.sesso === 'M' || d.sesso === 'F') && nascita.sesso !== d.sesso) {
    const nelCodice = nascita.sesso === 'M' ? 'maschio' : 'femmina';
    avvisi.push(`Il codice fiscale è di una persona registrata come ${nelCodice}: controllare sesso e codice.`);
  }
  return avvisi;
}

/**
 * Italian warnings about a codice fiscale, none when it is right: form, check letter (omocodia accepted), agreement with
 * surname, name, sex and birth date. They warn and never refuse: a real code may differ from the rule. An empty code has none.
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
