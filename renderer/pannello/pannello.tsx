import { type ReactNode, useId } from 'react';
import css from './pannello.module.css';

interface Props {
  titolo: string;
  /** beside the title: a small fact */
  accanto?: ReactNode;
  /** right of the title: buttons, links */
  azioni?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** A sheet of the page: a titled region with thin rules. */
export function Pannello({ titolo, accanto, azioni, className, children }: Props) {
  const id = useId();
  return (
    <section className={`${css['pannello']} ${className ?? ''}`} aria-labelledby={id}>
      <div className={css['testata']}>
        <h2 id={id}>{titolo}</h2>
        {accanto && <span className={css['accanto']}>{accanto}</span>}
        {azioni && <div className={css['azioni']}>{azioni}</div>}
      </div>
      {children}
    </section>
  );
}

/** A line in place of rows that are still on their way: keeps the height, so that nothing jumps. */
export function Attesa({ righe = 4, testo }: { righe?: number; testo: string }) {
  return (
    <div className={css['attesa']} style={{ minHeight: `${righe * 2}rem` }} role="status">
      {testo}
    </div>
  );
}
