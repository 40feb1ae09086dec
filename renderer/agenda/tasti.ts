import { useEffect } from 'react';
import type { Tasto } from '../shell/pagina-store.ts';
import { isTastoLibero } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';
import type { Nuovo } from './apri.tsx';

const t = testi.agenda.tasti;

/** Listed under `?`. */
export const TASTI_AGENDA: readonly Tasto[] = [
  { tasti: '← →', testo: t.frecce },
  { tasti: 'O', testo: t.oggi },
  { tasti: '↑ ↓', testo: t.suGiu },
  { tasti: 'Invio', testo: t.apri },
  { tasti: 'F', testo: t.fatto },
  { tasti: 'N', testo: t.nuovo },
  { tasti: 'V', testo: t.visita },
  { tasti: 'I', testo: t.incontro },
  { tasti: 'A', testo: t.attivita },
  { tasti: 'C', testo: t.cerca },
];

interface Tasti {
  readonly attivi: boolean;
  /** the arrows move among days */
  readonly frecce: boolean;
  readonly onVai: (di: -1 | 0 | 1) => void;
  readonly onNuovo: ((cosa: Nuovo) => void) | undefined;
  readonly onMenu: (() => void) | undefined;
  readonly onCerca: () => void;
}

const NUOVI: Readonly<Record<string, Nuovo>> = { v: 'visita', i: 'incontro', a: 'attivita' };

function isLibero(e: KeyboardEvent): boolean {
  const inMenu = e.target instanceof HTMLElement && e.target.getAttribute('role') === 'menuitem';
  return !inMenu && isTastoLibero(e);
}

/** The first line takes the focus, when none has it. */
function primaRiga(e: KeyboardEvent): boolean {
  if (document.activeElement?.matches('[data-riga-agenda]')) return false;
  const prima = document.querySelector<HTMLElement>('[data-riga-agenda]');
  if (!prima || (e.target instanceof HTMLElement && e.target.closest('[role="radiogroup"]'))) return false;
  prima.focus();
  return true;
}

/** What a key does here; undefined: nothing. */
function gestoDi(e: KeyboardEvent, tasti: Tasti): (() => void) | undefined {
  const tasto = e.key.toLowerCase();
  const nuovo = NUOVI[tasto];
  if (tasti.frecce && tasto === 'arrowleft') return () => tasti.onVai(-1);
  if (tasti.frecce && tasto === 'arrowright') return () => tasti.onVai(1);
  if (tasti.frecce && tasto === 'o') return () => tasti.onVai(0);
  if (tasto === 'n') return tasti.onMenu;
  if (tasto === 'c') return tasti.onCerca;
  return nuovo && tasti.onNuovo ? () => tasti.onNuovo?.(nuovo) : undefined;
}

/** The keys of the agenda, wherever the focus is but in a field. */
export function useTastiAgenda(tasti: Tasti): void {
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (!tasti.attivi || e.defaultPrevented || !isLibero(e)) return;
      if (e.key === 'ArrowDown' && primaRiga(e)) return e.preventDefault();
      const gesto = gestoDi(e, tasti);
      if (!gesto) return;
      e.preventDefault();
      gesto();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [tasti]);
}
