/**
 * The recovery key as it is written on paper: 160 random bits in eight groups of five characters, the fifth of each a check
 * over the other four and the group's place. Crockford's alphabet (no I, L, O, U), so that it can be read on the phone.
 */
const ALFABETO = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GRUPPI = 8;
const DATI = 4;
const GRUPPO = DATI + 1;

/** Random bytes a key is made of: 160 bits. */
export const BYTE_RECUPERO = (GRUPPI * DATI * 5) / 8;

export type ChiaveLetta = { readonly chiave: string } | { readonly errore: string };

/** @param casuali 20 random bytes. @returns `K7QF2-92MX0-…`, eight groups. */
export function writeChiaveRecupero(casuali: Uint8Array): string {
  if (casuali.length !== BYTE_RECUPERO) throw new Error(`a recovery key is made of ${BYTE_RECUPERO} bytes`);
  const simboli: number[] = [];
  let resto = 0;
  let bit = 0;
  for (const byte of casuali) {
    resto = ((resto << 8) | byte) & 0xfff;
    for (bit += 8; bit >= 5; bit -= 5) simboli.push((resto >> (bit - 5)) & 31);
  }
  const gruppi = Array.from({ length: GRUPPI }, (_, g) => {
    const dati = simboli.slice(g * DATI, (g + 1) * DATI);
    return [...dati, controllo(dati, g)].map((simbolo) => ALFABETO.charAt(simbolo)).join('');
  });
  return gruppi.join('-');
}

/**
 * A key as somebody typed it: small letters, spaces, O for 0, I or L for 1 are forgiven; a group that does not agree with
 * its check is named. @returns the key as `writeChiaveRecupero` writes it, or the sentence that says what is wrong.
 */
export function readChiaveRecupero(testo: string): ChiaveLetta {
  const gruppi = splitGruppi(testo);
  for (const [g, gruppo] of gruppi.slice(0, GRUPPI).entries()) {
    const simboli = [...gruppo].map((lettera) => ALFABETO.indexOf(lettera));
    const giusto =
      gruppo.length === GRUPPO && !simboli.includes(-1) && controllo(simboli.slice(0, DATI), g) === simboli[DATI];
    if (!giusto) return { errore: `Il gruppo ${g + 1} («${gruppo}») non torna: ricontrollarlo sul foglio.` };
  }
  if (gruppi.length < GRUPPI)
    return { errore: `La chiave ha ${GRUPPI} gruppi di ${GRUPPO} caratteri: qui sono ${gruppi.length}.` };
  if (gruppi.length > GRUPPI) return { errore: `La chiave ha ${GRUPPI} gruppi: qui c’è qualcosa di troppo.` };
  return { chiave: gruppi.join('-') };
}

/** The last group: what is typed back to say that the paper is there. */
export function ultimoGruppo(chiave: string): string {
  return chiave.slice(chiave.lastIndexOf('-') + 1);
}

/** Letters as they are meant, whatever they look like. */
export function normalizeGruppo(testo: string): string {
  return testo
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** By the separators as written where there are eight pieces, or by fives. */
function splitGruppi(testo: string): string[] {
  const scritti = testo
    .split(/[^\p{L}\p{N}]+/u)
    .map(normalizeGruppo)
    .filter((gruppo) => gruppo !== '');
  if (scritti.length === GRUPPI) return scritti;
  return scritti.join('').match(/.{1,5}/gu) ?? [];
}

/**
 * A weighted sum in GF(32): one wrong character, two swapped in a group, two groups swapped always change it. The weights are
 * the powers 4, 3, 2, 1 of x; the place of the group is added.
 */
function controllo(dati: readonly number[], gruppo: number): number {
  return dati.reduce((somma, simbolo) => double(somma ^ simbolo), 0) ^ gruppo;
}

/** Times x, modulo x⁵ + x² + 1. */
function double(simbolo: number): number {
  const doppio = simbolo << 1;
  return doppio >= 32 ? doppio ^ 0b100101 : doppio;
}
