import { type Tratto, trattiDi } from './assegnazione.ts';
import type { DatiBilancio, PermanenzaContata } from './bilancio-dati.ts';
import { type Giorno, giornoToEpoch, indiceMese, meseDaIndice, type Periodo, primoGiorno } from './giorno.ts';
import { isSenzaGiorni } from './permanenza.ts';
import {
  mancantiDi,
  occupateDi,
  pagateDi,
  presenzaDi,
  sommaPesi,
  type TabellaCodici,
  tabellaCodici,
} from './presenza.ts';

/** How the giornate are split. */
export type Per = 'struttura' | 'modulo' | 'ente_pagante';

/** A stretch of a stay that touches the period, with its movements and its days by code. */
export interface TrattoContato {
  p: PermanenzaContata;
  /** id of the struttura or modulo, or the payer; '' when there is none */
  chiave: string;
  /** how it begins and ends within the period (rule 6, a change of modulo being neither ingresso nor dimissione) */
  presenteInizio: boolean;
  ingresso: boolean;
  entrataDaModulo: boolean;
  dimissione: boolean;
  uscitaVersoModulo: boolean;
  presenteFine: boolean;
  /** days of stay in the period as epoch days, end excluded */
  inizio: number;
  fine: number;
  presenza: number;
  pagate: number;
  occupate: number;
  /** days by code: index 0 non registrata, else 1 + position in the table */
  perIndice: number[];
}

function tocca(t: Tratto, periodo: Periodo): boolean {
  return t.dal <= periodo.al && (t.fine === null || t.fine >= periodo.dal);
}

function giorniDi(p: PermanenzaContata, t: Tratto, periodo: Periodo): { inizio: number; fine: number } {
  const inizio = Math.max(giornoToEpoch(t.dal), giornoToEpoch(periodo.dal));
  const dopo = giornoToEpoch(periodo.al) + 1;
  if (isSenzaGiorni(p)) return { inizio, fine: inizio };
  const intera = p.dataDimissione === p.dataIngresso ? 1 : 0;
  const fine = t.fine === null ? dopo : Math.min(giornoToEpoch(t.fine) + intera, dopo);
  return { inizio, fine: Math.max(inizio, fine) };
}

function contaTratto(p: PermanenzaContata, t: Tratto, chiave: string, periodo: Periodo, codici: number): TrattoContato {
  const finisce = (g: Giorno | null): g is Giorno => g !== null && g <= periodo.al;
  const giorni = giorniDi(p, t, periodo);
  const nonRegistrate = giorni.fine - giorni.inizio;
  const perIndice = new Array<number>(codici + 1).fill(0);
  perIndice[0] = nonRegistrate;
  const primo = t.dal === p.dataIngresso;
  const ultimo = t.fine === p.dataDimissione;
  return {
    p,
    chiave,
    presenteInizio: t.dal < periodo.dal,
    ingresso: t.dal >= periodo.dal && primo,
    entrataDaModulo: t.dal >= periodo.dal && !primo,
    dimissione: finisce(t.fine) && ultimo,
    uscitaVersoModulo: finisce(t.fine) && !ultimo,
    presenteFine: !finisce(t.fine),
    ...giorni,
    presenza: 0,
    pagate: 0,
    occupate: nonRegistrate,
    perIndice,
  };
}

/** The stretches of a stay: one for the whole stay, unless the giornate are split by modulo. */
function trattiPer(p: PermanenzaContata, per: Per): { tratto: Tratto; chiave: string }[] {
  if (per === 'modulo') {
    return trattiDi(p, p.assegnazioni).map((tratto) => ({ tratto, chiave: tratto.moduloId ?? '' }));
  }
  const chiave = per === 'struttura' ? p.strutturaId : (p.entePagante ?? '');
  return [{ tratto: { moduloId: null, dal: p.dataIngresso, fine: p.dataDimissione }, chiave }];
}

/** Adds the days of one month of codes that fall in the stretch; `primoDelMese` and `dopo` are epoch days. */
function aggiungiMese(
  t: TrattoContato,
  tabella: TabellaCodici,
  primoDelMese: number,
  dopo: number,
  codici: string,
): void {
  const primo = Math.max(t.inizio - primoDelMese, 0) + 1;
  const ultimo = Math.min(t.fine, dopo) - primoDelMese;
  if (ultimo < primo) return;
  const somma = sommaPesi(tabella, codici, primo, ultimo);
  t.presenza += presenzaDi(somma);
  t.pagate += pagateDi(somma);
  t.occupate += occupateDi(somma) - (ultimo - primo + 1);
  const { perIndice } = t;
  for (let i = primo - 1; i < ultimo; i++) {
    const indice = tabella.indice[codici.charCodeAt(i)] ?? 0;
    if (indice !== 0) perIndice[indice] = (perIndice[indice] ?? 0) + 1;
  }
  perIndice[0] = (perIndice[0] ?? 0) - (ultimo - primo + 1) + mancantiDi(somma);
}

function aggiungiPresenze(
  perIngresso: ReadonlyMap<string, readonly TrattoContato[]>,
  periodo: Periodo,
  dati: DatiBilancio,
  tabella: TabellaCodici,
): void {
  const da = indiceMese(periodo.dal);
  const primi: number[] = [];
  for (let m = da; m <= indiceMese(periodo.al) + 1; m++) primi.push(giornoToEpoch(primoGiorno(meseDaIndice(m))));
  let idNoto = '';
  let tratti: readonly TrattoContato[] = [];
  for (const { ingressoId, mese, codici } of dati.presenze) {
    const m = indiceMese(mese) - da;
    const dopo = primi[m + 1];
    if (m < 0 || dopo === undefined) continue;
    if (ingressoId !== idNoto) {
      idNoto = ingressoId;
      tratti = perIngresso.get(ingressoId) ?? [];
    }
    for (const t of tratti) aggiungiMese(t, tabella, primi[m] ?? dopo, dopo, codici);
  }
}

/**
 * The stretches of all stays that touch the period, with their days counted (rules 1–3, 6). What each contributes to every
 * figure is in the stretch itself, so that the rows behind a figure are the same ones it is summed from.
 */
export function contaTratti(
  periodo: Periodo,
  dati: DatiBilancio,
  per: Per,
): { tratti: TrattoContato[]; tabella: TabellaCodici } {
  const tabella = tabellaCodici(dati.codici);
  const tratti: TrattoContato[] = [];
  const perIngresso = new Map<string, TrattoContato[]>();
  for (const p of dati.permanenze) {
    const propri = trattiPer(p, per)
      .filter(({ tratto }) => tocca(tratto, periodo))
      .map(({ tratto, chiave }) => contaTratto(p, tratto, chiave, periodo, dati.codici.length));
    if (propri.length === 0) continue;
    tratti.push(...propri);
    perIngresso.set(p.id, propri);
  }
  aggiungiPresenze(perIngresso, periodo, dati, tabella);
  return { tratti, tabella };
}
