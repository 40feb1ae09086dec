import type { DatiBilancio, PermanenzaContata } from './bilancio-dati.ts';
import { primePermanenze, type SessoContato, sessoContato } from './bilancio-figure.ts';
import { dimissioniDecisive, type Esito } from './esito.ts';
import { contaTratti, type TrattoContato } from './giornate-conto.ts';
import { contributo, FIGURE, type Figura } from './giornate-figure.ts';
import type { Giorno, Periodo } from './giorno.ts';
import { type Gruppo, gruppoDi, isMinore } from './gruppo.ts';
import { relazioneOltre } from './indicatore.ts';
import { haValore, type VoceProfilo } from './profilo.ts';
import { type SedeDga, sediDga } from './sede-dga.ts';

/** Figures that count persons: one row per persona, the stay that decides. */
export const FIGURE_PERSONE = ['persone', 'ingressiTeste', 'esitiPersone'] as const;

/** Every figure that can list its rows: those of the giornate, and the distinct persons of the bilancio. */
export type FiguraConRighe = Figura | (typeof FIGURE_PERSONE)[number];

/** Which part of the whole a figure is about. What is not given does not restrict. */
export interface FiltroRighe {
  strutturaId?: string;
  /** null: the days without modulo. By modulo a stay counts once in each stretch, as in `report giornate --per modulo` */
  moduloId?: string | null;
  entePagante?: string | null;
  utenza?: string | null;
  /** a struttura's own figures (other than MINORE), or its minors */
  eta?: 'adulti' | 'minori';
  /** one of the groups of `cooperativa` and `altri` */
  gruppo?: Gruppo;
  /** with `gruppo: 'DGA'`: gambling residential, territorial, or in another modulo */
  sede?: SedeDga;
  /** restricts dimessi and esitiPersone to one line of the outcomes; null: without outcome */
  esito?: Esito | null;
  /** restricts dimessi to those whose report is beyond its days, on this day */
  relazioneOltreAl?: Giorno;
  /** restricts persone to a sex (rule 14), to a line of the profile (rule 15): both as the first stay says them */
  sesso?: SessoContato;
  profilo?: { voce: VoceProfilo; valore: string };
}

/** A stay behind a figure, and how much of the figure it is (1 for a count of stays or persons, days for giornate). */
export interface RigaDietro {
  ingressoId: string;
  ospiteId: string;
  personaId: string;
  strutturaId: string;
  dataIngresso: string;
  dataDimissione: string | null;
  n: number;
}

function passa(p: PermanenzaContata, filtro: FiltroRighe, tipi: ReadonlyMap<string, string>): boolean {
  return (
    (filtro.strutturaId === undefined || p.strutturaId === filtro.strutturaId) &&
    (filtro.entePagante === undefined || p.entePagante === filtro.entePagante) &&
    (filtro.utenza === undefined || p.utenza === filtro.utenza) &&
    (filtro.eta === undefined || isMinore(p.utenza) === (filtro.eta === 'minori')) &&
    (filtro.gruppo === undefined || gruppoDi(p.utenza, tipi.get(p.strutturaId) ?? '') === filtro.gruppo)
  );
}

function rigaDi(p: PermanenzaContata, n: number): RigaDietro {
  const { id, ospiteId, personaId, strutturaId, dataIngresso, dataDimissione } = p;
  return { ingressoId: id, ospiteId, personaId, strutturaId, dataIngresso, dataDimissione, n };
}

/** The stay that stands for each persona in a figure of persons. */
function permanenzeDellePersone(
  figura: FiguraConRighe,
  tratti: readonly TrattoContato[],
  filtro: FiltroRighe,
): PermanenzaContata[] {
  if (figura === 'esitiPersone') {
    const dimessi = new Set(tratti.filter((t) => t.dimissione).map((t) => t.p));
    return [...dimissioniDecisive(dimessi).values()].filter((p) => conEsito(p, filtro));
  }
  const scelti = figura === 'ingressiTeste' ? tratti.filter((t) => t.ingresso) : tratti;
  const prime = [...primePermanenze(scelti.map((t) => t.p)).values()];
  return figura === 'persone' ? prime.filter((p) => conProfilo(p, filtro)) : prime;
}

function conProfilo(p: PermanenzaContata, { sesso, profilo }: FiltroRighe): boolean {
  if (sesso !== undefined && sessoContato(p) !== sesso) return false;
  return profilo === undefined || haValore(p.profilo, profilo.voce, profilo.valore);
}

function conEsito(p: PermanenzaContata, { esito, relazioneOltreAl: oggi }: FiltroRighe): boolean {
  if (oggi !== undefined && relazioneOltre(p, oggi) === null) return false;
  return esito === undefined || p.esito === esito;
}

function isDiGiornate(figura: FiguraConRighe): figura is Figura {
  return (FIGURE as readonly string[]).includes(figura);
}

function inOrdine(a: RigaDietro, b: RigaDietro): number {
  if (a.dataIngresso !== b.dataIngresso) return a.dataIngresso < b.dataIngresso ? -1 : 1;
  return a.ingressoId < b.ingressoId ? -1 : 1;
}

/**
 * The stays behind a figure of `computeGiornate` or `computeBilancio`, each with its part `n` of it: the sum of `n` is the
 * figure. Stays that contribute nothing are left out. In order of ingresso.
 */
export function righeDietro(
  figura: FiguraConRighe,
  periodo: Periodo,
  dati: DatiBilancio,
  filtro: FiltroRighe = {},
): RigaDietro[] {
  const tipi = new Map(dati.strutture.map((s) => [s.id, s.tipo]));
  const sedeDi = sediDga(dati.moduli, periodo);
  const inSede = (p: PermanenzaContata) => filtro.sede === undefined || sedeDi(p) === filtro.sede;
  const scelti = { ...dati, permanenze: dati.permanenze.filter((p) => passa(p, filtro, tipi) && inSede(p)) };
  const contati = contaTratti(periodo, scelti, filtro.moduloId === undefined ? 'struttura' : 'modulo');
  const tratti = contati.tratti.filter((t) => filtro.moduloId === undefined || t.chiave === (filtro.moduloId ?? ''));
  if (!isDiGiornate(figura)) {
    return permanenzeDellePersone(figura, tratti, filtro)
      .map((p) => rigaDi(p, 1))
      .sort(inOrdine);
  }
  const perPermanenza = new Map<PermanenzaContata, number>();
  for (const t of tratti) {
    if (figura === 'dimessi' && !conEsito(t.p, filtro)) continue;
    const n = contributo(figura, t);
    if (n !== 0) perPermanenza.set(t.p, (perPermanenza.get(t.p) ?? 0) + n);
  }
  return [...perPermanenza].map(([p, n]) => rigaDi(p, n)).sort(inOrdine);
}
