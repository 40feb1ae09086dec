import { type Intervallo, intervalloDi, type Permanenza, siSovrappongono } from '../../domain/permanenza.ts';

/** A stay that may or may not be kept beside the others of the same person. */
export interface Candidata<C> {
  readonly chi: C;
  readonly stay: Permanenza;
  /** the stay as the register has it, which comes back when this change of it is refused; null for a new stay */
  readonly prima: Permanenza | null;
}

/** A candidate that cannot stand, and the stay it would be at once with. */
export interface Rifiutata<C> {
  readonly chi: C;
  readonly con: Permanenza;
}

/**
 * Which stays of one person can be kept together (counting.md, Words: never two at once): `ferme` stay as they are, the
 * candidates enter in their order, each if it overlaps none of those already in. Where a change is refused the old stay
 * comes back, and those already in are looked at again.
 */
export function scegliCompatibili<C>(ferme: readonly Permanenza[], candidate: readonly Candidata<C>[]): Rifiutata<C>[] {
  const rifiutate: Rifiutata<C>[] = [];
  const fisse = [...ferme];
  let inGara: readonly Candidata<C>[] = candidate;
  while (true) {
    const passata = new Passata(fisse);
    const respinte = inGara.filter((candidata) => !passata.add(candidata.stay));
    // a new stay that is refused leaves nothing behind; the first change that is refused makes the rest uncertain
    const primaModifica = respinte.findIndex((candidata) => candidata.prima !== null);
    const decise = primaModifica === -1 ? respinte : respinte.slice(0, primaModifica + 1);
    for (const { chi, stay } of decise) rifiutate.push({ chi, con: passata.findSovrapposta(stay) ?? stay });
    if (primaModifica === -1) return rifiutate;
    for (const { prima } of decise) if (prima) fisse.push(prima);
    const fuori = new Set(decise);
    inGara = inGara.filter((candidata) => !fuori.has(candidata));
  }
}

interface Tenuta extends Intervallo {
  readonly stay: Permanenza;
}

/** The stays kept so far, in order and apart from each other: whether one more fits is a look at one neighbour. */
class Passata {
  private readonly ferme: readonly Tenuta[];
  private readonly tenute: Tenuta[] = [];

  /** The first ones are kept whatever they do: what the register already holds is not judged here. */
  constructor(ferme: readonly Permanenza[]) {
    this.ferme = ferme.map(toTenuta);
  }

  add(stay: Permanenza): boolean {
    if (this.findSovrapposta(stay)) return false;
    const nuova = toTenuta(stay);
    const dopo = (riga: Tenuta) => riga.inizio - nuova.inizio || riga.fine - nuova.fine;
    this.tenute.splice(
      this.primo((riga) => dopo(riga) > 0),
      0,
      nuova,
    );
    return true;
  }

  findSovrapposta(stay: Permanenza): Permanenza | undefined {
    const { inizio, fine } = intervalloDi(stay);
    const vicina = this.tenute[this.primo((riga) => riga.fine > inizio)];
    if (vicina && vicina.inizio < fine) return vicina.stay;
    return this.ferme.find((riga) => siSovrappongono(riga.stay, stay))?.stay;
  }

  /** Position of the first kept stay that satisfies a condition all later ones satisfy too. */
  private primo(condizione: (riga: Tenuta) => boolean): number {
    let da = 0;
    let a = this.tenute.length;
    while (da < a) {
      const mezzo = (da + a) >> 1;
      const riga = this.tenute[mezzo];
      if (riga && condizione(riga)) a = mezzo;
      else da = mezzo + 1;
    }
    return da;
  }
}

function toTenuta(stay: Permanenza): Tenuta {
  return { ...intervalloDi(stay), stay };
}
