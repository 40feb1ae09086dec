import type { Giorno } from '../../domain/giorno.ts';
import { avvisiIdentificativo, type DatiIdentificativo } from '../../domain/identificativo.ts';

/** The one remark there is. @throws when there is none, or more than one */
export function avvisiDelSolo(dati: DatiIdentificativo, oggi: Giorno): string {
  const [avviso, ...altri] = avvisiIdentificativo(dati, oggi);
  if (avviso === undefined || altri.length > 0) throw new Error(`one remark expected: ${JSON.stringify(altri)}`);
  return avviso;
}
