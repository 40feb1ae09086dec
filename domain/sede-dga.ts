import { moduloDelGiorno } from './assegnazione.ts';
import type { ModuloContato, PermanenzaContata } from './bilancio-dati.ts';
import type { Periodo } from './giorno.ts';

/** Gambling is told apart by where it is cared for (counting.md rule 13). */
export const SEDI_DGA = ['residenziale', 'territoriale', 'altriModuli'] as const;
export type SedeDga = (typeof SEDI_DGA)[number];

/** Where a gambling stay is counted: by its modulo on the first day of it that touches the period. */
export function sediDga(moduli: readonly ModuloContato[], periodo: Periodo): (p: PermanenzaContata) => SedeDga {
  const tipologie = new Map(moduli.map((m) => [m.id, m.tipologia]));
  return ({ dataIngresso, assegnazioni }) => {
    const primo = dataIngresso < periodo.dal ? periodo.dal : dataIngresso;
    const tipologia = tipologie.get(moduloDelGiorno(assegnazioni, primo) ?? '');
    if (tipologia === 'DGA') return 'residenziale';
    return tipologia === 'DGT' ? 'territoriale' : 'altriModuli';
  };
}
