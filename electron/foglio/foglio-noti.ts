import type { NomeFoglio } from './foglio-tabelle.ts';

/** A reference that was followed, or the sentence that says why it could not be. */
export type Risolto<V> = { readonly noto: V } | { readonly messaggio: string };

/**
 * The rows of one noun a reference may lead to: those of the workbook that were accepted, then those of the register.
 * A row of the workbook that was refused leads nowhere, even when the register holds an older version of it.
 */
export class Noti<V> {
  private readonly foglio: NomeFoglio;
  private readonly cercaNelRegistro: (chiave: string) => V | undefined;
  private readonly accettati = new Map<string, V>();
  private readonly rifiutati: Map<string, number>;
  private readonly chiaveDi: (scritta: string) => string;

  /** `scartate`: key → row of the rows already refused; `chiaveDi`: the key meant by a reference as it is written. */
  constructor(
    foglio: NomeFoglio,
    scartate: ReadonlyMap<string, number>,
    cercaNelRegistro: (chiave: string) => V | undefined,
    chiaveDi: (scritta: string) => string = (scritta) => scritta,
  ) {
    this.foglio = foglio;
    this.rifiutati = new Map(scartate);
    this.cercaNelRegistro = cercaNelRegistro;
    this.chiaveDi = chiaveDi;
  }

  accept(scritta: string, noto: V): void {
    this.accettati.set(this.chiaveDi(scritta), noto);
  }

  refuse(scritta: string, riga: number): void {
    this.rifiutati.set(this.chiaveDi(scritta), riga);
  }

  resolve(scritta: string): Risolto<V> {
    const chiave = this.chiaveDi(scritta);
    const accettato = this.accettati.get(chiave);
    if (accettato !== undefined) return { noto: accettato };
    const riga = this.rifiutati.get(chiave);
    if (riga !== undefined)
      return {
        messaggio: `Si riferisce a «${scritta}», riga ${riga} del foglio ${this.foglio}, che è stata scartata: correggere prima quella.`,
      };
    const noto = this.cercaNelRegistro(chiave);
    if (noto !== undefined) return { noto };
    return {
      messaggio: `«${scritta}» non c’è nel foglio ${this.foglio} né nel registro: aggiungerlo o correggere il riferimento.`,
    };
  }

  /** The row of the register with this key, whatever the workbook says of it. */
  findNelRegistro(scritta: string): V | undefined {
    return this.cercaNelRegistro(this.chiaveDi(scritta));
  }
}
