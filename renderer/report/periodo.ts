import {
  addMesi,
  annoDi,
  type Giorno,
  giorniDelMese,
  isGiorno,
  isMese,
  meseDi,
  numeroGiorno,
  numeroMese,
  type Periodo,
  periodoDellAnno,
  periodoDelMese,
} from '../../domain/giorno.ts';
import { formatGiornoBreve, formatMese } from '../../domain/giorno-testo.ts';

/** How a period is chosen: a whole year, a whole month, two dates. */
export type TipoPeriodo = 'anno' | 'mese' | 'date';

/** The kind of a period, from its dates. */
export function tipoDi({ dal, al }: Periodo): TipoPeriodo {
  if (numeroGiorno(dal) !== 1 || numeroGiorno(al) !== giorniDelMese(meseDi(al))) return 'date';
  if (meseDi(dal) === meseDi(al)) return 'mese';
  return annoDi(dal) === annoDi(al) && numeroMese(dal) === 1 && numeroMese(al) === 12 ? 'anno' : 'date';
}

/** The same kind of period `n` steps later (before, when negative); two dates do not move. */
export function spostaPeriodo(periodo: Periodo, tipo: TipoPeriodo, n: number): Periodo {
  if (tipo === 'anno') return periodoDellAnno(annoDi(periodo.dal) + n);
  if (tipo === 'mese') return periodoDelMese(addMesi(meseDi(periodo.dal), n));
  return periodo;
}

/** The period of another kind nearest to this one: its year, its last month, its own dates. */
export function comeTipo(periodo: Periodo, tipo: TipoPeriodo): Periodo {
  if (tipo === 'anno') return periodoDellAnno(annoDi(periodo.al));
  if (tipo === 'mese') return periodoDelMese(meseDi(periodo.al));
  return periodo;
}

/** The period of an address, undefined when it does not say a good one. */
export function periodoDa(dal: string | undefined, al: string | undefined): Periodo | undefined {
  return isGiorno(dal) && isGiorno(al) && dal <= al ? { dal, al } : undefined;
}

/** The year to open first: the current one, or the last one recorded when the data stop earlier. */
export function annoIniziale(ultimiMesi: readonly (string | null)[], oggi: Giorno): number {
  const noti = ultimiMesi.filter(isMese).map(annoDi);
  return noti.length === 0 ? annoDi(oggi) : Math.min(annoDi(oggi), Math.max(...noti));
}

/** `2025`, `marzo 2025`, `5/3/2025 – 9/4/2025`. */
export function formatPeriodo(periodo: Periodo): string {
  const tipo = tipoDi(periodo);
  if (tipo === 'anno') return String(annoDi(periodo.dal));
  if (tipo === 'mese') return formatMese(meseDi(periodo.dal));
  return `${formatGiornoBreve(periodo.dal)} – ${formatGiornoBreve(periodo.al)}`;
}
