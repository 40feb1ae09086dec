import { useCallback, useMemo, useRef, useState } from 'react';
import { type EventoProgresso, LAVORO_SESSIONE } from '../../electron/contract/index.ts';
import { tellSessioneCambiata } from './client.ts';
import { getTransport } from './transport.ts';

/** The state of one long call, as the page sees it. */
export interface Lavoro {
  /** true from the call to its answer */
  readonly inCorso: boolean;
  /** the last progress told by the host; null before the first one */
  readonly progresso: Progresso | null;
  /** asks the host to stop: the call then rejects with `lavoro.annullato` and nothing is saved */
  annulla(): void;
  /** runs a call with an id of its own and follows its progress */
  segui<T>(chiama: (id: string) => Promise<T>): Promise<T>;
}

export interface Progresso {
  readonly fase: string;
  readonly fatto: number;
  /** null while unknown */
  readonly totale: number | null;
  /** seconds left at the pace so far; null while unknown */
  readonly restanoSecondi: number | null;
}

const ascoltatori = new Map<string, (evento: EventoProgresso) => void>();
let inAscolto = false;

function listen(id: string, cb: (evento: EventoProgresso) => void): () => void {
  if (!inAscolto) {
    inAscolto = true;
    getTransport().onProgress((evento) => ascoltatori.get(evento.lavoro)?.(evento));
  }
  ascoltatori.set(id, cb);
  return () => ascoltatori.delete(id);
}

/** In Electron the main process says by itself when it locked; a browser finds out at its next touch (stanza/inattivita.ts). */
export function listenSessione(): void {
  if (!window.approdo) return;
  listen(LAVORO_SESSIONE, () => tellSessioneCambiata(true));
}

/** Seconds left if the rest goes as what is done; null in the first second and while the total is unknown. */
export function restanoSecondi(fatto: number, totale: number | null, passatiMs: number): number | null {
  if (totale === null || fatto <= 0 || passatiMs < 1000) return null;
  return Math.max(0, Math.round(((passatiMs / fatto) * (totale - fatto)) / 1000));
}

/** Progress, time left and cancel for a call that may take more than a second. Give it to `useCommand(nome, { lavoro })`. */
export function useLavoro(): Lavoro {
  const [inCorso, setInCorso] = useState(false);
  const [progresso, setProgresso] = useState<Progresso | null>(null);
  const attuale = useRef<string | null>(null);

  const segui = useCallback(async <T>(chiama: (id: string) => Promise<T>): Promise<T> => {
    const id = crypto.randomUUID();
    let fase = '';
    let dalMs = Date.now();
    const smetti = listen(id, (evento) => {
      if (evento.fase !== fase) dalMs = Date.now();
      fase = evento.fase;
      const { fatto, totale } = evento;
      setProgresso({ fase, fatto, totale, restanoSecondi: restanoSecondi(fatto, totale, Date.now() - dalMs) });
    });
    attuale.current = id;
    setProgresso(null);
    setInCorso(true);
    try {
      return await chiama(id);
    } finally {
      smetti();
      attuale.current = null;
      setInCorso(false);
    }
  }, []);

  const annulla = useCallback(() => {
    if (attuale.current !== null) getTransport().cancel(attuale.current);
  }, []);

  return useMemo(() => ({ inCorso, progresso, annulla, segui }), [inCorso, progresso, annulla, segui]);
}
