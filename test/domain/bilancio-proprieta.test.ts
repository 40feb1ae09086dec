import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Bilancio,
  computeBilancio,
  type DatiBilancio,
  type FigureComunita,
  type FigureCooperativa,
} from '../../domain/bilancio.ts';
import { getCodice } from '../../domain/codice.ts';
import { computeFlusso, quadra } from '../../domain/flusso.ts';
import { addGiorni, meseDi, mesiDelPeriodo, type Periodo, periodoDelMese } from '../../domain/giorno.ts';
import { isMinore } from '../../domain/gruppo.ts';
import { isGiornoDiPermanenza, toccaPeriodo } from '../../domain/permanenza.ts';
import { codiceDelGiorno, MESE_VUOTO } from '../../domain/presenza.ts';
import { dati, mescolati, periodo } from './storia.ts';

const RUNS = { numRuns: 60 };
const ANNO = { dal: '2025-01-01', al: '2025-12-31' };

interface Giornate {
  giornatePresenza: number;
  giornatePagate: number;
  giornateOccupate: number;
  giorniMancanti: number;
}

/** Rules 1–3 as they are written, one day at a time. */
function giornoPerGiorno(
  d: DatiBilancio,
  per: Periodo,
  quali: (utenza: string | null, strutturaId: string) => boolean,
): Giornate {
  const righe = new Map(d.presenze.map((r) => [`${r.ingressoId} ${r.mese}`, r.codici]));
  const n = { giornatePresenza: 0, giornatePagate: 0, giornateOccupate: 0, giorniMancanti: 0 };
  for (const p of d.permanenze) {
    if (!quali(p.utenza, p.strutturaId)) continue;
    for (let g = per.dal; g <= per.al; g = addGiorni(g, 1)) {
      if (!isGiornoDiPermanenza(p, g)) continue;
      const voce = codiceDelGiorno(righe.get(`${p.id} ${meseDi(g)}`) ?? MESE_VUOTO, g);
      const codice = voce === '.' ? { presente: false, pagata: false, occupaPosto: true } : getCodice(d.codici, voce);
      n.giornatePresenza += Number(codice.presente);
      n.giornatePagate += Number(codice.pagata);
      n.giornateOccupate += Number(codice.occupaPosto);
      n.giorniMancanti += Number(voce === '.');
    }
  }
  return n;
}

function parti(b: Bilancio): FigureComunita[] {
  return b.comunita.flatMap((c) => (c.minori ? [c, c.minori] : [c]));
}

function gruppi({ cooperativa, altri }: Bilancio): FigureCooperativa[] {
  return [cooperativa, altri.DGA, altri.MINORE, altri.ADULTO, altri.DUS_DUA_ALTRE_STRUTTURE, altri.NON_INDICATA];
}

test('days are those of the rules, counted one at a time', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const b = computeBilancio(per, d);
      for (const [i, c] of b.comunita.entries()) {
        const id = `s${i}`;
        expect(c).toMatchObject(giornoPerGiorno(d, per, (u, s) => s === id && !isMinore(u)));
        if (c.minori) expect(c.minori).toMatchObject(giornoPerGiorno(d, per, (u, s) => s === id && isMinore(u)));
      }
      const dusDua = (u: string | null, s: string) => (u === 'DUS' || u === 'DUA') && (s === 's0' || s === 's1');
      expect(b.cooperativa).toMatchObject(giornoPerGiorno(d, per, dusDua));
    }),
    RUNS,
  );
});

test('quadratura in every struttura, group and month; each month begins where the one before ends', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const b = computeBilancio(per, d);
      for (const c of parti(b)) {
        expect(quadra(c)).toBe(true);
        let presenti = c.presentiInizio;
        for (const mese of Object.values(c.mesi)) {
          expect(mese.presentiInizio).toBe(presenti);
          expect(mese.presentiInizio + mese.ingressi - mese.dimessi).toBe(mese.presentiFine);
          presenti = mese.presentiFine;
        }
        expect(presenti).toBe(c.presentiFine);
      }
      for (const g of gruppi(b)) expect(quadra(g)).toBe(true);
    }),
    RUNS,
  );
});

test('the flow of each whole month is that of the rule', () => {
  fc.assert(
    fc.property(dati, (d) => {
      const b = computeBilancio(ANNO, d);
      for (const [i, c] of b.comunita.entries()) {
        const propri = d.permanenze.filter((p) => p.strutturaId === `s${i}` && !isMinore(p.utenza));
        for (const mese of mesiDelPeriodo(ANNO)) {
          const { trattati: _, ...flusso } = computeFlusso(propri, periodoDelMese(mese));
          expect(c.mesi[mese]).toMatchObject(flusso);
        }
      }
    }),
    RUNS,
  );
});

test('the sum of the months is the year', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      for (const c of parti(computeBilancio(per, d))) {
        for (const figura of [
          'ingressi',
          'dimessi',
          'giornatePresenza',
          'giornatePagate',
          'giornateOccupate',
        ] as const) {
          const somma = Object.values(c.mesi).reduce((n, m) => n + m[figura], 0);
          expect(somma).toBe(c[figura]);
        }
      }
    }),
    RUNS,
  );
});

test('the same figures from any order of the rows', () => {
  const conOrdine = dati.chain((d) => fc.tuple(fc.constant(d), mescolati(d)));
  fc.assert(
    fc.property(conOrdine, periodo, ([d, mescolato], per) => {
      expect(computeBilancio(per, mescolato)).toEqual(computeBilancio(per, d));
    }),
    RUNS,
  );
});

test('every stay that touches the period is in one struttura and in one group', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const b = computeBilancio(per, d);
      const trattati = d.permanenze.filter((p) => toccaPeriodo(p, per)).length;
      const somma = (figure: { trattati: number }[]) => figure.reduce((n, f) => n + f.trattati, 0);
      expect(somma(parti(b))).toBe(trattati);
      expect(somma(gruppi(b))).toBe(trattati);
      const { residenziale, territoriale, altriModuli, ...dga } = b.altri.DGA;
      expect(somma([residenziale, territoriale, ...(altriModuli ? [altriModuli] : [])])).toBe(dga.trattati);
    }),
    RUNS,
  );
});

test('persons are at most programmi; outcomes and profiles add up to who they count', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const b = computeBilancio(per, d);
      for (const g of gruppi(b)) {
        const { totale, M, F, T } = g.persone;
        expect(M + F + T).toBe(totale);
        expect(totale).toBeLessThanOrEqual(g.trattati);
        expect(g.ingressiTeste).toBeLessThanOrEqual(Math.min(totale, g.ingressi));
        const esiti = (righe: { n: number }[]) => righe.reduce((n, r) => n + r.n, 0);
        expect(esiti(g.esitiProgrammi) + (g.senzaEsito ?? 0)).toBe(g.dimessi);
        expect(esiti(g.esitiPersone)).toBeLessThanOrEqual(esiti(g.esitiProgrammi));
        for (const voci of Object.values(g.profilo)) {
          expect(Object.values(voci).reduce((a, n) => a + n, 0)).toBe(totale);
        }
      }
    }),
    RUNS,
  );
});
