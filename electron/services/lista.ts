import dati from '../../resources/liste/liste.json' with { type: 'json' };

interface VoceLista {
  readonly voce: string;
  readonly etichetta: string;
  readonly durataMassimaMesi?: number;
  readonly durataMassimaGiorni?: number;
}

interface Lista {
  readonly id: string;
  readonly voci: readonly VoceLista[];
}

const LISTE: ReadonlyMap<string, Lista> = new Map((dati.liste as readonly Lista[]).map((lista) => [lista.id, lista]));

/** The values of a code list (resources/liste/liste.json), in their order; empty when there is no such list. */
export function listVoci(lista: string): readonly VoceLista[] {
  return LISTE.get(lista)?.voci ?? [];
}

export function isVoce(lista: string, voce: string): boolean {
  return listVoci(lista).some((v) => v.voce === voce);
}

/** Every list, for the menus of the pages. */
export function getListe(): Record<string, { voce: string; etichetta: string }[]> {
  const entries = [...LISTE.values()].map((lista) => [
    lista.id,
    lista.voci.map(({ voce, etichetta }) => ({ voce, etichetta })),
  ]);
  return Object.fromEntries(entries);
}
