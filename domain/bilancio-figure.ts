import { media1, mediaIntera, percentuale1 } from './arrotonda.ts';
import type { ContoPermanenza } from './bilancio-conto.ts';
import type { FigureEta, FigureGiornate, PermanenzaContata, Persone } from './bilancio-dati.ts';
import { etaIl } from './eta.ts';
import { computeFlusso } from './flusso.ts';
import { giorniDelPeriodo, type Periodo } from './giorno.ts';
import { durataGiorni } from './permanenza.ts';
import type { QuantiPosti } from './posti.ts';

/** Flow, days, mean and saturation of a group of stays; `posti` null when the group has no places of its own. */
export function figureGiornate(
  conti: readonly ContoPermanenza[],
  posti: QuantiPosti | null,
  periodo: Periodo,
): FigureGiornate {
  const flusso = computeFlusso(
    conti.map((c) => c.p),
    periodo,
  );
  const somma = { giorni: 0, presenza: 0, pagate: 0, occupate: 0, mancanti: 0 };
  for (const c of conti) {
    somma.giorni += c.giorni;
    somma.presenza += c.presenza;
    somma.pagate += c.pagate;
    somma.occupate += c.occupate;
    somma.mancanti += c.mancanti;
  }
  return {
    ...flusso,
    giorniDiPermanenza: somma.giorni,
    giornatePresenza: somma.presenza,
    giornatePagate: somma.pagate,
    giornateOccupate: somma.occupate,
    giorniMancanti: somma.mancanti,
    mediaGiornaliera: media1(somma.presenza, giorniDelPeriodo(periodo)),
    saturazioneAccreditati: percentuale1(somma.occupate, posti?.accreditati ?? 0),
    saturazioneDisponibili: percentuale1(somma.occupate, posti?.disponibili ?? 0),
  };
}

/** Ages over the trattati (rule 8), durations over the dimessi of the period (rule 9). */
export function figureEta(trattati: readonly PermanenzaContata[], dimessi: readonly PermanenzaContata[]): FigureEta {
  let somma = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const p of trattati) {
    const eta = etaIl(p.dataNascita, p.dataIngresso);
    somma += eta;
    min = Math.min(min, eta);
    max = Math.max(max, eta);
  }
  const vuoto = trattati.length === 0;
  const durate = dimessi.reduce((n, p) => n + (durataGiorni(p) ?? 0), 0);
  return {
    etaMedia: mediaIntera(somma, trattati.length),
    etaMin: vuoto ? null : min,
    etaMax: vuoto ? null : max,
    durataMediaGiorni: mediaIntera(durate, dimessi.length),
  };
}

/** The stays with their dimissione in the period (rule 6). */
export function dimessiDi(conti: readonly ContoPermanenza[], periodo: Periodo): PermanenzaContata[] {
  return conti
    .map((c) => c.p)
    .filter((p) => p.dataDimissione !== null && p.dataDimissione >= periodo.dal && p.dataDimissione <= periodo.al);
}

function vienePrima(a: PermanenzaContata, b: PermanenzaContata): boolean {
  if (a.dataIngresso !== b.dataIngresso) return a.dataIngresso < b.dataIngresso;
  const fineA = a.dataDimissione ?? '9999-12-31';
  const fineB = b.dataDimissione ?? '9999-12-31';
  return fineA === fineB ? a.id < b.id : fineA < fineB;
}

/** Rule 15: for each persona the first of the stays given, which decides profile and sex. Independent of their order. */
export function primePermanenze(permanenze: Iterable<PermanenzaContata>): Map<string, PermanenzaContata> {
  const prime = new Map<string, PermanenzaContata>();
  for (const p of permanenze) {
    const nota = prime.get(p.personaId);
    if (nota === undefined || vienePrima(p, nota)) prime.set(p.personaId, p);
  }
  return prime;
}

export const SESSI_CONTATI = ['M', 'F', 'T'] as const;
export type SessoContato = (typeof SESSI_CONTATI)[number];

/** Rules 7 and 14: the persons given, by sex; whatever is not M or F is under T, so that the total is the sum. */
export function contaPersone(prime: ReadonlyMap<string, PermanenzaContata>): Persone {
  const persone: Persone = { totale: prime.size, M: 0, F: 0, T: 0 };
  for (const p of prime.values()) persone[sessoContato(p)]++;
  return persone;
}

/** Under which key of `persone` a stay puts its person (rule 14). */
export function sessoContato({ sesso }: Pick<PermanenzaContata, 'sesso'>): SessoContato {
  return sesso === 'M' || sesso === 'F' ? sesso : 'T';
}
