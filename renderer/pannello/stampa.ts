import { useEffect, useRef } from 'react';
import type { Input } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';

/** Electron makes the PDF itself; in a browser the person chooses printer or PDF. */
async function stampaOra(): Promise<void> {
  if (window.approdo) await window.approdo.printPdf();
  else window.print();
}

/**
 * Prints a page that holds names: the log has its line before the paper comes out, and without the line there is no paper. A
 * print asked of the browser itself (its menu, its keys) cannot be stopped: it is written as it begins.
 * @param cosa constant, or kept by useMemo
 */
export function useStampa(cosa: Omit<Input<'stampe.register'>, 'come'>): () => void {
  const { mutateAsync } = useCommand('stampe.register');
  const nostra = useRef(false);
  useEffect(() => {
    const prima = () => {
      if (!nostra.current) mutateAsync({ ...cosa, come: 'stampa' }).catch(avvisaErrore);
    };
    window.addEventListener('beforeprint', prima);
    return () => window.removeEventListener('beforeprint', prima);
  }, [cosa, mutateAsync]);
  const stampa = async () => {
    await mutateAsync({ ...cosa, come: 'stampa' });
    nostra.current = true;
    try {
      await stampaOra();
    } finally {
      nostra.current = false;
    }
  };
  return () => void stampa().catch(avvisaErrore);
}
