import { useParams } from '@tanstack/react-router';
import { isAperta } from '../../domain/apertura.ts';
import { addMesi, isMese, type Mese, meseDi } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { canCall } from './pagine.ts';
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

/** The struttura the navigation tells of: that of the address, else where the person was or would begin. */
export function useStrutturaDiNav(ruolo: Ruolo, oggi: string): string | null {
  const { struttura } = useLuogo();
  const vista = useVista((v) => v.struttura);
  const serve = struttura === undefined && vista === null && canCall(ruolo, 'strutture.list');
  const strutture = useEndpoint('strutture.list', {}, { enabled: serve }).data;
  return struttura ?? vista ?? luogoIniziale(strutture ?? [], oggi)?.struttura ?? null;
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
