import { normalizeVoce, type VoceLista } from '../../domain/lista.ts';
import { LISTE_PROGRAMMA } from '../lista/lista-programma.ts';

export { normalizeVoce };

/** The values of a code list, in their order. Throws for a list that does not exist: a mistake of ours, not of the sheet. */
export function vociDi(lista: string, liste = LISTE_PROGRAMMA): readonly VoceLista[] {
  if (!liste.has(lista)) throw new Error(`resources/liste has no list ${lista}`);
  return liste.voci(lista);
}
