import { addGiorni, type Giorno, type Periodo } from './giorno.ts';
import { isSenzaGiorni, type Permanenza } from './permanenza.ts';

/** The modulo of a stay from a day on, until the next assegnazione. */
export interface Assegnazione {
  dal: Giorno;
  moduloId: string;
}

/** A stretch of a stay in one modulo: `fine` is the first day after it (the dimissione for the last), null while open. */
export interface Tratto {
  /** null: no assegnazione covers these days */
  moduloId: string | null;
  dal: Giorno;
  fine: Giorno | null;
}

/** Days of a stay in one modulo, both ends included. */
export interface IntervalloModulo {
  moduloId: string | null;
  dal: Giorno;
  al: Giorno;
}

/** The modulo of day `g`: the last assegnazione that has begun; null before the first. Does not know the stay. */
export function moduloDelGiorno(assegnazioni: readonly Assegnazione[], g: Giorno): string | null {
  let scelta: Assegnazione | undefined;
  for (const a of assegnazioni) {
    if (a.dal <= g && (scelta === undefined || a.dal >= scelta.dal)) scelta = a;
  }
  return scelta?.moduloId ?? null;
}

/** The changes that fall inside the stay after its first day, in order; one on the day of dimissione has no day. */
function cambi(p: Permanenza, assegnazioni: readonly Assegnazione[]): Assegnazione[] {
  return assegnazioni
    .filter((a) => a.dal > p.dataIngresso && (p.dataDimissione === null || a.dal < p.dataDimissione))
    .sort((a, b) => (a.dal === b.dal ? 0 : a.dal < b.dal ? -1 : 1));
}

/**
 * The stay cut at each change of modulo, in order, at least one stretch; a change to the modulo one is already in cuts
 * nothing. Consecutive stretches meet: the day of the change belongs to the second.
 */
export function trattiDi(p: Permanenza, assegnazioni: readonly Assegnazione[]): Tratto[] {
  let corrente: Tratto = {
    moduloId: moduloDelGiorno(assegnazioni, p.dataIngresso),
    dal: p.dataIngresso,
    fine: p.dataDimissione,
  };
  const tratti = [corrente];
  if (assegnazioni.length < 2 && corrente.moduloId !== null) return tratti;
  for (const { dal } of cambi(p, assegnazioni)) {
    const moduloId = moduloDelGiorno(assegnazioni, dal);
    if (moduloId === corrente.moduloId) continue;
    corrente.fine = dal;
    corrente = { moduloId, dal, fine: p.dataDimissione };
    tratti.push(corrente);
  }
  return tratti;
}

/** The days of the stay within the period, by modulo (Words: each day belongs to the modulo of that day). */
export function intervalliModulo(
  p: Permanenza,
  assegnazioni: readonly Assegnazione[],
  periodo: Periodo,
): IntervalloModulo[] {
  if (isSenzaGiorni(p)) return [];
  const intervalli: IntervalloModulo[] = [];
  for (const t of trattiDi(p, assegnazioni)) {
    const ultimo = t.fine === null ? periodo.al : t.fine === t.dal ? t.dal : addGiorni(t.fine, -1);
    const dal = t.dal < periodo.dal ? periodo.dal : t.dal;
    const al = ultimo > periodo.al ? periodo.al : ultimo;
    if (dal <= al) intervalli.push({ moduloId: t.moduloId, dal, al });
  }
  return intervalli;
}
