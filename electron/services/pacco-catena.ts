import { listPacchi, type Pacco } from '../../db/reads/pacco.ts';
import type { Store } from '../../db/store.ts';

export interface Catene {
  readonly contati: number;
  /** a parcel that contradicts the one before it */
  readonly rotti: string[];
  /** numbers not arrived yet: remarks, never blocking */
  readonly mancanti: string[];
}

/** Follows each struttura's chain of parcels, sent and received. */
export function verifyCatene(store: Store): Catene {
  const rotti: string[] = [];
  const mancanti: string[] = [];
  let contati = 0;
  for (const verso of ['inviato', 'ricevuto'] as const)
    for (const [struttura, pacchi] of Map.groupBy(listPacchi(store, verso), (pacco) => pacco.strutturaCodice)) {
      const catena = followCatena(pacchi);
      contati += pacchi.length;
      rotti.push(...catena.rotti.map((numero) => `${struttura}: il pacco ${numero} non segue il precedente`));
      mancanti.push(...catena.mancanti.map((numero) => `${struttura}: manca il pacco numero ${numero}.`));
    }
  return { contati, rotti, mancanti };
}

/** Numbers that are missing before the last one, and numbers whose `precedente` is not the parcel before them. */
export function followCatena(pacchi: readonly Pick<Pacco, 'numero' | 'impronta' | 'precedente'>[]) {
  const perNumero = new Map(pacchi.map((pacco) => [pacco.numero, pacco]));
  const ultimo = Math.max(0, ...perNumero.keys());
  const mancanti: number[] = [];
  const rotti: number[] = [];
  for (let numero = 1; numero <= ultimo; numero++) {
    const pacco = perNumero.get(numero);
    const prima = perNumero.get(numero - 1);
    if (!pacco) mancanti.push(numero);
    else if (numero === 1 ? pacco.precedente !== null : prima !== undefined && pacco.precedente !== prima.impronta)
      rotti.push(numero);
  }
  return { mancanti, rotti };
}
