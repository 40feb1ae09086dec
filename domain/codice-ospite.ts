/**
 * The short code that stands for a guest where the name must not: five random letters and one of control. The letters are 23,
 * a prime: none that can be taken for another when read aloud or copied by hand (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
 */
const LETTERE = '34679ACDEFGHJKMNPQRTWXY';
const LUNGHEZZA = 5;

/** How many codes there are: 23⁵. */
export const CODICI_POSSIBILI = LETTERE.length ** LUNGHEZZA;

/** The letter of control: the sum of the letters, each times its place (ISO 7064's idea, modulo the prime 23). */
function controllo(cifre: readonly number[]): number {
  return cifre.reduce((somma, cifra, posto) => somma + cifra * (posto + 2), 0) % LETTERE.length;
}

/** The code of a number in [0, CODICI_POSSIBILI): `K7M4QX`. */
export function codiceOspite(numero: number): string {
  const cifre = Array.from(
    { length: LUNGHEZZA },
    (_, posto) => Math.floor(numero / LETTERE.length ** posto) % LETTERE.length,
  );
  return [...cifre, controllo(cifre)].map((cifra) => LETTERE.charAt(cifra)).join('');
}

/** Whether a text is a code, upper or lower case. One letter wrong, or two neighbours swapped, is not. */
export function isCodiceOspite(testo: string): boolean {
  const cifre = [...testo.trim().toUpperCase()].map((lettera) => LETTERE.indexOf(lettera));
  if (cifre.length !== LUNGHEZZA + 1 || cifre.includes(-1)) return false;
  return controllo(cifre.slice(0, LUNGHEZZA)) === cifre[LUNGHEZZA];
}
