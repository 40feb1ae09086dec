import { type Assegnazione, trattiDi } from './assegnazione.ts';
import { addGiorni, addMesiAlGiorno, diffGiorni, type Giorno } from './giorno.ts';
import type { Permanenza } from './permanenza.ts';

/** How long a programme of a tipologia lasts at most (list tipologia_modulo): months or days; neither where there is no limit. */
export interface DurataMassima {
  readonly durataMassimaMesi?: number;
  readonly durataMassimaGiorni?: number;
}

/** The end of a programme: `giorni` from a day to it, negative when it is over; `concordata` when it was agreed. */
export interface FineProgramma {
  readonly fine: Giorno;
  readonly giorni: number;
  readonly concordata: boolean;
}

/** The last day of a programme that begins on `dal`, included; null where the tipologia has no limit. */
export function fineMassima(dal: Giorno, durata: DurataMassima | undefined): Giorno | null {
  if (durata?.durataMassimaGiorni !== undefined) return addGiorni(dal, durata.durataMassimaGiorni - 1);
  if (durata?.durataMassimaMesi !== undefined) return addGiorni(addMesiAlGiorno(dal, durata.durataMassimaMesi), -1);
  return null;
}

/** A programme of one tipologia that goes on, whatever the moduli. */
interface Programma {
  readonly dal: Giorno;
  readonly tipologia: string;
}

/**
 * The programme that is going on at `oggi`, with its first day: a change to a modulo of the same tipologia does not begin it
 * anew. null while no modulo is known.
 */
export function programmaDelGiorno(
  p: Permanenza,
  assegnazioni: readonly Assegnazione[],
  tipologiaDi: (moduloId: string) => string | undefined,
  oggi: Giorno,
): Programma | null {
  const iniziati = trattiDi(p, assegnazioni).filter(({ dal }, posto) => posto === 0 || dal <= oggi);
  return iniziati.reduce<Programma | null>((corrente, { moduloId, dal }) => {
    const tipologia = moduloId === null ? undefined : tipologiaDi(moduloId);
    if (tipologia === undefined) return null;
    return corrente?.tipologia === tipologia ? corrente : { dal, tipologia };
  }, null);
}

/** What the days of programmes are counted with. */
export interface Durate {
  readonly tipologiaDi: (moduloId: string) => string | undefined;
  readonly durataDi: (tipologia: string) => DurataMassima | undefined;
}

/** The programme going on at `giorno`: its first day and the last its tipologia allows. null while no modulo is known. */
export function massimaDelGiorno(
  p: Permanenza & { readonly assegnazioni: readonly Assegnazione[] },
  { tipologiaDi, durataDi }: Durate,
  giorno: Giorno,
): { readonly dal: Giorno; readonly fine: Giorno | null } | null {
  const programma = programmaDelGiorno(p, p.assegnazioni, tipologiaDi, giorno);
  return programma && { dal: programma.dal, fine: fineMassima(programma.dal, durataDi(programma.tipologia)) };
}

/** When the programme ends: on the day agreed, where there is one, else at the maximum duration. Counted from `oggi`. */
export function fineProgramma(agreed: Giorno | null, massima: Giorno | null, oggi: Giorno): FineProgramma | null {
  const fine = agreed ?? massima;
  return fine === null ? null : { fine, giorni: diffGiorni(oggi, fine), concordata: agreed !== null };
}
