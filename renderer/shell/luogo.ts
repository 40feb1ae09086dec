import { useParams } from '@tanstack/react-router';
import { isAperta } from '../../domain/apertura.ts';
import { addMesi, isMese, type Mese, meseDi } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useVista } from './vista.ts';

export type Struttura = Output<'strutture.list'>[number];

export interface Luogo {
  struttura: string;
  mese: Mese;
}

/** Struttura and month of the address, as far as the address says them. */
export function useLuogo(): { struttura: string | undefined; mese: Mese | undefined } {
  const params = useParams({ strict: false });
  return { struttura: params.struttura, mese: isMese(params.mese) ? params.mese : undefined };
}

/** The month to open first: the current one, or the last recorded when the register stopped earlier. */
export function meseIniziale(struttura: Struttura, oggi: string): Mese {
  const corrente = meseDi(oggi);
  const ultimo = struttura.ultimoMese;
  return ultimo !== null && isMese(ultimo) && ultimo < addMesi(corrente, -1) ? ultimo : corrente;
}

/** Where to go when the address does not say: where the person was, else the first struttura that is open. */
export function luogoIniziale(strutture: readonly Struttura[], oggi: string): Luogo | undefined {
  const { struttura: vista, mese } = useVista.getState();
  const nota = strutture.find((s) => s.codice === vista) ?? strutture.find((s) => isAperta(s, oggi)) ?? strutture[0];
  if (!nota) return undefined;
  return { struttura: nota.codice, mese: nota.codice === vista && mese !== null ? mese : meseIniziale(nota, oggi) };
}
