import type { Giorno } from '../../domain/giorno.ts';
import type { Liste } from '../../domain/lista.ts';
import type { LettoreCodici } from './foglio-codici.ts';
import type { Lettura } from './foglio-colonna.ts';
import type { Esito } from './foglio-esito.ts';
import type { RigaGrezza } from './foglio-grezzo.ts';
import { type ColonnaTrovata, colonneChiave, type Intestazione } from './foglio-intestazione.ts';
import { campoDi, chiaveCodice, type NomeFoglio, type RigaLetta } from './foglio-tabelle.ts';
import { COLONNE_GIORNI } from './foglio-tabelle-permanenze.ts';
import { leggiValore, pulisci } from './foglio-valore.ts';

/** The rows of one sheet after their cells were read. */
export interface FoglioLetto<F extends NomeFoglio> {
  /** rows whose cells are all good, in the order of the sheet */
  readonly righe: RigaLetta<F>[];
  /** key of the rows refused so far → row number: whoever refers to them is refused too */
  readonly scartate: Map<string, number>;
}

export type FogliLetti = { readonly [F in NomeFoglio]: FoglioLetto<F> };

const CHIAVI_DI_CODICE = new Set(['codice']);
const VUOTA = '.';
const ASSENTE = ' ';

/** What checking stands on. */
interface Attorno {
  readonly esito: Esito;
  readonly codici: LettoreCodici;
  readonly liste?: Liste;
  readonly oggi: Giorno;
}

/** Checks the rows of one sheet, one by one. */
export class Controllo<F extends NomeFoglio> {
  private readonly foglio: F;
  private readonly intestazione: Intestazione;
  private readonly letto: FoglioLetto<F>;
  private readonly esito: Esito;
  private readonly codici: LettoreCodici;
  private readonly oggi: Giorno;
  private readonly liste: Liste | undefined;
  private readonly viste = new Map<string, number>();
  private readonly campiChiave: readonly string[];

  constructor(foglio: F, intestazione: Intestazione, letto: FoglioLetto<F>, attorno: Attorno) {
    this.foglio = foglio;
    this.intestazione = intestazione;
    this.letto = letto;
    this.esito = attorno.esito;
    this.codici = attorno.codici;
    this.oggi = attorno.oggi;
    this.liste = attorno.liste;
    this.campiChiave = colonneChiave(foglio).map(campoDi);
  }

  /** `stretta`: the row of a CSV, where a cell beyond the titled ones means that the others are out of place. */
  check(grezza: RigaGrezza, stretta: boolean): void {
    const { riga } = grezza;
    if (grezza.guasto !== undefined) {
      this.refuse(riga, '', '', grezza.guasto);
      return;
    }
    const oltre = stretta
      ? grezza.celle.slice(this.intestazione.larghezza).find((cella) => pulisci(cella) !== '')
      : undefined;
    if (oltre !== undefined) {
      this.refuse(riga, '', oltre, OLTRE);
      return;
    }
    const valori: Record<string, unknown> = { riga };
    let buona = true;
    for (const trovata of this.intestazione.colonne) buona = this.readCella(trovata, grezza, valori) && buona;
    if (this.foglio === 'presenze') buona = this.readGiorni(grezza, valori) && buona;
    this.keep(valori, buona);
  }

  private readCella(trovata: ColonnaTrovata, grezza: RigaGrezza, valori: Record<string, unknown>): boolean {
    const testo = pulisci(grezza.celle[trovata.posto] ?? '');
    if (testo === '') {
      valori[trovata.campo] = null;
      if (!trovata.colonna.obbligatoria) return true;
      this.refuse(grezza.riga, trovata.nome, '', `Manca il valore, che è obbligatorio: compilare «${trovata.nome}».`);
      return false;
    }
    const lettura =
      trovata.colonna.genere.tipo === 'codiceAssenza'
        ? this.readAssenza(testo)
        : leggiValore(trovata.colonna, testo, this.oggi, this.liste);
    if ('valore' in lettura) {
      valori[trovata.campo] = lettura.valore;
      return true;
    }
    this.refuse(grezza.riga, trovata.nome, testo, lettura.messaggio);
    return false;
  }

  private readAssenza(testo: string): Lettura<string> {
    const codice = this.codici.find(testo);
    if (codice !== undefined && this.codici.isAssente(codice)) return { valore: codice };
    return { messaggio: this.codici.messaggioAssente(testo) };
  }

  private readGiorni(grezza: RigaGrezza, valori: Record<string, unknown>): boolean {
    let codici = '';
    let buona = true;
    for (const [index, posto] of this.intestazione.giorni.entries()) {
      const testo = posto === -1 ? ASSENTE : (grezza.celle[posto] ?? '');
      const letto = posto === -1 ? ASSENTE : this.readCodice(testo);
      codici += letto ?? VUOTA;
      if (letto !== undefined) continue;
      buona = false;
      this.refuse(grezza.riga, COLONNE_GIORNI[index] ?? '', pulisci(testo), this.codici.messaggio(pulisci(testo)));
    }
    valori['codici'] = codici;
    return buona;
  }

  private readCodice(testo: string): string | undefined {
    if (testo === '') return VUOTA;
    const diretto = this.codici.find(testo);
    if (diretto !== undefined) return diretto;
    const pulito = pulisci(testo);
    return pulito === '' ? VUOTA : this.codici.find(pulito);
  }

  /** The first row with a key takes it, good or bad; a second one is refused. */
  private keep(valori: Record<string, unknown>, buona: boolean): void {
    const riga = valori['riga'] as number;
    const chiave = this.chiaveDi(valori);
    const prima = chiave === undefined ? undefined : this.viste.get(chiave);
    if (chiave !== undefined && prima !== undefined) {
      const colonne = colonneChiave(this.foglio);
      const detta = this.campiChiave.map((campo) => String(valori[campo])).join(' ');
      this.refuse(
        riga,
        colonne[0] ?? '',
        detta,
        `${colonne.join(' e ')} già usati alla riga ${prima}: tenere una sola delle due righe.`,
      );
      return;
    }
    if (chiave !== undefined) this.viste.set(chiave, riga);
    if (buona) this.letto.righe.push(valori as unknown as RigaLetta<F>);
    else if (chiave !== undefined) this.letto.scartate.set(chiave, riga);
  }

  private chiaveDi(valori: Record<string, unknown>): string | undefined {
    const parti: string[] = [];
    for (const campo of this.campiChiave) {
      const valore = valori[campo];
      if (typeof valore !== 'string') return undefined;
      parti.push(CHIAVI_DI_CODICE.has(campo) ? chiaveCodice(valore) : valore);
    }
    return parti.join('|');
  }

  private refuse(riga: number, colonna: string, valore: string, messaggio: string): void {
    this.esito.refuse({ foglio: this.foglio, riga, colonna, valore, messaggio });
  }
}

const OLTRE =
  'La riga ha più celle dell’intestazione: un testo contiene forse il separatore e va messo tra virgolette, o manca un titolo di colonna.';
