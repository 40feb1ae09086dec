import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as comuni } from '@zxcvbn-ts/language-common';
import { dictionary as italiani } from '@zxcvbn-ts/language-it';

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...comuni, ...italiani }, graphs: adjacencyGraphs });

/** What is known of whoever uses this app. */
const OVVIE = ['approdo', 'comunita', 'comunità', 'accoglienza', 'registro', 'presenze', 'segreto', 'benvenuto'];
/** Longer than this the estimate only takes longer. */
const MASSIMO = 64;

/**
 * Guesses a clever attacker needs (zxcvbn, with Italian words, names and surnames). At a quarter of a second a guess, 10⁸ are
 * most of a year for one processor, 10¹⁰ most of a century.
 * @param chi the name of whose it is: the first thing that is tried
 */
export function stimaPassword(password: string, chi = ''): 'debole' | 'discreta' | 'forte' {
  const nomi = chi.trim() === '' ? [] : [chi.trim(), ...chi.trim().split(/\s+/)];
  const { score } = zxcvbn.check(password.slice(0, MASSIMO), [...OVVIE, ...nomi]);
  if (score < 3) return 'debole';
  return score === 3 ? 'discreta' : 'forte';
}
