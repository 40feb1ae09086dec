import { create } from 'zustand';

/** The truth of the bottom line: what is written in the store and what is not yet. */
interface Salvataggio {
  /** gestures on their way */
  inAttesa: number;
  /** instant of the last gesture acknowledged by the store; null when none in this session */
  savedAtMs: number | null;
  /** why the last gestures are not saved; null when all is well */
  errore: string | null;
  set(stato: Partial<Pick<Salvataggio, 'inAttesa' | 'savedAtMs' | 'errore'>>): void;
}

/** Written by whoever saves gestures by itself (the Presenze queue); forms that wait for their answer call `markSaved`. */
export const useSalvataggio = create<Salvataggio>()((set) => ({
  inAttesa: 0,
  savedAtMs: null,
  errore: null,
  set: (stato) => set(stato),
}));

/** A command was acknowledged now. */
export function markSaved(atMs = Date.now()): void {
  useSalvataggio.setState({ savedAtMs: atMs });
}

/** Resolves when nothing is on its way any more, or when what is cannot be saved (the bottom line says why). */
export function waitSaved(): Promise<void> {
  const fermo = () => {
    const { inAttesa, errore } = useSalvataggio.getState();
    return inAttesa === 0 || errore !== null;
  };
  if (fermo()) return Promise.resolve();
  return new Promise((resolve) => {
    const smetti = useSalvataggio.subscribe(() => {
      if (!fermo()) return;
      smetti();
      resolve();
    });
  });
}
