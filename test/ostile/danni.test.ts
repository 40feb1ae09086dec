import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unlock } from '../../db/file/open.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { restoreCopia } from '../../electron/services/copia.ts';
import { importPacchi } from '../../electron/services/pacco-import.ts';
import { openStore } from '../../electron/services/sessione.ts';
import { runVerifica } from '../../electron/services/verifica.ts';
import { Scena } from './scena.ts';
import { apri, contestoSu, MESE, PASSWORD_SCENA, STRUTTURA } from './scena-apri.ts';

const PAGINA = 4096;
const TEMPO = { timeout: 120_000 };
const scena = new Scena();
/** name of a table or an index (or of what a page is) → one of its pages, counted from 1 */
const pagine = new Map<string, number>();
let modello = '';

beforeAll(async () => {
  await scena.prepara();
  modello = scena.cartellaPer('chiudi');
  liberaPagine(join(modello, 'dati'));
  for (const [nome, pagina] of pagineDi(join(modello, 'dati'))) pagine.set(nome, pagina);
});
afterAll(() => scena.chiudi());

function grezzo(dati: string): Database.Database {
  const db = new Database(join(dati, 'approdo.db'));
  unlock(db, Buffer.from(readFileSync(join(dati, 'chiave'), 'utf8'), 'hex'));
  return db;
}

/** Some pages that belong to nothing any more, as after a long life. */
function liberaPagine(dati: string): void {
  const db = grezzo(dati);
  db.exec('CREATE TABLE passata (testo TEXT)');
  db.exec('INSERT INTO passata SELECT hex(randomblob(2000)) FROM (SELECT 1 FROM sqlite_master LIMIT 20)');
  db.exec('DROP TABLE passata');
  expect(db.pragma('freelist_count', { simple: true })).toBeGreaterThan(5);
  db.close();
}

/** One page of every table and index (the last of it: a leaf), the header, one that is free. */
function pagineDi(dati: string): [string, number][] {
  const db = grezzo(dati);
  const righe = db
    .prepare('SELECT name, pagetype, max(pageno) FROM dbstat WHERE pageno > 1 GROUP BY name, pagetype')
    .raw();
  const trovate = (righe.all() as [string, string, number][]).map(([nome, tipo, pagina]): [string, number] => [
    `${nome}, ${tipo}`,
    pagina,
  ]);
  const usate = new Set(db.prepare('SELECT pageno FROM dbstat').pluck().all());
  const tutte = Number(db.pragma('page_count', { simple: true }));
  const libera = Array.from({ length: tutte }, (_, index) => index + 1).find((pagina) => !usate.has(pagina));
  db.close();
  return [['header', 1], ['free', libera ?? 0], ...trovate];
}

/** One bit of one page, in the middle of it. */
function guasta(file: string, pagina: number): void {
  const fd = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  const dove = (pagina - 1) * PAGINA + PAGINA / 2;
  readSync(fd, byte, 0, 1, dove);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(fd, byte, 0, 1, dove);
  closeSync(fd);
}

function copiaDelModello(nome: string): string {
  const dati = join(scena.radice, nome, 'dati');
  mkdirSync(join(scena.radice, nome));
  cpSync(join(modello, 'dati'), dati, { recursive: true });
  return dati;
}

async function apriConPassword(dati: string): Promise<unknown> {
  try {
    closeStore(await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now }));
    return null;
  } catch (error) {
    return error;
  }
}

describe('one bit of one page', () => {
  test(
    'whatever page it is: noticed at the opening, in words; the closed month is saved first whenever it can be read',
    TEMPO,
    async () => {
      const esiti: Record<string, string[]> = {};
      for (const [nome, pagina] of pagine) {
        const dati = copiaDelModello(`pagina-${pagina}`);
        const file = join(dati, 'approdo.db');
        guasta(file, pagina);
        const guasto = readFileSync(file);
        const errore = await apriConPassword(dati);
        const salvati = existsSync(join(dati, 'in-uscita')) ? readdirSync(join(dati, 'in-uscita')) : [];
        if (nome === 'free') {
          // nothing is written there: whoever uses it again writes the whole page
          if (errore === null) continue;
        }
        expect(errore, nome).toBeInstanceOf(ErroreApprodo);
        const { codice, messaggio } = errore as ErroreApprodo;
        expect([nome, codice]).toEqual([nome, nome === 'header' ? 'archivio.chiave' : 'archivio.danneggiato']);
        expect(messaggio).toContain('ripristinare l’ultima copia');
        expect(messaggio.includes('in-uscita')).toBe(salvati.length > 0);
        expect(readdirSync(dati).filter((uno) => uno.endsWith('.tmp'))).toEqual([]);
        // the damaged file is evidence: nobody touches it
        expect(readFileSync(file).equals(guasto)).toBe(true);
        esiti[salvati.length > 0 ? 'salvato' : 'perso'] = [
          ...(esiti[salvati.length > 0 ? 'salvato' : 'perso'] ?? []),
          nome,
        ];
        // the same parcel each time: the central office takes the first few
        if (salvati.length > 0 && (esiti['salvato']?.length ?? 0) <= 3) await expectRicevuto(dati, salvati);
        rmSync(join(dati, '..'), { recursive: true });
      }
      console.info(`saved: ${esiti['salvato']?.length}; not: ${esiti['perso']?.join('; ')}`);
      expect(pagine.size).toBeGreaterThan(40);
      expect(esiti['salvato']?.length).toBeGreaterThan(20);
      // the pages the month itself is on, and those that lead to them
      for (const nome of ['header', 'presenze, leaf', 'mesi, leaf', 'ingressi, leaf'])
        expect(esiti['perso']).toContain(nome);
    },
  );

  test('while the store is open: verifica reads from the disk, not from memory', async () => {
    const dati = copiaDelModello('aperto');
    const archivio = await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now });
    const ctx = contestoSu(archivio.store, dati);
    expect((await runVerifica(ctx)).esito).toBe(true);
    guasta(join(dati, 'approdo.db'), pagine.get('attivita, leaf') ?? 0);
    const { esito, controlli } = await runVerifica(ctx);
    expect(esito).toBe(false);
    expect(controlli.find((uno) => !uno.esito)?.dettaglio).toContain('danneggiato');
    closeStore(archivio);
  });

  test('after it, the last copy is put in another folder and is whole', async () => {
    const dati = join(scena.radice, 'rimessa');
    await restoreCopia({ dati, da: join(scena.radice, 'da.tar'), password: PASSWORD_SCENA });
    const archivio = await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now });
    expect((await runVerifica(contestoSu(archivio.store, dati))).esito).toBe(true);
    closeStore(archivio);
  });
});

/** The parcel saved is one the central office takes, with the month in it. */
async function expectRicevuto(dati: string, salvati: readonly string[]): Promise<void> {
  const centro = scena.cartellaPer('importa-pacchi');
  const { ctx } = apri(join(centro, 'dati'));
  const file = salvati.map((nome) => ({ nome, bytes: new Uint8Array(readFileSync(join(dati, 'in-uscita', nome))) }));
  const [esito] = await importPacchi(ctx, { file });
  expect(esito).toMatchObject({ stato: 'importato', struttura: STRUTTURA, mese: MESE });
  ctx.store.close();
  rmSync(centro, { recursive: true });
}
