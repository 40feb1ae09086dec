import type { ContoMensile, ContoStruttura, Finestra } from './bilancio-conto.ts';
import type { Comunita, DatiBilancio, FigureComunita, FigureMese } from './bilancio-dati.ts';
import { contaPersone, dimessiDi, figureEta, figureGiornate, primePermanenze } from './bilancio-figure.ts';
import { conteggiaEsitiPersone, conteggiaEsitiProgrammi } from './esito.ts';
import { indiceMese, type Mese, type Periodo } from './giorno.ts';
import { giornatePosto, type Posti } from './posti.ts';

/** Flow of each month: who is there at the beginning, then each movement in its month (rule 6). */
function mesiDi(conto: ContoMensile, f: Finestra, periodo: Periodo): Record<Mese, FigureMese> {
  const ingressi = new Int32Array(f.mesi.length);
  const dimessi = new Int32Array(f.mesi.length);
  let presenti = 0;
  for (const { p } of conto.permanenze) {
    if (p.dataIngresso < periodo.dal) presenti++;
    else aumenta(ingressi, indiceMese(p.dataIngresso) - f.base);
    if (p.dataDimissione !== null && p.dataDimissione <= periodo.al) {
      aumenta(dimessi, indiceMese(p.dataDimissione) - f.base);
    }
  }
  const mesi: Record<Mese, FigureMese> = {};
  for (const [m, mese] of f.mesi.entries()) {
    const presentiInizio = presenti;
    presenti += (ingressi[m] ?? 0) - (dimessi[m] ?? 0);
    mesi[mese] = {
      presentiInizio,
      ingressi: ingressi[m] ?? 0,
      dimessi: dimessi[m] ?? 0,
      presentiFine: presenti,
      giornatePresenza: conto.presenza[m] ?? 0,
      giornatePagate: conto.pagate[m] ?? 0,
      giornateOccupate: conto.occupate[m] ?? 0,
    };
  }
  return mesi;
}

function aumenta(conta: Int32Array, m: number): void {
  conta[m] = (conta[m] ?? 0) + 1;
}

function figureComunita(conto: ContoMensile, posti: readonly Posti[], f: Finestra, periodo: Periodo): FigureComunita {
  const conti = conto.permanenze;
  const trattati = conti.map((c) => c.p);
  const dimessi = dimessiDi(conti, periodo);
  const esiti = conteggiaEsitiProgrammi(dimessi);
  return {
    ...figureGiornate(conti, giornatePosto(posti, periodo), periodo),
    ...figureEta(trattati, dimessi),
    persone: contaPersone(primePermanenze(trattati)),
    esiti: esiti.righe,
    esitiPersone: conteggiaEsitiPersone(dimessi).righe,
    ...(esiti.senzaEsito > 0 ? { senzaEsito: esiti.senzaEsito } : {}),
    mesi: mesiDi(conto, f, periodo),
  };
}

/** Sums `n` by struttura and voce, the voci in alphabetical order. */
function eventiPerStruttura(
  righe: Iterable<{ strutturaId: string; voce: string; n: number }>,
): Map<string, Record<string, number>> {
  const conta = new Map<string, Map<string, number>>();
  for (const { strutturaId, voce, n } of righe) {
    const voci = conta.get(strutturaId) ?? new Map<string, number>();
    conta.set(strutturaId, voci.set(voce, (voci.get(voce) ?? 0) + n));
  }
  const ordinate = (voci: Map<string, number>) => Object.fromEntries([...voci].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([...conta].map(([id, voci]) => [id, ordinate(voci)]));
}

/** The list `comunita` of formats.md §3, by codice; a struttura without stays has zeros. */
export function computeComunita(
  strutture: readonly ContoStruttura[],
  f: Finestra,
  dati: DatiBilancio,
  periodo: Periodo,
): Comunita[] {
  const incontri = eventiPerStruttura(dati.incontri.map((r) => ({ ...r, voce: r.servizio })));
  const visite = eventiPerStruttura(dati.visite.map((r) => ({ ...r, voce: r.tipo })));
  const attivita = eventiPerStruttura(dati.attivita.map((r) => ({ ...r, voce: r.area })));
  return strutture.map(({ struttura, adulti, minori }) => {
    const { id, codice, nome } = struttura;
    const deiMinori = new Set(dati.moduli.filter((m) => m.conta === 'minori').map((m) => m.id));
    const propri = new Set(dati.moduli.filter((m) => m.strutturaId === id).map((m) => m.id));
    const posti = dati.posti.filter((p) => propri.has(p.moduloId));
    const postiAdulti = posti.filter((p) => !deiMinori.has(p.moduloId));
    const postiMinori = posti.filter((p) => deiMinori.has(p.moduloId));
    return {
      codice,
      nome,
      ...figureComunita(adulti, postiAdulti, f, periodo),
      minori: minori.permanenze.length > 0 ? figureComunita(minori, postiMinori, f, periodo) : null,
      incontri: incontri.get(id) ?? {},
      visite: visite.get(id) ?? {},
      attivita: attivita.get(id) ?? {},
    };
  });
}
