import { listVociLista, versioneListe } from '../../db/reads/lista.ts';
import type { Store } from '../../db/store.ts';
import { Liste, type VoceLista } from '../../domain/lista.ts';
import type { Output } from '../contract/index.ts';
import { DEFINIZIONI } from '../lista/lista-programma.ts';
import type { Contesto } from './contesto.ts';

const LETTE = new WeakMap<Store, { versione: number; liste: Liste }>();

/** The lists of this register: the program's, with the office's values over them. Everything that reads a list reads it here. */
export function listeDi(store: Store): Liste {
  const versione = versioneListe(store);
  const lette = LETTE.get(store);
  if (lette?.versione === versione) return lette.liste;
  const liste = new Liste(
    DEFINIZIONI,
    listVociLista(store).map((riga) => ({ ...riga, voce: riga.valore })),
  );
  LETTE.set(store, { versione, liste });
  return liste;
}

/** The values of a code list, retired ones too, in their order; empty when there is no such list. */
export function listVoci(lista: string, store: Store): readonly VoceLista[] {
  return listeDi(store).voci(lista);
}

/** Whether a list has, or had, this value. */
export function isVoce(lista: string, voce: string, store: Store): boolean {
  return listeDi(store).hasVoce(lista, voce);
}

/** Every list, for the menus of the pages: with the days of those that are not for ever. */
export function getListe({ store }: Contesto): Output<'liste.get'> {
  const liste = listeDi(store);
  return Object.fromEntries(liste.tutte().map(({ id }) => [id, liste.voci(id).map(offerta)]));
}

function offerta({ voce, etichetta, dal, al }: VoceLista): Output<'liste.get'>[string][number] {
  return { voce, etichetta, ...(dal == null ? {} : { dal }), ...(al == null ? {} : { al }) };
}
