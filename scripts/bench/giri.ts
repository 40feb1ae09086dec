/** The times of one side over the rounds, milliseconds. */
export interface Misura {
  readonly mediana: number;
  readonly minimo: number;
  readonly massimo: number;
  readonly giri: readonly number[];
}

/** Runs once and says how long it took, milliseconds, leaving out what it had to prepare. */
export type Prova = () => number | Promise<number>;

/**
 * Alternating rounds, A B C A B C…, so that whatever else the machine does falls on every side alike. A first round,
 * not counted, warms caches and compiled code (`riscalda: false` where the sides are too slow to be run for nothing).
 */
export async function alterna<K extends string>(
  giri: number,
  prove: Readonly<Record<K, Prova>>,
  { riscalda = true }: { riscalda?: boolean } = {},
): Promise<Record<K, Misura>> {
  const nomi = Object.keys(prove) as K[];
  const tempi = new Map<K, number[]>(nomi.map((nome) => [nome, []]));
  for (let giro = riscalda ? -1 : 0; giro < giri; giro++)
    for (const nome of nomi) {
      const ms = await prove[nome]();
      if (giro >= 0) tempi.get(nome)?.push(ms);
    }
  return Object.fromEntries(nomi.map((nome) => [nome, misura(tempi.get(nome) ?? [])])) as Record<K, Misura>;
}

export function misura(giri: readonly number[]): Misura {
  return { mediana: mediana(giri), minimo: Math.min(...giri), massimo: Math.max(...giri), giri };
}

/** The median over the rounds of a ÷ b of the same round: what a busy moment does to both, it does not do to their ratio. */
export function rapporto(a: Misura, b: Misura): number {
  return mediana(a.giri.map((ms, giro) => ms / (b.giri[giro] ?? Number.NaN)));
}

export function mediana(valori: readonly number[]): number {
  return percentile(valori, 50);
}

/** By linear interpolation between the two nearest. */
export function percentile(valori: readonly number[], p: number): number {
  const ordinati = valori.toSorted((a, b) => a - b);
  const posto = ((ordinati.length - 1) * p) / 100;
  const sotto = ordinati[Math.floor(posto)] ?? Number.NaN;
  return sotto + ((ordinati[Math.ceil(posto)] ?? sotto) - sotto) * (posto % 1);
}

/** How long it takes, milliseconds. */
export async function cronometra(lavoro: () => unknown): Promise<number> {
  const inizio = performance.now();
  await lavoro();
  return performance.now() - inizio;
}
