import { type Cella, clampCella, type StatoGriglia } from './griglia-stato.ts';

export type Movimento =
  /** arrows, Enter, PageUp and PageDown: by so many rows and columns */
  | { readonly tipo: 'muovi'; readonly righe: number; readonly colonne: number; readonly estendi?: boolean }
  /** to a cell; numbers beyond the edge stop at the edge */
  | { readonly tipo: 'vai'; readonly cella: Cella; readonly estendi?: boolean }
  | { readonly tipo: 'seleziona_riga' | 'seleziona_colonna' | 'seleziona_tutto' };

function vai(stato: StatoGriglia, cella: Cella, estendi: boolean): StatoGriglia {
  const cursore = clampCella(stato, estendi ? { ...cella, colonna: Math.max(1, cella.colonna) } : cella);
  const ancora = estendi ? (stato.ancora ?? stato.cursore) : null;
  const ferma = ancora !== null && ancora.riga === cursore.riga && ancora.colonna === cursore.colonna;
  return { ...stato, cursore, ancora: ferma ? null : ancora, esito: null };
}

/** Where the cursor goes, and what is selected on the way. */
export function moveCursore(stato: StatoGriglia, azione: Movimento): StatoGriglia {
  if (stato.righe.length === 0) return stato;
  const { cursore, giorni } = stato;
  const ultima = stato.righe.length - 1;
  switch (azione.tipo) {
    case 'muovi': {
      const cella = { riga: cursore.riga + azione.righe, colonna: cursore.colonna + azione.colonne };
      return vai(stato, cella, azione.estendi ?? false);
    }
    case 'vai':
      return vai(stato, azione.cella, azione.estendi ?? false);
    case 'seleziona_riga':
      return {
        ...stato,
        cursore: { riga: cursore.riga, colonna: 1 },
        ancora: { riga: cursore.riga, colonna: giorni },
        esito: null,
      };
    case 'seleziona_colonna': {
      const colonna = Math.max(1, cursore.colonna);
      return { ...stato, cursore: { riga: 0, colonna }, ancora: { riga: ultima, colonna }, esito: null };
    }
    case 'seleziona_tutto':
      return { ...stato, cursore: { riga: 0, colonna: 1 }, ancora: { riga: ultima, colonna: giorni }, esito: null };
  }
}
