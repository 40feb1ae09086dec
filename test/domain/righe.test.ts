import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeBilancio } from '../../domain/bilancio.ts';
import { SESSI_CONTATI } from '../../domain/bilancio-figure.ts';
import { ESITI } from '../../domain/esito.ts';
import { computeGiornate } from '../../domain/giornate.ts';
import { VOCI_PROFILO } from '../../domain/profilo.ts';
import { type FiguraConRighe, type FiltroRighe, righeDietro } from '../../domain/righe.ts';
import { SEDI_DGA } from '../../domain/sede-dga.ts';
import { leggiCampione } from './campione.ts';
import { dati, periodo } from './storia.ts';

const RUNS = { numRuns: 40 };
const FIGURE = [
  'presentiInizio',
  'ingressi',
  'trattati',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
] as const;

test('the rows behind each figure of a struttura and of a group add up to it', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      const somma = (figura: FiguraConRighe, filtro: FiltroRighe) =>
        righeDietro(figura, per, d, filtro).reduce((n, r) => n + r.n, 0);
      const b = computeBilancio(per, d);
      for (const figura of FIGURE) {
        for (const [i, c] of b.comunita.entries()) {
          const strutturaId = `s${i}`;
          expect(somma(figura, { strutturaId, eta: 'adulti' })).toBe(c[figura]);
          expect(somma(figura, { strutturaId, eta: 'minori' })).toBe(c.minori?.[figura] ?? 0);
        }
        expect(somma(figura, { gruppo: 'COOPERATIVA' })).toBe(b.cooperativa[figura]);
        expect(somma(figura, { gruppo: 'DGA' })).toBe(b.altri.DGA[figura]);
      }
      expect(somma('persone', { gruppo: 'COOPERATIVA' })).toBe(b.cooperativa.persone.totale);
      for (const sesso of SESSI_CONTATI)
        expect(somma('persone', { gruppo: 'COOPERATIVA', sesso })).toBe(b.cooperativa.persone[sesso]);
      for (const [voce] of VOCI_PROFILO)
        for (const [valore, n] of Object.entries(b.cooperativa.profilo[voce]))
          expect(somma('persone', { gruppo: 'COOPERATIVA', profilo: { voce, valore } })).toBe(n);
      for (const sede of SEDI_DGA) {
        const figure = b.altri.DGA[sede];
        for (const figura of FIGURE) expect(somma(figura, { gruppo: 'DGA', sede })).toBe(figure?.[figura] ?? 0);
        expect(somma('persone', { gruppo: 'DGA', sede })).toBe(figure?.persone.totale ?? 0);
      }
      expect(somma('ingressiTeste', { gruppo: 'COOPERATIVA' })).toBe(b.cooperativa.ingressiTeste);
      for (const esito of ESITI) {
        const riga = (righe: { esito: string; n: number }[]) => righe.find((r) => r.esito === esito)?.n ?? 0;
        expect(somma('dimessi', { gruppo: 'COOPERATIVA', esito })).toBe(riga(b.cooperativa.esitiProgrammi));
        expect(somma('esitiPersone', { gruppo: 'COOPERATIVA', esito })).toBe(riga(b.cooperativa.esitiPersone));
      }
    }),
    RUNS,
  );
});

test('the rows behind each figure of a modulo and of a payer add up to it', () => {
  fc.assert(
    fc.property(dati, periodo, (d, per) => {
      for (const figura of [...FIGURE, 'entrateDaModulo', 'usciteVersoModulo'] as const) {
        const somma = (filtro: FiltroRighe) => righeDietro(figura, per, d, filtro).reduce((n, r) => n + r.n, 0);
        const perModulo = new Map(computeGiornate(per, d, 'modulo').righe.map((r) => [r.chiave, r]));
        for (const m of d.moduli) expect(somma({ moduloId: m.id })).toBe(perModulo.get(m.codice)?.[figura]);
        for (const r of computeGiornate(per, d, 'ente_pagante').righe) {
          if (figura !== 'entrateDaModulo' && figura !== 'usciteVersoModulo') {
            expect(somma({ entePagante: r.chiave || null })).toBe(r[figura]);
          }
        }
      }
    }),
    RUNS,
  );
});

test('the rows of one utenza, and of the days without modulo', () => {
  const anno = { dal: '2025-01-01', al: '2025-12-31' };
  const campione = leggiCampione();
  const dus = righeDietro('trattati', anno, campione, { utenza: 'DUS' });
  expect(dus).toHaveLength(40);
  expect(righeDietro('trattati', anno, campione, { utenza: 'DUA' })).toHaveLength(28);
  const [prima] = campione.permanenze;
  if (!prima) throw new Error('empty sample');
  const senza = {
    ...campione,
    permanenze: [{ ...prima, assegnazioni: [{ dal: '2025-02-01', moduloId: 'CASA00-TR' }] }],
  };
  const righe = righeDietro('giornateOccupate', anno, senza, { moduloId: null });
  expect(righe.map((r) => [r.ingressoId, r.n])).toEqual([['I0001', 31]]);
  const giornate = computeGiornate(anno, senza, 'modulo').righe;
  expect(giornate[0]).toMatchObject({ chiave: '', nome: 'Senza modulo', trattati: 1, usciteVersoModulo: 1 });
  expect(giornate.map((r) => r.chiave)).toEqual([...giornate.map((r) => r.chiave)].sort());
});

test('the rows are the stays themselves, in order of ingresso, none that contributes nothing', () => {
  const anno = { dal: '2025-01-01', al: '2025-12-31' };
  const righe = righeDietro('dimessi', anno, leggiCampione(), { strutturaId: 'CASA00', esito: 'concluso' });
  expect(righe.map((r) => [r.ingressoId, r.dataDimissione, r.n])).toEqual([
    ['I0009', '2025-02-17', 1],
    ['I0003', '2025-03-05', 1],
    ['I0017', '2025-12-20', 1],
  ]);
});
