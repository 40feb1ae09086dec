/** Integer quotient of two non-negative integers, exact (no floating point in between). */
function quoziente(n: number, d: number): number {
  return (n - (n % d)) / d;
}

/** n/d rounded half up to an integer; n, d non-negative integers; null when d is 0 (nothing under it). */
function mezzoInSu(n: number, d: number): number | null {
  return d === 0 ? null : quoziente(2 * n + d, 2 * d);
}

/** Whole percent of n over tot, half up (counting.md rule 11); null when tot is 0. */
export function percentuale(n: number, tot: number): number | null {
  return mezzoInSu(100 * n, tot);
}

/** Percent with one decimal of n over tot, half up (rules 5 and 11); null when tot is 0. */
export function percentuale1(n: number, tot: number): number | null {
  const decimi = mezzoInSu(1000 * n, tot);
  return decimi === null ? null : decimi / 10;
}

/** Mean n/d with one decimal, half up (rules 4 and 11); null when d is 0. */
export function media1(n: number, d: number): number | null {
  const decimi = mezzoInSu(10 * n, d);
  return decimi === null ? null : decimi / 10;
}

/** Mean n/d as a whole number, half up (rules 8, 9 and 11); null when d is 0. */
export function mediaIntera(n: number, d: number): number | null {
  return mezzoInSu(n, d);
}
