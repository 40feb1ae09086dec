import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { accoglienzaMancante, campiMancanti as campiDelProfilo } from '../../domain/profilo.ts';
import type { Contesto } from './contesto.ts';
import { isLeggibile, lettoreDi, permanenzaVista } from './sezione.ts';

/** What the figures of a month still lack of a scheda d’ingresso, in words, modulo and sender included: the mark in the grid. */
export function campiMancanti(p: PermanenzaDelRegistro): string[] {
  const manca = campiDelProfilo(p, p.utenza);
  if (!p.servizioInviante) manca.unshift('servizio inviante');
  if (p.assegnazioni.length === 0) manca.unshift('modulo');
  return manca;
}

/**
 * What the scheda of a stay still lacks, in words, as who asks may know it: the one list of Oggi, of the scheda and of what is
 * said when an admission is recorded.
 */
export function schedeMancanti(ctx: Contesto): (p: PermanenzaDelRegistro) => string[] {
  const lettore = lettoreDi(ctx);
  return (p) => {
    const riga = ctx.store.find('ingressi', p.id);
    const sezioni = lettore.di(p.ospiteId);
    const altro = riga ? accoglienzaMancante(riga, riga.utenza, (campo) => isLeggibile(campo, sezioni)) : [];
    return [...campiMancanti(permanenzaVista(p, lettore)), ...altro];
  };
}
