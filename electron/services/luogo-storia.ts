import type { Giorno } from '../../domain/giorno.ts';
import { normalizeNome } from '../../domain/persona.ts';
import dati from '../../resources/luoghi/luoghi.json' with { type: 'json' };

/** What something was called, or the province it was in, until the day before `fino`; oldest first. */
interface Allora {
  readonly era: string;
  readonly fino: Giorno;
}

/** A comune or a State as the file keeps it: how it is now, or was at its end, and what it was before. */
export interface Scheda {
  readonly codice: string;
  readonly nome: string;
  readonly sigla: string;
  readonly estero: boolean;
  /** the first day, where it is known */
  readonly dal: Giorno | null;
  /** the first day on which it is no more */
  readonly cessatoIl: Giorno | null;
  readonly nomi: readonly Allora[];
  readonly province: readonly Allora[];
  /** the codes of what it became, or parted from it */
  readonly oggi: readonly string[];
  /** every name it had, as they are searched */
  readonly chiavi: readonly string[];
}

let schede: readonly Scheda[] | undefined;
let perCodice: ReadonlyMap<string, Scheda> | undefined;
let prima: ReadonlyMap<string, readonly string[]> | undefined;

/** Every place, read at the first one asked: a few milliseconds that the start does not pay. */
export function listSchede(): readonly Scheda[] {
  schede ??= dati.luoghi.map(leggi);
  return schede;
}

export function findScheda(codice: string): Scheda | undefined {
  perCodice ??= new Map(listSchede().map((una) => [una.codice, una]));
  return perCodice.get(codice.toUpperCase());
}

/** `codice|nome|sigla|al|province|dal|oggi|nomi`, the last ones left out where they are empty: `scripts/luoghi/componi.mjs` writes it. */
function leggi(riga: string): Scheda {
  const [codice = '', nome = '', sigla = '', al = '', province = '', dal = '', oggi = '', nomi = ''] = riga.split('|');
  const allora = (testo: string, taglio: string) =>
    testo === '' ? [] : testo.split(taglio).map((uno) => ({ era: uno.slice(0, -11), fino: uno.slice(-10) }));
  const nomiDiAllora = allora(nomi, ';');
  return {
    ...{ codice, nome, sigla, estero: codice.startsWith('Z') },
    ...{ dal: dal === '' ? null : dal, cessatoIl: al === '' ? null : al },
    ...{ nomi: nomiDiAllora, province: allora(province, ' ') },
    oggi: oggi === '' ? [] : oggi.split(' '),
    chiavi: [nome, ...nomiDiAllora.map(({ era }) => era)].map(normalizeNome),
  };
}

/** Whether it was there that day, as far as is known; with no day, whether it still is. */
export function esiste({ dal, cessatoIl }: Scheda, giorno: Giorno | null): boolean {
  if (giorno === null) return cessatoIl === null;
  return (dal === null || dal <= giorno) && (cessatoIl === null || giorno < cessatoIl);
}

/** The name and the province of a day; with no day, the last ones. */
export function nomeIl(scheda: Scheda, giorno: Giorno | null): { nome: string; sigla: string } {
  const il = (tempi: readonly Allora[]) => (giorno === null ? undefined : tempi.find(({ fino }) => giorno < fino)?.era);
  return { nome: il(scheda.nomi) ?? scheda.nome, sigla: il(scheda.province) ?? scheda.sigla };
}

/** What it became, step after step, and what it was made of: those that answer. */
function segui(scheda: Scheda, passo: (una: Scheda) => readonly string[], tieni: (una: Scheda) => boolean): Scheda[] {
  return passo(scheda)
    .flatMap((codice) => findScheda(codice) ?? [])
    .flatMap((una) => (tieni(una) ? [una] : segui(una, passo, tieni)));
}

function precedenti({ codice }: Scheda): readonly string[] {
  if (!prima) {
    const mappa = new Map<string, string[]>();
    for (const { codice: vecchio, oggi } of listSchede())
      for (const nuovo of oggi) mappa.set(nuovo, [...(mappa.get(nuovo) ?? []), vecchio]);
    prima = mappa;
  }
  return prima.get(codice) ?? [];
}

/** Those of its history that were there that day (with no day: that are there now), where it was not itself. */
export function listAltri(scheda: Scheda, giorno: Giorno | null): Scheda[] {
  if (esiste(scheda, giorno)) return [];
  const c = (una: Scheda) => esiste(una, giorno);
  return giorno !== null && scheda.dal !== null && giorno < scheda.dal
    ? segui(scheda, precedenti, c)
    : segui(scheda, ({ oggi }) => oggi, c);
}

/** Every one of its history, before and after, without itself. */
export function listStoria(scheda: Scheda): Scheda[] {
  const visti = new Map<string, Scheda>();
  const cammina = (una: Scheda) => {
    for (const codice of [...precedenti(una), ...una.oggi]) {
      const altra = findScheda(codice);
      if (!altra || visti.has(codice) || codice === scheda.codice) continue;
      visti.set(codice, altra);
      cammina(altra);
    }
  };
  cammina(scheda);
  return [...visti.values()];
}
