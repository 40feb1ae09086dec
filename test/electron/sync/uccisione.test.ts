import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPaccoFile, listPacchi } from '../../../db/reads/pacco.ts';
import { Store } from '../../../db/store.ts';
import { fileCartella } from '../../../electron/cartella/cartella.ts';
import { closeStore } from '../../../electron/services/archivio.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { contestoOf, createDemo, exchangeKeys, importCartella } from '../../../scripts/demo/comunita.ts';
import { inventaCooperativa } from '../../../scripts/demo/inventa.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { fotografia } from './fotografia.ts';

const UCCIDIBILE = join(import.meta.dirname, '../../aiuti/uccidibile-figlio.ts');
const VOLTE = Number(process.env['APPRODO_UCCISIONI'] ?? 30);
const PER_PROCESSO = 3;
const OGGI = '2026-01-10';
const MESI = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];
const STRUTTURE = ['CASA00', 'CASA01'];
const lavoro = cartellaProva('uccisione');

/** A folder with a store, and what opens it without a password. */
interface Cartella {
  readonly dati: string;
  readonly chiave: string;
}
let comunita: Cartella;
let centrale: Cartella;
/** the central register after each parcel, from none to all */
const dopo: ReturnType<typeof fotografia>[] = [];

beforeAll(async () => {
  const periodo = { dal: '2025-01-01', al: '2025-06-30' };
  const archivi = [
    await createDemo(join(lavoro, 'centrale'), 'centrale'),
    await createDemo(join(lavoro, 'comunita'), 'comunita'),
  ];
  const [centro, casa] = archivi.map((archivio) => contestoOf(archivio, OGGI)) as [Contesto, Contesto];
  [centrale, comunita] = archivi.map(({ dati, chiave }) => ({ dati, chiave: chiave.toString('hex') })) as [
    Cartella,
    Cartella,
  ];
  await importCartella(casa, inventaCooperativa({ seme: 7, strutture: 2, posti: 12, periodo }));
  await exchangeKeys(casa, centro);
  const prima = join(lavoro, 'prima');
  casa.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(comunita.dati, prima, { recursive: true });
  mkdirSync(join(centrale.dati, 'arrivati'));
  for (const struttura of STRUTTURE)
    for (const mese of MESI) {
      closeMese(casa, { struttura, mese, conMancanti: true });
      const { nome, bytes } = getPaccoFile(casa, { id: (await exportMese(casa, { struttura, mese })).id });
      writeFileSync(join(centrale.dati, 'arrivati', nome), bytes);
    }
  for (const archivio of archivi) closeStore(archivio);
  comunita = { ...comunita, dati: prima };
  await precompute();
}, 120_000);

async function precompute(): Promise<void> {
  const ctx = apri(copia(centrale, 'tutto'), 'centrale');
  dopo.push(fotografia(ctx.store));
  for (const file of arrivati()) {
    await importPacchi(ctx, { file: [file] });
    dopo.push(fotografia(ctx.store));
  }
  ctx.store.close();
}

function arrivati() {
  const folder = join(centrale.dati, 'arrivati');
  return readdirSync(folder)
    .toSorted()
    .map((nome) => ({ nome, bytes: new Uint8Array(readFileSync(join(folder, nome))) }));
}

const aperti: Store[] = [];
afterAll(() => {
  for (const store of aperti) store.close();
});

function apri({ dati, chiave }: Cartella, ruolo: 'comunita' | 'centrale'): Contesto {
  const store = Store.open({ file: fileCartella(dati).archivio, key: Buffer.from(chiave, 'hex'), clock: Date.now });
  aperti.push(store);
  const utente = { accountId: null, nome: 'PROVA Anna', ruolo: 'responsabile' } as const;
  return { store, dati, ruolo, utente, oggi: () => OGGI, progress: () => Promise.resolve() };
}

function copia(da: Cartella, nome: string): Cartella {
  const dati = join(lavoro, nome);
  rmSync(dati, { recursive: true, force: true });
  cpSync(da.dati, dati, { recursive: true });
  return { ...da, dati };
}

/** What a process killed at that instant leaves: stopped, its folder is copied, and it goes on. */
async function fotografaFermo(figlio: ChildProcess, dove: Cartella, nome: string): Promise<Cartella> {
  figlio.kill('SIGSTOP');
  while (figlio.exitCode === null && !isFermo(figlio.pid ?? 0)) await setTimeout(1);
  const lasciato = copia(dove, nome);
  figlio.kill('SIGCONT');
  return lasciato;
}

function isFermo(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  const stato = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stato.charAt(stato.lastIndexOf(')') + 2) === 'T';
}

/**
 * Runs a job in a process of its own and kills it some milliseconds after the given step. What two kills shortly before would
 * have left is kept too. Returns the three folders; two or one when the job was quicker.
 */
async function uccidi(cosa: string, dove: Cartella, passo: number): Promise<Cartella[]> {
  const figlio = spawn(process.execPath, [UCCIDIBILE, cosa, dove.dati, dove.chiave], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(lavoro, 'compilati') },
  });
  const uscito = once(figlio, 'exit');
  await arrivaAlPasso(figlio, passo);
  const lasciati: Cartella[] = [];
  for (let volta = 1; volta < PER_PROCESSO; volta++) {
    await setTimeout(Math.random() * 15);
    if (figlio.exitCode === null)
      lasciati.push(await fotografaFermo(figlio, dove, `${cosa}-lasciato-${volta}-${passo}`));
  }
  await setTimeout(Math.random() * 15);
  figlio.kill('SIGKILL');
  const [codice] = (await uscito) as [number | null];
  expect(codice ?? 0).toBe(0);
  return codice === null ? [...lasciati, dove] : lasciati;
}

/** Waits for `pronto` and that many dots, or for the end. */
function arrivaAlPasso(figlio: ChildProcess, passo: number): Promise<void> {
  return new Promise((resolve) => {
    let uscita = '';
    figlio.stdout?.on('data', (pezzo) => {
      uscita += String(pezzo);
      if (uscita.length >= 'pronto\n'.length + passo) resolve();
    });
    figlio.on('exit', () => resolve());
  });
}

/** Says at how many instants the job was looked at. What is random is the instant, and what a busy machine adds to it. */
async function tanteVolte(cosa: string, passi: number, da: Cartella, controlla: (dove: Cartella) => Promise<void>) {
  let instanti = 0;
  for (let giro = 0; giro < VOLTE / PER_PROCESSO; giro++)
    for (const lasciato of await uccidi(cosa, copia(da, cosa), Math.floor(Math.random() * passi))) {
      instanti++;
      await controlla(lasciato);
    }
  return instanti;
}

/** Opens (which reads every page), checks everything that must hold, and hands over the store. */
async function apriSano(dove: Cartella, ruolo: 'comunita' | 'centrale'): Promise<Contesto> {
  const ctx = apri(dove, ruolo);
  const verifica = await runVerifica(ctx);
  expect(verifica.controlli.filter(({ esito }) => !esito)).toEqual([]);
  return ctx;
}

describe.skipIf(process.platform === 'win32')('a process killed at any instant', { timeout: 240_000 }, () => {
  test('while it imports many parcels: each parcel is wholly there or not at all, and importing again completes', async () => {
    const visti = new Set<number>();
    const instanti = await tanteVolte('importa', arrivati().length - 1, centrale, async (dove) => {
      const ctx = await apriSano(dove, 'centrale');
      const presi = listPacchi(ctx.store, 'ricevuto').length;
      visti.add(presi);
      expect(fotografia(ctx.store)).toEqual(dopo[presi]);
      for (const { id, sha256 } of listPacchi(ctx.store, 'ricevuto'))
        expect(hash(findPaccoFile(ctx.store, id))).toBe(sha256);
      const esiti = await importPacchi(ctx, { file: arrivati() });
      expect(esiti.filter(({ stato }) => stato === 'invariato')).toHaveLength(presi);
      expect(fotografia(ctx.store)).toEqual(dopo.at(-1));
      ctx.store.close();
    });
    expect(instanti).toBeGreaterThan(VOLTE * 0.7);
    expect(visti.size).toBeGreaterThan(3);
  });

  test('while it closes and reopens months: each month is as one of its gestures left it, and can be closed', async () => {
    const instanti = await tanteVolte('chiudi', 40, comunita, async (dove) => {
      const ctx = await apriSano(dove, 'comunita');
      expectMesiCoerenti(ctx);
      for (const mese of MESI.slice(0, 4))
        if (statoDi(ctx, mese) !== 'chiuso') closeMese(ctx, { struttura: 'CASA00', mese, conMancanti: true });
      expectMesiCoerenti(ctx);
      ctx.store.close();
    });
    expect(instanti).toBe(VOLTE);
  });

  test('while it exports: one parcel a revision, one chain, no half file, and exporting again gives the same bytes', async () => {
    const instanti = await tanteVolte('esporta', 40, comunita, async (dove) => {
      const ctx = await apriSano(dove, 'comunita');
      expectMesiCoerenti(ctx);
      const primaDi = expectCatenaIntera(ctx);
      for (const mese of MESI.slice(0, 4)) {
        if (statoDi(ctx, mese) !== 'chiuso') closeMese(ctx, { struttura: 'CASA00', mese, conMancanti: true });
        const { percorso, sha256, revisione } = await exportMese(ctx, { struttura: 'CASA00', mese });
        expect(hash(readFileSync(percorso))).toBe(sha256);
        const noto = primaDi.find((pacco) => pacco.mese === mese && pacco.revisione === revisione);
        if (noto) expect(sha256).toBe(noto.sha256);
      }
      expectCatenaIntera(ctx);
      ctx.store.close();
    });
    expect(instanti).toBe(VOLTE);
  });
});

function statoDi({ store }: Contesto, mese: string): unknown {
  return store.sqlite.prepare('SELECT stato FROM mesi WHERE mese = ?').pluck().get(mese);
}

/** The state of a month is what its lines of the log say: as many closings as its revision, the last line decides. */
function expectMesiCoerenti({ store }: Contesto): void {
  for (const mese of MESI) {
    const voci = store.registro.listMese('CASA00', mese, ['mesi.close', 'mesi.reopen']);
    const riga = store.sqlite.prepare('SELECT stato, revisione FROM mesi WHERE mese = ?').get(mese);
    const chiusure = voci.filter(({ azione }) => azione === 'mesi.close').length;
    if (chiusure === 0) expect(riga).toBeUndefined();
    else expect(riga).toEqual({ stato: voci[0]?.azione === 'mesi.close' ? 'chiuso' : 'riaperto', revisione: chiusure });
  }
}

function expectCatenaIntera({ store, dati }: Contesto) {
  const pacchi = listPacchi(store, 'inviato').toSorted((a, b) => a.numero - b.numero);
  expect(pacchi.map(({ numero }) => numero)).toEqual(pacchi.map((_, index) => index + 1));
  expect(pacchi.map(({ precedente }) => precedente)).toEqual(
    [null, ...pacchi.map(({ impronta }) => impronta)].slice(0, pacchi.length),
  );
  expect(new Set(pacchi.map(({ mese, revisione }) => `${mese} ${revisione}`)).size).toBe(pacchi.length);
  for (const { id, sha256 } of pacchi) expect(hash(findPaccoFile(store, id))).toBe(sha256);
  const uscita = fileCartella(dati).inUscita;
  const noti = new Map(pacchi.map(({ nomeFile, sha256 }) => [nomeFile, sha256]));
  const scritti = existsSync(uscita) ? readdirSync(uscita).filter((nome) => nome.endsWith('.approdo')) : [];
  for (const nome of scritti) expect(hash(readFileSync(join(uscita, nome)))).toBe(noti.get(nome));
  return pacchi;
}

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex');
}
