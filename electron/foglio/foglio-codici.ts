import { codiciAssenza } from '../../domain/assenza.ts';
import type { CodicePresenza } from '../../domain/codice.ts';
import type { VoceLista } from '../../domain/lista.ts';
import { normalizeVoce, vociDi } from './foglio-lista.ts';

/** Reads what offices write in the cell of a day: the letter, its label, or a listed synonym (`x`, `H`…). */
export class LettoreCodici {
  private readonly parole = new Map<string, string>();
  private readonly lettere: ReadonlySet<string>;
  private readonly assenti: ReadonlySet<string>;

  /** `voci`: the words of this office, which go before those of the program. */
  constructor(codici: readonly CodicePresenza[], voci: readonly VoceLista[] = []) {
    this.lettere = new Set(codici.map((c) => c.voce));
    this.assenti = codiciAssenza(codici).fuori;
    for (const c of codici) this.add(c.voce, c.voce);
    for (const c of codici) this.add(c.etichetta, c.voce);
    for (const v of [...voci, ...vociDi('presenza')])
      if (this.lettere.has(v.voce)) for (const testo of [v.etichetta, ...(v.sinonimi ?? [])]) this.add(testo, v.voce);
  }

  /** The letter meant by a filled cell; undefined when no code is. */
  find(testo: string): string | undefined {
    return this.lettere.has(testo) ? testo : (this.parole.get(testo) ?? this.parole.get(chiave(testo)));
  }

  isAssente(lettera: string): boolean {
    return this.assenti.has(lettera);
  }

  messaggioAssente(testo: string): string {
    return `«${testo}» non è un codice di assenza: scrivere ${[...this.assenti].join(', ')}.`;
  }

  messaggio(testo: string): string {
    return `«${testo}» non è un codice di presenza: scrivere ${[...this.lettere].join(', ')}, oppure lasciare vuota la cella.`;
  }

  private add(testo: string, voce: string): void {
    const parola = chiave(testo);
    if (parola !== '' && !this.parole.has(parola)) this.parole.set(parola, voce);
  }
}

/** A sign alone (`+`, `*`) is a letter too: it must not vanish. */
function chiave(testo: string): string {
  return normalizeVoce(testo) || testo;
}
