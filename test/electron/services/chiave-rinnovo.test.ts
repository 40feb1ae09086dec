import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { unpackImmagini } from '../../../db/registro.ts';
import { type Archivio, closeStore } from '../../../electron/services/archivio.ts';
import {
  getChiavePubblica,
  listCorrispondenti,
  registerChiave,
  renewChiave,
} from '../../../electron/services/chiave.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { closeMese, reopenMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { loadIdentita } from '../../../electron/sync/identita.ts';
import { contestoOf, createDemo, importCartella } from '../../../scripts/demo/comunita.ts';
import { inventaCooperativa } from '../../../scripts/demo/inventa.ts';
import { soloStruttura } from '../../../scripts/demo/scrivi-cartella.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { expectFrase } from '../sync/frase.ts';

const OGGI = '2026-01-10';
const PERIODO = { dal: '2025-01-01', al: '2025-03-31' };
const dati = cartellaProva('rinnovo');
const aperti: Archivio[] = [];

async function apri(ruolo: 'comunita' | 'centrale'): Promise<Contesto> {
  const struttura = ruolo === 'comunita' ? { codice: 'CASA00', nome: 'Casa Aurora' } : undefined;
  const archivio = await createDemo(join(dati, String(aperti.length)), ruolo, struttura);
  aperti.push(archivio);
  return contestoOf(archivio, OGGI);
}
afterAll(() => aperti.forEach(closeStore));

const chiaveDi = async (ctx: Contesto) => (await getChiavePubblica(ctx)).testo;
const registra = async (presso: Contesto, di: Contesto) => registerChiave(presso, { testo: await chiaveDi(di) });

async function codiceDi(job: Promise<unknown>): Promise<string | undefined> {
  const errore = await job.then(
    () => undefined,
    (error: unknown) => error as { codice: string; messaggio: string },
  );
  if (errore) expectFrase(errore.messaggio);
  return errore?.codice;
}

let casa: Contesto;
let centro: Contesto;

beforeEach(async () => {
  [casa, centro] = [await apri('comunita'), await apri('centrale')];
  const foglio = inventaCooperativa({ seme: 11, strutture: 1, posti: 5, periodo: PERIODO });
  await importCartella(casa, soloStruttura(foglio, 'CASA00'));
  await registra(casa, centro);
  await registra(centro, casa);
});

async function pacco(mese: string) {
  closeMese(casa, { struttura: 'CASA00', mese, conMancanti: true });
  const { id } = await exportMese(casa, { struttura: 'CASA00', mese });
  const { nome, bytes } = getPaccoFile(casa, { id });
  return { nome, bytes: new Uint8Array(bytes) };
}

const consegna = async (...file: { nome: string; bytes: Uint8Array<ArrayBuffer> }[]) => importPacchi(centro, { file });

describe('a community renews its keys', () => {
  test('the new file is recognised by itself; what was signed before still counts, in any order of arrival', async () => {
    const gennaio = await pacco('2025-01');
    const prima = await chiaveDi(casa);
    const { impronta, testo, rinnovataAtMs } = await renewChiave(casa);
    expect(impronta).not.toBe(JSON.parse(prima)['impronta']);
    expect(rinnovataAtMs).toBeGreaterThan(0);
    const febbraio = await pacco('2025-02');
    const [rifiutato] = await consegna(febbraio);
    expect(rifiutato?.stato).toBe('rifiutato');
    expectFrase(rifiutato?.motivo);
    expect(await registerChiave(centro, { testo })).toMatchObject({ impronta, precedenti: 1, strutture: ['CASA00'] });
    expect(listCorrispondenti(centro)).toHaveLength(1);
    expect((await consegna(febbraio, gennaio)).map(({ stato }) => stato)).toEqual(['importato', 'importato']);
    expect(await runVerifica(centro)).toMatchObject({ esito: true, avvisi: [] });
    expect(await runVerifica(casa)).toMatchObject({ esito: true });
  });

  test('twice before the central office hears of it: the steps lead there', async () => {
    await renewChiave(casa);
    await renewChiave(casa);
    expect(await registra(centro, casa)).toMatchObject({ precedenti: 2 });
    expect((await consegna(await pacco('2025-01')))[0]?.stato).toBe('importato');
  });

  test('the key of before signs nothing after its end, and does not come back', async () => {
    const vecchio = await chiaveDi(casa);
    const ladro = await loadIdentita(casa.store);
    await renewChiave(casa);
    await registra(centro, casa);
    expect(await codiceDi(registerChiave(centro, { testo: vecchio }))).toBe('chiave.superata');
    // who took the old key goes on signing with it
    const nuova = casa.store.findSegreto('firma') ?? '';
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.replaceSegreto('firma', ladro.firma),
    );
    const rubato = await pacco('2025-01');
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => tx.replaceSegreto('firma', nuova));
    const [esito] = await consegna(rubato);
    expect(esito?.stato).toBe('rifiutato');
    expect(esito?.motivo).toContain('che «Casa Aurora» non usa più');
  });

  test('a step that nobody signed, or that names another seal, leads nowhere', async () => {
    const altra = await apri('comunita');
    await renewChiave(casa);
    const buona = JSON.parse(await chiaveDi(casa));
    const sua = JSON.parse(await chiaveDi(altra));
    const [passo] = buona.passaggi;
    for (const passaggi of [
      [{ ...passo, a: sua.firma, sigillo: sua.sigillo }],
      [passo, { ...passo, da: passo.a, a: sua.firma, sigillo: sua.sigillo }],
      [{ ...passo, atMs: passo.atMs + 1 }],
    ])
      expect(await codiceDi(registerChiave(centro, { testo: JSON.stringify({ ...sua, passaggi }) }))).toBe(
        'chiave.struttura',
      );
    const senza = { ...buona, passaggi: [{ ...passo, sigillo: sua.sigillo }] };
    expect(await codiceDi(registerChiave(centro, { testo: JSON.stringify(senza) }))).toBe('chiave.struttura');
    expect(await registerChiave(centro, { testo: JSON.stringify(buona) })).toMatchObject({ precedenti: 1 });
  });
});

test('a key that was lost: replaced after the phone call, and what it signed meanwhile is not believed', async () => {
  const gennaio = await pacco('2025-01');
  const febbraio = await pacco('2025-02');
  await consegna(gennaio);
  const nuovoPc = await apri('comunita');
  const testo = await chiaveDi(nuovoPc);
  expect(await codiceDi(registerChiave(centro, { testo }))).toBe('chiave.struttura');
  expect(await registerChiave(centro, { testo, sostituisce: true })).toMatchObject({ precedenti: 1 });
  // what was received stays, and is recognised; what had not arrived is refused
  expect((await consegna(gennaio, febbraio)).map(({ stato }) => stato)).toEqual(['invariato', 'rifiutato']);
  expect(await runVerifica(centro)).toMatchObject({ esito: true });
});

describe('the central office renews its keys', () => {
  test('late parcels sealed for the key of before are read, and it is said', async () => {
    const gennaio = await pacco('2025-01');
    await renewChiave(centro);
    const [esito] = await consegna(gennaio);
    expect(esito?.stato).toBe('importato');
    const [ricevuto] = centro.store.select('pacchi', "t.verso = 'ricevuto'", {});
    expect(ricevuto?.avvisi?.some((avviso) => avviso.includes('mandare alla comunità quella nuova'))).toBe(true);
    await renewChiave(centro);
    expect((await consegna(await pacco('2025-02')))[0]?.stato).toBe('importato');
  });

  test('for the community it is the same office: the chain goes on, the next parcel is sealed for the new key', async () => {
    await consegna(await pacco('2025-01'));
    await renewChiave(centro);
    await registra(casa, centro);
    closeMese(casa, { struttura: 'CASA00', mese: '2025-02', conMancanti: true });
    const febbraio = await exportMese(casa, { struttura: 'CASA00', mese: '2025-02' });
    expect(febbraio.numero).toBe(2);
    const { nome, bytes } = getPaccoFile(casa, { id: febbraio.id });
    expect((await consegna({ nome, bytes: new Uint8Array(bytes) }))[0]?.stato).toBe('importato');
    const [, secondo] = centro.store.select('pacchi', "t.verso = 'ricevuto' ORDER BY t.numero", {});
    expect(secondo?.avvisi?.filter((avviso) => avviso.includes('Sigillato'))).toEqual([]);
    // a revision needs the parcels in force read again, one of them sealed for the key of before
    reopenMese(casa, { struttura: 'CASA00', mese: '2025-01', motivo: 'prova' });
    expect((await consegna(await pacco('2025-01')))[0]?.stato).toBe('sostituito');
    expect(await runVerifica(centro)).toMatchObject({ esito: true, avvisi: [] });
  });

  test('no secret of before or of now is in the log', async () => {
    const segreti = [await loadIdentita(casa.store)];
    await renewChiave(casa);
    segreti.push(await loadIdentita(casa.store));
    const { seq } = casa.store.registro.last();
    const righe = JSON.stringify(unpackImmagini(casa.store.registro.find(seq)?.righe ?? null));
    expect(righe).toContain('passaggi');
    for (const { firma, sigillo } of segreti) {
      expect(righe).not.toContain(sigillo);
      expect(righe).not.toContain(firma.split('\n')[1]);
    }
  });
});
