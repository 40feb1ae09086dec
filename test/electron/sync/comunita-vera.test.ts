import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { reportBilancio, reportGiornate } from '../../../electron/services/report.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { importaUnoAllaVolta } from './aiuti.ts';
import { apriComunita, MESI, vite, viviDavvero } from './comunita-vera.ts';
import { apriCentro, nuoveParti, type Parti } from './consegna-di-prova.ts';
import { STRUTTURE } from './storia.ts';

let parti: Parti;
beforeAll(async () => {
  parti = await nuoveParti();
});

const PERIODO = { dal: '2025-01-01', al: '2025-03-31' };
const cifre = (ctx: Contesto) =>
  JSON.parse(
    JSON.stringify([
      reportBilancio(ctx, PERIODO),
      ...(['struttura', 'modulo', 'ente_pagante'] as const).map((per) => reportGiornate(ctx, { ...PERIODO, per })),
    ]),
  ) as unknown;

test('once a community has sent everything, the central office prints its figures, whatever happened before and in any order', async () => {
  let completi = 0;
  await fc.assert(
    fc.asyncProperty(vite, fc.infiniteStream(fc.double({ noNaN: true, min: 0, max: 1 })), async (gesti, caso) => {
      const casa = apriComunita(parti);
      const centro = apriCentro(parti);
      try {
        const file = await viviDavvero(casa, gesti);
        const ordine = file.map((one) => ({ one, posto: caso.next().value })).toSorted((a, b) => a.posto - b.posto);
        const esiti = await importaUnoAllaVolta(
          centro,
          ordine.map(({ one }) => one),
        );
        expect(esiti.filter(({ stato }) => stato === 'rifiutato')).toEqual([]);
        const verifica = await runVerifica(centro);
        expect(verifica.controlli.filter(({ esito }) => !esito)).toEqual([]);
        const tutti = MESI.length * STRUTTURE.length;
        const chiusi = casa.store.sqlite.prepare("SELECT count(*) FROM mesi WHERE stato = 'chiuso'").pluck().get();
        if (chiusi !== tutti) return; // a month that cannot be closed is not sent: nothing to compare
        completi++;
        expect(cifre(centro)).toEqual(cifre(casa));
        expect(verifica.avvisi).toEqual([]);
      } finally {
        casa.store.close();
        centro.store.close();
      }
    }),
    { numRuns: Number(process.env['APPRODO_PROVE'] ?? 12) },
  );
  expect(completi).toBeGreaterThan(0);
}, 600_000);
