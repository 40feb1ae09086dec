/** Groups that are counted apart and never summed in silence (counting.md rule 13, formats.md §3). */
export const GRUPPI = ['COOPERATIVA', 'DGA', 'MINORE', 'ADULTO', 'DUS_DUA_ALTRE_STRUTTURE', 'NON_INDICATA'] as const;

export type Gruppo = (typeof GRUPPI)[number];

const TIPI_COOPERATIVA: ReadonlySet<string> = new Set(['CT', 'NUC', 'BIA']);

/** True for a tipo of struttura whose DUS and DUA make up `cooperativa`. */
export function isTipoCooperativa(tipo: string): boolean {
  return TIPI_COOPERATIVA.has(tipo);
}

/** The one group a stay is counted in: every stay has exactly one. */
export function gruppoDi(utenza: string | null, tipoStruttura: string): Gruppo {
  switch (utenza) {
    case 'DUS':
    case 'DUA':
      return isTipoCooperativa(tipoStruttura) ? 'COOPERATIVA' : 'DUS_DUA_ALTRE_STRUTTURE';
    case 'DGA':
    case 'MINORE':
    case 'ADULTO':
      return utenza;
    default:
      return 'NON_INDICATA';
  }
}

/** A struttura's own figures count the stays other than `MINORE`; the minors are counted beside them. */
export function isMinore(utenza: string | null): boolean {
  return utenza === 'MINORE';
}
