import type { Output } from '../../electron/contract/index.ts';
import type { FileLetto } from '../file/file-letti.ts';

export type PianoPacco = Output<'pacchi.plan'>[number];
export type EsitoPacco = Output<'pacchi.import'>[number];
type Stato = PianoPacco['stato'];

/** The parcels of a plan, by what they would do. */
export interface Gruppi<T> {
  /** would change the data of the central office */
  nuovi: T[];
  /** already here, or older than what is here */
  fermi: T[];
  rifiutati: T[];
}

const GRUPPO: Readonly<Record<Stato, keyof Gruppi<never>>> = {
  importato: 'nuovi',
  sostituito: 'nuovi',
  in_attesa: 'nuovi',
  invariato: 'fermi',
  rifiutato: 'rifiutati',
};

function vienePrima(a: PianoPacco | EsitoPacco, b: PianoPacco | EsitoPacco): number {
  const chiave = (p: PianoPacco | EsitoPacco) => `${p.struttura ?? '~'} ${p.mese ?? '~'} ${String(p.revisione ?? 0).padStart(4, '0')} ${p.file}`;
  return chiave(a) < chiave(b) ? -1 : 1;
}

/** Groups a plan or an outcome; within a group by struttura, month, revision. */
export function gruppiDi<T extends PianoPacco | EsitoPacco>(pacchi: readonly T[]): Gruppi<T> {
  const gruppi: Gruppi<T> = { nuovi: [], fermi: [], rifiutati: [] };
  for (const pacco of [...pacchi].sort(vienePrima)) gruppi[GRUPPO[pacco.stato]].push(pacco);
  return gruppi;
}

/** The files to give to `pacchi.import`: all but those already refused, so that an older revision is recorded as such. */
export function daImportare(letti: readonly FileLetto[], piano: readonly PianoPacco[]): FileLetto[] {
  const rifiutati = new Set(piano.filter((p) => p.stato === 'rifiutato').map((p) => p.file));
  return letti.filter((file) => !rifiutati.has(file.nome));
}

/** A parcel that could not be read from the disk, told like any other refusal. */
export function rifiutoDi(file: string, motivo: string): EsitoPacco {
  return {
    file,
    stato: 'rifiutato',
    struttura: null,
    mese: null,
    revisione: null,
    motivo,
    righe: { inserite: 0, aggiornate: 0, eliminate: 0 },
  };
}
