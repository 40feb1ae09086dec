import type { AzioneGriglia } from './griglia-reducer.ts';
import type { StatoGriglia } from './griglia-stato.ts';

/** The part of a keyboard event the grid looks at. */
export interface Tasto {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means: something for the reducer, or something the page does. undefined: not for the grid. */
export type Comando =
  | AzioneGriglia
  | { readonly tipo: 'menu' | 'nuovo_ingresso' | 'prossimo_mancante' }
  | { readonly tipo: 'mese'; readonly passo: 1 | -1 };

const FRECCE: Readonly<Record<string, readonly [righe: number, colonne: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Farther than any edge. */
const BORDO = 10_000;

function freccia(t: Tasto, [righe, colonne]: readonly [number, number], stato: StatoGriglia): Comando | undefined {
  if (t.altKey) return colonne === 0 ? undefined : { tipo: 'mese', passo: colonne === 1 ? 1 : -1 };
  if (!(t.ctrlKey || t.metaKey)) return { tipo: 'muovi', righe, colonne, estendi: t.shiftKey };
  const { riga, colonna } = stato.cursore;
  // leftwards the edge is the first day; from there, the guest
  const bordoSinistro = colonna > 1 ? 1 : 0;
  const cella = {
    riga: righe === 0 ? riga : riga + righe * BORDO,
    colonna: colonne === 0 ? colonna : colonne < 0 ? bordoSinistro : BORDO,
  };
  return { tipo: 'vai', cella, estendi: t.shiftKey };
}

function bordo(t: Tasto, stato: StatoGriglia): Comando | undefined {
  const colonna = t.key === 'Home' ? 1 : BORDO;
  const riga = t.ctrlKey ? (t.key === 'Home' ? 0 : BORDO) : stato.cursore.riga;
  return { tipo: 'vai', cella: { riga, colonna }, estendi: t.shiftKey };
}

function conCtrl(t: Tasto): Comando | undefined {
  switch (t.key.toLowerCase()) {
    case 'z':
      return { tipo: t.shiftKey ? 'ripeti' : 'annulla' };
    case 'y':
      return { tipo: 'ripeti' };
    case 'a':
      return { tipo: 'seleziona_tutto' };
    case ' ':
      return { tipo: 'seleziona_colonna' };
    default:
      return undefined;
  }
}

function speciale(t: Tasto, stato: StatoGriglia, pagina: number): Comando | undefined {
  const sulNome = stato.cursore.colonna === 0;
  switch (t.key) {
    case 'Home':
    case 'End':
      return bordo(t, stato);
    case 'PageUp':
    case 'PageDown':
      return { tipo: 'muovi', righe: t.key === 'PageUp' ? -pagina : pagina, colonne: 0, estendi: t.shiftKey };
    case 'Enter':
      return sulNome ? { tipo: 'menu' } : { tipo: 'muovi', righe: t.shiftKey ? -1 : 1, colonne: 0 };
    case 'Delete':
    case 'Backspace':
      return { tipo: 'cancella' };
    case 'Escape':
      return { tipo: 'esci' };
    case 'F2':
    case 'ContextMenu':
      return { tipo: 'menu' };
    case 'F10':
      return t.shiftKey ? { tipo: 'menu' } : undefined;
    case 'F4':
      return { tipo: 'nuovo_ingresso' };
    case 'F7':
      return { tipo: 'prossimo_mancante' };
    case ' ':
      if (t.shiftKey) return { tipo: 'seleziona_riga' };
      return sulNome ? { tipo: 'menu' } : { tipo: 'spazio' };
    default:
      return undefined;
  }
}

/** The key map of the grid. `pagina` = rows that PageUp and PageDown move by. */
export function comandoDi(t: Tasto, stato: StatoGriglia, pagina: number): Comando | undefined {
  const passo = FRECCE[t.key];
  if (passo) return freccia(t, passo, stato);
  const altGr = t.ctrlKey && t.altKey;
  if ((t.ctrlKey || t.metaKey) && !altGr) {
    return t.key === 'Home' || t.key === 'End' ? bordo(t, stato) : conCtrl(t);
  }
  const comando = speciale(t, stato, pagina);
  if (comando) return comando;
  // one printable character; `?` belongs to the list of keys
  if (t.altKey && !altGr) return undefined;
  return Array.from(t.key).length === 1 && t.key !== '?' && t.key !== ' '
    ? { tipo: 'lettera', lettera: t.key }
    : undefined;
}
