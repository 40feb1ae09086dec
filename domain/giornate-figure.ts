import type { TrattoContato } from './giornate-conto.ts';

/** The figures of a row of `report giornate` that are sums over stretches of stays, and open into them. */
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

/** What one stretch of a stay contributes to a figure: the only place where a figure of the giornate is defined. */
export function contributo(figura: Figura, t: TrattoContato): number {
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
      return t.presenza;
    case 'giornatePagate':
      return t.pagate;
    case 'giornateOccupate':
      return t.occupate;
    case 'giorniMancanti':
      return t.perIndice[0] ?? 0;
  }
}
