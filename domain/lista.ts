import type { Giorno } from './giorno.ts';

/** A value of a list. Facts of some lists beside: how long a modulo lasts, whether a measure wants reports. */
export interface VoceLista {
  readonly voce: string;
  readonly etichetta: string;
  readonly sinonimi?: readonly string[];
  readonly durataMassimaMesi?: number;
  readonly durataMassimaGiorni?: number;
  readonly relazioneOgniMesi?: number;
  /** `relazioneOgniMesi` is this office's own: it counts in the place of the rule of the deadlines */
  readonly relazionePropria?: boolean;
  /** list assenza: the code of its days */
  readonly codice?: string;
  /** days on which it may be chosen, both included; null or absent: from ever, until further notice */
  readonly dal?: Giorno | null;
  readonly al?: Giorno | null;
  /** absent: of resources/liste, as the program brings it; else as this office wrote it */
  readonly origine?: string;
}

/** A list as the program brings it. */
export interface DefinizioneLista {
  readonly id: string;
  readonly titolo: string;
  /** its values are those and no others: figures and parcels stand on them */
  readonly chiusa?: boolean;
  readonly voci: readonly VoceLista[];
}

/** A value as the office keeps it: one more, or in the place of the one with the same `voce`. */
export interface VoceUfficio {
  readonly lista: string;
  readonly voce: string;
  readonly etichetta: string;
  readonly sinonimi: readonly string[] | null;
  readonly dal: Giorno | null;
  readonly al: Giorno | null;
  /** 0: no limit; both null: as the program brings it */
  readonly durataMassimaMesi: number | null;
  readonly durataMassimaGiorni: number | null;
  /** 0: no reports; null: as the program brings it */
  readonly relazioneOgniMesi: number | null;
  readonly ordine: number;
  readonly origine: string;
}

/** Lists whose values have a meaning kept elsewhere (`codici`, the letter of a time away): only their words are the office's. */
export const LISTE_FISSE: ReadonlySet<string> = new Set(['presenza', 'assenza']);

/** What a value says besides its words, where its list has it: null, it does not. */
export interface DurateVoce {
  readonly durataMassimaMesi: number | null;
  readonly durataMassimaGiorni: number | null;
  readonly relazioneOgniMesi: number | null;
}

/** What the office keeps of a value that lasts so long: null where it is what the program says already. */
export function durateDaTenere(nuove: DurateVoce, programma: VoceLista | undefined): DurateVoce {
  const { durataMassimaMesi: mesi, durataMassimaGiorni: giorni, relazioneOgniMesi: ogni } = nuove;
  const diPrima =
    mesi === (programma?.durataMassimaMesi ?? null) && giorni === (programma?.durataMassimaGiorni ?? null);
  const durata = diPrima
    ? { durataMassimaMesi: null, durataMassimaGiorni: null }
    : { durataMassimaMesi: mesi ?? (giorni === null ? 0 : null), durataMassimaGiorni: giorni };
  const stessa = ogni === (programma?.relazioneOgniMesi ?? null);
  return { ...durata, relazioneOgniMesi: stessa ? null : (ogni ?? 0) };
}

/** Case, accents, signs and spaces do not count: «Celibe / Nubile» and `celibe_nubile` are the same word. */
export function normalizeVoce(testo: string): string {
  return testo
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a value may be chosen for a fact of that day, or of any day from it to `fine`. */
export function isOfferta(
  voce: { readonly dal?: Giorno | null | undefined; readonly al?: Giorno | null | undefined },
  giorno: Giorno,
  fine: Giorno = giorno,
): boolean {
  return (voce.dal ?? fine) <= fine && giorno <= (voce.al ?? giorno);
}

/** What is chosen when nothing else will do: read last, so where a list ends with these they stay last. */
const ULTIME: ReadonlySet<string> = new Set(['altro', 'altra_istituzione', 'non_noto']);

/** The values with the office's own over them: replaced where they stand, the others after, in the office's order, but before «Altro». */
function unite(definizione: DefinizioneLista, righe: readonly VoceUfficio[]): VoceLista[] {
  if (definizione.chiusa || righe.length === 0) return [...definizione.voci];
  const proprie = new Map(righe.map((riga) => [riga.voce, riga]));
  const note = new Set(definizione.voci.map((v) => v.voce));
  const nuove = righe.filter((riga) => !note.has(riga.voce)).toSorted((a, b) => a.ordine - b.ordine);
  const delProgramma = definizione.voci.map((voce) => vestita(voce, proprie.get(voce.voce)));
  const primaDelle = definizione.voci.findLastIndex(({ voce }) => !ULTIME.has(voce)) + 1;
  return [
    ...delProgramma.slice(0, primaDelle),
    ...nuove.map((riga) => vestita({ voce: riga.voce, etichetta: riga.etichetta }, riga)),
    ...delProgramma.slice(primaDelle),
  ];
}

function vestita(voce: VoceLista, riga: VoceUfficio | undefined): VoceLista {
  if (!riga) return voce;
  const { etichetta, sinonimi, dal, al, origine } = riga;
  return { ...conDurate(voce, riga), etichetta, sinonimi: sinonimi ?? voce.sinonimi ?? [], dal, al, origine };
}

function conDurate(voce: VoceLista, riga: VoceUfficio): VoceLista {
  const { durataMassimaMesi: mesi, durataMassimaGiorni: giorni, relazioneOgniMesi: ogni } = riga;
  const { durataMassimaMesi, durataMassimaGiorni, relazioneOgniMesi, ...resto } = voce;
  const comePrima = {
    ...(durataMassimaMesi === undefined ? {} : { durataMassimaMesi }),
    ...(durataMassimaGiorni === undefined ? {} : { durataMassimaGiorni }),
  };
  const propria = { ...(mesi ? { durataMassimaMesi: mesi } : {}), ...(giorni ? { durataMassimaGiorni: giorni } : {}) };
  const relazione =
    ogni === null
      ? relazioneOgniMesi === undefined
        ? {}
        : { relazioneOgniMesi }
      : ogni > 0
        ? { relazioneOgniMesi: ogni, relazionePropria: true }
        : {};
  return { ...resto, ...(mesi === null && giorni === null ? comePrima : propria), ...relazione };
}

/** `Coniugato/a` is read as coniugato and coniugata, `Celibe / nubile` as celibe and nubile. */
function varianti(etichetta: string): string[] {
  const generi = /^(.+)o\/a$/.exec(etichetta);
  if (generi) return [`${generi[1]}o`, `${generi[1]}a`];
  return etichetta.includes(' / ') ? etichetta.split(' / ') : [];
}

/** normalised word → voce. A word the list gives to two values is nobody's. */
function indice(voci: readonly VoceLista[], chiusa: boolean): ReadonlyMap<string, string> {
  const parole = new Map<string, string>();
  const add = (testo: string, voce: string) => {
    const chiave = normalizeVoce(testo);
    if (!parole.has(chiave)) parole.set(chiave, voce);
  };
  for (const v of voci) add(v.voce, v.voce);
  for (const v of voci) add(v.etichetta, v.voce);
  for (const v of voci) for (const sinonimo of v.sinonimi ?? []) add(sinonimo, v.voce);
  if (chiusa) return parole;
  const derivate = voci.flatMap((v) => varianti(v.etichetta).map((t) => [normalizeVoce(t), v.voce] as const));
  for (const [chiave, voce] of derivate) {
    const unica = derivate.every(([altra, altraVoce]) => altra !== chiave || altraVoce === voce);
    if (unica) add(chiave, voce);
  }
  return parole;
}

/** How many values are told one by one before the reader is sent to the sheet of the lists. */
const DETTE_TUTTE = 12;

/** The code lists as they are now: those of the program with this office's values over them. One place reads them. */
export class Liste {
  private readonly definizioni: ReadonlyMap<string, DefinizioneLista>;
  private readonly valori = new Map<string, readonly VoceLista[]>();
  private readonly indici = new Map<string, ReadonlyMap<string, string>>();
  private readonly righe: readonly VoceUfficio[];

  constructor(definizioni: readonly DefinizioneLista[], righe: readonly VoceUfficio[] = []) {
    this.definizioni = new Map(definizioni.map((lista) => [lista.id, lista]));
    this.righe = righe;
  }

  /** Every list, in its order. */
  tutte(): readonly DefinizioneLista[] {
    return [...this.definizioni.values()];
  }

  has(lista: string): boolean {
    return this.definizioni.has(lista);
  }

  isChiusa(lista: string): boolean {
    return this.definizioni.get(lista)?.chiusa ?? false;
  }

  /** Every value there is or was, in order; empty when there is no such list. */
  voci(lista: string): readonly VoceLista[] {
    const pronte = this.valori.get(lista);
    if (pronte) return pronte;
    const definizione = this.definizioni.get(lista);
    if (!definizione) return [];
    const voci = unite(
      definizione,
      this.righe.filter((riga) => riga.lista === lista),
    );
    this.valori.set(lista, voci);
    return voci;
  }

  /** Whether the list has, or had, this value. A retired one is still a value: old facts hold it. */
  hasVoce(lista: string, voce: string): boolean {
    return this.voci(lista).some((v) => v.voce === voce);
  }

  /** The label of a value; the value itself where the list no longer knows it. */
  etichetta(lista: string, voce: string): string {
    return this.voci(lista).find((v) => v.voce === voce)?.etichetta ?? voce;
  }

  /** The value meant by a voce, a label or a listed synonym; undefined when the list has no such word. */
  find(lista: string, testo: string): string | undefined {
    let parole = this.indici.get(lista);
    if (!parole) {
      parole = indice(this.voci(lista), this.isChiusa(lista));
      this.indici.set(lista, parole);
    }
    return parole.get(normalizeVoce(testo));
  }

  /** The value whose voce, label or synonym the text begins with («SerD di Brescia» is `serd`); the longest word wins. */
  findInizio(lista: string, testo: string): string | undefined {
    const intero = this.find(lista, testo);
    if (intero !== undefined) return intero;
    const parole = normalizeVoce(testo).split(' ');
    for (let n = parole.length - 1; n > 0; n--) {
      const trovata = this.find(lista, parole.slice(0, n).join(' '));
      if (trovata !== undefined) return trovata;
    }
    return undefined;
  }

  /** What to say of a text that is in no way a value of the list. */
  messaggio(lista: string, testo: string): string {
    const voci = this.voci(lista).map((v) => v.voce);
    if (lista === 'esito')
      return `«${testo}» non è uno dei sette esiti e non si può assegnare da qui: chiedere a chi ha registrato la dimissione quale sia tra ${voci.join(', ')}.`;
    if (voci.length <= DETTE_TUTTE) return `«${testo}» non è previsto: scrivere uno di ${voci.join(', ')}.`;
    const vicine = this.simili(lista, testo);
    const forse = vicine.length > 0 ? ` (forse ${vicine.join(' o ')})` : '';
    return `«${testo}» non è nell’elenco «${lista}»${forse}: scrivere una voce dell’elenco, che è nel foglio «liste» del modello.`;
  }

  /** The values whose label or voce begin like the text: what the person may have meant. At most three. */
  private simili(lista: string, testo: string): string[] {
    const inizio = normalizeVoce(testo).slice(0, 4);
    if (inizio.length < 3) return [];
    const voci = this.voci(lista).filter(
      (v) => normalizeVoce(v.voce).startsWith(inizio) || normalizeVoce(v.etichetta).includes(inizio),
    );
    return voci.slice(0, 3).map((v) => v.voce);
  }
}
