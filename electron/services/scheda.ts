import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { campiMancanti as campiDelProfilo } from '../../domain/profilo.ts';

/** The labels of what the scheda d'ingresso still lacks, modulo and sender included. A remark, never a refusal. */
export function campiMancanti(p: PermanenzaDelRegistro): string[] {
  const manca = campiDelProfilo(p, p.utenza);
  if (!p.servizioInviante) manca.unshift('servizio inviante');
  if (p.assegnazioni.length === 0) manca.unshift('modulo');
  return manca;
}
