import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archivio, closeStore } from '../../../electron/services/archivio.ts';
import { getChiavePubblica, listCorrispondenti, registerChiave } from '../../../electron/services/chiave.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { closeMese, listMesi } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import { importPacchi, planPacchi } from '../../../electron/services/pacco-import.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { contestoOf, createDemo, importCartella } from '../../../scripts/demo/comunita.ts';
import { inventaCooperativa } from '../../../scripts/demo/inventa.ts';
import { soloStruttura } from '../../../scripts/demo/scrivi-cartella.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { expectFrase } from '../sync/frase.ts';

const OGGI = '2026-01-10';
const dati = cartellaProva('chiave');
const aperti: Archivio[] = [];
let n = 0;

async function apri(ruolo: 'comunita' | 'centrale', struttura?: string): Promise<Contesto> {
  const archivio = await createDemo(
    join(dati, String(n++)),
    ruolo,
    struttura === undefined ? undefined : { codice: struttura, nome: `Casa ${struttura}` },
  );
  aperti.push(archivio);
  return contestoOf(archivio, OGGI);
}
afterAll(() => aperti.forEach(closeStore));

const chiaveDi = async (ctx: Contesto) => (await getChiavePubblica(ctx)).testo;
const scambia = async (a: Contesto, b: Contesto) => {
  await registerChiave(a, { testo: await chiaveDi(b) });
  await registerChiave(b, { testo: await chiaveDi(a) });
};

async function expectRifiuto(ctx: Contesto, testo: string, codice: string): Promise<void> {
  const prima = ctx.store.registro.last();
  const errore = await registerChiave(ctx, { testo }).then(
    () => null,
    (error: unknown) => error as { codice: string; messaggio: string },
  );
  expect(errore?.codice).toBe(codice);
  expectFrase(errore?.messaggio);
  expect(ctx.store.registro.last()).toEqual(prima);
}

describe('public identities', () => {
  let comunita: Contesto;
  let centrale: Contesto;
  beforeAll(async () => {
    [comunita, centrale] = [await apri('comunita', 'CASA00'), await apri('centrale')];
  });

  test('says who, for which strutture, with a fingerprint to read on the phone, and no secret', async () => {
    const { testo, nomeFile, impronta } = await getChiavePubblica(comunita);
    expect(nomeFile).toBe('approdo-chiave-CASA00.json');
    expect(impronta).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(JSON.parse(testo)).toEqual({
      ...{
        tipo: 'approdo-chiave',
        formato: 1,
        ruolo: 'comunita',
        nome: 'Casa CASA00',
        strutture: ['CASA00'],
        impronta,
      },
      ...{ firma: expect.stringMatching(/^[0-9a-f]{64}$/), sigillo: expect.stringMatching(/^age1/) },
      autofirma: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
    for (const segreto of ['firma', 'sigillo']) expect(testo).not.toContain(comunita.store.findSegreto(segreto));
    expect(testo).not.toContain('SECRET');
    expect((await getChiavePubblica(centrale)).nomeFile).toBe('approdo-chiave-accoglienza.json');
  });

  test('both sides show the same fingerprint for the same key', async () => {
    const { testo, impronta } = await getChiavePubblica(comunita);
    expect((await registerChiave(centrale, { testo })).impronta).toBe(impronta);
    expect(listCorrispondenti(centrale)).toMatchObject([{ ruolo: 'comunita', strutture: ['CASA00'], impronta }]);
    await registerChiave(centrale, { testo });
    expect(listCorrispondenti(centrale)).toHaveLength(1);
  });

  test('of the wrong side is refused, both ways', async () => {
    await expectRifiuto(centrale, await chiaveDi(await apri('centrale')), 'chiave.ruolo');
    await expectRifiuto(comunita, await chiaveDi(comunita), 'chiave.ruolo');
  });

  test('changed by anyone, in any field, is refused', async () => {
    const buona = JSON.parse(await chiaveDi(await apri('comunita', 'CASA07'))) as Record<string, unknown>;
    const altra = JSON.parse(await chiaveDi(comunita)) as Record<string, unknown>;
    for (const [campo, valore] of Object.entries({
      ...{ nome: 'Altri', strutture: ['CASA07', 'CASA00'], firma: altra['firma'], sigillo: altra['sigillo'] },
      autofirma: altra['autofirma'],
    }))
      await expectRifiuto(centrale, JSON.stringify({ ...buona, [campo]: valore }), 'chiave.firma');
  });

  test('what is not one at all is refused', async () => {
    const buona = JSON.parse(await chiaveDi(comunita)) as Record<string, unknown>;
    for (const testo of [
      '',
      'ciao',
      '[]',
      '{}',
      JSON.stringify({ ...buona, formato: 2 }),
      JSON.stringify({ ...buona, sigillo: 'age1x' }),
    ])
      await expectRifiuto(centrale, testo, 'chiave.illeggibile');
  });

  test('a struttura has one voice', async () => {
    await registerChiave(centrale, { testo: await chiaveDi(comunita) });
    await expectRifiuto(centrale, await chiaveDi(await apri('comunita', 'CASA00')), 'chiave.struttura');
  });
});

describe('a central office with another key', () => {
  test('receives everything again: the chain begins anew for it, and the old one keeps what it has', async () => {
    const comunita = await apri('comunita', 'CASA00');
    const [vecchia, nuova] = [await apri('centrale'), await apri('centrale')];
    const periodo = { dal: '2025-01-01', al: '2025-02-28' };
    await importCartella(
      comunita,
      soloStruttura(inventaCooperativa({ seme: 3, strutture: 1, posti: 6, periodo }), 'CASA00'),
    );
    await scambia(comunita, vecchia);
    const esporta = async (mese: string) => {
      const fatto = await exportMese(comunita, { struttura: 'CASA00', mese });
      const { nome, bytes } = getPaccoFile(comunita, { id: fatto.id });
      return { ...fatto, file: { nome, bytes: new Uint8Array(bytes) } };
    };
    for (const mese of ['2025-01', '2025-02']) closeMese(comunita, { struttura: 'CASA00', mese, conMancanti: true });
    const gennaio = await esporta('2025-01');
    expect((await esporta('2025-01')).sha256).toBe(gennaio.sha256);
    await scambia(comunita, nuova);
    expect(listMesi(comunita, { struttura: 'CASA00', anno: 2025 })[0]?.esportato).toBe(false);
    const dinuovo = [await esporta('2025-02'), await esporta('2025-01')];
    expect(dinuovo.map(({ numero, revisione }) => [numero, revisione])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    const esiti = await importPacchi(nuova, { file: [gennaio.file, ...dinuovo.map(({ file }) => file)] });
    expect(esiti.map(({ stato }) => stato)).toEqual(['rifiutato', 'importato', 'importato']);
    expectFrase(esiti[0]?.motivo);
    expect(await runVerifica(nuova)).toMatchObject({ esito: true, avvisi: [] });
    expect(await runVerifica(comunita)).toMatchObject({ esito: true, avvisi: [] });
    expect((await importPacchi(vecchia, { file: [gennaio.file] }))[0]?.stato).toBe('importato');
    // the same key given again changes nothing
    await scambia(comunita, nuova);
    expect((await esporta('2025-01')).sha256).toBe(dinuovo[1]?.sha256);
  });
});

test('a community that declared no struttura speaks for those that are nobody else’s, and they become its own', async () => {
  const comunita = await apri('comunita');
  const centrale = await apri('centrale');
  await scambia(comunita, centrale); // before it has any
  expect(listCorrispondenti(centrale)[0]?.strutture).toEqual([]);
  const periodo = { dal: '2025-01-01', al: '2025-01-31' };
  await importCartella(comunita, inventaCooperativa({ seme: 4, strutture: 3, posti: 4, periodo }));
  await registerChiave(centrale, { testo: await chiaveDi(await apri('comunita', 'CASA02')) });
  const file = [];
  for (const struttura of ['CASA00', 'CASA01', 'CASA02']) {
    closeMese(comunita, { struttura, mese: '2025-01', conMancanti: true });
    const { id } = await exportMese(comunita, { struttura, mese: '2025-01' });
    const { nome, bytes } = getPaccoFile(comunita, { id });
    file.push({ nome, bytes: new Uint8Array(bytes) });
  }
  const piani = await planPacchi(centrale, { file });
  expect(piani[0]?.avvisi).toContain('Primo pacco di «Comunità»: da ora parla per la struttura CASA00');
  const esiti = await importPacchi(centrale, { file });
  expect(esiti.map(({ stato }) => stato)).toEqual(['importato', 'importato', 'rifiutato']);
  expectFrase(esiti[2]?.motivo);
  const sue = () => listCorrispondenti(centrale).find(({ nome }) => nome === 'Comunità')?.strutture;
  expect(sue()).toEqual(['CASA00', 'CASA01']);
  await expectRifiuto(centrale, await chiaveDi(await apri('comunita', 'CASA01')), 'chiave.struttura');
  // and when it says which it keeps, what it said of the others is no longer its own
  const altra = await apri('comunita', 'CASA01');
  comunita.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.update('impostazioni', 'struttureProprie', { valore: '["CASA00"]' });
  });
  await registerChiave(centrale, { testo: await chiaveDi(comunita) });
  expect(sue()).toEqual(['CASA00']);
  expect((await registerChiave(centrale, { testo: await chiaveDi(altra) })).strutture).toEqual(['CASA01']);
});
