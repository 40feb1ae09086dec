import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import type { Assegnazione } from '../../domain/assegnazione.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { type IngressoNoto, type Piano, perGiorno } from './foglio-piano-base.ts';

type RigaAssegnazione = Riga<'assegnazioni'>;

/** The moduli of a stay once its row of the sheet is in; the changes of modulo of their own sheet come after. */
export interface Moduli {
  /** the assegnazione that opens the stay, when the register has one */
  readonly aperta: RigaAssegnazione | undefined;
  /** what opens it from now on */
  readonly prima: Assegnazione;
  /** later changes that are still inside the stay */
  readonly tenute: readonly RigaAssegnazione[];
  /** later changes the new dates leave outside */
  readonly tolte: readonly RigaAssegnazione[];
}

/** `dataIngressoNota`: the day of ingresso the register has, undefined for a new stay. */
export function moduliDi(
  stay: Permanenza,
  moduloId: string,
  note: readonly RigaAssegnazione[],
  dataIngressoNota: Giorno | undefined,
): Moduli {
  const inOrdine = note.toSorted(perGiorno);
  const primaNota = inOrdine[0];
  const apre = primaNota !== undefined && dataIngressoNota !== undefined && primaNota.dal <= dataIngressoNota;
  const altre = apre ? inOrdine.slice(1) : inOrdine;
  const tenute = altre.filter((riga) => isDentro(stay, riga.dal));
  return {
    aperta: apre ? primaNota : undefined,
    prima: { dal: stay.dataIngresso, moduloId },
    tenute,
    tolte: altre.filter((riga) => !tenute.includes(riga)),
  };
}

/** A change of modulo falls after the first day of the stay and before its last. */
export function isDentro(stay: Permanenza, giorno: Giorno): boolean {
  return giorno > stay.dataIngresso && (stay.dataDimissione === null || giorno < stay.dataDimissione);
}

/** Writes them; returns what the stay has from now on, and whether anything changed. */
export function writeModuli(piano: Piano, ingressoId: string, moduli: Moduli) {
  const { aperta, prima, tenute, tolte } = moduli;
  const id = aperta?.id ?? piano.nuovoId();
  const modifica = aperta ? differenze<'assegnazioni'>(aperta, { ...prima }) : null;
  if (!aperta) piano.bozza.insert('assegnazioni', { id, ingressoId, ...prima });
  else if (modifica) piano.bozza.update('assegnazioni', id, modifica);
  for (const riga of tolte) piano.bozza.remove('assegnazioni', riga.id);
  const assegnazioni: IngressoNoto['assegnazioni'] = [{ id, ...prima }];
  for (const riga of tenute) assegnazioni.push({ id: riga.id, dal: riga.dal, moduloId: riga.moduloId });
  return { assegnazioni, cambiate: !aperta || modifica !== null || tolte.length > 0 };
}
