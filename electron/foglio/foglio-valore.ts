import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { type Liste, normalizeVoce } from '../../domain/lista.ts';
import { LISTE_PROGRAMMA } from '../lista/lista-programma.ts';
import type { Colonna, Genere, Lettura } from './foglio-colonna.ts';
import { leggiGiorno, leggiMese } from './foglio-giorno.ts';
import { leggiOra } from './foglio-ora.ts';
import { leggiPaese } from './foglio-paese.ts';
import { leggiComunicazioni, leggiSezioni } from './foglio-testi.ts';

/** The text of a cell as it counts: no spaces around (non-breaking and zero-width ones included). */
export function pulisci(testo: string): string {
  return testo.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();
}

const ERRORE_EXCEL = /^#(?:REF|RIF|N\/A|N\/D|VALUE|VALORE|DIV\/0|NAME|NOME|NUM|NULL|NULLO|SPILL|CALC)[!?]?$/i;

/** A filled cell of a column, already `pulisci`. A column with several values gives the list, each value once. */
export function leggiValore(
  colonna: Colonna<unknown>,
  testo: string,
  oggi: Giorno,
  liste: Liste = LISTE_PROGRAMMA,
): Lettura<unknown> {
  if (ERRORE_EXCEL.test(testo))
    return { messaggio: `La cella contiene un errore del foglio di calcolo (${testo}): correggere la formula.` };
  if (!colonna.multipla) return leggiUno(colonna.genere, testo, oggi, liste);
  const valori = new Set<unknown>();
  for (const parte of testo.split('|').map(pulisci).filter(Boolean)) {
    const lettura = leggiUno(colonna.genere, parte, oggi, liste);
    if ('messaggio' in lettura) return lettura;
    valori.add(lettura.valore);
  }
  return { valore: [...valori] };
}

function leggiUno(genere: Genere, testo: string, oggi: Giorno, liste: Liste): Lettura<unknown> {
  switch (genere.tipo) {
    case 'testo':
      return breve(testo, genere.max);
    case 'id':
    case 'riferimento':
      return breve(testo, 80);
    case 'codice':
      return breve(testo, 40);
    case 'lista':
      return leggiVoce(liste, genere.lista, testo);
    case 'valori':
      return leggiAmmesso(genere.valori, testo);
    case 'giorno':
      return leggiGiorno(testo, genere.anni, oggi);
    case 'mese':
      return leggiMese(testo, oggi);
    case 'ora':
      return leggiOra(testo);
    case 'siNo':
      return leggiSiNo(testo);
    case 'siNoTesto':
      return leggiSiNoTesto(testo);
    case 'intero':
      return leggiNumero(testo, genere.min, genere.max, true);
    case 'numero':
      return leggiNumero(testo, genere.min, genere.max, false);
    case 'paese':
      return leggiPaese(testo);
    case 'codiceFiscale':
      return breve(normalizeCodiceFiscale(testo), 40);
    case 'comunicazioni':
      return leggiComunicazioni(testo, oggi);
    case 'sezioni':
      return leggiSezioni(testo);
    case 'codicePresenza':
    case 'codiceAssenza':
      return { valore: testo };
  }
}

function breve(testo: string, max: number): Lettura<string> {
  if (testo.length <= max) return { valore: testo };
  return { messaggio: `Il testo ha ${testo.length} caratteri: accorciarlo a ${max}.` };
}

function leggiVoce(liste: Liste, lista: string, testo: string): Lettura<string> {
  const voce = liste.find(lista, testo);
  return voce === undefined ? { messaggio: liste.messaggio(lista, testo) } : { valore: voce };
}

function leggiAmmesso(ammessi: readonly string[], testo: string): Lettura<string> {
  const chiave = normalizeVoce(testo);
  const valore = ammessi.find((v) => normalizeVoce(v) === chiave);
  if (valore !== undefined) return { valore };
  return { messaggio: `«${testo}» non è previsto: scrivere uno di ${ammessi.join(', ')}.` };
}

const SI = new Set(['si', 's', 'vero', 'true', 'yes', 'y', 'x', '1']);
const NO = new Set(['no', 'n', 'falso', 'false', '0']);

function leggiSiNo(testo: string): Lettura<boolean> {
  const parola = normalizeVoce(testo);
  if (SI.has(parola)) return { valore: true };
  if (NO.has(parola)) return { valore: false };
  return { messaggio: `«${testo}» non è né si né no: scrivere si o no.` };
}

function leggiSiNoTesto(testo: string): Lettura<string> {
  const lettura = leggiSiNo(testo);
  return 'messaggio' in lettura ? lettura : { valore: lettura.valore ? 'si' : 'no' };
}

const NUMERO = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

function leggiNumero(testo: string, min: number, max: number, soloInteri: boolean): Lettura<number> {
  const valore = NUMERO.test(testo) ? Number(testo.replace(',', '.')) : Number.NaN;
  const atteso = soloInteri ? 'un numero intero' : 'un numero';
  if (Number.isNaN(valore) || (soloInteri && !Number.isInteger(valore)))
    return { messaggio: `«${testo}» non è ${atteso}: scrivere ${atteso} da ${min} a ${max}.` };
  if (valore < min || valore > max)
    return { messaggio: `${testo} è fuori misura: scrivere ${atteso} da ${min} a ${max}.` };
  return { valore };
}
