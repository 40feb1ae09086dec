import { type ReactNode, useMemo } from 'react';
import { usePagina } from '../shell/pagina-store.ts';
import { testi } from '../testi/index.ts';
import { BottoneStampa } from './bottone-stampa.tsx';
import css from './carta.module.css';
import { useStampa } from './stampa.ts';

const TASTI = [{ tasti: 'Ctrl P', testo: testi.comune.stampa }];

interface Props {
  titolo: string;
  /** what the log says is printed: constant, or kept by useMemo */
  cosa: Parameters<typeof useStampa>[0];
  /** there is something to print: then the keyboard is on the button. Absent: the page does not say */
  pronto?: boolean;
  /** beside the title, before the button that prints: choices, ways to other pages */
  strumenti: ReactNode;
  children: ReactNode;
}

/** The frame of a page that is a paper: its title, its tools, and the key and the button that print it. */
export function PaginaCarta({ titolo, cosa, pronto, strumenti, children }: Props) {
  const stampa = useStampa(cosa);
  const azioni = useMemo(() => [{ id: 'stampa', testo: testi.comune.stampa, run: stampa }], [stampa]);
  usePagina(titolo, TASTI, azioni);
  return (
    <div className={css['pagina']}>
      <div className={css['strumenti']}>
        <h1>{titolo}</h1>
        {strumenti}
        <BottoneStampa pronto={pronto} onStampa={stampa} />
      </div>
      {children}
    </div>
  );
}
