import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentuale1 } from '../../domain/arrotonda.ts';
import { computeBilancio } from '../../domain/bilancio.ts';
import { computeGiornate, type RigaGiornate } from '../../domain/giornate.ts';
import { addGiorni } from '../../domain/giorno.ts';
import { giornatePosto } from '../../domain/posti.ts';
import { dati, mescolati, periodo } from './storia.ts';

const RUNS = { numRuns: 60 };
const DAYS = [
  'giorniDiPermanenza',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
] as const;
const FLOWS = ['presentiInizio', 'ingressi', 'dimessi', 'presentiFine'] as const;

function somma(righe: readonly RigaGiornate[], figura: (typeof DAYS | typeof FLOWS)[number]): number {
  return righe.reduce((n, r) => n + r[figura], 0);
}

test('by struttura the figures are those of the bilancio, adults and minors together', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const { comunita } = computeBilancio(per, d);
      const { righe, totale } = computeGiornate(per, d);
      expect(righe.map((r) => r.chiave)).toEqual(comunita.map((c) => c.codice));
      for (const [i, r] of righe.entries()) {
        const c = comunita[i];
        for (const figura of [...DAYS, ...FLOWS, 'trattati'] as const) {
          expect(r[figura]).toBe((c?.[figura] ?? 0) + (c?.minori?.[figura] ?? 0));
        }
        const propri = d.moduli.filter((m) => m.strutturaId === `s${i}`).map((m) => m.id);
        const posti = giornatePosto(
          d.posti.filter((p) => propri.includes(p.moduloId)),
          per,
        );
        expect(r.saturazioneAccreditati).toBe(percentuale1(r.giornateOccupate, posti.accreditati));
        expect(r.saturazioneDisponibili).toBe(percentuale1(r.giornateOccupate, posti.disponibili));
      }
      for (const figura of [...DAYS, ...FLOWS]) expect(totale[figura]).toBe(somma(righe, figura));
    }),
    RUNS,
  );
});

test('by modulo: the days of the moduli of a struttura are its days, and its flows are theirs', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const perModulo = computeGiornate(per, d, 'modulo').righe;
      for (const r of computeGiornate(per, d).righe) {
        const moduli = perModulo.filter((m) => m.chiave.startsWith(r.chiave));
        for (const figura of [...DAYS, ...FLOWS]) expect(somma(moduli, figura)).toBe(r[figura]);
      }
    }),
    RUNS,
  );
});

test('each modulo balances, changes of modulo counted on both sides', () => {
  fc.assert(
    fc.property(dati, periodo, fc.nat(120), (d, per, durata) => {
      const { righe, totale } = computeGiornate(per, d, 'modulo');
      const dopo = { dal: addGiorni(per.al, 1), al: addGiorni(per.al, 1 + durata) };
      const poi = new Map(computeGiornate(dopo, d, 'modulo').righe.map((r) => [r.chiave, r]));
      for (const r of [...righe, totale]) {
        const entrate = r.entrateDaModulo ?? Number.NaN;
        const uscite = r.usciteVersoModulo ?? Number.NaN;
        expect(r.presentiInizio + r.ingressi + entrate).toBe(r.trattati);
        expect(r.trattati - r.dimessi - uscite).toBe(r.presentiFine);
        if (r !== totale) expect(poi.get(r.chiave)?.presentiInizio ?? 0).toBe(r.presentiFine);
      }
      expect(totale.entrateDaModulo).toBe(totale.usciteVersoModulo);
    }),
    RUNS,
  );
});

test('codes and missing days add up to the days of stay; utenze add up to the row', () => {
  fc.assert(
    fc.property(dati, periodo, fc.constantFrom('struttura', 'modulo', 'ente_pagante' as const), (d, per, come) => {
      const { righe, totale } = computeGiornate(per, d, come);
      for (const r of [...righe, totale]) {
        const codici = Object.values(r.perCodice).reduce((a, n) => a + n, 0);
        expect(codici + r.giorniMancanti).toBe(r.giorniDiPermanenza);
        const utenze = Object.values(r.perUtenza);
        expect(utenze.reduce((n, u) => n + u.giornateOccupate, 0)).toBe(r.giornateOccupate);
        expect(utenze.reduce((n, u) => n + u.trattati, 0)).toBe(r.trattati);
      }
      for (const figura of DAYS) expect(totale[figura]).toBe(somma(righe, figura));
    }),
    RUNS,
  );
});

test('the same giornate from any order of the rows', () => {
  const conOrdine = dati.chain((d) => fc.tuple(fc.constant(d), mescolati(d)));
  fc.assert(
    fc.property(conOrdine, periodo, fc.constantFrom('modulo', 'ente_pagante' as const), ([d, altro], per, come) => {
      expect(computeGiornate(per, altro, come)).toEqual(computeGiornate(per, d, come));
    }),
    RUNS,
  );
});

test('by payer there are no places, and who has none is under «Non indicato»', () => {
  const [esempio] = fc.sample(
    dati.filter((d) => d.permanenze.some((p) => p.entePagante === null && p.dataDimissione === null)),
    1,
  );
  if (!esempio) throw new Error('no sample');
  const { righe } = computeGiornate({ dal: '2024-10-01', al: '2026-12-31' }, esempio, 'ente_pagante');
  const senza = righe.find((r) => r.chiave === '');
  expect(senza).toMatchObject({ nome: 'Non indicato', saturazioneAccreditati: null });
  expect(senza?.trattati).toBeGreaterThan(0);
});
