import { normalizeCodiceFiscale } from './codice-fiscale.ts';
import type { Giorno } from './giorno.ts';

/** What decides whether two ospiti are one person (issue 2, part 10). `chiaveNome` comes from `chiaveNome()`. */
export interface Identita {
  id: string;
  chiaveNome: string;
  /** '' when it is not ascertained: two who were each guessed to be seventeen are not one person */
  dataNascita: Giorno;
  codiceFiscale: string | null;
}

const LETTERE: Readonly<Record<string, string>> = {
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
};

/** Upper case without accents and apostrophes; every other sign is a space; single spaces. «D’Angelò-Rossi» → `DANGELO ROSSI`. */
export function normalizeNome(testo: string): string {
  return testo
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ØŁĐÐÞÆŒẞ]/g, (c) => LETTERE[c] ?? c)
    .replace(/['’‘ʼʹ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A person inside a sentence: `ROSSI Anna`. The schermo discreto finds them by it (renderer/pannello/testo-discreto.ts). */
export function nomeScritto({ cognome, nome }: { readonly cognome: string; readonly nome: string }): string {
  return `${cognome.toLocaleUpperCase('it')} ${nome}`;
}

/** The normalised full name: surname, then name. */
export function chiaveNome(cognome: string, nome: string): string {
  return `${normalizeNome(cognome)} ${normalizeNome(nome)}`.trim();
}

/** Codice fiscale for comparison; '' when there is none, which equals nothing. */
function cfDi(i: Identita): string {
  return i.codiceFiscale === null ? '' : normalizeCodiceFiscale(i.codiceFiscale);
}

function uguali(a: string, b: string): boolean {
  return a !== '' && a === b;
}

function accordi(a: Identita, b: Identita): { cf: boolean; nome: boolean; nascita: boolean } {
  return {
    cf: uguali(cfDi(a), cfDi(b)),
    nome: uguali(a.chiaveNome, b.chiaveNome),
    nascita: uguali(a.dataNascita, b.dataNascita),
  };
}

/** Two of codice fiscale, normalised full name and birth date are equal. A missing codice fiscale equals nothing. */
export function stessaPersona(a: Identita, b: Identita): boolean {
  const { cf, nome, nascita } = accordi(a, b);
  return Number(cf) + Number(nome) + Number(nascita) >= 2;
}

/** Weaker than `stessaPersona`: only the codice fiscale or only the full name is equal. They stay two, and are listed. */
export function possibileStessaPersona(a: Identita, b: Identita): boolean {
  const { cf, nome } = accordi(a, b);
  return (cf || nome) && !stessaPersona(a, b);
}

/** The pairs of facts of which one in common makes two ospiti one person. */
function chiaviForti(i: Identita): string[] {
  const cf = cfDi(i);
  const chiavi: string[] = [];
  if (cf && i.chiaveNome) chiavi.push(`cn|${cf}|${i.chiaveNome}`);
  if (cf && i.dataNascita) chiavi.push(`cd|${cf}|${i.dataNascita}`);
  if (i.chiaveNome && i.dataNascita) chiavi.push(`nd|${i.chiaveNome}|${i.dataNascita}`);
  return chiavi;
}

function radice(padre: Map<string, string>, id: string): string {
  let r = id;
  for (let p = padre.get(r); p !== undefined && p !== r; p = padre.get(r)) r = p;
  for (let n = id; n !== r; ) {
    const prossimo = padre.get(n) ?? r;
    padre.set(n, r);
    n = prossimo;
  }
  return r;
}

/**
 * Groups ospiti into persons: `stessaPersona` and whatever follows from it through a third ospite. Returns id → personaId,
 * the smallest id of the group; the same whatever the order of the list. Linear in the number of ospiti.
 */
export function gruppiDiPersone(ids: Iterable<Identita>): Map<string, string> {
  const padre = new Map<string, string>();
  const primoConChiave = new Map<string, string>();
  for (const i of ids) {
    if (!padre.has(i.id)) padre.set(i.id, i.id);
    for (const chiave of chiaviForti(i)) {
      const altro = primoConChiave.get(chiave);
      if (altro === undefined) primoConChiave.set(chiave, i.id);
      else unisci(padre, altro, i.id);
    }
  }
  const persone = new Map<string, string>();
  for (const id of padre.keys()) persone.set(id, radice(padre, id));
  return persone;
}

function unisci(padre: Map<string, string>, a: string, b: string): void {
  const ra = radice(padre, a);
  const rb = radice(padre, b);
  if (ra < rb) padre.set(rb, ra);
  else padre.set(ra, rb);
}
