/** The window's minimum (contract `sessione.create`); length matters more than kinds of characters. */
export const LUNGHEZZA_MINIMA = 12;

export type Forza = 'corta' | 'debole' | 'discreta' | 'forte';

/** Common beginnings of guessable passwords, and what is known of whoever uses this app. */
const OVVIE = ['password', 'comunita', 'approdo', 'accoglienza', 'qwerty', 'ciao', 'admin', 'benvenuto', 'segreto'];

/** Characters that add something: a repeat (`aaaa`) or a step of one (`1234`, `abcd`) adds nothing to the one before. */
function lunghezzaUtile(password: string): number {
  let utile = 0;
  for (let i = 0; i < password.length; i++) {
    const passo = i === 0 ? Number.NaN : password.charCodeAt(i) - password.charCodeAt(i - 1);
    if (!(Math.abs(passo) <= 1)) utile++;
  }
  return utile;
}

/** How hard to guess, roughly; a hint while typing, never a refusal beyond the length. */
export function forzaPassword(password: string): Forza {
  if (password.length < LUNGHEZZA_MINIMA) return 'corta';
  const piana = OVVIE.reduce((testo, parola) => testo.replaceAll(parola, parola.slice(0, 1)), password.toLowerCase());
  const diversi = new Set(piana).size;
  const utile = lunghezzaUtile(piana);
  if (utile < 9 || diversi < 6) return 'debole';
  return utile >= 16 && diversi >= 8 ? 'forte' : 'discreta';
}
