import { listPacchi, type Pacco } from '../../db/reads/pacco.ts';
import type { Store } from '../../db/store.ts';

export interface Catene {
  readonly contati: number;
  /** a parcel that contradicts the one before it */
  readonly rotti: string[];
  /** numbers not arrived yet: remarks, never blocking */
  readonly mancanti: string[];
}

type Anello = Pick<Pacco, 'numero' | 'impronta' | 'precedente'>;

/** Follows each struttura's chain of parcels, received, or sent for the key the central office has now. */
export function verifyCatene(store: Store): Catene {
  const rotti: string[] = [];
  const mancanti: string[] = [];
  let contati = 0;
  for (const verso of ['inviato', 'ricevuto'] as const)
    for (const [struttura, pacchi] of Map.groupBy(listCatena(store, verso), (pacco) => pacco.strutturaCodice)) {
      contati += pacchi.length;
      for (const { anello, buco, rotto } of followCatena(pacchi)) {
        if (buco) mancanti.push(`${struttura}: ${diciBuco(buco)}.`);
        if (rotto) rotti.push(`${struttura}: il pacco ${anello.numero} non segue il precedente`);
      }
    }
  return { contati, rotti, mancanti };
}

/**
 * What to say of the chain beside each parcel in force, by its id: a hole or a break is told on the first one in force that
 * comes after it, so that none goes unsaid. Received later, the missing parcel takes its remark away.
 */
export function avvisiDellaCatena(pacchi: readonly Pacco[]): Map<string, string[]> {
  const avvisi = new Map<string, string[]>();
  let sospesi: string[] = [];
  for (const { anello, buco, rotto } of followCatena(pacchi)) {
    if (buco) sospesi.push(`Prima di questo ${diciBuco(buco)}`);
    if (rotto) sospesi.push('Non segue il pacco precedente: forse la comunità ha ripristinato una copia');
    if (anello.stato !== 'applicato') continue;
    avvisi.set(anello.id, sospesi);
    sospesi = [];
  }
  return avvisi;
}

/**
 * The parcels in the order of the chain, each with the numbers missing just before it and whether it contradicts the one
 * before it: its `precedente` is another, or the first one has one.
 */
export function followCatena<A extends Anello>(pacchi: readonly A[]) {
  let prima: A | undefined;
  return pacchi
    .toSorted((a, b) => a.numero - b.numero)
    .map((anello) => {
      const atteso = (prima?.numero ?? 0) + 1;
      const buco = anello.numero > atteso ? { dal: atteso, al: anello.numero - 1 } : null;
      const rotto = buco === null && anello.precedente !== (prima?.impronta ?? null);
      prima = anello;
      return { anello, buco, rotto };
    });
}

function listCatena(store: Store, verso: 'inviato' | 'ricevuto'): Pacco[] {
  const pacchi = listPacchi(store, verso);
  return verso === 'ricevuto' ? pacchi : pacchi.filter((pacco) => pacco.stato === 'applicato');
}

function diciBuco({ dal, al }: { readonly dal: number; readonly al: number }): string {
  return dal === al ? `manca il pacco numero ${dal}` : `mancano i pacchi dal numero ${dal} al ${al}`;
}
