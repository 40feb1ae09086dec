import { type CodiciMese, MESE_VUOTO } from '../../domain/presenza.ts';
import type { Input } from '../../electron/contract/index.ts';

/** One stay of the month, as far as typing codes needs it. */
export interface RigaGriglia {
  readonly ingressoId: string;
  /** first and last day of the month that belong to the stay (1…31); 1 and 0 when none does */
  readonly primo: number;
  readonly ultimo: number;
  readonly codici: CodiciMese;
}

/** Row from 0; column 0 is the guest, 1…31 the days. */
export interface Cella {
  readonly riga: number;
  readonly colonna: number;
}

/** One day changed. Characters are those of the month string: '.' = nothing recorded. */
export interface Cambio {
  readonly ingressoId: string;
  /** 1…31 */
  readonly giorno: number;
  readonly prima: string;
  readonly dopo: string;
}

export type TipoGesto = Input<'presenze.register'>['gesto'];

/** What one key, paste or stroke did: the patch that undoes it, and what is sent to the store. */
export interface Gesto {
  readonly id: number;
  readonly tipo: TipoGesto;
  readonly cambi: readonly Cambio[];
}

/** What is said after an action that did something worth saying, or nothing at all. `n` makes every saying new. */
export type Esito = { readonly n: number } & (
  | { readonly tipo: 'fuori'; readonly cella: Cella }
  | { readonly tipo: 'lettera'; readonly lettera: string }
  | {
      readonly tipo:
        | 'bloccata'
        | 'scegliere_giorno'
        | 'niente_da_annullare'
        | 'niente_da_ripetere'
        | 'niente_da_registrare';
    }
  | { readonly tipo: 'scritto'; readonly cella: Cella; readonly codice: string }
  | {
      readonly tipo: 'riempiti' | 'annullati' | 'ripetuti' | 'presenti';
      readonly quanti: number;
      readonly saltati: number;
    }
  | { readonly tipo: 'incollati'; readonly quanti: number; readonly saltati: number }
  | { readonly tipo: 'incolla_rifiutato'; readonly valore: string; readonly riga: number; readonly colonna: number }
  | { readonly tipo: 'incolla_vuoto' }
);

export interface StatoGriglia {
  readonly righe: readonly RigaGriglia[];
  /** days of the month, 28…31 */
  readonly giorni: number;
  /** the letters that are codes, in the order of the legend */
  readonly lettere: string;
  /** what Space and «Tutti presenti» write */
  readonly presente: string;
  /** closed month, or not ours: nothing can be typed */
  readonly bloccata: boolean;
  readonly cursore: Cella;
  /** the other corner of the selection; null when only the cursor is selected */
  readonly ancora: Cella | null;
  /** the code of the brush, '.' for the eraser, null when there is none */
  readonly pennello: string | null;
  /** the stroke under the mouse, not yet a gesture */
  readonly tratto: { readonly cambi: readonly Cambio[]; readonly ultima: Cella } | null;
  readonly annullabili: readonly Gesto[];
  readonly ripetibili: readonly Gesto[];
  /** the last gesture made: whoever keeps the state saves it when it changes */
  readonly ultimo: Gesto | null;
  readonly prossimoId: number;
  readonly esito: Esito | null;
}

/** How many gestures can be undone. */
export const MEMORIA_GESTI = 200;

export interface InizioGriglia {
  righe: readonly RigaGriglia[];
  giorni: number;
  lettere: string;
  presente: string;
  bloccata: boolean;
  cursore?: Cella;
  /** where the numbering of gestures starts, so that no two grids share one */
  prossimoId?: number;
  annullabili?: readonly Gesto[];
  ripetibili?: readonly Gesto[];
}

export function createStato(inizio: InizioGriglia): StatoGriglia {
  const stato: StatoGriglia = {
    annullabili: [],
    ripetibili: [],
    prossimoId: 1,
    ...inizio,
    cursore: { riga: 0, colonna: 1 },
    ancora: null,
    pennello: null,
    tratto: null,
    ultimo: null,
    esito: null,
  };
  return inizio.cursore ? { ...stato, cursore: clampCella(stato, inizio.cursore) } : stato;
}

/** The nearest cell that exists. */
export function clampCella(stato: StatoGriglia, { riga, colonna }: Cella): Cella {
  return {
    riga: Math.max(0, Math.min(riga, stato.righe.length - 1)),
    colonna: Math.max(0, Math.min(colonna, stato.giorni)),
  };
}

/** Whether the day belongs to the stay: only there a code may stand. */
export function isDentro(riga: RigaGriglia, giorno: number): boolean {
  return giorno >= riga.primo && giorno <= riga.ultimo;
}

/** The character of a day. */
export function carattere(riga: RigaGriglia, giorno: number): string {
  return riga.codici.charAt(giorno - 1) || '.';
}

/** A block of cells, ends included. */
export interface Blocco {
  readonly daRiga: number;
  readonly aRiga: number;
  readonly daColonna: number;
  readonly aColonna: number;
}

/** The selected days: from the anchor to the cursor; the guest's column never belongs to it. */
export function selezione({ cursore, ancora, giorni }: StatoGriglia): Blocco {
  const altra = ancora ?? cursore;
  return {
    daRiga: Math.min(cursore.riga, altra.riga),
    aRiga: Math.max(cursore.riga, altra.riga),
    daColonna: Math.max(1, Math.min(cursore.colonna, altra.colonna)),
    aColonna: Math.min(giorni, Math.max(cursore.colonna, altra.colonna)),
  };
}

export function isUnaCella(blocco: Blocco): boolean {
  return blocco.daRiga === blocco.aRiga && blocco.daColonna === blocco.aColonna;
}

/** The month string after some of its days changed. */
function conCambi(codici: CodiciMese, cambi: readonly Cambio[]): CodiciMese {
  const caratteri = (codici.length === 31 ? codici : MESE_VUOTO).split('');
  for (const { giorno, dopo } of cambi) caratteri[giorno - 1] = dopo;
  return caratteri.join('');
}

/** The rows after the changes: rows not touched stay the same objects. */
export function applyCambi(righe: readonly RigaGriglia[], cambi: readonly Cambio[]): readonly RigaGriglia[] {
  if (cambi.length === 0) return righe;
  const perRiga = Map.groupBy(cambi, (c) => c.ingressoId);
  return righe.map((riga) => {
    const suoi = perRiga.get(riga.ingressoId);
    return suoi ? { ...riga, codici: conCambi(riga.codici, suoi) } : riga;
  });
}

/** The same changes, backwards. */
export function inverti(cambi: readonly Cambio[]): Cambio[] {
  return cambi
    .map(({ ingressoId, giorno, prima, dopo }) => ({ ingressoId, giorno, prima: dopo, dopo: prima }))
    .reverse();
}

/** Of these changes, those that start from what is really there and fall inside their stay. */
export function cambiValidi(righe: readonly RigaGriglia[], cambi: readonly Cambio[]): Cambio[] {
  const perId = new Map(righe.map((riga) => [riga.ingressoId, riga]));
  return cambi.filter((c) => {
    const riga = perId.get(c.ingressoId);
    return (
      riga !== undefined && isDentro(riga, c.giorno) && carattere(riga, c.giorno) === c.prima && c.prima !== c.dopo
    );
  });
}
