import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** The clock of the host may be a little behind this one, ms. */
const MARGINE = 2000;

/** Milliseconds to the next local midnight. */
export function msAMezzanotte(adesso: Date): number {
  const domani = new Date(adesso.getFullYear(), adesso.getMonth(), adesso.getDate() + 1);
  return domani.getTime() - adesso.getTime();
}

/**
 * Who works through midnight is told: what day it is, and what follows from it, is asked again then, and when the window is
 * looked at again (a laptop that slept has missed its timers).
 */
export function useGiornoNuovo(): void {
  const client = useQueryClient();
  useEffect(() => {
    let giorno = new Date().toDateString();
    let timer: ReturnType<typeof setTimeout>;
    const guarda = () => {
      clearTimeout(timer);
      timer = setTimeout(guarda, msAMezzanotte(new Date()) + MARGINE);
      const ora = new Date().toDateString();
      if (ora === giorno) return;
      giorno = ora;
      void client.invalidateQueries();
    };
    guarda();
    document.addEventListener('visibilitychange', guarda);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', guarda);
    };
  }, [client]);
}
