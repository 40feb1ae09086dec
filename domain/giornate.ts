import { media1, percentuale1 } from './arrotonda.ts';
import type { DatiBilancio } from './bilancio-dati.ts';
import { contaTratti, type Per, type TrattoContato } from './giornate-conto.ts';
import { contributo, type Figura } from './giornate-figure.ts';
import { type Giorno, giorniDelPeriodo, type Periodo } from './giorno.ts';
import { giornatePosto, type QuantiPosti } from './posti.ts';
import type { TabellaCodici } from './presenza.ts';

export type { Per } from './giornate-conto.ts';

/** Days of one utenza within a row, so that groups are not summed in silence (rule 13). `trattati` in stays. */
interface FigureUtenza {
  trattati: number;
  giornatePresenza: number;
  giornatePagate: number;
  giornateOccupate: number;
}

/** One line: flows in stays, days in days, means with one decimal, saturazioni in percent (null: no places of its own). */
export interface RigaGiornate {
  /** codice of struttura or modulo, or the payer; '' = senza modulo, non indicato */
  chiave: string;
  nome: string;
  presentiInizio: number;
  ingressi: number;
  trattati: number;
  dimessi: number;
  presentiFine: number;
  /** per modulo only: presentiInizio + ingressi + entrate = trattati; trattati − dimessi − uscite = presentiFine */
  entrateDaModulo?: number;
  usciteVersoModulo?: number;
  giorniDiPermanenza: number;
  giornatePresenza: number;
  giornatePagate: number;
  giornateOccupate: number;
  giorniMancanti: number;
  mediaGiornaliera: number | null;
  saturazioneAccreditati: number | null;
  saturazioneDisponibili: number | null;
  perCodice: Record<string, number>;
  perUtenza: Record<string, FigureUtenza>;
}

/** The JSON of `report giornate` (formats.md §2). */
export interface Giornate {
  dal: Giorno;
  al: Giorno;
  per: Per;
  righe: RigaGiornate[];
  totale: RigaGiornate;
}

interface Voce {
  id: string;
  chiave: string;
  nome: string;
  posti: QuantiPosti | null;
}

/** The rows that must appear even when empty, then whatever the stays bring. */
function vociDi(per: Per, dati: DatiBilancio, tratti: readonly TrattoContato[], periodo: Periodo): Voce[] {
  const posti = (moduli: readonly string[]) =>
    giornatePosto(
      dati.posti.filter((p) => moduli.includes(p.moduloId)),
      periodo,
    );
  const note: Voce[] = [];
  if (per === 'struttura') {
    for (const { id, codice, nome } of dati.strutture) {
      const moduli = dati.moduli.filter((m) => m.strutturaId === id).map((m) => m.id);
      note.push({ id, chiave: codice, nome, posti: posti(moduli) });
    }
  } else if (per === 'modulo') {
    for (const { id, codice, nome } of dati.moduli) note.push({ id, chiave: codice, nome, posti: posti([id]) });
  }
  const viste = new Set(note.map((v) => v.id));
  for (const { chiave } of tratti) {
    if (viste.has(chiave)) continue;
    viste.add(chiave);
    note.push({
      id: chiave,
      chiave,
      nome: chiave || (per === 'modulo' ? 'Senza modulo' : 'Non indicato'),
      posti: null,
    });
  }
  return note.sort((a, b) => (a.chiave < b.chiave ? -1 : 1));
}

function perCodiceDi(tratti: readonly TrattoContato[], tabella: TabellaCodici): Record<string, number> {
  const perCodice: Record<string, number> = {};
  for (const [i, codice] of tabella.codici.entries()) {
    const n = tratti.reduce((somma, t) => somma + (t.perIndice[i + 1] ?? 0), 0);
    if (n > 0) perCodice[codice.voce] = n;
  }
  return perCodice;
}

type Somma = (figura: Figura) => number;

function perUtenzaDi(tratti: readonly TrattoContato[]): Record<string, FigureUtenza> {
  const gruppi = Map.groupBy(tratti, (t) => t.p.utenza ?? 'NON_INDICATA');
  const righe = [...gruppi].sort(([a], [b]) => (a < b ? -1 : 1));
  const figure = (gruppo: readonly TrattoContato[]): FigureUtenza => {
    const somma: Somma = (f) => gruppo.reduce((n, t) => n + contributo(f, t), 0);
    return {
      trattati: somma('trattati'),
      giornatePresenza: somma('giornatePresenza'),
      giornatePagate: somma('giornatePagate'),
      giornateOccupate: somma('giornateOccupate'),
    };
  };
  return Object.fromEntries(righe.map(([utenza, gruppo]) => [utenza, figure(gruppo)]));
}

function rigaDi(
  voce: Voce,
  tratti: readonly TrattoContato[],
  tabella: TabellaCodici,
  per: Per,
  periodo: Periodo,
): RigaGiornate {
  const somma: Somma = (f) => tratti.reduce((n, t) => n + contributo(f, t), 0);
  const giornatePresenza = somma('giornatePresenza');
  const giornateOccupate = somma('giornateOccupate');
  const daModulo = { entrateDaModulo: somma('entrateDaModulo'), usciteVersoModulo: somma('usciteVersoModulo') };
  return {
    chiave: voce.chiave,
    nome: voce.nome,
    presentiInizio: somma('presentiInizio'),
    ingressi: somma('ingressi'),
    trattati: somma('trattati'),
    dimessi: somma('dimessi'),
    presentiFine: somma('presentiFine'),
    ...(per === 'modulo' ? daModulo : {}),
    giorniDiPermanenza: somma('giorniDiPermanenza'),
    giornatePresenza,
    giornatePagate: somma('giornatePagate'),
    giornateOccupate,
    giorniMancanti: somma('giorniMancanti'),
    mediaGiornaliera: media1(giornatePresenza, giorniDelPeriodo(periodo)),
    saturazioneAccreditati: percentuale1(giornateOccupate, voce.posti?.accreditati ?? 0),
    saturazioneDisponibili: percentuale1(giornateOccupate, voce.posti?.disponibili ?? 0),
    perCodice: perCodiceDi(tratti, tabella),
    perUtenza: perUtenzaDi(tratti),
  };
}

/**
 * Flows and days of a period by struttura, modulo or payer (rules 3–6), one row each and a total; strutture and moduli
 * without stays have their row. All utenze together, told apart in `perUtenza`. By modulo a stay counts once in each
 * stretch; the total then counts movements between moduli on both sides, and still balances.
 */
export function computeGiornate(periodo: Periodo, dati: DatiBilancio, per: Per = 'struttura'): Giornate {
  const { tratti, tabella } = contaTratti(periodo, dati, per);
  const perChiave = Map.groupBy(tratti, (t) => t.chiave);
  const voci = vociDi(per, dati, tratti, periodo);
  const righe = voci.map((v) => rigaDi(v, perChiave.get(v.id) ?? [], tabella, per, periodo));
  const tutti: Voce = { id: '', chiave: 'totale', nome: 'Totale', posti: giornatePosto(dati.posti, periodo) };
  return { dal: periodo.dal, al: periodo.al, per, righe, totale: rigaDi(tutti, tratti, tabella, per, periodo) };
}
