import { type ReactNode, useEffect, useRef } from 'react';
import tabella from './tabella.module.css';

/**
 * What may be wider or taller than its place scrolls inside it, and only then it is a stop of the Tab key, so that arrows
 * can scroll it.
 */
export function Scorrevole({
  className = tabella['scorri'],
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  const spazio = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const el = spazio.current;
    if (!el) return;
    const misura = () => {
      if (el.scrollWidth > el.clientWidth || el.scrollHeight > el.clientHeight) el.tabIndex = 0;
      else el.removeAttribute('tabindex');
    };
    const osserva = new ResizeObserver(misura);
    osserva.observe(el);
    if (el.firstElementChild) osserva.observe(el.firstElementChild);
    return () => osserva.disconnect();
  }, []);
  return (
    <div ref={spazio} className={className}>
      {children}
    </div>
  );
}
