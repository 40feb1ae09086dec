import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The values of the lists as this office keeps them, in order. */
export function listVociLista(store: Store): Riga<'voci_lista'>[] {
  return store.select('voci_lista', 't.deleted_at_ms IS NULL ORDER BY t.lista, t.ordine, t.id', {});
}

/** Moves each time a value is written: what was read before is stale then. */
export function versioneListe(store: Store): number {
  const voce = store.prepare('SELECT max(voce) FROM voci_lista').pluck().get();
  return typeof voce === 'number' ? voce : 0;
}
