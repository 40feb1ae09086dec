import type { Riga } from '../../db/scrittura.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import type { Moduli } from './foglio-piano-assegnazioni.ts';
import { isViva, type OspiteNoto, type Piano, type StrutturaNota } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

export type RigaIngresso = RigaLetta<'ingressi'>;
export type Ingresso = Riga<'ingressi'>;

/** A row of the sheet whose references and own rules hold, before it is set beside the other stays. */
export interface Proposta {
  readonly riga: RigaIngresso;
  /** the stay the row is about, also a removed one that comes back; undefined for a new stay */
  readonly nota: Ingresso | undefined;
  readonly assegnazioniNote: readonly Riga<'assegnazioni'>[];
  readonly ospite: OspiteNoto;
  readonly struttura: StrutturaNota;
  readonly genitoreId: string | null | undefined;
  readonly nucleoId: string | null | undefined;
  readonly stay: Permanenza;
  readonly moduli: Moduli;
}

/** It came with a parcel: the workbook does not change it. */
export function isAltrui(nota: Ingresso | undefined): boolean {
  return nota !== undefined && nota.versione > 0 && isViva(nota);
}

/** Refuses a row of the sheet ingressi, and with it whoever refers to it. */
export function refuse(
  piano: Piano,
  riga: RigaIngresso,
  colonna: string,
  valore: string,
  messaggio: string,
): undefined {
  piano.refuse('ingressi', riga.riga, colonna, valore, messaggio);
  piano.ingressi.refuse(riga.id, riga.riga);
  return undefined;
}

/** The stays of the register, found as the sheet names them. */
export class PermanenzeNote {
  private readonly piano: Piano;
  private readonly perId: ReadonlyMap<string, Ingresso>;
  private readonly perInizio: ReadonlyMap<string, Ingresso[]>;
  private readonly assegnazioni: ReadonlyMap<string, Riga<'assegnazioni'>[]>;
  private readonly presi = new Set<string>();

  constructor(piano: Piano) {
    this.piano = piano;
    this.perId = new Map(piano.stato.ingressi.map((riga) => [riga.id, riga]));
    const vivi = piano.stato.ingressi.filter(isViva);
    this.perInizio = Map.groupBy(vivi, (riga) => `${riga.strutturaId}|${riga.dataIngresso}`);
    this.assegnazioni = Map.groupBy(piano.stato.assegnazioni.filter(isViva), (riga) => riga.ingressoId);
  }

  /**
   * The stay the id became; else the stay of the same person that began the same day in the same struttura (typed in
   * the window, or come with a parcel): it is the same one. No stay answers to two rows.
   */
  take(riga: RigaIngresso, ospite: OspiteNoto, struttura: StrutturaNota): Ingresso | undefined {
    const nota = this.perId.get(this.piano.stato.findRiferimento('ingressi', riga.id) ?? riga.id);
    const scelta = nota && isViva(nota) ? nota : (this.findUguale(riga, ospite, struttura) ?? nota);
    if (!scelta || this.presi.has(scelta.id)) return undefined;
    this.presi.add(scelta.id);
    return scelta;
  }

  private findUguale(riga: RigaIngresso, ospite: OspiteNoto, struttura: StrutturaNota): Ingresso | undefined {
    const stessi = this.perInizio.get(`${struttura.id}|${riga.dataIngresso}`) ?? [];
    return stessi.find((nota) => !this.presi.has(nota.id) && this.piano.isStessaPersona(nota.ospiteId, ospite.id));
  }

  listAssegnazioni(nota: Ingresso | undefined): readonly Riga<'assegnazioni'>[] {
    return nota && isViva(nota) ? (this.assegnazioni.get(nota.id) ?? []) : [];
  }
}
