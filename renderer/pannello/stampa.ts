import { useCallback, useEffect, useRef } from 'react';
import type { Input } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';

/** Electron makes the PDF itself; in a browser the person chooses printer or PDF. */
async function stampaOra(): Promise<void> {
  if (window.approdo) await window.approdo.printPdf();
  else window.print();
}

type Cosa = Omit<Input<'stampe.register'>, 'come'>;

/** Pages on screen that say themselves what they print. */
let conNome = 0;

/** Writes that a print asked of the browser itself (its menu, its keys) begins: it cannot be stopped, only told. */
function usePrimaDellaStampa(prima: () => void): void {
  useEffect(() => {
    window.addEventListener('beforeprint', prima);
    return () => window.removeEventListener('beforeprint', prima);
  }, [prima]);
}

/**
 * Prints a page that holds names: the log has its line before the paper comes out, and without the line there is no paper.
 * @param cosa constant, or kept by useMemo
 */
export function useStampa(cosa: Cosa): () => void {
  const { mutateAsync } = useCommand('stampe.register');
  const nostra = useRef(false);
  const prima = useCallback(() => {
    if (!nostra.current) mutateAsync({ ...cosa, come: 'stampa' }).catch(avvisaErrore);
  }, [cosa, mutateAsync]);
  usePrimaDellaStampa(prima);
  useEffect(() => {
    conNome++;
    return () => {
      conNome--;
    };
  }, []);
  const stampa = useCallback(async () => {
    await mutateAsync({ ...cosa, come: 'stampa' });
    nostra.current = true;
    try {
      await stampaOra();
    } finally {
      nostra.current = false;
    }
  }, [cosa, mutateAsync]);
  return useCallback(() => void stampa().catch(avvisaErrore), [stampa]);
}

/** Around every page: one that has no print of its own, printed all the same, leaves its line with the month it was about. */
export function useStampaPagine(puo: boolean, { struttura, mese }: Pick<Cosa, 'struttura' | 'mese'>): void {
  const { mutateAsync } = useCommand('stampe.register');
  const prima = useCallback(() => {
    if (!puo || conNome > 0) return;
    const luogo = { ...(struttura === undefined ? {} : { struttura }), ...(mese === undefined ? {} : { mese }) };
    mutateAsync({ cosa: 'pagina', ...luogo, come: 'stampa' }).catch(avvisaErrore);
  }, [puo, struttura, mese, mutateAsync]);
  usePrimaDellaStampa(prima);
}
