import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mesiDelPeriodo } from '../../../domain/giorno.ts';
import { type Archivio, closeStore } from '../../../electron/services/archivio.ts';
import { getConsegne } from '../../../electron/services/consegna.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import { importPacchi, planPacchi } from '../../../electron/services/pacco-import.ts';
import { reportBilancio, reportGiornate } from '../../../electron/services/report.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { contestoOf, createDemo, exchangeKeys, type FileDato } from '../../../scripts/demo/comunita.ts';
import { soloStruttura, writeCartella } from '../../../scripts/demo/scrivi-cartella.ts';
import { leggiOracolo, soloChiaviDi } from '../../domain/campione.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { campione, campioneFile } from '../foglio/cartella.ts';

const ANNO = { dal: '2025-01-01', al: '2025-12-31' };
const OGGI = '2026-01-10';
const STRUTTURE = ['CASA00', 'CASA01', 'CASA02'];
const dati = cartellaProva('campione');
const aperti: Archivio[] = [];

async function apri(nome: string, ruolo: 'comunita' | 'centrale', struttura?: { codice: string; nome: string }) {
  const archivio = await createDemo(join(dati, nome), ruolo, struttura);
  aperti.push(archivio);
  return contestoOf(archivio, OGGI);
}
afterAll(() => aperti.forEach(closeStore));

/** A community that imports its sheets, closes every month of the year and exports it: the parcels. */
async function anno(ctx: Contesto, file: readonly FileDato[], strutture: readonly string[]): Promise<FileDato[]> {
  const esito = await importFoglio(ctx, { file: file.map((f) => ({ ...f, bytes: new Uint8Array(f.bytes) })) });
  expect(esito.errori).toEqual([]);
  const pacchi: FileDato[] = [];
  for (const mese of mesiDelPeriodo(ANNO))
    for (const struttura of strutture) {
      closeMese(ctx, { struttura, mese, conMancanti: true });
      pacchi.push(getPaccoFile(ctx, { id: (await exportMese(ctx, { struttura, mese })).id }));
    }
  return pacchi;
}

const importa = (ctx: Contesto, file: readonly FileDato[]) =>
  importPacchi(ctx, { file: file.map((f) => ({ ...f, bytes: new Uint8Array(f.bytes) })) });
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** What the printed report says: nothing in it is an id of a row. */
const cifre = (ctx: Contesto) => [
  json(reportBilancio(ctx, ANNO)),
  ...(['struttura', 'modulo', 'ente_pagante'] as const).map((per) => json(reportGiornate(ctx, { ...ANNO, per }))),
];

describe('the sample workbook, from the communities to the central office', () => {
  let diretto: unknown[];
  let perStruttura: FileDato[];
  let centroUno: Contesto;

  beforeAll(async () => {
    const direttoCtx = await apri('diretto', 'centrale');
    await importFoglio(direttoCtx, { file: campioneFile() });
    diretto = cifre(direttoCtx);
    centroUno = await apri('centro-1', 'centrale');
    perStruttura = [];
    for (const codice of STRUTTURE) {
      const mia = soloStruttura({ ...campione(), cambi_modulo: [] } as never, codice);
      const nome = mia.strutture[0]?.['nome'] ?? '';
      const ctx = await apri(codice, 'comunita', { codice, nome });
      await exchangeKeys(ctx, centroUno);
      perStruttura.push(...(await anno(ctx, writeCartella(mia), [codice])));
    }
  });

  test('the workbook imported at the centre gives the figures of its oracle', () => {
    const oracolo = leggiOracolo();
    expect(soloChiaviDi(oracolo, diretto[0] as never)).toEqual(oracolo);
  });

  test('three communities, one struttura each: the same figures', async () => {
    const esiti = await importa(centroUno, perStruttura);
    expect(esiti.map(({ stato }) => stato)).toEqual(Array.from({ length: 36 }, () => 'importato'));
    expect(cifre(centroUno)).toEqual(diretto);
    expect(await runVerifica(centroUno)).toMatchObject({ esito: true, avvisi: [] });
    const { righe } = getConsegne(centroUno, { anno: 2025 });
    expect(righe.map(({ struttura }) => struttura)).toEqual(STRUTTURE);
    expect(righe.flatMap(({ celle }) => celle.map(({ revisione }) => revisione))).toEqual(Array(36).fill(1));
  });

  test('imported again, nothing changes and nothing is planned', async () => {
    const prima = centroUno.store.registro.last();
    const piani = await planPacchi(centroUno, {
      file: perStruttura.map((f) => ({ ...f, bytes: new Uint8Array(f.bytes) })),
    });
    expect(new Set(piani.map(({ stato, motivo }) => `${stato} ${motivo}`))).toEqual(
      new Set(['invariato già importato']),
    );
    const esiti = await importa(centroUno, perStruttura);
    expect(new Set(esiti.map(({ stato }) => stato))).toEqual(new Set(['invariato']));
    expect(centroUno.store.registro.last()).toEqual(prima);
    expect(cifre(centroUno)).toEqual(diretto);
  });

  test('one community that keeps all three strutture: the same figures', async () => {
    const centro = await apri('centro-2', 'centrale');
    const ctx = await apri('tutte', 'comunita');
    const file = campioneFile();
    await importFoglio(ctx, { file });
    await exchangeKeys(ctx, centro);
    const pacchi = await anno(ctx, file, STRUTTURE);
    const esiti = await importa(centro, pacchi.toReversed());
    expect(new Set(esiti.map(({ stato }) => stato))).toEqual(new Set(['importato']));
    expect(cifre(centro)).toEqual(diretto);
  });

  test('what the plan promises is what the import does', async () => {
    const centro = await apri('centro-3', 'centrale');
    for (const archivio of aperti.filter(({ ruolo, nome }) => ruolo === 'comunita' && nome !== 'Comunità'))
      await exchangeKeys(contestoOf(archivio, OGGI), centro);
    const ctx = contestoOf(aperti.find(({ dati: d }) => d.endsWith('CASA01')) as Archivio, OGGI);
    const file: FileDato[] = [];
    for (const mese of mesiDelPeriodo(ANNO))
      file.push(getPaccoFile(ctx, { id: (await exportMese(ctx, { struttura: 'CASA01', mese })).id }));
    const piani = await planPacchi(centro, { file: file.map((f) => ({ ...f, bytes: new Uint8Array(f.bytes) })) });
    const esiti = await importa(centro, file);
    expect(piani.map(({ file: nome, stato, righe }) => ({ nome, stato, righe }))).toEqual(
      esiti.map(({ file: nome, stato, righe }) => ({ nome, stato, righe })),
    );
  });
});
