import type { DatiBilancio, PermanenzaContata, StrutturaContata } from './bilancio-dati.ts';
import { ErroreApprodo } from './errore.ts';
import { giornoToEpoch, indiceMese, type Mese, meseDaIndice, type Periodo, primoGiorno } from './giorno.ts';
import { type Gruppo, gruppoDi, isMinore } from './gruppo.ts';
import { intervalloDi, toccaPeriodo } from './permanenza.ts';
import { mancantiDi, occupateDi, pagateDi, presenzaDi, sommaPesi, tabellaCodici } from './presenza.ts';

/** One stay that touches the period, with what its days in the period count for (rules 1–3). */
export interface ContoPermanenza {
  p: PermanenzaContata;
  gruppo: Gruppo;
  /** days of stay in the period as epoch days, end excluded */
  inizio: number;
  fine: number;
  giorni: number;
  presenza: number;
  pagate: number;
  occupate: number;
  mancanti: number;
  /** where the days go month by month */
  perMese: ContoMensile;
}

/** Days by month of the period (index 0 = its first month). */
export interface ContoMensile {
  permanenze: ContoPermanenza[];
  presenza: Int32Array;
  pagate: Int32Array;
  occupate: Int32Array;
}

export interface ContoStruttura {
  struttura: StrutturaContata;
  adulti: ContoMensile;
  minori: ContoMensile;
}

/** The months of a period, each cut to the period: epoch days of its first day and of the first day after. */
export interface Finestra {
  mesi: Mese[];
  base: number;
  primi: number[];
  inizi: number[];
  fini: number[];
}

export interface Conto {
  finestra: Finestra;
  strutture: ContoStruttura[];
  permanenze: ContoPermanenza[];
}

function finestraDi(periodo: Periodo): Finestra {
  const base = indiceMese(periodo.dal);
  const dal = giornoToEpoch(periodo.dal);
  const dopo = giornoToEpoch(periodo.al) + 1;
  const f: Finestra = { mesi: [], base, primi: [], inizi: [], fini: [] };
  for (let i = base; i <= indiceMese(periodo.al); i++) {
    const primo = giornoToEpoch(primoGiorno(meseDaIndice(i)));
    f.mesi.push(meseDaIndice(i));
    f.primi.push(primo);
    f.inizi.push(Math.max(primo, dal));
    f.fini.push(Math.min(giornoToEpoch(primoGiorno(meseDaIndice(i + 1))), dopo));
  }
  return f;
}

function contoMensile(mesi: number): ContoMensile {
  const zeri = () => new Int32Array(mesi);
  return { permanenze: [], presenza: zeri(), pagate: zeri(), occupate: zeri() };
}

/** A stay starts with all its days non registrata: neither presente nor pagata, keeping their place (rule 2). */
function apriConto(p: PermanenzaContata, s: ContoStruttura, f: Finestra): ContoPermanenza {
  const intervallo = intervalloDi(p);
  const inizio = Math.max(intervallo.inizio, f.inizi[0] ?? 0);
  const fine = Math.max(inizio, Math.min(intervallo.fine, f.fini[f.fini.length - 1] ?? 0));
  const perMese = isMinore(p.utenza) ? s.minori : s.adulti;
  const giorni = fine - inizio;
  const zero = { presenza: 0, pagate: 0, occupate: giorni, mancanti: giorni };
  const conto = { p, gruppo: gruppoDi(p.utenza, s.struttura.tipo), inizio, fine, giorni, ...zero, perMese };
  perMese.permanenze.push(conto);
  const { inizi, fini } = f;
  for (let m = 0; m < inizi.length; m++) {
    const nelMese = Math.min(fine, fini[m] ?? 0) - Math.max(inizio, inizi[m] ?? 0);
    if (nelMese > 0) perMese.occupate[m] = (perMese.occupate[m] ?? 0) + nelMese;
  }
  return conto;
}

function apriConti(periodo: Periodo, dati: DatiBilancio, f: Finestra): Conto {
  const strutture: ContoStruttura[] = dati.strutture
    .map((struttura) => ({ struttura, adulti: contoMensile(f.mesi.length), minori: contoMensile(f.mesi.length) }))
    .sort((a, b) => (a.struttura.codice < b.struttura.codice ? -1 : 1));
  const perId = new Map(strutture.map((s) => [s.struttura.id, s]));
  const permanenze: ContoPermanenza[] = [];
  for (const p of dati.permanenze) {
    if (!toccaPeriodo(p, periodo)) continue;
    const s = perId.get(p.strutturaId);
    if (!s) {
      const messaggio = `L’ingresso ${p.id} è in una struttura che non è in elenco: eseguire la verifica dei dati.`;
      throw new ErroreApprodo('bilancio.struttura', messaggio);
    }
    permanenze.push(apriConto(p, s, f));
  }
  return { finestra: f, strutture, permanenze };
}

/** Adds to the conti what each month of codes says. Consecutive rows of one stay are looked up once. */
function aggiungiPresenze(conto: Conto, dati: DatiBilancio): void {
  const tabella = tabellaCodici(dati.codici);
  const { base, primi, inizi, fini } = conto.finestra;
  const perId = new Map(conto.permanenze.map((c) => [c.p.id, c]));
  let idNoto = '';
  let c: ContoPermanenza | undefined;
  for (const riga of dati.presenze) {
    const m = indiceMese(riga.mese) - base;
    if (m < 0 || m >= primi.length) continue;
    if (riga.ingressoId !== idNoto) {
      idNoto = riga.ingressoId;
      c = perId.get(idNoto);
    }
    if (c === undefined) continue;
    const primoDelMese = primi[m] ?? 0;
    const primo = Math.max(c.inizio, inizi[m] ?? 0) - primoDelMese + 1;
    const ultimo = Math.min(c.fine, fini[m] ?? 0) - primoDelMese;
    if (primo <= ultimo) aggiungiMese(c, m, ultimo - primo + 1, sommaPesi(tabella, riga.codici, primo, ultimo));
  }
}

function aggiungiMese(c: ContoPermanenza, m: number, giorni: number, somma: number): void {
  const mese = c.perMese;
  const presenza = presenzaDi(somma);
  const pagate = pagateDi(somma);
  const occupate = occupateDi(somma);
  c.presenza += presenza;
  c.pagate += pagate;
  c.occupate += occupate - giorni;
  c.mancanti += mancantiDi(somma) - giorni;
  mese.presenza[m] = (mese.presenza[m] ?? 0) + presenza;
  mese.pagate[m] = (mese.pagate[m] ?? 0) + pagate;
  mese.occupate[m] = (mese.occupate[m] ?? 0) + occupate - giorni;
}

/** One pass over stays and presences: what every figure of the bilancio is summed from. */
export function contaTutto(periodo: Periodo, dati: DatiBilancio): Conto {
  const conto = apriConti(periodo, dati, finestraDi(periodo));
  aggiungiPresenze(conto, dati);
  return conto;
}
