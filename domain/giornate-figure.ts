import type { CodicePresenza } from './codice.ts';
import type { TrattoContato } from './giornate-conto.ts';
import type { TabellaCodici } from './presenza.ts';

/** The figures that open into rows; all but the last three are those of `report giornate`. */
export const FIGURE = [
  'presentiInizio',
  'ingressi',
  'entrateDaModulo',
  'trattati',
  'dimessi',
  'usciteVersoModulo',
  'presentiFine',
  'giorniDiPermanenza',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
] as const;

export type Figura = (typeof FIGURE)[number];

function sommaCodici(t: TrattoContato, tabella: TabellaCodici, vale: (c: CodicePresenza) => boolean): number {
  let n = 0;
  for (const [i, c] of tabella.codici.entries()) if (vale(c)) n += t.perIndice[i + 1] ?? 0;
  return n;
}

/** What one stretch of a stay contributes to a figure: the only place where a figure of the giornate is defined. */
export function contributo(figura: Figura, t: TrattoContato, tabella: TabellaCodici): number {
  switch (figura) {
    case 'presentiInizio':
      return Number(t.presenteInizio);
    case 'ingressi':
      return Number(t.ingresso);
    case 'entrateDaModulo':
      return Number(t.entrataDaModulo);
    case 'trattati':
      return Number(t.presenteInizio || t.ingresso || t.entrataDaModulo);
    case 'dimessi':
      return Number(t.dimissione);
    case 'usciteVersoModulo':
      return Number(t.uscitaVersoModulo);
    case 'presentiFine':
      return Number(t.presenteFine);
    case 'giorniDiPermanenza':
      return t.fine - t.inizio;
    case 'giornatePresenza':
      return sommaCodici(t, tabella, (c) => c.presente);
    case 'giornatePagate':
      return sommaCodici(t, tabella, (c) => c.pagata);
    case 'giornateOccupate':
      return (t.perIndice[0] ?? 0) + sommaCodici(t, tabella, (c) => c.occupaPosto);
    case 'giorniMancanti':
      return t.perIndice[0] ?? 0;
  }
}
