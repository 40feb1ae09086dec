import { type Apertura, isAperta } from './apertura.ts';
import { type Giorno, giornoToEpoch, type Periodo } from './giorno.ts';

/** Places of a modulo, first and last day included; `validoAl` null until further notice. */
export interface Posti {
  moduloId: string;
  validoDal: Giorno;
  validoAl: Giorno | null;
  accreditati: number;
  disponibili: number;
  /** when its modulo is open; absent: always. Outside of it the row counts nothing, whatever its own days */
  apertura?: Apertura;
}

/** Places, or places × days, of both kinds. */
export interface QuantiPosti {
  accreditati: number;
  disponibili: number;
}

/** Rows of one modulo, the one that decides first: the newest `validoDal` wins over an older row still open. */
function perModulo(posti: Iterable<Posti>): Map<string, Posti[]> {
  const gruppi = new Map<string, Posti[]>();
  for (const p of posti) {
    const gruppo = gruppi.get(p.moduloId);
    if (gruppo) gruppo.push(p);
    else gruppi.set(p.moduloId, [p]);
  }
  for (const gruppo of gruppi.values()) {
    gruppo.sort((a, b) => {
      if (a.validoDal !== b.validoDal) return a.validoDal < b.validoDal ? 1 : -1;
      return b.accreditati - a.accreditati || b.disponibili - a.disponibili;
    });
  }
  return gruppi;
}

function valido(p: Posti, g: Giorno): boolean {
  return p.validoDal <= g && (p.validoAl === null || g <= p.validoAl) && (!p.apertura || isAperta(p.apertura, g));
}

/**
 * Two periods of a modulo share days and neither stands inside the other: the later one counts from its first day, and goes on
 * after the end of the earlier.
 */
export function siAccavallano(
  a: Pick<Posti, 'validoDal' | 'validoAl'>,
  b: Pick<Posti, 'validoDal' | 'validoAl'>,
): boolean {
  const [prima, dopo] = a.validoDal < b.validoDal ? [a, b] : [b, a];
  if (prima.validoAl === null || dopo.validoDal > prima.validoAl) return false;
  return dopo.validoAl === null || dopo.validoAl > prima.validoAl;
}

/** The places valid on a day, over all the moduli given; where two rows of a modulo are valid, the newer one counts. */
export function postiDelGiorno(posti: Iterable<Posti>, g: Giorno): QuantiPosti {
  const somma: QuantiPosti = { accreditati: 0, disponibili: 0 };
  for (const gruppo of perModulo(posti).values()) {
    const riga = gruppo.find((p) => valido(p, g));
    somma.accreditati += riga?.accreditati ?? 0;
    somma.disponibili += riga?.disponibili ?? 0;
  }
  return somma;
}

interface Tratto {
  inizio: number;
  fine: number;
}

/** What is left of `liberi` (epoch days, end excluded) once `usato` is taken out. */
function togli(liberi: readonly Tratto[], usato: Tratto): Tratto[] {
  return liberi.flatMap((l) =>
    [
      { inizio: l.inizio, fine: Math.min(l.fine, usato.inizio) },
      { inizio: Math.max(l.inizio, usato.fine), fine: l.fine },
    ].filter((t) => t.inizio < t.fine),
  );
}

function comuni(liberi: readonly Tratto[], t: Tratto): number {
  return liberi.reduce((n, l) => n + Math.max(0, Math.min(l.fine, t.fine) - Math.max(l.inizio, t.inizio)), 0);
}

/** The days a row holds: its own, while its modulo is open. */
function trattoDi({ validoDal, validoAl, apertura }: Posti): Tratto {
  const inizi = [validoDal, apertura?.dal ?? validoDal].map(giornoToEpoch);
  const fini = [validoAl, apertura?.al ?? null].map((al) =>
    al === null ? Number.POSITIVE_INFINITY : giornoToEpoch(al) + 1,
  );
  return { inizio: Math.max(...inizi), fine: Math.min(...fini) };
}

/** Rule 5, the divisor of the saturazione: Σ over each day of the period of the places valid that day. */
export function giornatePosto(posti: Iterable<Posti>, periodo: Periodo): QuantiPosti {
  const somma: QuantiPosti = { accreditati: 0, disponibili: 0 };
  const tutto: Tratto = { inizio: giornoToEpoch(periodo.dal), fine: giornoToEpoch(periodo.al) + 1 };
  for (const gruppo of perModulo(posti).values()) {
    let liberi: Tratto[] = [tutto];
    for (const p of gruppo) {
      const tratto = trattoDi(p);
      const giorni = comuni(liberi, tratto);
      somma.accreditati += giorni * p.accreditati;
      somma.disponibili += giorni * p.disponibili;
      liberi = togli(liberi, tratto);
    }
  }
  return somma;
}
