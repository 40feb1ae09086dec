import { type Apertura, aperteInsieme, chiusureNel } from '../../domain/apertura.ts';
import { intervalliModulo } from '../../domain/assegnazione.ts';
import type { Noti } from './foglio-noti.ts';
import { type IngressoNoto, isViva, type ModuloNoto, type Piano, type StrutturaNota } from './foglio-piano-base.ts';

/** Stays the workbook leaves, up to today, in a modulo that is closed (it, or its struttura): they go in, and it is said. */
export function remarkChiusi(piano: Piano): void {
  const chiusi = aperture(piano);
  if (chiusi.size === 0) return;
  const visti = new Set<string>();
  for (const [foglio, riga, chiave] of righe(piano)) {
    const risolto = piano.ingressi.resolve(chiave);
    if ('messaggio' in risolto || risolto.noto.altrui || visti.has(risolto.noto.id)) continue;
    visti.add(risolto.noto.id);
    for (const dove of chiusureDi(piano, risolto.noto, chiusi))
      piano.esito.remark(
        `Foglio ${foglio}, riga ${riga}: l’ospite è nel modulo ${dove}. È registrato così; controllare il modulo, le date o l’apertura.`,
      );
  }
}

/** The rows that say in which modulo a stay is: the last word on each stay first. */
function righe({ letti }: Piano): (readonly [string, number, string])[] {
  return [
    ...letti.cambi_modulo.righe.toReversed().map(({ riga, ingresso }) => ['cambi_modulo', riga, ingresso] as const),
    ...letti.ingressi.righe.map(({ riga, id }) => ['ingressi', riga, id] as const),
  ];
}

interface Chiudibile extends Apertura {
  readonly codice: string;
}

/** The moduli that have, or whose struttura has, a first or a last day, as the workbook leaves them. */
function aperture({ stato, letti, strutture, moduli }: Piano): Map<string, Chiudibile> {
  const case_ = comeSaranno<StrutturaNota>(stato.strutture.filter(isViva), letti.strutture.righe, strutture);
  const suoi = comeSaranno<ModuloNoto>(stato.moduli.filter(isViva), letti.moduli.righe, moduli);
  const aperti = [...suoi.values()].map(({ id, codice, strutturaId, dal, al }) => {
    const struttura = case_.get(strutturaId) ?? { dal: null, al: null };
    return [id, { codice, ...aperteInsieme({ dal, al }, struttura) }] as const;
  });
  return new Map(aperti.filter(([, { dal, al }]) => dal !== null || al !== null));
}

/** Those of the register and those of the workbook, by id; where both have one, the workbook's. */
function comeSaranno<N extends { readonly id: string }>(
  registro: readonly N[],
  righe: readonly { readonly codice: string }[],
  noti: Noti<N>,
): Map<string, N> {
  const letti = righe.flatMap(({ codice }) => {
    const risolto = noti.resolve(codice);
    return 'messaggio' in risolto ? [] : [risolto.noto];
  });
  return new Map([...registro, ...letti].map((uno) => [uno.id, uno]));
}

/** `TR-A, chiuso dal 01/04/2025`, for each time it is. */
function chiusureDi(piano: Piano, ingresso: IngressoNoto, chiusi: ReadonlyMap<string, Chiudibile>): string[] {
  const { stay, assegnazioni } = ingresso;
  const al = stay.dataIngresso > piano.oggi ? stay.dataIngresso : piano.oggi;
  return intervalliModulo(stay, assegnazioni, { dal: stay.dataIngresso, al }).flatMap((tratto) => {
    const modulo = chiusi.get(tratto.moduloId ?? '');
    return modulo ? chiusureNel(tratto, modulo).map(({ frase }) => `${modulo.codice}, ${frase}`) : [];
  });
}
