import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { numeroGiorno } from '../../domain/giorno.ts';
import type { GrigliaMese } from './conti.ts';
import type { Cella } from './griglia-stato.ts';
import { usePosizione } from './posizione.ts';
import type { DispatchGriglia } from './use-griglia.ts';

/** The stay and the day an address asks to be shown. */
export interface Salto {
  readonly ingresso: string | undefined;
  readonly giorno: string | undefined;
  /** the short form to be opened on that stay */
  readonly apri?: string | undefined;
}

/** Where the cursor starts: what the address asks, else where it was, else today, else the first day. */
export function cursoreIniziale(dati: GrigliaMese, salto: Salto): Cella {
  const posizione = usePosizione.getState();
  const id = salto.ingresso ?? posizione.ingressoId;
  const riga = Math.max(
    0,
    dati.righe.findIndex((r) => r.ingressoId === id),
  );
  if (salto.ingresso !== undefined) return { riga, colonna: colonnaDi(dati, salto) };
  const oggi = dati.oggi.startsWith(dati.mese) ? numeroGiorno(dati.oggi) : 1;
  return { riga, colonna: posizione.giorno ?? oggi };
}

/** The day asked for when it is of this month, else the guest's name. */
function colonnaDi(dati: GrigliaMese, { giorno }: Salto): number {
  return giorno?.startsWith(dati.mese) ? numeroGiorno(giorno) : 0;
}

/** The grid takes the focus where the grid before had it, and where nothing in particular has it. */
export function vuoleFuoco(): boolean {
  const attivo = document.activeElement;
  return usePosizione.getState().fuoco || attivo === null || attivo === document.body || attivo.tagName === 'MAIN';
}

/** Puts the focus on the cursor's cell. */
export function focusGriglia(pagina: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => pagina.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
}

/** Remembers guest and day for the next month, and whether the grid had the focus. */
export function useRicordaPosizione(
  ingressoId: string | undefined,
  giorno: number,
  pagina: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (ingressoId !== undefined) usePosizione.setState({ ingressoId, giorno });
  }, [ingressoId, giorno]);
  // a layout effect is cleaned up while the page is still there to be asked
  useLayoutEffect(() => {
    const radice = pagina.current;
    return () => {
      const griglia = radice?.querySelector('[role="grid"]');
      usePosizione.setState({ fuoco: griglia?.contains(document.activeElement) ?? false });
    };
  }, [pagina]);
}

/** A jump to a cell: from the palette, from the checklist of Mese, after an admission. Waits for the row to be there. */
export function useSalto(
  dati: GrigliaMese,
  { ingresso, giorno }: Salto,
  dispatch: DispatchGriglia,
  pagina: RefObject<HTMLElement | null>,
  onSaltato: () => void,
): void {
  useEffect(() => {
    const riga = ingresso === undefined ? -1 : dati.righe.findIndex((r) => r.ingressoId === ingresso);
    if (riga < 0) return;
    dispatch({ tipo: 'vai', cella: { riga, colonna: colonnaDi(dati, { ingresso, giorno }) } });
    focusGriglia(pagina);
    onSaltato();
  }, [ingresso, giorno, dati, dispatch, pagina, onSaltato]);
}
