import type { Giorno } from '../../domain/giorno.ts';
import { catenaDi } from '../../domain/permanenza.ts';
import type { Output } from '../../electron/contract/index.ts';

type Permanenza = Pick<
  Output<'ospiti.get'>['permanenze'][number],
  'ingressoId' | 'dataIngresso' | 'dataDimissione' | 'struttura'
>;

/** Stays that go on one into the other by transfer: what a declaration is about. */
export interface Catena {
  /** of its last stay */
  readonly id: string;
  readonly dal: Giorno;
  readonly al: Giorno | null;
  readonly strutture: string;
  readonly ingressi: readonly string[];
}

/** The stays of a guest, joined where they go on one into the other, newest first. */
export function cateneDi(permanenze: readonly Permanenza[]): Catena[] {
  const tutte = permanenze.map((p) => ({ ...p, id: p.ingressoId, esito: null }));
  const catene = new Map<string, Catena>();
  for (const { id } of tutte) {
    const catena = catenaDi(tutte, id);
    const [prima, ultima] = [catena[0], catena.at(-1)];
    if (!prima || !ultima) continue;
    catene.set(ultima.id, {
      ...{ id: ultima.id, dal: prima.dataIngresso, al: ultima.dataDimissione },
      strutture: catena.map(({ struttura }) => struttura.nome).join(', '),
      ingressi: catena.map((p) => p.id),
    });
  }
  return [...catene.values()].toSorted((a, b) => (a.dal < b.dal ? 1 : -1));
}
