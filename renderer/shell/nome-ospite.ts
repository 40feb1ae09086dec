import { useCallback } from 'react';
import { useVista } from './vista.ts';

/** `R. A.`: what the schermo discreto leaves of a name. */
function iniziale(parola: string): string {
  const prima = Array.from(parola.trim())[0];
  return prima === undefined ? '' : `${prima.toUpperCase()}.`;
}

/** `ROSSI Anna`, or `R. A.` with the schermo discreto. */
export function formatNome(cognome: string, nome: string, discreto: boolean): string {
  if (discreto) return `${iniziale(cognome)} ${iniziale(nome)}`.trim();
  return `${cognome.toUpperCase()} ${nome}`.trim();
}

/** The way names are written now: use it wherever a page shows a person. */
export function useFormatNome(): (cognome: string, nome: string) => string {
  const discreto = useVista((v) => v.discreto);
  return useCallback((cognome: string, nome: string) => formatNome(cognome, nome, discreto), [discreto]);
}
