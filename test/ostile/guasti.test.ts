import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileCartella } from '../../electron/cartella/cartella.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { restoreCopia } from '../../electron/services/copia.ts';
import { inspectCartella, openStore } from '../../electron/services/sessione.ts';
import { runVerifica } from '../../electron/services/verifica.ts';
import { impronta, improntaDi } from './impronta.ts';
import { Boia, dueAllaVolta, type Giro, puntiSparsi } from './morte.ts';
import { esegui } from './operazione.ts';
import { Scena } from './scena.ts';
import { apri, contestoSu, type NomeOperazione, PASSWORD_SCENA } from './scena-apri.ts';
import { contenuto } from './scena-vecchia.ts';

/** At least this many deaths in all: the promise of the issue. */
const MINIMO = 300;
const scena = new Scena();
let boia: Boia;
let morti = 0;

beforeAll(async () => {
  await scena.prepara();
  boia = await Boia.prepara(join(scena.radice, 'programma'));
});
afterAll(() => scena.chiudi());

async function expectIntero(ctx: Contesto): Promise<void> {
  const verifica = await runVerifica(ctx);
  expect(verifica.controlli.filter((controllo) => !controllo.esito)).toEqual([]);
}

/** What the register is before the operation and after each of its steps. */
async function statiDi(nome: NomeOperazione): Promise<string[]> {
  const cartella = scena.cartellaPer(nome);
  const stati = [improntaDi(cartella)];
  await esegui(nome, cartella, () => stati.push(improntaDi(cartella)));
  rmSync(cartella, { recursive: true });
  return stati;
}

/** Kills the operation at these writes, each in a folder of its own, and has every one examined. */
async function uccidi(
  nome: NomeOperazione,
  quanti: number,
  esamina: (cartella: string, esito: Giro) => Promise<void>,
  filo: 'main' | 'worker' = 'main',
): Promise<void> {
  const prova = scena.cartellaPer(nome);
  const intero = await boia.giro(nome, prova, 0, filo);
  expect(intero.errori).toBe('');
  expect(intero.scritture).not.toBeNull();
  rmSync(prova, { recursive: true });
  const punti = filo === 'worker' ? [1, 2, 3, 4, 5] : puntiSparsi(intero.scritture ?? 0, quanti);
  const lavori = punti.map((punto) => async () => {
    const cartella = scena.cartellaPer(nome);
    const esito = await boia.giro(nome, cartella, punto, filo);
    expect([nome, punto, esito.ucciso, esito.errori]).toEqual([nome, punto, true, '']);
    await esamina(cartella, esito).catch((error: unknown) => {
      throw new Error(`${nome}, killed at write ${punto} of ${intero.scritture}: ${String(error)}`, { cause: error });
    });
    morti += 1;
    rmSync(cartella, { recursive: true });
  });
  const inizio = performance.now();
  await dueAllaVolta(lavori);
  const secondi = ((performance.now() - inizio) / 1000).toFixed(1);
  console.info(
    `${nome}${filo === 'worker' ? ' (worker)' : ''}: ${punti.length} of ${intero.scritture} writes, ${secondi} s`,
  );
}

/** Opens, verifies, is at a step not before the last one acknowledged; repeated, it ends as if nothing had happened. */
function esaminaRegistro(nome: NomeOperazione, stati: readonly string[], daCapo: boolean) {
  return async (cartella: string, { fatti }: Giro): Promise<void> => {
    const { ctx } = apri(join(cartella, 'dati'));
    const passo = stati.indexOf(impronta(ctx.store));
    await expectIntero(ctx);
    ctx.store.close();
    expect([fatti, fatti + 1]).toContain(passo);
    await esegui(nome, cartella, () => undefined, daCapo ? 0 : passo);
    expect(improntaDi(cartella)).toBe(stati.at(-1));
  };
}

describe('killed at a write, whichever', { timeout: 300_000 }, () => {
  test.each([
    ['importa-foglio', 90, true],
    ['registra', 60, false],
    ['chiudi', 12, false],
    ['importa-pacchi', 100, true],
  ] as const)('%s', async (nome, quanti, daCapo) => {
    await uccidi(nome, quanti, esaminaRegistro(nome, await statiDi(nome), daCapo));
  });

  test('esporta: the parcel in the folder is the one the store remembers, whole or not there', async () => {
    const stati = await statiDi('esporta');
    const esamina = esaminaRegistro('esporta', stati, true);
    await uccidi('esporta', 20, async (cartella, esito) => {
      assertPacchiInteri(cartella);
      await esamina(cartella, esito);
      expect(assertPacchiInteri(cartella)).toBe(1);
    });
  });

  test.each(['main', 'worker'] as const)('copia, in the %s thread', async (filo) => {
    const [prima] = await statiDi('copia');
    await uccidi(
      'copia',
      25,
      async (cartella) => {
        expect(improntaDi(cartella)).toBe(prima);
        const copia = join(cartella, 'copia.tar');
        if (!existsSync(copia)) await esegui('copia', cartella, () => undefined);
        const dati = join(cartella, 'rimessa');
        await restoreCopia({ dati, da: copia, password: PASSWORD_SCENA });
        await expectApribile(dati);
        const { ctx } = apri(join(cartella, 'dati'));
        expect(impronta(ctx.store)).toBe(prima);
        ctx.store.close();
      },
      filo,
    );
  });

  test.each([
    ['ripristina', 25],
    ['crea', 30],
  ] as const)('%s: the folder is still new, or whole', async (nome, quanti) => {
    await uccidi(nome, quanti, async (cartella) => {
      const dati = join(cartella, 'dati');
      if (inspectCartella(dati).stato === 'nuova') await esegui(nome, cartella, () => undefined);
      expect(inspectCartella(dati).accounts).toHaveLength(1);
      await expectApribile(dati);
    });
  });

  test('aggiorna: the file is the old one or the new one, and the copy beside it is the old one', async () => {
    const modello = scena.cartellaPer('aggiorna');
    const chiave = Buffer.from(readFileSync(join(modello, 'dati/chiave'), 'utf8'), 'hex');
    const prima = contenuto(join(modello, 'dati/approdo.db'), chiave);
    expect(Object.keys(prima).length).toBeGreaterThan(15);
    await uccidi('aggiorna', 40, async (cartella) => {
      const dati = join(cartella, 'dati');
      await expectApribile(dati);
      expect(contenuto(join(dati, 'approdo-versione-1.db'), chiave)).toEqual(prima);
      expect(improntaDi(cartella)).toBe(improntaDi(modello));
    });
  });

  test(`at least ${MINIMO} deaths in all`, () => {
    console.info(`${morti} deaths`);
    expect(morti).toBeGreaterThanOrEqual(MINIMO);
  });
});

/** Opens with its password, verifies, and no leftover of the death stays in the folder. */
async function expectApribile(dati: string): Promise<void> {
  const archivio = await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now });
  try {
    await expectIntero(contestoSu(archivio.store, dati));
    expect(readdirSync(dati).filter((nome) => nome.endsWith('.tmp'))).toEqual([]);
  } finally {
    closeStore(archivio);
  }
}

/** @returns how many parcels are in the outgoing folder; each is byte for byte the one kept in the store */
function assertPacchiInteri(cartella: string): number {
  const dati = join(cartella, 'dati');
  const { inUscita } = fileCartella(dati);
  if (!existsSync(inUscita)) return 0;
  const { ctx } = apri(dati);
  const noti = ctx.store.sqlite.prepare('SELECT nome_file, sha256 FROM pacchi').raw().all() as [string, string][];
  ctx.store.close();
  const nomi = readdirSync(inUscita).filter((nome) => nome.endsWith('.approdo'));
  for (const nome of nomi) {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(inUscita, nome)))
      .digest('hex');
    expect(noti).toContainEqual([nome, sha256]);
  }
  return nomi.length;
}

describe('cut in the middle of a transaction', () => {
  test('a write-ahead log cut anywhere, or with a byte changed, gives back a whole step', {
    timeout: 120_000,
  }, async () => {
    const stati = await statiDi('registra');
    const cartella = scena.cartellaPer('registra');
    // dies at the last write: the log of the steps before it is all still beside the file
    const intero = await boia.giro('registra', scena.cartellaPer('registra'), 0);
    const morte = await boia.giro('registra', cartella, intero.scritture ?? 0);
    expect(morte.ucciso).toBe(true);
    const { tagli, visti } = await tagliaWal(cartella, stati);
    console.info(`${tagli} cuts of the write-ahead log, steps seen ${[...visti].toSorted().join(' ')}`);
    expect(tagli).toBeGreaterThan(100);
    expect(visti.size).toBeGreaterThanOrEqual(5);
  });
});

/** Opens the store with its write-ahead log cut at many places, and with one byte of it changed. */
async function tagliaWal(cartella: string, stati: readonly string[]) {
  const dati = join(cartella, 'dati');
  const wal = readFileSync(join(dati, 'approdo.db-wal'));
  const visti = new Set<number>();
  let tagli = 0;
  let ultimo = 0;
  const tagliati = Array.from({ length: 80 }, (_, index) => Math.round((wal.length * index) / 79));
  for (const lungo of tagliati) {
    const intero = apriConWal(dati, wal.subarray(0, lungo), stati);
    // a longer log never gives back less
    expect(intero).toBeGreaterThanOrEqual(ultimo);
    ultimo = intero;
    const guasto = Buffer.from(wal);
    guasto[Math.min(lungo, wal.length - 1)] = (guasto[Math.min(lungo, wal.length - 1)] ?? 0) ^ 0x40;
    visti.add(intero).add(apriConWal(dati, guasto, stati));
    tagli += 2;
  }
  return { tagli, visti };
}

/** @returns the step the store is at */
function apriConWal(dati: string, wal: Uint8Array, stati: readonly string[]): number {
  const altrove = join(dati, '..', 'taglio');
  mkdirSync(altrove);
  try {
    for (const nome of ['approdo.db', 'chiave']) copyFileSync(join(dati, nome), join(altrove, nome));
    writeFileSync(join(altrove, 'approdo.db-wal'), wal);
    const { ctx } = apri(altrove);
    const passo = stati.indexOf(impronta(ctx.store));
    expect(ctx.store.registro.findBroken()).toBeNull();
    ctx.store.close();
    expect(passo).toBeGreaterThanOrEqual(0);
    return passo;
  } finally {
    rmSync(altrove, { recursive: true });
  }
}
