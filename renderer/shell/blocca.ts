import { create } from 'zustand';

export interface ComeBlocca {
  /** somebody else is about to enter: the door asks who */
  readonly cambia?: boolean;
}

/** Who locks: the door (accesso/porta.tsx) puts itself here. */
export const useSerratura = create<{ readonly blocca: (come?: ComeBlocca) => void }>()(() => ({
  blocca: () => undefined,
}));

/** Locks the register: what is on its way is saved first, then nothing of it stays in the document. */
export function useBlocca(): (come?: ComeBlocca) => void {
  return useSerratura((s) => s.blocca);
}
