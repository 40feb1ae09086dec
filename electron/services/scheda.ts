import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';

const CAMPI = [
  ['utenza', 'tipologia di utenza'],
  ['servizioInviante', 'servizio inviante'],
  ['statoCivile', 'stato civile'],
  ['istruzione', 'titolo di studio'],
  ['occupazione', 'occupazione'],
  ['provenienza', 'provenienza'],
  ['carcerazioni', 'carcerazioni'],
] as const satisfies readonly (readonly [keyof PermanenzaDelRegistro, string])[];

/** Fields of an adult's file that say nothing about a child who is here with a parent. */
const SOLO_ADULTI = new Set<string>(['statoCivile', 'occupazione', 'carcerazioni', 'istruzione']);

/** The labels of what the scheda d'ingresso still lacks. It is a remark, never a refusal. */
export function campiMancanti(p: PermanenzaDelRegistro): string[] {
  const manca = CAMPI.filter(([campo]) => p[campo] === null || p[campo] === '')
    .filter(([campo]) => p.utenza !== 'MINORE' || !SOLO_ADULTI.has(campo))
    .map(([, etichetta]) => etichetta);
  return p.assegnazioni.length === 0 ? ['modulo', ...manca] : manca;
}
