import { useEffect } from 'react';

/** How long a page may take to show what was asked for, ms. */
const PAZIENZA = 5000;

function cerca(campo: string): HTMLElement | null {
  const nome = CSS.escape(campo);
  const parte = document.querySelector<HTMLElement>(`[data-campo="${nome}"]`);
  return parte?.querySelector<HTMLElement>('button, input, select, textarea, a[href]') ?? parte;
}

/** Brings the keyboard to the part of the page that the address asks for (`data-campo`), as soon as it is there. */
export function useFuocoCampo(campo: string | undefined): void {
  useEffect(() => {
    if (campo === undefined) return;
    const prova = () => {
      const trovato = cerca(campo);
      if (!trovato) return false;
      trovato.focus({ preventScroll: true });
      trovato.scrollIntoView({ block: 'center' });
      return true;
    };
    if (prova()) return;
    const osserva = new MutationObserver(() => prova() && osserva.disconnect());
    osserva.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => osserva.disconnect(), PAZIENZA);
    return () => {
      osserva.disconnect();
      clearTimeout(timer);
    };
  }, [campo]);
}
