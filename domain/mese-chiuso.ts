import { type Assegnazione, intervalliModulo } from './assegnazione.ts';
import { type Mese, periodoDelMese } from './giorno.ts';
import { maskDelMese, type Permanenza } from './permanenza.ts';

/** A stay with its moduli: what a month's figures depend on, besides the codes. */
export interface PermanenzaConModuli extends Permanenza {
  readonly assegnazioni: readonly Assegnazione[];
}

/**
 * Everything of a stay that a month's figures depend on: its days there, its opening and closing when they fall there,
 * the modulo of each day. Two stays with the same impronta give the same month.
 */
function improntaNelMese(p: PermanenzaConModuli | null, mese: Mese): string {
  if (!p) return '';
  const periodo = periodoDelMese(mese);
  const mask = maskDelMese(p, mese);
  const nelMese = (giorno: string | null) => giorno !== null && giorno >= periodo.dal && giorno <= periodo.al;
  const parti = [
    mask ? `${mask.primo}-${mask.ultimo}` : '',
    nelMese(p.dataIngresso) ? p.dataIngresso : '',
    nelMese(p.dataDimissione) ? `${p.dataDimissione} ${p.esito}` : '',
    ...intervalliModulo(p, p.assegnazioni, periodo).map((tratto) => `${tratto.moduloId} ${tratto.dal} ${tratto.al}`),
  ];
  return parti.join('|').replace(/^\|+$/, '');
}

/**
 * The closed months whose figures a change of one stay would alter. A closed month is locked: the change must be refused
 * until it is reopened. `prima` null = new stay, `dopo` null = stay taken away.
 */
export function mesiAlterati(
  prima: PermanenzaConModuli | null,
  dopo: PermanenzaConModuli | null,
  chiusi: readonly Mese[],
): Mese[] {
  return chiusi.filter((mese) => improntaNelMese(prima, mese) !== improntaNelMese(dopo, mese));
}
