import type { StatoCentrale } from '../../db/reads/centrale.ts';
import type { Pacco } from '../../db/reads/pacco.ts';
import { type Mese, meseDi } from '../../domain/giorno.ts';
import type { PaccoLetto } from './pacco-read.ts';

/** A parcel set beside what the central office holds: everything the plan is made from. */
export interface Confronto {
  readonly pacco: PaccoLetto;
  readonly stato: StatoCentrale;
  /** id here of the parcel's struttura */
  readonly strutturaId: string;
  /** the parcel of the same month that was in force so far: its content no longer counts */
  readonly sostituito: Pacco | undefined;
  /** number of the parcel in force of each month, this one included */
  readonly numeri: ReadonlyMap<Mese, number>;
  /** this parcel, and the others in force that may hold what the replaced one held */
  readonly fonti: readonly PaccoLetto[];
  /** codice of a modulo, as `localizza` gives it → id here */
  readonly moduli: Map<string, string>;
}

/** A stay lives unless a parcel newer than what is known of it, in force for a month it touches, is without it. */
export function isPermanenzaViva(
  { numeri }: Confronto,
  stay: { readonly dataIngresso: string; readonly dataDimissione: string | null },
  versione: number,
): boolean {
  for (const [mese, numero] of numeri) if (numero > versione && toccaMese(stay, mese)) return false;
  return true;
}

/** Rule 6 for a whole month: the stay is among its trattati. */
export function toccaMese(
  { dataIngresso, dataDimissione }: { readonly dataIngresso: string; readonly dataDimissione: string | null },
  mese: Mese,
): boolean {
  return meseDi(dataIngresso) <= mese && (dataDimissione === null || meseDi(dataDimissione) >= mese);
}

/**
 * Whether a row is as of the replaced parcel and this one does not simply overwrite it: what the other parcels in force say
 * of it must be looked up. `portata`: this parcel holds it. Versions are numbers of a chain, or instants of a device.
 */
export function isSospesa(
  riga: { readonly versione: number },
  portata: boolean,
  versione: number,
  versioneSostituita: number | undefined,
): boolean {
  return riga.versione === versioneSostituita && !(portata && versione > versioneSostituita);
}

/** Of the parcels of the struttura in force, the newest that satisfies. */
export function findFonte(c: Confronto, contiene: (righe: PaccoLetto['righe']) => boolean): PaccoLetto | undefined {
  const { struttura } = c.pacco.manifesto;
  return c.fonti
    .filter(({ manifesto, righe }) => manifesto.struttura === struttura && contiene(righe))
    .toSorted((a, b) => b.manifesto.numero - a.manifesto.numero)[0];
}

/** The id here of a modulo as a parcel names it: every parcel holds all the moduli of its struttura. */
export function getModulo(c: Confronto, pacco: PaccoLetto, moduloId: string): string {
  const codice = pacco.righe.moduli.find((modulo) => modulo.id === moduloId)?.codice ?? '';
  const id = c.moduli.get(codice);
  if (id === undefined) throw new Error(`modulo ${moduloId} is in no parcel`);
  return id;
}
