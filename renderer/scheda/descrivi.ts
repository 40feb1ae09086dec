import { isGiorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { type CampoScheda, LISTA_CAMPO } from '../../electron/contract/scheda.ts';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';

/** A value of the scheda as people read it. */
export function descriviCampo(campo: CampoScheda, valore: unknown, etichetta: Etichette): string {
  if (Array.isArray(valore)) return valore.map((uno) => descriviCampo(campo, uno, etichetta)).join(', ');
  if (typeof valore !== 'string') return '';
  if (isGiorno(valore)) return formatGiornoBreve(valore);
  const lista = LISTA_CAMPO[campo];
  return lista === undefined ? (testi.scheda.valori[valore] ?? valore) : etichetta(lista, valore);
}
