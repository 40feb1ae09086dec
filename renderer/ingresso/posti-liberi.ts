import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import type { Esito } from '../../domain/esito.ts';
import { type Giorno, numeroGiorno } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { occupateDi, sommaPesi, type TabellaCodici } from '../../domain/presenza.ts';
import type { Output } from '../../electron/contract/index.ts';

/** Places of a modulo on a day: those available, and those of them nobody keeps. */
export interface PostiLiberi {
  readonly liberi: number;
  readonly su: number;
}

/** The free places of a modulo on day `g` of the month read. Below zero when it is over full. */
export function postiLiberi(
  mese: Output<'presenze.getMese'>,
  tabella: TabellaCodici,
  modulo: string,
  g: Giorno,
): PostiLiberi {
  const n = numeroGiorno(g);
  const su = mese.postiPerModulo[modulo]?.[n - 1]?.disponibili ?? 0;
  let occupati = 0;
  for (const riga of mese.righe) {
    const permanenza = { ...riga, esito: riga.esito as Esito | null };
    const assegnazioni = riga.moduli.map((m) => ({ dal: m.dal, moduloId: m.modulo }));
    if (!isGiornoDiPermanenza(permanenza, g) || moduloDelGiorno(assegnazioni, g) !== modulo) continue;
    occupati += occupateDi(sommaPesi(tabella, riga.codici, n, n));
  }
  return { liberi: su - occupati, su };
}
