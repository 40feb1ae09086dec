import type { Giorno } from '../../domain/giorno.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';

/** Where an ospite is on a day: for visite whose struttura is not written. */
export class Dove {
  private readonly permanenze = new Map<string, { strutturaId: string; dal: Giorno; al: Giorno | null }[]>();

  constructor(piano: Piano) {
    const riscritte = new Set<string>();
    for (const { id, ospite } of piano.letti.ingressi.righe) {
      const ingresso = piano.ingressi.resolve(id);
      const persona = piano.ospiti.resolve(ospite);
      if ('messaggio' in ingresso || 'messaggio' in persona) continue;
      riscritte.add(ingresso.noto.id);
      const { strutturaId, stay } = ingresso.noto;
      this.add(piano.personaDi(persona.noto.id), strutturaId, stay.dataIngresso, stay.dataDimissione);
    }
    for (const riga of piano.stato.ingressi)
      if (isViva(riga) && !riscritte.has(riga.id))
        this.add(piano.personaDi(riga.ospiteId), riga.strutturaId, riga.dataIngresso, riga.dataDimissione);
  }

  private add(persona: string, strutturaId: string, dal: Giorno, al: Giorno | null): void {
    const sue = this.permanenze.get(persona) ?? [];
    sue.push({ strutturaId, dal, al });
    this.permanenze.set(persona, sue);
  }

  /** On the day of a transfer, the receiving struttura. */
  find(persona: string, giorno: Giorno): string | undefined {
    const quel = (this.permanenze.get(persona) ?? []).filter(
      ({ dal, al }) => dal <= giorno && (al === null || giorno <= al),
    );
    return quel.toSorted((a, b) => (a.dal < b.dal ? -1 : 1)).at(-1)?.strutturaId;
  }
}
