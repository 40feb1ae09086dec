import { addGiorni, annoDi, type Giorno, giornoDa } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';

/** The local calendar day of an instant. */
export function giornoDellIstante(atMs: number): Giorno {
  const d = new Date(atMs);
  return giornoDa(d.getFullYear(), d.getMonth() + 1, d.getDate());
}

/** `18:42` */
export function formatOra(atMs: number): string {
  const d = new Date(atMs);
  return `${String(d.getHours()).padStart(2, '0')}:${String(d.getMinutes()).padStart(2, '0')}`;
}

/** `oggi 18:42`, `ieri 18:42`, `lun 3 mar 18:42`, with the year when it is not this one. */
export function formatIstante(atMs: number, oggi: Giorno): string {
  const giorno = giornoDellIstante(atMs);
  const ora = formatOra(atMs);
  if (giorno === oggi) return `oggi ${ora}`;
  if (giorno === addGiorni(oggi, -1)) return `ieri ${ora}`;
  const anno = annoDi(giorno) === annoDi(oggi) ? '' : ` ${annoDi(giorno)}`;
  return `${formatGiorno(giorno)}${anno} ${ora}`;
}
