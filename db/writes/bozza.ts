import type { Modifica, NuovaRiga, Riga, Scrittura, Tabella, TabellaPartecipanti } from '../scrittura.ts';

/**
 * Writes decided but not yet made: a plan fills it without touching the store, `apply` makes them all, in order, inside
 * one gesture. A preview throws it away.
 */
export class Bozza {
  private readonly passi: ((tx: Scrittura) => void)[] = [];

  get isEmpty(): boolean {
    return this.passi.length === 0;
  }

  insert<T extends Tabella>(tabella: T, riga: NuovaRiga<T> & { readonly id: string }): void {
    this.passi.push((tx) => {
      tx.insert(tabella, riga);
    });
  }

  update<T extends Tabella>(tabella: T, id: string, modifica: Modifica<T>): void {
    this.passi.push((tx) => {
      tx.update(tabella, id, modifica);
    });
  }

  remove(tabella: Tabella, id: string): void {
    this.passi.push((tx) => {
      tx.remove(tabella, id);
    });
  }

  setPartecipanti(tabella: TabellaPartecipanti, id: string, ospiti: readonly string[]): void {
    this.passi.push((tx) => {
      tx.setPartecipanti(tabella, id, ospiti);
    });
  }

  setRiferimento(foglio: string, chiave: string, rigaId: string): void {
    this.passi.push((tx) => tx.setRiferimento(foglio, chiave, rigaId));
  }

  apply(tx: Scrittura): void {
    for (const passo of this.passi) passo(tx);
  }
}

/** The keys of `dopo` that the stored row does not already hold; null when none. Lists are compared by content. */
export function differenze<T extends Tabella>(prima: Riga<T>, dopo: Modifica<T>): Modifica<T> | null {
  const diverse: Record<string, unknown> = {};
  for (const [chiave, valore] of Object.entries(dopo)) {
    if (valore === undefined) continue;
    const vecchio = (prima as Record<string, unknown>)[chiave] ?? null;
    if (!uguali(vecchio, valore)) diverse[chiave] = valore;
  }
  return Object.keys(diverse).length === 0 ? null : (diverse as Modifica<T>);
}

function uguali(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}
