import { giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { testi } from '../testi/index.ts';
import { tuttiPresenti } from './griglia-cambi.ts';
import type { RigaGriglia } from './griglia-stato.ts';

const t = testi.presenze.azioni;

/** A choice of `Tutti presenti`: which days, and how many cells it would fill. */
export interface SceltaPresenti {
  readonly id: string;
  readonly testo: string;
  readonly quanti: number;
  readonly giorni: readonly number[];
}

/**
 * What `Tutti presenti` can fill. `oggi` = today's number in this month: 0 in a past month (all of it is over), -1 in one
 * yet to come. Days after today are filled only when asked by name.
 */
export function scelteTuttiPresenti(
  righe: readonly RigaGriglia[],
  mese: Mese,
  giorni: number,
  oggi: number,
  colonna: number,
  presente: string,
): SceltaPresenti[] {
  const scelta = (id: string, testo: string, quali: readonly number[]): SceltaPresenti => ({
    id,
    testo,
    giorni: quali,
    quanti: tuttiPresenti(righe, quali, presente).length,
  });
  const nome = (n: number) => formatGiorno(giornoDelMese(mese, n));
  const tutti = Array.from({ length: giorni }, (_, i) => i + 1);
  const finoOggi = oggi === 0 ? tutti : tutti.filter((n) => n <= oggi);
  const scelte: SceltaPresenti[] = [];
  if (oggi > 0) scelte.push(scelta('oggi', t.oggi(nome(oggi)), [oggi]));
  if (colonna > 0 && colonna !== oggi) {
    const futuro = !finoOggi.includes(colonna);
    scelte.push(scelta('giorno', `${t.giorno(nome(colonna))}${futuro ? ` (${t.futuro})` : ''}`, [colonna]));
  }
  if (finoOggi.length === tutti.length) scelte.push(scelta('mese', t.mese, tutti));
  else {
    if (finoOggi.length > 0) scelte.push(scelta('fino_oggi', t.meseFinoOggi, finoOggi));
    scelte.push(scelta('mese', t.meseIntero, tutti));
  }
  return scelte;
}
