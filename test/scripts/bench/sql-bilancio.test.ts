import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listModuli, listStrutture } from '../../../db/reads/struttura.ts';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { addMesi, type Periodo, primoGiorno, ultimoGiorno } from '../../../domain/giorno.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { reportBilancio } from '../../../electron/services/report.ts';
import { variaUtenze } from '../../../scripts/bench/dati.ts';
import { SqlBilancio } from '../../../scripts/bench/sql-bilancio.ts';
import { formaBilancio } from '../../../scripts/bench/sql-bilancio-forma.ts';
import { inventaCooperativa } from '../../../scripts/demo/inventa.ts';
import { writeCartella } from '../../../scripts/demo/scrivi-cartella.ts';
import { archivioDiProva } from '../../aiuti/archivio.ts';

const CAMPIONE = resolve(import.meta.dirname, '../../campione');

function centrale(): Contesto {
  const { store } = archivioDiProva();
  store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    for (const [ordine, { voce, ...codice }] of CODICI_PREDEFINITI.entries())
      tx.insert('codici', { id: voce, ...codice, ordine });
  });
  return {
    ...{ store, dati: '/inesistente', ruolo: 'centrale', oggi: () => '2026-01-15', progress: () => Promise.resolve() },
    utente: { accountId: null, nome: 'CONTI Elena', ruolo: 'accoglienza' },
  };
}

function expectUguali(ctx: Contesto, periodo: Periodo): void {
  const sql = formaBilancio(new SqlBilancio(ctx.store.sqlite).run(periodo), periodo);
  expect(JSON.parse(JSON.stringify(sql))).toEqual(JSON.parse(JSON.stringify(reportBilancio(ctx, periodo))));
}

describe('the bench’s hand-written SQL gives every figure of the report: two ways to count that share no code', () => {
  test('on the sample workbook, for the year and for parts of it', async () => {
    const ctx = centrale();
    const nomi = readdirSync(CAMPIONE).filter((nome) => nome.endsWith('.csv'));
    const file = nomi.map((nome) => ({ nome, bytes: Uint8Array.from(readFileSync(join(CAMPIONE, nome))) }));
    expect((await importFoglio(ctx, { file })).errori).toEqual([]);
    for (let primo = 1; primo <= 12; primo++)
      for (const mesi of [1, 5, 13 - primo]) {
        const dal = `2025-${String(primo).padStart(2, '0')}`;
        expectUguali(ctx, { dal: primoGiorno(dal), al: ultimoGiorno(addMesi(dal, mesi - 1)) });
      }
  });

  test('with a modulo and a struttura that close in the year, one that opens, and works that end', async () => {
    const ctx = centrale();
    const periodo = { dal: '2025-01-01', al: '2025-12-31' };
    const cartella = variaUtenze(inventaCooperativa({ seme: 7, strutture: 18, posti: 8, periodo }));
    const { errori } = await importFoglio(ctx, { file: writeCartella(cartella) });
    expect(errori).toEqual([]);
    expectUguali(ctx, periodo);
    for (const mesi of [
      ['2025-02', '2025-02'],
      ['2025-04', '2025-06'],
      ['2025-07', '2025-07'],
      ['2025-09', '2025-11'],
    ] as const)
      expectUguali(ctx, { dal: primoGiorno(mesi[0]), al: ultimoGiorno(mesi[1]) });
    // it is the closings that the two agree on: without them the saturation is another
    const saturazioni = () => reportBilancio(ctx, periodo).comunita.map((una) => una['saturazioneDisponibili']);
    const chiuse = saturazioni();
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      for (const { id } of listModuli(ctx.store)) tx.update('moduli', id, { al: null });
      for (const { id } of listStrutture(ctx.store)) tx.update('strutture', id, { dal: null, al: null });
    });
    const codici = ctx.store.sqlite.prepare('SELECT codice FROM strutture ORDER BY codice').pluck().all();
    const diverse = codici.filter((_codice, index) => saturazioni()[index] !== chiuse[index]);
    expect(diverse).toEqual(['CASA05', 'CASA06', 'CASA09']);
    expectUguali(ctx, periodo);
  });

  test('on invented cooperative with persons who come back, minors, gambling, missing codes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 12 }),
        async (seme, da, mesi) => {
          const ctx = centrale();
          const periodo = { dal: '2024-07-01', al: '2025-12-31' };
          const invenzione = { seme, strutture: 18, posti: 3, periodo, senzaCodice: 0.02, eventiAlMese: 1 };
          const { errori } = await importFoglio(ctx, {
            file: writeCartella(variaUtenze(inventaCooperativa(invenzione))),
          });
          expect(errori).toEqual([]);
          const primo = addMesi('2024-07', da);
          expectUguali(ctx, { dal: primoGiorno(primo), al: ultimoGiorno(addMesi(primo, mesi - 1)) });
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
