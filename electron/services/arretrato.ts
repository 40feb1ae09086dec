import { listPacchi } from '../../db/reads/pacco.ts';
import { isMese, type Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { listNomi } from '../copie/luogo.ts';
import { readCatena } from '../sync/catena-file.ts';
import type { Contesto } from './contesto.ts';

/** A parcel that was made here and that the store no longer remembers. */
interface Dimenticato {
  readonly struttura: string;
  readonly mese: Mese;
  readonly revisione: number;
  /** null when only its file tells of it */
  readonly numero: number | null;
}

/**
 * What this store no longer remembers to have sent: it is an old copy, restored. Told by the chain beside the store, or by the
 * files still in the outgoing folder. Empty in any other life.
 */
export function listDimenticati({ store, dati, ruolo }: Pick<Contesto, 'store' | 'dati' | 'ruolo'>): Dimenticato[] {
  if (ruolo === 'centrale') return [];
  const inviati = listPacchi(store, 'inviato');
  const impronte = new Set(inviati.map((pacco) => pacco.impronta));
  const anelli = readCatena(store, dati);
  const dimenticati = anelli.filter((uno) => !impronte.has(uno.impronta));
  const nomi = new Set(inviati.map((pacco) => pacco.nomeFile));
  const soloFile = listNomi(fileCartella(dati).inUscita)
    .filter((nome) => !nomi.has(nome))
    .flatMap((nome) => parseNome(nome) ?? [])
    .filter((file) => !anelli.some((uno) => isStesso(uno, file)));
  return [...dimenticati, ...soloFile].map(({ struttura, mese, revisione, numero }) => ({
    ...{ struttura, mese, revisione, numero },
  }));
}

/** One sentence each, and what to do; empty when nothing is missing. */
export function diciDimenticati(dimenticati: readonly Dimenticato[]): string[] {
  if (dimenticati.length === 0) return [];
  const quali = dimenticati.map(
    ({ struttura, mese, revisione, numero }) =>
      `${struttura} ${formatMese(mese)} r${revisione}${numero === null ? '' : ` (pacco numero ${numero})`}`,
  );
  return [
    `Questo registro è più vecchio dei pacchi già preparati, perché è stata ripristinata una copia: manca quello che era in ${quali.join(', ')}. Chiedere all’Accoglienza la ricostruzione e importarla dalle Impostazioni; oppure registrare di nuovo, chiudere ed esportare.`,
  ];
}

function isStesso(a: Omit<Dimenticato, 'numero'>, b: Omit<Dimenticato, 'numero'>): boolean {
  return (
    a.mese === b.mese && a.revisione === b.revisione && b.struttura === a.struttura.replaceAll(/[^A-Za-z0-9_-]/g, '_')
  );
}

function parseNome(nome: string): Dimenticato | null {
  const [, struttura, mese, revisione] = /^(.+)-(\d{4}-\d{2})-r(\d{1,6})\.approdo$/.exec(nome) ?? [];
  if (struttura === undefined || mese === undefined || !isMese(mese)) return null;
  return { struttura, mese, revisione: Number(revisione), numero: null };
}
