import type { Blocco, StatoFoglio } from '../../db/reads/foglio.ts';
import type { Riga, Tabella } from '../../db/scrittura.ts';
import { Bozza } from '../../db/writes/bozza.ts';
import type { Apertura } from '../../domain/apertura.ts';
import type { Assegnazione } from '../../domain/assegnazione.ts';
import { codiciAssenza } from '../../domain/assenza.ts';
import type { CodicePresenza } from '../../domain/codice.ts';
import type { Giorno, Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import type { FogliLetti } from './foglio-check.ts';
import type { Esito } from './foglio-esito.ts';
import { Noti } from './foglio-noti.ts';
import { chiaveCodice, type NomeFoglio } from './foglio-tabelle.ts';

/** The sheets whose rows have an id of their own and become one row of the table of the same name (foglio-piano-righe.ts). */
export type FoglioDiRighe = Exclude<
  NomeFoglio & Tabella,
  'strutture' | 'moduli' | 'ospiti' | 'ingressi' | 'presenze' | 'voci_lista'
>;

export interface StrutturaNota extends Apertura {
  readonly id: string;
  readonly codice: string;
}

export interface ModuloNoto extends Apertura {
  readonly id: string;
  readonly codice: string;
  readonly strutturaId: string;
}

export interface OspiteNoto {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataNascita: Giorno;
}

/** A stay as it will be once the workbook is in; `assegnazioni` grows as the changes of modulo are accepted. */
export interface IngressoNoto {
  readonly id: string;
  readonly strutturaId: string;
  readonly stay: Permanenza;
  readonly assegnazioni: (Assegnazione & { readonly id: string })[];
  /** it came with a parcel: its data are the community's to change */
  readonly altrui: boolean;
  /** the stay as the register had it; null when it is new (or comes back) */
  readonly prima: Permanenza | null;
}

/** A row of one of the other sheets, as it will be once the workbook is in. */
export interface RigaNota {
  readonly id: string;
  readonly campi: Readonly<Record<string, unknown>>;
}

/** What the plan is made from: nothing else decides it. */
export interface DatiPiano {
  readonly stato: StatoFoglio;
  readonly letti: FogliLetti;
  readonly esito: Esito;
  readonly nuovoId: () => string;
  readonly codici: readonly CodicePresenza[];
  readonly oggi: Giorno;
}

/** The plan under way: what is known of each noun so far, what will be written, what was refused. */
export class Piano {
  readonly stato: StatoFoglio;
  readonly letti: FogliLetti;
  readonly esito: Esito;
  readonly nuovoId: () => string;
  readonly bozza = new Bozza();
  /** the letters of a day away */
  readonly codiciAssenza: ReadonlySet<string>;
  readonly oggi: Giorno;
  /** ingresso id → month → the codes the workbook leaves, where it wrote them */
  readonly presenzeScritte = new Map<string, Map<Mese, { readonly id: string; readonly codici: string }>>();
  /** ospiti whose person must be looked for again once they are written */
  readonly ospitiDaCollegare: string[] = [];
  /** ospite id → person, as the workbook leaves them */
  persone: ReadonlyMap<string, string> = new Map();
  readonly strutture: Noti<StrutturaNota>;
  readonly moduli: Noti<ModuloNoto>;
  readonly ospiti: Noti<OspiteNoto>;
  readonly ingressi: Noti<IngressoNoto>;
  private readonly prese = new Set<string>();
  private readonly righe = new Map<FoglioDiRighe, Noti<RigaNota>>();
  private readonly codiciStruttura: Map<string, string>;

  constructor({ stato, letti, esito, nuovoId, codici, oggi }: DatiPiano) {
    this.codiciAssenza = codiciAssenza(codici).fuori;
    this.oggi = oggi;
    this.stato = stato;
    this.letti = letti;
    this.esito = esito;
    this.nuovoId = nuovoId;
    const perCodice = <R extends { codice: string; deletedAtMs: number | null }>(righe: readonly R[]) => {
      const vive = new Map(righe.filter(isViva).map((riga) => [chiaveCodice(riga.codice), riga]));
      return (codice: string) => vive.get(codice);
    };
    this.codiciStruttura = new Map(stato.strutture.map((riga) => [riga.id, riga.codice]));
    this.strutture = new Noti('strutture', letti.strutture.scartate, perCodice(stato.strutture), chiaveCodice);
    this.moduli = new Noti('moduli', scartatiPerCodice(letti.moduli.scartate), perCodice(stato.moduli), chiaveCodice);
    const ospiti = new Map(stato.ospiti.filter(isViva).map((riga) => [riga.id, riga]));
    this.ospiti = new Noti('ospiti', letti.ospiti.scartate, (chiave) => this.findNoto('ospiti', ospiti, chiave));
    this.ingressi = this.notiIngressi();
  }

  private notiIngressi(): Noti<IngressoNoto> {
    const righe = new Map(this.stato.ingressi.filter(isViva).map((riga) => [riga.id, riga]));
    const moduli = Map.groupBy(this.stato.assegnazioni.filter(isViva), (riga) => riga.ingressoId);
    const fatti = new Map<string, IngressoNoto>();
    return new Noti('ingressi', this.letti.ingressi.scartate, (chiave) => {
      const riga = this.findNoto('ingressi', righe, chiave);
      const noto = riga && (fatti.get(riga.id) ?? ingressoNoto(riga, moduli.get(riga.id) ?? []));
      if (noto) fatti.set(noto.id, noto);
      return noto;
    });
  }

  /** The register's row for a sheet's id: the one it became, or the one whose own id it is (an export of ours). */
  private findNoto<R>(foglio: NomeFoglio, righe: ReadonlyMap<string, R>, chiave: string): R | undefined {
    return righe.get(this.stato.findRiferimento(foglio, chiave) ?? chiave);
  }

  /** The rows of a sheet others may refer to. */
  notiDi(foglio: NomeFoglio): Noti<{ readonly id: string }> | undefined {
    switch (foglio) {
      case 'strutture':
      case 'moduli':
      case 'ospiti':
      case 'ingressi':
        return this[foglio];
      case 'cambi_modulo':
      case 'presenze':
      case 'voci_lista':
        return undefined;
      default:
        return this.righeNote(foglio);
    }
  }

  righeNote(foglio: FoglioDiRighe): Noti<RigaNota> {
    let note = this.righe.get(foglio);
    if (!note) {
      note = new Noti(foglio, this.letti[foglio].scartate, (chiave) => {
        const riga = this.findRiga(foglio, chiave);
        return riga && isViva(riga) ? { id: riga.id, campi: riga } : undefined;
      });
      this.righe.set(foglio, note);
    }
    return note;
  }

  /** The register's row a sheet's id leads to, a removed one too. */
  findRiga<F extends FoglioDiRighe>(foglio: F, chiave: string): Riga<F> | undefined {
    return this.stato.find(foglio, this.stato.findRiferimento(foglio, chiave) ?? chiave);
  }

  /** An assenza the grid of the register already tells, which the sheet names for the first time. */
  findUguale<F extends FoglioDiRighe>(foglio: F, campi: Readonly<Record<string, unknown>>): Riga<F> | undefined {
    if (foglio !== 'assenze') return undefined;
    const sue = this.stato.listAssenze(String(campi['ingressoId']));
    const uguale = sue.find(
      ({ id, codice, uscita }) => codice === campi['codice'] && uscita === campi['uscita'] && !this.prese.has(id),
    );
    if (uguale) this.prese.add(uguale.id);
    return uguale && this.stato.find(foglio, uguale.id);
  }

  setStruttura(noto: StrutturaNota): void {
    this.codiciStruttura.set(noto.id, noto.codice);
    this.strutture.accept(noto.codice, noto);
  }

  personaDi(ospiteId: string): string {
    return this.persone.get(ospiteId) ?? ospiteId;
  }

  isStessaPersona(a: string, b: string): boolean {
    return this.personaDi(a) === this.personaDi(b);
  }

  codiceStruttura(id: string): string {
    return this.codiciStruttura.get(id) ?? '';
  }

  refuse(foglio: NomeFoglio, riga: number, colonna: string, valore: string, messaggio: string): void {
    this.esito.refuse({ foglio, riga, colonna, valore, messaggio });
  }

  bloccoDi(strutturaId: string, mese: Mese): Blocco | undefined {
    return this.stato.bloccati.get(strutturaId)?.get(mese);
  }

  /** What to say of a change that a month does not take. */
  messaggioBlocco(strutturaId: string, mese: Mese): string {
    const codice = this.codiceStruttura(strutturaId);
    if (this.bloccoDi(strutturaId, mese) === 'pacco')
      return `Il mese ${mese} di ${codice} è già arrivato con il pacco della struttura: la correzione va fatta là e arriva con il prossimo pacco.`;
    return `Il mese ${mese} di ${codice} (${formatMese(mese)}) è chiuso: riaprirlo e importare di nuovo.`;
  }
}

/** The key of a moduli row is codice|valido_dal; whoever refers to a modulo names the codice only. */
function scartatiPerCodice(scartate: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(Array.from(scartate, ([chiave, riga]) => [chiave.slice(0, chiave.lastIndexOf('|')), riga]));
}

export function isViva(riga: { readonly deletedAtMs: number | null }): boolean {
  return riga.deletedAtMs === null;
}

export function toPermanenza(riga: Pick<Riga<'ingressi'>, 'dataIngresso' | 'dataDimissione' | 'esito'>): Permanenza {
  const { dataIngresso, dataDimissione, esito } = riga;
  return { dataIngresso, dataDimissione, esito: esito as Permanenza['esito'] };
}

export function ingressoNoto(riga: Riga<'ingressi'>, assegnazioni: readonly Riga<'assegnazioni'>[]): IngressoNoto {
  return {
    id: riga.id,
    strutturaId: riga.strutturaId,
    stay: toPermanenza(riga),
    assegnazioni: assegnazioni.map(({ id, dal, moduloId }) => ({ id, dal, moduloId })).toSorted(perGiorno),
    altrui: riga.versione > 0,
    prima: toPermanenza(riga),
  };
}

export function perGiorno(a: Assegnazione, b: Assegnazione): number {
  return a.dal < b.dal ? -1 : Number(a.dal > b.dal);
}
