import { type CodicePresenza, NON_REGISTRATA } from './codice.ts';
import { epochToGiorno, type Giorno, giornoToEpoch } from './giorno.ts';
import { intervalloDi, type Permanenza } from './permanenza.ts';

/** One time away during a stay: from the day of leaving to the day of return; `rientro` null while the guest is out. */
export interface Assenza {
  /** null: not yet in the store */
  readonly id: string | null;
  /** the code of its days (counting.md rule 2): never the plain presence */
  readonly codice: string;
  readonly uscita: Giorno;
  readonly rientro: Giorno | null;
  /** false: an exit planned, that nobody has said to have happened: it has no days until then */
  readonly confermata: boolean;
  /** how its first and last day count: kept with it, so that a rule changed later does not change days already counted */
  readonly regola: RegolaAssenza;
  /** nobody wrote anything of it: it is what the letters of the grid say */
  readonly daGriglia: boolean;
  /** what was written of it, as one text: two that say the same are one when their days touch */
  readonly scritto?: string;
  /** the assenza it was cut from, whose words hold for it too */
  readonly da?: string;
}

/** Whether the day of leaving and the day of return are days away. Default: Regione Lombardia, DGR X/5954, § 5.3.2.9. */
export interface RegolaAssenza {
  readonly uscitaAssente: boolean;
  readonly rientroAssente: boolean;
}

export const REGOLA_PREDEFINITA: RegolaAssenza = { uscitaAssente: true, rientroAssente: false };

/** What the days of one stay are read against. */
export interface QuadroAssenze {
  readonly permanenza: Permanenza;
  /** for an assenza that only the grid says, by its first day away */
  readonly regola: (giorno: Giorno) => RegolaAssenza;
  /** the codes that stand for a day away */
  readonly codici: ReadonlySet<string>;
  /** today: who is out is out until here, and nobody knows about tomorrow */
  readonly oggi: Giorno;
}

/** Away with the community: a day of presence, and yet one has to know that they are not at home. */
const SOGGIORNO = 'S';

/** The letters of a day away, and the letter of a day that was away and is not. */
export function codiciAssenza(codici: readonly CodicePresenza[]): { fuori: ReadonlySet<string>; presente: string } {
  const fuori = new Set(codici.filter((c) => !c.presente || c.voce === SOGGIORNO).map((c) => c.voce));
  return { fuori, presente: codici.find((c) => c.presente && !fuori.has(c.voce))?.voce ?? 'P' };
}

/** The code of each day of a stay, by epoch day; a day that is not there has none. */
export type GiorniCodificati = ReadonlyMap<number, string>;

/** Days as a half-open interval of epoch days; empty when `fine <= inizio`. */
interface Tratto {
  readonly inizio: number;
  readonly fine: number;
}

/** The days away, within the stay. While the guest is out they reach today; an exit only planned has none. */
export function trattoDi(assenza: Assenza, { permanenza, oggi }: QuadroAssenze): Tratto {
  const { regola } = assenza;
  const stay = intervalloDi(permanenza);
  const inizio = giornoToEpoch(assenza.uscita) + (regola.uscitaAssente ? 0 : 1);
  if (!isAvvenuta(assenza)) return { inizio, fine: inizio };
  const rientro = assenza.rientro === null ? giornoToEpoch(oggi) + 1 : giornoToEpoch(assenza.rientro);
  const fine = rientro + (assenza.rientro !== null && regola.rientroAssente ? 1 : 0);
  return { inizio: Math.max(inizio, stay.inizio), fine: Math.min(fine, stay.fine) };
}

/** Whether the guest really went: who came back did. */
export function isAvvenuta({ confermata, rientro }: Pick<Assenza, 'confermata' | 'rientro'>): boolean {
  return confermata || rientro !== null;
}

/**
 * The codes of a stay once its assenze are these: every day away has the code of its assenza; a day that was away and is no
 * longer is presente up to today and unknown after. The other days stay as they are.
 */
export function codificaAssenze(
  giorni: GiorniCodificati,
  assenze: readonly Assenza[],
  quadro: QuadroAssenze,
  presente: string,
): Map<number, string> {
  const dopo = new Map(giorni);
  const oggi = giornoToEpoch(quadro.oggi);
  for (const [giorno, codice] of giorni) {
    if (!quadro.codici.has(codice)) continue;
    if (giorno <= oggi) dopo.set(giorno, presente);
    else dopo.delete(giorno);
  }
  for (const assenza of assenze) {
    const { inizio, fine } = trattoDi(assenza, quadro);
    for (let giorno = inizio; giorno < fine; giorno++) dopo.set(giorno, assenza.codice);
  }
  return dopo;
}

/** The first day (epoch) on which letters and assenze of a stay say different things; days after the last letter are not judged. */
export function findDisaccordo(
  giorni: GiorniCodificati,
  assenze: readonly Assenza[],
  quadro: QuadroAssenze,
): number | undefined {
  const ultimo = Math.max(...giorni.keys());
  const attesi = new Map<number, string>();
  for (const assenza of assenze) {
    const { inizio, fine } = trattoDi(assenza, quadro);
    for (let giorno = inizio; giorno < fine && giorno <= ultimo; giorno++) attesi.set(giorno, assenza.codice);
  }
  const scritti = [...giorni].filter(([, codice]) => quadro.codici.has(codice));
  const diversi = [...scritti, ...attesi].map(([giorno]) => giorno);
  return diversi.filter((giorno) => attesi.get(giorno) !== giorni.get(giorno)).toSorted((a, b) => a - b)[0];
}

/**
 * The assenze once the codes of the stay are these. What still covers days of its code keeps its id (the first piece, when
 * it is cut in two); days that none covers lengthen the assenza they touch, or make one; one without days left is gone. One
 * that never had days (out and back on a day that counts as presente, or still to come) stays, unless the stay has ended
 * before. An exit planned, whose first day is given its code, has happened.
 */
export function assenzeDaiCodici(
  assenze: readonly Assenza[],
  giorni: GiorniCodificati,
  quadro: QuadroAssenze,
): Assenza[] {
  const libere = new Map([...giorni].filter(([, codice]) => quadro.codici.has(codice) && codice !== NON_REGISTRATA));
  const pezzi: Pezzo[] = [];
  const senzaGiorni: Assenza[] = [];
  const previste: Assenza[] = [];
  for (const assenza of assenze.toSorted(inOrdine)) {
    const tratto = trattoDi(assenza, quadro);
    if (tratto.fine > tratto.inizio) pezzi.push(...ritaglia(assenza, tratto, libere));
    else if (!isAvvenuta(assenza) && libere.get(tratto.inizio) === assenza.codice) previste.push(assenza);
    else if (isDentro(assenza, quadro.permanenza)) senzaGiorni.push(assenza);
  }
  for (const assenza of previste) {
    const pezzo = avvera(assenza, trattoDi(assenza, quadro).inizio, libere);
    if (pezzo) pezzi.push(pezzo);
    else senzaGiorni.push(assenza);
  }
  const coperti = aggiungi(pezzi, tratti(libere));
  return [...coperti.map((pezzo) => assenzaDi(pezzo, quadro)), ...senzaGiorni].toSorted(inOrdine);
}

/** Part of an assenza, or of none, with the days it covers. */
interface Pezzo {
  readonly codice: string;
  readonly di: Assenza | null;
  /** whether it keeps the identity of `di` */
  readonly proprio: boolean;
  inizio: number;
  fine: number;
}

/** The runs of an assenza's days that still have its code; they are taken away from the free ones. */
function ritaglia(assenza: Assenza, { inizio, fine }: Tratto, libere: Map<number, string>): Pezzo[] {
  const pezzi: Pezzo[] = [];
  for (let giorno = inizio; giorno < fine; giorno++) {
    if (libere.get(giorno) !== assenza.codice) continue;
    libere.delete(giorno);
    const ultimo = pezzi.at(-1);
    if (ultimo?.fine === giorno) ultimo.fine = giorno + 1;
    else {
      const proprio = pezzi.length === 0;
      pezzi.push({ codice: assenza.codice, di: assenza, proprio, inizio: giorno, fine: giorno + 1 });
    }
  }
  return pezzi;
}

/** The days from the planned one on that have its code, unless another assenza reaches there; they are no longer free. */
function avvera(assenza: Assenza, inizio: number, libere: Map<number, string>): Pezzo | undefined {
  const { codice } = assenza;
  let fine = inizio;
  for (; libere.get(fine) === codice; fine++) libere.delete(fine);
  return fine === inizio ? undefined : { codice, di: assenza, proprio: true, inizio, fine };
}

/** Consecutive days with one code. */
function tratti(giorni: ReadonlyMap<number, string>): (Tratto & { readonly codice: string })[] {
  const runs: { codice: string; inizio: number; fine: number }[] = [];
  for (const [giorno, codice] of [...giorni].toSorted(([a], [b]) => a - b)) {
    const ultimo = runs.at(-1);
    if (ultimo?.fine === giorno && ultimo.codice === codice) ultimo.fine = giorno + 1;
    else runs.push({ codice, inizio: giorno, fine: giorno + 1 });
  }
  return runs;
}

/**
 * The pieces once the runs are theirs too. Each run lengthens the piece that it touches, the one before it first; joins two, if
 * nobody wrote of the second; or is a piece of its own. Pieces cover different days: one begins, and one ends, on a day.
 */
function aggiungi(pezzi: readonly Pezzo[], runs: readonly (Tratto & { readonly codice: string })[]): Pezzo[] {
  const coperti = new Set(pezzi);
  const perInizio = new Map(pezzi.map((pezzo) => [pezzo.inizio, pezzo]));
  const perFine = new Map(pezzi.map((pezzo) => [pezzo.fine, pezzo]));
  for (const { codice, inizio, fine } of runs) {
    const prima = uguale(perFine.get(inizio), codice);
    const dopo = uguale(perInizio.get(fine), codice);
    const unisce = prima && dopo && isUnica(prima.di, dopo.di);
    if (unisce) coperti.delete(dopo);
    const pezzo = prima ?? dopo ?? { codice, di: null, proprio: true, inizio, fine };
    if (prima) prima.fine = unisce ? dopo.fine : fine;
    else pezzo.inizio = inizio;
    coperti.add(pezzo);
    perInizio.set(pezzo.inizio, pezzo);
    perFine.set(pezzo.fine, pezzo);
  }
  return [...coperti];
}

/** Nobody wrote of the second, or what is written of the first. */
function isUnica(prima: Assenza | null, dopo: Assenza | null): boolean {
  if (dopo?.daGriglia !== false) return true;
  return dopo.scritto !== undefined && dopo.scritto === prima?.scritto;
}

function uguale(pezzo: Pezzo | undefined, codice: string): Pezzo | undefined {
  return pezzo?.codice === codice ? pezzo : undefined;
}

/**
 * The piece as an assenza: unchanged where it covers what it did, out still where it reaches today. Cut from one that somebody
 * wrote and still out, it keeps the words: the planned return above all.
 */
function assenzaDi({ codice, di, proprio, inizio, fine }: Pezzo, quadro: QuadroAssenze): Assenza {
  const id = proprio ? (di?.id ?? null) : null;
  const prima = di === null ? null : trattoDi(di, quadro);
  const regola = di?.regola ?? quadro.regola(epochToGiorno(inizio));
  const uscita = epochToGiorno(inizio - (regola.uscitaAssente ? 0 : 1));
  const rientro = epochToGiorno(fine - (regola.rientroAssente ? 1 : 0));
  const inizia = di !== null && prima?.inizio === inizio;
  const finisce = di !== null && prima?.fine === fine && isAvvenuta(di);
  const torna = finisce ? di.rientro : isFuori(fine, quadro) ? null : rientro;
  return {
    ...{ id, codice },
    uscita: inizia ? di.uscita : uscita,
    rientro: torna,
    confermata: true,
    regola,
    daGriglia: id === null || di === null || di.daGriglia,
    ...(di?.scritto === undefined || id === null ? {} : { scritto: di.scritto }),
    ...(id === null && torna === null && di?.id && !di.daGriglia ? { da: di.id } : {}),
  };
}

/** Whether the guest could leave on that day: from the ingresso to the day of the dimissione. */
function isDentro({ uscita, rientro }: Assenza, { dataIngresso, dataDimissione }: Permanenza): boolean {
  const finito = dataDimissione !== null && uscita > dataDimissione;
  return !finito && (rientro === null || rientro >= dataIngresso);
}

/** Away today, as far as anybody knows, and the stay goes on. */
function isFuori(fine: number, { permanenza, oggi }: QuadroAssenze): boolean {
  return fine === giornoToEpoch(oggi) + 1 && fine < intervalloDi(permanenza).fine;
}

function inOrdine(a: Assenza, b: Assenza): number {
  return a.uscita < b.uscita ? -1 : a.uscita > b.uscita ? 1 : (a.rientro ?? '9') < (b.rientro ?? '9') ? -1 : 1;
}
