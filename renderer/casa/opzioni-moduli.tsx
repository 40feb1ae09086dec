import { isAperta } from '../../domain/apertura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Struttura } from '../shell/luogo.ts';

interface Props {
  struttura: Struttura;
  /** those closed on this day are not offered */
  giorno: Giorno;
  /** codice of the one chosen already, which stays */
  scelto: string;
}

/** The moduli of a struttura, to be chosen from. */
export function OpzioniModuli({ struttura, giorno, scelto }: Props) {
  return struttura.moduli
    .filter((modulo) => modulo.codice === scelto || isAperta(modulo, giorno))
    .map((modulo) => (
      <option key={modulo.id} value={modulo.codice}>
        {modulo.nome}
      </option>
    ));
}
