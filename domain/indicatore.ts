import { percentuale1 } from './arrotonda.ts';
import type { DatiBilancio, PermanenzaContata } from './bilancio-dati.ts';
import { computeGiornate, type RigaGiornate } from './giornate.ts';
import { diffGiorni, type Giorno, type Periodo } from './giorno.ts';
import { giornatePosto } from './posti.ts';

/**
 * Within how many days of the dimissione its report is written, and which share may be late, percent.
 * Source: the organisation's own quality system, Bilancio sociale 2024, lines 8407-8410.
 */
export const RELAZIONE_ENTRO_GIORNI = 30;
export const MASSIMO_RELAZIONI = 15;

/** Which share of allontanamenti a struttura of that type stays within, percent; the other types have none. Same source, 8389-8394. */
export const MASSIMO_ALLONTANAMENTI: Readonly<Record<string, number>> = { CT: 15, NUC: 17 };

/** A report of a dimissione beyond its days: written late, or not written and the days are over. */
export type RelazioneOltre = 'scritta_tardi' | 'senza_data';

/** Null: written in time, or there is still time, or the stay goes on. */
export function relazioneOltre(
  { dataDimissione, dataRelazione }: Pick<PermanenzaContata, 'dataDimissione' | 'dataRelazione'>,
  oggi: Giorno,
): RelazioneOltre | null {
  if (dataDimissione === null) return null;
  const scritta = dataRelazione ?? null;
  if (diffGiorni(dataDimissione, scritta ?? oggi) <= RELAZIONE_ENTRO_GIORNI) return null;
  return scritta === null ? 'senza_data' : 'scritta_tardi';
}

/** The quality indicators of a struttura, or of all: each with what it is made of. Percents with one decimal, null without a denominator. */
export interface RigaIndicatori {
  /** codice of the struttura; `totale` of all */
  chiave: string;
  nome: string;
  trattati: number;
  /** every dimissione of the period, internal transfers too: the denominator of the three that follow (rule 10, *programmi*) */
  dimessi: number;
  conclusi: number;
  percentoConclusi: number | null;
  allontanamenti: number;
  percentoAllontanamenti: number | null;
  /** percent; null where the type of the struttura has none */
  massimoAllontanamenti: number | null;
  relazioniOltre: number;
  /** how many of those have no day at all */
  relazioniSenzaData: number;
  percentoRelazioni: number | null;
  massimoRelazioni: number;
  giornateOccupate: number;
  /** Σ over each day of the places valid that day (rule 5) */
  giornatePostoAccreditati: number;
  giornatePostoDisponibili: number;
  saturazioneAccreditati: number | null;
  saturazioneDisponibili: number | null;
}

export interface Indicatori extends Periodo {
  righe: RigaIndicatori[];
  totale: RigaIndicatori;
}

function rigaDi(
  riga: RigaGiornate,
  dimessi: readonly PermanenzaContata[],
  dati: DatiBilancio,
  { periodo, oggi, strutturaId }: { periodo: Periodo; oggi: Giorno; strutturaId: string | null },
): RigaIndicatori {
  const suoi = dati.moduli.filter((m) => strutturaId === null || m.strutturaId === strutturaId).map((m) => m.id);
  const posti = giornatePosto(
    dati.posti.filter((p) => suoi.includes(p.moduloId)),
    periodo,
  );
  const tipo = dati.strutture.find((s) => s.id === strutturaId)?.tipo ?? '';
  const conclusi = dimessi.filter((p) => p.esito === 'concluso').length;
  const allontanamenti = dimessi.filter((p) => p.esito === 'allontanamento').length;
  const oltre = dimessi.flatMap((p) => relazioneOltre(p, oggi) ?? []);
  return {
    chiave: riga.chiave,
    nome: riga.nome,
    trattati: riga.trattati,
    dimessi: riga.dimessi,
    conclusi,
    percentoConclusi: percentuale1(conclusi, riga.dimessi),
    allontanamenti,
    percentoAllontanamenti: percentuale1(allontanamenti, riga.dimessi),
    massimoAllontanamenti: MASSIMO_ALLONTANAMENTI[tipo] ?? null,
    relazioniOltre: oltre.length,
    relazioniSenzaData: oltre.filter((una) => una === 'senza_data').length,
    percentoRelazioni: percentuale1(oltre.length, riga.dimessi),
    massimoRelazioni: MASSIMO_RELAZIONI,
    giornateOccupate: riga.giornateOccupate,
    giornatePostoAccreditati: posti.accreditati,
    giornatePostoDisponibili: posti.disponibili,
    saturazioneAccreditati: riga.saturazioneAccreditati,
    saturazioneDisponibili: riga.saturazioneDisponibili,
  };
}

/** The quality indicators of a period by struttura, all utenze together, and their total. */
export function computeIndicatori(periodo: Periodo, dati: DatiBilancio, oggi: Giorno): Indicatori {
  const giornate = computeGiornate(periodo, dati, 'struttura');
  const usciti = dati.permanenze.filter(({ dataDimissione: d }) => d !== null && periodo.dal <= d && d <= periodo.al);
  const perStruttura = Map.groupBy(usciti, (p) => p.strutturaId);
  const idDi = new Map(dati.strutture.map((s) => [s.codice, s.id]));
  const righe = giornate.righe.map((riga) => {
    const strutturaId = idDi.get(riga.chiave) ?? riga.chiave;
    return rigaDi(riga, perStruttura.get(strutturaId) ?? [], dati, { periodo, oggi, strutturaId });
  });
  const totale = rigaDi(giornate.totale, usciti, dati, { periodo, oggi, strutturaId: null });
  return { ...periodo, righe, totale };
}
