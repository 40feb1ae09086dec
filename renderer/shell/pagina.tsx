import type { ReactNode } from 'react';
import { type Azione, type Tasto, usePagina } from './pagina-store.ts';
import css from './shell.module.css';

const NIENTE: readonly never[] = [];

interface Props {
  /** the h1, and the window's title */
  titolo: string;
  /** beside the title: small facts, arrows */
  accanto?: ReactNode;
  /** right of the title: buttons */
  azioni?: ReactNode;
  /** keys of this page, listed under `?`: keep the array stable (module constant or useMemo) */
  tasti?: readonly Tasto[];
  /** what the palette can do here: keep the array stable */
  palette?: readonly Azione[];
  /** exactly as tall as the window: what scrolls is inside */
  piena?: boolean;
  /** the title and what is beside it stay in sight while the page scrolls */
  ferma?: boolean;
  /** what is printed is a paper with a title of its own */
  atto?: boolean;
  children: ReactNode;
}

/** The frame of every page: title, actions, and what the shell must know about it. */
export function Pagina({
  titolo,
  accanto,
  azioni,
  tasti = NIENTE,
  palette = NIENTE,
  piena,
  ferma,
  atto,
  children,
}: Props) {
  usePagina(titolo, tasti, palette);
  return (
    <div className={css['pagina']} data-piena={piena || undefined} data-atto={atto || undefined}>
      <div className={css['testata']} data-ferma={ferma || undefined}>
        <h1>{titolo}</h1>
        {accanto}
        {azioni && <div className={css['azioni']}>{azioni}</div>}
      </div>
      {children}
    </div>
  );
}
