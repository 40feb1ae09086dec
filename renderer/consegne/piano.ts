import { annoDi, isMese } from '../../domain/giorno.ts';
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
  const chiave = (p: PianoPacco | EsitoPacco) =>
    `${p.struttura ?? '~'} ${p.mese ?? '~'} ${String(p.revisione ?? 0).padStart(4, '0')} ${p.file}`;
  return chiave(a) < chiave(b) ? -1 : 1;
}

/** Groups a plan or an outcome; within a group by struttura, month, revision. */
export function gruppiDi<T extends PianoPacco | EsitoPacco>(pacchi: readonly T[]): Gruppi<T> {
  const gruppi: Gruppi<T> = { nuovi: [], fermi: [], rifiutati: [] };
  for (const pacco of [...pacchi].sort(vienePrima)) gruppi[GRUPPO[pacco.stato]].push(pacco);
  return gruppi;
}

/** The highest revision of the same struttura and month given together with this parcel, when it is a later one. */
export function revisioneSeguente(pacco: PianoPacco, insieme: readonly PianoPacco[]): number | null {
  const questa = pacco.revisione ?? 0;
  const altre = insieme.filter((p) => p.struttura === pacco.struttura && p.mese === pacco.mese && p.mese !== null);
  const ultima = Math.max(questa, ...altre.map((p) => p.revisione ?? 0));
  return ultima > questa ? ultima : null;
}

/** What identifies a parcel already recorded: a repeated one has nothing left to do. */
export function chiavePacco(pacco: {
  struttura: string | null;
  mese: string | null;
  revisione: number | null;
}): string {
  return `${pacco.struttura} ${pacco.mese} ${pacco.revisione}`;
}

/** Parcels that would change nothing but are not here yet: an older revision, recorded so that its number is not missing. */
export function daRegistrare(fermi: readonly PianoPacco[], ricevuti: ReadonlySet<string>): PianoPacco[] {
  return fermi.filter((pacco) => !ricevuti.has(chiavePacco(pacco)));
}

/** The years of the months that an import has changed, ascending. */
export function anniDi(esiti: readonly EsitoPacco[]): number[] {
  const cambiati = esiti.filter((e) => e.stato === 'importato' || e.stato === 'sostituito');
  return [...new Set(cambiati.flatMap((e) => (isMese(e.mese) ? [annoDi(e.mese)] : [])))].sort((a, b) => a - b);
}

function stessiByte(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Files added to those already given: the very same one is not taken twice, another with the same name is told apart. */
export function unisci(prima: readonly FileLetto[], nuovi: readonly FileLetto[]): FileLetto[] {
  const tutti = [...prima];
  for (const file of nuovi) {
    if (tutti.some((altro) => stessiByte(altro.bytes, file.bytes))) continue;
    const nomi = new Set(tutti.map((altro) => altro.nome));
    let nome = file.nome;
    for (let n = 2; nomi.has(nome); n++) nome = `${file.nome} (${n})`;
    tutti.push({ nome, bytes: file.bytes });
  }
  return tutti;
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
