import { unpackImmagini } from '../../db/registro.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';

/** Everything the log says, images included, as one text; only the lines after `dopo` if given. */
export function testoDelRegistro(store: Store, dopo = 0): string {
  const ultima = store.registro.last().seq;
  const voci = Array.from({ length: ultima - dopo }, (_, index) => store.registro.find(dopo + index + 1));
  return JSON.stringify(voci.map((voce) => voce && { ...voce, righe: unpackImmagini(voce.righe) }));
}

/** Every living row of ospiti. */
export function listOspitiDelRegistro(store: Store): Riga<'ospiti'>[] {
  return store.select('ospiti', 't.deleted_at_ms IS NULL ORDER BY t.id', {});
}
