import { useEffect, useMemo, useRef } from 'react';
import { call } from '../api/client.ts';

/** How long after the last key what is typed is kept, ms. */
const PAUSA = 400;

/** What is kept of a form: the values it started from and those typed, of the fields that differ. */
export interface Rimasto {
  readonly prima: Readonly<Record<string, unknown>>;
  readonly dopo: Readonly<Record<string, unknown>>;
}

/** Of the forms on the page. */
const presenti = new Set<Custode>();

/** What is half-typed on the page is kept at once: before a lock, while the host still takes it. */
export async function keepSospesi(): Promise<void> {
  await Promise.all([...presenti].map((custode) => custode.subito()));
}

/** Writes what is left to keep a moment after the last key, and at once when the page goes away. */
export function useCustode(chiave: string, leggi: () => Rimasto | null): Custode {
  const ultima = useRef(leggi);
  ultima.current = leggi;
  const custode = useMemo(() => new Custode(chiave, () => ultima.current()), [chiave]);
  useEffect(() => {
    const subito = () => void custode.subito();
    presenti.add(custode);
    window.addEventListener('pagehide', subito);
    document.addEventListener('visibilitychange', subito);
    return () => {
      presenti.delete(custode);
      window.removeEventListener('pagehide', subito);
      document.removeEventListener('visibilitychange', subito);
      subito();
    };
  }, [custode]);
  return custode;
}

class Custode {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inCorso: Promise<void> = Promise.resolve();
  private readonly chiave: string;
  private readonly leggi: () => Rimasto | null;

  constructor(chiave: string, leggi: () => Rimasto | null) {
    this.chiave = chiave;
    this.leggi = leggi;
  }

  tocca(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.subito(), PAUSA);
  }

  /** Keeps what is there, if something is waiting to be kept; over once the host has it. */
  subito(): Promise<void> {
    if (this.timer === undefined) return this.inCorso;
    clearTimeout(this.timer);
    this.timer = undefined;
    const dati = this.leggi();
    const { chiave } = this;
    const scritto = dati
      ? call('sospesi.save', { chiave, dati: JSON.stringify(dati) })
      : call('sospesi.remove', { chiave });
    // a host that has locked by itself refuses: what was typed up to the last pause is already there
    this.inCorso = scritto.then(
      () => undefined,
      () => undefined,
    );
    return this.inCorso;
  }

  togli(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void call('sospesi.remove', { chiave: this.chiave }).catch(() => undefined);
  }
}
