import { useEffect } from 'react';
import { create } from 'zustand';

/** A line of the `?` list: the keys as drawn on the keyboard (`Ctrl Z`) and what they do. */
export interface Tasto {
  readonly tasti: string;
  readonly testo: string;
}

/** Something the palette can do. */
export interface Azione {
  readonly id: string;
  readonly testo: string;
  readonly tasti?: string;
  run(): void;
}

interface PaginaAperta {
  titolo: string;
  tasti: readonly Tasto[];
  azioni: readonly Azione[];
}

const NESSUNA: PaginaAperta = { titolo: '', tasti: [], azioni: [] };

export const usePaginaAperta = create<PaginaAperta>()(() => NESSUNA);

/** Says to the shell which page is open: its title, the keys listed under `?`, its actions in the palette. */
export function usePagina(titolo: string, tasti: readonly Tasto[], azioni: readonly Azione[]): void {
  useEffect(() => {
    usePaginaAperta.setState({ titolo, tasti, azioni });
    document.title = `${titolo} · Approdo`;
  }, [titolo, tasti, azioni]);
  useEffect(() => () => usePaginaAperta.setState(NESSUNA), []);
}
