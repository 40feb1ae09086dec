import { create } from 'zustand';

/** Where the cursor was: going to another month it stays on the same guest and day. */
interface Posizione {
  ingressoId: string | null;
  /** 1…31; 0 = the guest's name; null when not yet anywhere */
  giorno: number | null;
  /** the grid had the focus when it went away: the next one takes it */
  fuoco: boolean;
}

export const usePosizione = create<Posizione>()(() => ({ ingressoId: null, giorno: null, fuoco: false }));
