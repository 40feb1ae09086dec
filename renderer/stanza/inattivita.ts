import { useEffect } from 'react';
import { call, tellSessioneCambiata } from '../api/index.ts';

const GESTI = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** How often the window looks at the time, and how often at most it tells the host that somebody is there. */
const SGUARDO_MS = 1000;
const AVVISO_MS = 15_000;

/**
 * Calls `onFermo` once nobody has touched the window for so many minutes; while somebody does, the host is told, so that its own
 * clock does not lock a person who is only typing.
 */
export function useInattivita(attiva: boolean, minuti: number, onFermo: () => void): void {
  useEffect(() => {
    if (!attiva) return;
    let ultimoMs = Date.now();
    let avvisatoMs = 0;
    const gesto = () => {
      const adesso = Date.now();
      // the machine slept and somebody touches it: the time had passed all the same
      if (adesso - ultimoMs < minuti * 60_000) ultimoMs = adesso;
      if (adesso - avvisatoMs < AVVISO_MS) return;
      avvisatoMs = adesso;
      const chiedi = async () => {
        const { aperta } = await call('sessione.touch', {});
        if (!aperta) tellSessioneCambiata(true);
      };
      void chiedi().catch(() => undefined);
    };
    const guarda = setInterval(() => {
      const passatiMs = Date.now() - ultimoMs;
      // a clock turned back counts from now
      if (passatiMs < 0) ultimoMs = Date.now();
      if (passatiMs < minuti * 60_000) return;
      clearInterval(guarda);
      onFermo();
    }, SGUARDO_MS);
    for (const nome of GESTI) window.addEventListener(nome, gesto, { passive: true, capture: true });
    return () => {
      clearInterval(guarda);
      for (const nome of GESTI) window.removeEventListener(nome, gesto, { capture: true });
    };
  }, [attiva, minuti, onFermo]);
}
