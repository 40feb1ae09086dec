/**
 * Small numbers in a table that leaves the office: a count of 1 … soglia − 1 persons may be somebody a reader knows, so it is
 * not written, nor is anything it could be computed back from (statistical disclosure control: primary and secondary
 * suppression; Eurostat, Handbook on Statistical Disclosure Control, ch. 4). 0 says nobody and stays.
 */

/** A cell of the table, by whatever name the table gives it. */
export type Cella = string;

/** `totale` is the sum of `parti`: the reader knows it, as a total of a row or a column or as a rule of the figures. */
export interface Somma {
  readonly totale: Cella;
  readonly parti: readonly Cella[];
}

export interface Tavola {
  /** whole numbers ≥ 0 that count persons or stays; a cell that is not here is not in the table */
  readonly valori: ReadonlyMap<Cella, number>;
  readonly somme: readonly Somma[];
  /** cells to hide whatever they hold: they say how many persons there are though they do not count them */
  readonly legate?: readonly Cella[];
  /** sums the reader knows from elsewhere: not cells of this table, never hidden */
  readonly noti?: ReadonlyMap<Cella, number>;
}

/** `piccolo`: fewer than the threshold, at least 1. `coperto`: hidden so that another cannot be computed. */
export type Velo = 'piccolo' | 'coperto';

/**
 * The cells to hide. From those left and the sums, no hidden cell has one possible value only: neither by solving the sums,
 * nor by knowing that a `piccolo` is between 1 and soglia − 1.
 */
export function celleNascoste(tavola: Tavola, soglia: number): Map<Cella, Velo> {
  const valori = new Map([...(tavola.noti ?? []), ...tavola.valori]);
  const somme = tavola.somme.filter(({ totale, parti }) => [totale, ...parti].every((cella) => valori.has(cella)));
  const veli = new Map<Cella, Velo>();
  for (const [cella, valore] of tavola.valori) if (valore > 0 && valore < soglia) veli.set(cella, 'piccolo');
  for (const cella of tavola.legate ?? []) if (!veli.has(cella)) veli.set(cella, 'coperto');
  for (;;) {
    const svelata = ricavabili(valori, somme, veli, soglia)[0];
    if (svelata === undefined) return veli;
    const altra = scegliCopertura(tavola.valori, somme, veli, svelata);
    // nothing is left to hide: «fewer than the threshold» is itself too much, and is not said of one more
    const taciuta = altra ?? scegliTaciuta(somme, veli, svelata);
    if (taciuta === undefined) return veli;
    veli.set(taciuta, 'coperto');
  }
}

/** The hidden cells whose value follows from what is shown: empty when the table is safe. */
export function ricavabili(
  valori: ReadonlyMap<Cella, number>,
  somme: readonly Somma[],
  veli: ReadonlyMap<Cella, Velo>,
  soglia: number,
): Cella[] {
  const vincoli = somme.map((somma) => vincolo(valori, somma, veli)).filter(({ incognite }) => incognite.length > 0);
  const trovate = new Set([...risolte(vincoli), ...strette(vincoli, veli, soglia)]);
  return [...veli.keys()].filter((cella) => trovate.has(cella));
}

/** What a sum says of the hidden cells: Σ segno × cella = noto. */
interface Vincolo {
  readonly incognite: readonly (readonly [cella: Cella, segno: number])[];
  readonly noto: number;
}

function vincolo(
  valori: ReadonlyMap<Cella, number>,
  { totale, parti }: Somma,
  veli: ReadonlyMap<Cella, Velo>,
): Vincolo {
  const termini = [...parti.map((cella) => [cella, 1] as const), [totale, -1] as const];
  const incognite = termini.filter(([cella]) => veli.has(cella));
  const noto = termini.reduce((n, [cella, segno]) => (veli.has(cella) ? n : n - segno * (valori.get(cella) ?? 0)), 0);
  return { incognite, noto };
}

/** Cells fixed by the sums alone: those left by themselves in a row of the reduced system (Gauss-Jordan). */
function risolte(vincoli: readonly Vincolo[]): Cella[] {
  const nomi = [...new Set(vincoli.flatMap(({ incognite }) => incognite.map(([cella]) => cella)))];
  const posto = new Map(nomi.map((nome, index) => [nome, index]));
  const righe = vincoli.map(({ incognite }) => {
    const riga = new Array<number>(nomi.length).fill(0);
    for (const [cella, segno] of incognite) riga[posto.get(cella) ?? 0] = segno;
    return riga;
  });
  let fatte = 0;
  for (let colonna = 0; colonna < nomi.length && fatte < righe.length; colonna++) {
    const perno = righe.findIndex((riga, index) => index >= fatte && Math.abs(riga[colonna] ?? 0) > EPSILON);
    if (perno === -1) continue;
    [righe[fatte], righe[perno]] = [righe[perno] ?? [], righe[fatte] ?? []];
    riduci(righe, fatte, colonna);
    fatte++;
  }
  return righe.flatMap((riga) => {
    const pieni = riga.flatMap((n, index) => (Math.abs(n) > EPSILON ? [index] : []));
    return pieni.length === 1 ? [nomi[pieni[0] ?? 0] ?? ''] : [];
  });
}

const EPSILON = 1e-9;

/** Takes the column of the pivot row away from all the others. */
function riduci(righe: number[][], perno: number, colonna: number): void {
  const base = righe[perno] ?? [];
  const testa = base[colonna] ?? 1;
  for (const [index, n] of base.entries()) base[index] = n / testa;
  for (const [index, riga] of righe.entries()) {
    const fattore = riga[colonna] ?? 0;
    if (index === perno || fattore === 0) continue;
    for (const [i, n] of base.entries()) riga[i] = (riga[i] ?? 0) - fattore * n;
  }
}

/** Cells that only one whole number fits, narrowing the bounds of each by each sum until nothing moves. */
function strette(vincoli: readonly Vincolo[], veli: ReadonlyMap<Cella, Velo>, soglia: number): Cella[] {
  const limiti = new Map<Cella, readonly [number, number]>();
  for (const [cella, velo] of veli)
    limiti.set(cella, velo === 'piccolo' ? [1, soglia - 1] : [0, Number.POSITIVE_INFINITY]);
  const di = (cella: Cella) => limiti.get(cella) ?? ([0, Number.POSITIVE_INFINITY] as const);
  for (let giri = 0, mosso = true; mosso && giri < MASSIMO_GIRI; giri++) {
    mosso = false;
    for (const { incognite, noto } of vincoli) {
      for (const [cella, segno] of incognite) {
        const [da, a] = di(cella);
        const [basso, alto] = restoDi(incognite, noto, cella, di);
        const nuovo = segno === 1 ? ([basso, alto] as const) : ([-alto, -basso] as const);
        const stretto = [Math.max(da, nuovo[0]), Math.min(a, nuovo[1])] as const;
        if (stretto[0] === da && stretto[1] === a) continue;
        limiti.set(cella, stretto);
        mosso = true;
      }
    }
  }
  return [...limiti].flatMap(([cella, [da, a]]) => (da === a ? [cella] : []));
}

/** Bounds narrow by whole numbers and stop at the value itself: many turns are only a guard. */
const MASSIMO_GIRI = 1000;

/** The bounds of `noto` minus all the other terms. */
function restoDi(
  incognite: Vincolo['incognite'],
  noto: number,
  tranne: Cella,
  di: (cella: Cella) => readonly [number, number],
): [number, number] {
  let [basso, alto] = [noto, noto];
  for (const [cella, segno] of incognite) {
    if (cella === tranne) continue;
    const [da, a] = di(cella);
    basso -= segno === 1 ? a : -da;
    alto -= segno === 1 ? da : -a;
  }
  return [basso, alto];
}

/**
 * One more cell to hide while one can be computed: in a sum that hides only one if there is such, else in one of that cell's: the
 * smallest shown, a part rather than a total, in sums that already hide something; a 0 when nothing else is left; then
 * anything of the sums that hide something.
 */
function scegliCopertura(
  valori: ReadonlyMap<Cella, number>,
  somme: readonly Somma[],
  veli: ReadonlyMap<Cella, Velo>,
  svelata: Cella,
): Cella | undefined {
  const nascosteIn = somme.map(({ totale, parti }) => [totale, ...parti].filter((cella) => veli.has(cella)));
  const conLei = somme.filter((_, index) => nascosteIn[index]?.includes(svelata));
  const diUnaSola = somme.filter((_, index) => nascosteIn[index]?.length === 1);
  const nascoste = somme.filter((_, index) => nascosteIn[index]?.length !== 0);
  const totali = new Set(somme.map(({ totale }) => totale));
  const intatte = somme.filter((_, index) => nascosteIn[index]?.length === 0);
  const peso = (cella: Cella) => {
    const valore = valori.get(cella) ?? 0;
    const aperte = intatte.filter(({ totale, parti }) => totale === cella || parti.includes(cella)).length;
    return (valore === 0 ? 1e12 : valore) + (totali.has(cella) ? 1e9 : 0) + aperte * 1e6;
  };
  for (const gruppo of [diUnaSola, conLei, nascoste]) {
    const candidate = new Set(gruppo.flatMap(({ totale, parti }) => [...parti, totale]));
    const pesate = [...candidate]
      .filter((cella) => valori.has(cella) && !veli.has(cella))
      .map((cella) => [peso(cella), cella] as const);
    const [scelta] = pesate.toSorted(([a], [b]) => a - b);
    if (scelta) return scelta[1];
  }
  return undefined;
}

/** A cell of which to say no more than that it is hidden: a total of the sums that give the cell away, else a part. */
function scegliTaciuta(somme: readonly Somma[], veli: ReadonlyMap<Cella, Velo>, svelata: Cella): Cella | undefined {
  const conLei = somme.filter(({ totale, parti }) => totale === svelata || parti.includes(svelata));
  const candidate = [...conLei, ...somme].flatMap(({ totale, parti }) => [totale, ...parti]);
  return candidate.find((cella) => veli.get(cella) === 'piccolo');
}
