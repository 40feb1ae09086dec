/**
 * Letters to change to make one word of the other: put in, taken out, replaced, or two neighbours swapped (optimal string
 * alignment). Stops at `massimo`: anything further is `massimo + 1`.
 */
export function distanza(a: string, b: string, massimo: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > massimo) return massimo + 1;
  let duePrima: number[] = [];
  let prima = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const riga = [i];
    let minimo = i;
    for (let j = 1; j <= b.length; j++) {
      const uguali = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let costo = Math.min((prima[j] ?? 0) + 1, (riga[j - 1] ?? 0) + 1, (prima[j - 1] ?? 0) + (uguali ? 0 : 1));
      const scambiati =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (scambiati) costo = Math.min(costo, (duePrima[j - 2] ?? 0) + 1);
      riga.push(costo);
      minimo = Math.min(minimo, costo);
    }
    if (minimo > massimo) return massimo + 1;
    duePrima = prima;
    prima = riga;
  }
  return Math.min(prima[b.length] ?? 0, massimo + 1);
}

/** How many wrong letters a word may have and still be meant: none in a short one, which would be any other. */
export function erroriAmmessi(parola: string): number {
  if (parola.length < 4) return 0;
  return parola.length < 7 ? 1 : 2;
}

/**
 * How far a word being typed is from a word that is there, whole or so far (`ferrai` → `ferrarini`); undefined: it is another
 * word.
 */
export function scartoParola(scritta: string, nota: string): number | undefined {
  if (nota.startsWith(scritta)) return 0;
  const massimo = erroriAmmessi(scritta);
  if (massimo === 0) return undefined;
  const intera = distanza(scritta, nota, massimo);
  const finora = nota.length > scritta.length ? distanza(scritta, nota.slice(0, scritta.length), massimo) : massimo + 1;
  const scarto = Math.min(intera, finora);
  return scarto > massimo ? undefined : scarto;
}
