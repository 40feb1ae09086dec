import { ESITI } from '../../domain/esito.ts';
import { type Cella, celleNascoste, type Somma, type Velo } from '../../domain/numeri-piccoli.ts';
import { VOCI_PROFILO } from '../../domain/profilo.ts';
import { testi } from '../testi/index.ts';
import type { Colonna } from './cifre.ts';

const t = testi.report.piccoli;

/**
 * What a cell says of how many there are. `persone`: it counts persons or stays, and a small one is hidden. `giornate`: a day is
 * not a person and stays, unless the stays of its row are hidden, which it would give back. `derivata`: a mean or a percent,
 * hidden with what it is made of. `altro`: never hidden.
 */
export type Conta = 'persone' | 'giornate' | 'derivata' | 'altro';

const PERSONE: ReadonlySet<string> = new Set([
  ...['presentiInizio', 'ingressi', 'entrateDaModulo', 'trattati', 'dimessi', 'usciteVersoModulo', 'presentiFine'],
  ...['persone', 'programmi', 'senzaEsito', ...ESITI, ...VOCI_PROFILO.map(([voce]) => voce)],
]);
const GIORNATE: ReadonlySet<string> = new Set([
  ...['giornatePresenza', 'giornatePagate', 'giornateOccupate', 'giorniMancanti'],
]);
/** Column → the columns it could be computed back into, in the same row. */
const DERIVATE: Readonly<Record<string, readonly string[]>> = {
  mediaGiornaliera: ['giornatePresenza', 'trattati'],
  saturazioneAccreditati: ['giornateOccupate', 'trattati'],
  saturazioneDisponibili: ['giornateOccupate', 'trattati'],
  etaMedia: ['trattati'],
  etaMin: ['trattati'],
  etaMax: ['trattati'],
  durataMediaGiorni: ['dimessi', 'trattati'],
  percentoConclusi: ['conclusi', 'dimessi'],
  percentoAllontanamenti: ['allontanamenti', 'dimessi'],
  percentoRelazioni: ['relazioniOltre', 'dimessi'],
  percentoProgrammi: ['programmi'],
  percentoPersone: ['persone'],
};
/** Columns that add up in every row (counting.md, rule 6), where they are. */
const FLUSSI: readonly (readonly [totale: string, parti: readonly string[]])[] = [
  ['trattati', ['presentiInizio', 'ingressi', 'entrateDaModulo']],
  ['trattati', ['dimessi', 'usciteVersoModulo', 'presentiFine']],
];
/** The row, or column, that is the sum of the others. */
const TOTALE = 'totale';

export interface TavolaCifre<R> {
  readonly colonne: readonly Colonna<R>[];
  readonly righe: readonly { readonly chiave: string; readonly parte?: boolean; readonly riga: R }[];
  /** rows that are the sum of others, by chiave, besides `totale` */
  readonly somme?: readonly Somma[] | undefined;
  /** cells (`cella`) that the reader knows to add up, besides */
  readonly legami?: readonly Somma[] | undefined;
}

export type Veli = ReadonlyMap<Cella, Velo>;

export function cella(chiave: string, colonna: string): Cella {
  return `${chiave}\n${colonna}`;
}

function contaDi<R>(colonna: Colonna<R>, riga: R): Conta {
  if (colonna.conta) return colonna.conta(riga);
  if (PERSONE.has(colonna.id)) return 'persone';
  if (GIORNATE.has(colonna.id)) return 'giornate';
  return Object.hasOwn(DERIVATE, colonna.id) ? 'derivata' : 'altro';
}

/** The cells of a table of figures that do not leave the office, with `soglia` persons as the first number that does. */
export function veliDi<R>(tavola: TavolaCifre<R>, soglia: number): Veli {
  const { valori, noti, somme, legate } = tavolaPersone(tavola);
  const vere = somme.filter((somma) => torna(somma, valori, noti));
  const veli = new Map(celleNascoste({ valori, noti, somme: vere, legate }, soglia));
  for (const assente of legate) veli.delete(assente);
  for (const colonna of tavola.colonne.filter(({ id }) => GIORNATE.has(id))) velaGiornate(tavola, colonna, veli);
  for (const { chiave } of tavola.righe)
    for (const { id } of tavola.colonne)
      if (DERIVATE[id]?.some((base) => veli.has(cella(chiave, base)))) veli.set(cella(chiave, id), 'coperto');
  return veli;
}

/** A sum that does not hold in this table (it counts otherwise) tells the reader nothing. */
function torna(
  { totale, parti }: Somma,
  valori: ReadonlyMap<Cella, number>,
  noti: ReadonlyMap<Cella, number>,
): boolean {
  const di = (una: Cella) => valori.get(una) ?? noti.get(una) ?? Number.NaN;
  return parti.reduce((n, una) => n + di(una), 0) === di(totale);
}

function numeriDi<R>({ colonne, righe }: TavolaCifre<R>, conta: Conta): Map<Cella, number> {
  const valori = new Map<Cella, number>();
  for (const { chiave, riga } of righe)
    for (const colonna of colonne) {
      const valore = colonna.valore(riga);
      if (typeof valore === 'number' && contaDi(colonna, riga) === conta) valori.set(cella(chiave, colonna.id), valore);
    }
  return valori;
}

function tavolaPersone<R>(tavola: TavolaCifre<R>) {
  const valori = numeriDi(tavola, 'persone');
  const noti = new Map<Cella, number>();
  const somme: Somma[] = [...(tavola.legami ?? [])];
  const legate: Cella[] = [];
  // a total that is not in this table is in another one: it is taken as known
  const aggiungi = (totale: Cella, parti: readonly Cella[]) => {
    if (parti.length === 0) return;
    if (!valori.has(totale))
      noti.set(
        totale,
        parti.reduce((n, una) => n + (valori.get(una) ?? 0), 0),
      );
    somme.push({ totale, parti });
  };
  const ids = tavola.colonne.map(({ id }) => id);
  for (const { chiave } of tavola.righe) {
    const nellaRiga = (colonne: readonly string[]) =>
      colonne.map((id) => cella(chiave, id)).filter((una) => valori.has(una));
    const entrati = nellaRiga(['presentiInizio', 'ingressi']);
    if (entrati.length === 2 && !ids.includes('trattati')) {
      // both sides of the balance add up to the stays treated, which this table does not say
      valori.set(
        cella(chiave, 'trattati'),
        entrati.reduce((n, una) => n + (valori.get(una) ?? 0), 0),
      );
      legate.push(cella(chiave, 'trattati'));
    }
    for (const [totale, parti] of FLUSSI)
      if (valori.has(cella(chiave, totale))) somme.push({ totale: cella(chiave, totale), parti: nellaRiga(parti) });
    const sommabili = ids.includes(TOTALE) ? ids.filter((id) => id !== TOTALE) : ids.filter(isEsito);
    aggiungi(cella(chiave, TOTALE), nellaRiga(sommabili));
  }
  for (const id of ids) {
    const nella = (chiavi: readonly string[]) => chiavi.map((c) => cella(c, id)).filter((una) => valori.has(una));
    for (const { totale, parti } of tavola.somme ?? [])
      if (valori.has(cella(totale, id))) somme.push({ totale: cella(totale, id), parti: nella(parti) });
    if (tavola.somme) continue;
    aggiungi(cella(TOTALE, id), nella(intere(tavola)));
    for (const [chiave, parti] of partiDi(tavola)) somme.push({ totale: cella(chiave, id), parti: nella(parti) });
  }
  return { valori, noti, somme, legate };
}

function isEsito(id: string): boolean {
  return id === 'senzaEsito' || ESITI.some((esito) => esito === id);
}

/** The rows a total is of: not itself, not the parts of another row. */
function intere<R>({ righe }: TavolaCifre<R>): string[] {
  return righe.filter(({ chiave, parte }) => chiave !== TOTALE && parte !== true).map(({ chiave }) => chiave);
}

/** Rows drawn as parts of the one above them. */
function partiDi<R>({ righe }: TavolaCifre<R>): Map<string, string[]> {
  const parti = new Map<string, string[]>();
  let sopra = '';
  for (const { chiave, parte } of righe) {
    if (parte !== true) sopra = chiave;
    else parti.set(sopra, [...(parti.get(sopra) ?? []), chiave]);
  }
  return parti;
}

/** Days of a row whose stays are hidden go too, and one more of their column, so that the total does not give them back. */
function velaGiornate<R>(tavola: TavolaCifre<R>, { id }: Colonna<R>, veli: Map<Cella, Velo>): void {
  const valori = new Map([...numeriDi(tavola, 'giornate')].filter(([una]) => una.endsWith(`\n${id}`)));
  const legate = tavola.righe.flatMap(({ chiave }) =>
    veli.has(cella(chiave, 'trattati')) && valori.has(cella(chiave, id)) ? [cella(chiave, id)] : [],
  );
  if (legate.length === 0) return;
  const parti = intere(tavola).map((chiave) => cella(chiave, id));
  const totale = cella(TOTALE, id);
  const noti = new Map<Cella, number>();
  if (!valori.has(totale))
    noti.set(
      totale,
      parti.reduce((n, una) => n + (valori.get(una) ?? 0), 0),
    );
  const somma = { totale, parti };
  const somme = torna(somma, valori, noti) ? [somma] : [];
  // no day is small: the threshold of 1 hides none by itself
  for (const [una, velo] of celleNascoste({ valori, noti, somme, legate }, 1)) veli.set(una, velo);
}

/** What is written in place of a number. */
export function testoVelo(velo: Velo, soglia: number): string {
  return velo === 'piccolo' ? t.meno(soglia) : t.coperto;
}
