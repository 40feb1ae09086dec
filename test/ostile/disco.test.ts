import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Modo, perchéSenzaDisco, suDisco, type Tentativo } from './disco.ts';
import { improntaDi } from './impronta.ts';
import { Boia } from './morte.ts';
import { esegui } from './operazione.ts';
import { Scena } from './scena.ts';
import { NOMI_OPERAZIONI, type NomeOperazione } from './scena-apri.ts';

const scena = new Scena();
let boia: Boia;
const senza = perchéSenzaDisco();
const detto = senza === undefined ? '' : ` (SKIPPED: ${senza})`;
const PIENO = /^(archivio|file)\.disco_pieno$/;
/** The folder says no, to SQLite or to the file system. */
const CHIUSO = /^(archivio\.(sola_lettura|cartella)|file\.(permesso|sola_lettura))$/;

beforeAll(async () => {
  await scena.prepara();
  boia = await Boia.prepara(join(scena.radice, 'programma'));
});
afterAll(() => scena.chiudi());

/** Runs it, and says what the register is after each of its steps when all goes well. */
async function prova(modo: Modo, nome: NomeOperazione): Promise<{ tentativi: Tentativo[]; stati: string[] }> {
  const buona = scena.cartellaPer(nome);
  const conRegistro = nome !== 'crea' && nome !== 'ripristina';
  const stati = [conRegistro ? improntaDi(buona) : 'nuova'];
  await esegui(nome, buona, () => stati.push(conRegistro ? improntaDi(buona) : 'intera'));
  rmSync(buona, { recursive: true });
  const cartella = join(scena.radice, `${modo}-${nome}`);
  mkdirSync(cartella);
  renameSync(scena.cartellaPer(nome), join(cartella, 'modello'));
  if (modo === 'permessi') apriATutti(cartella);
  const tentativi = await suDisco(boia.disco, modo, nome, cartella);
  return { tentativi, stati };
}

/** The other user must be able to read what it starts from. */
function apriATutti(cartella: string): void {
  for (const posto of [scena.radice, cartella]) chmodSync(posto, 0o755);
  for (const posto of readdirSync(cartella, { recursive: true, withFileTypes: true }))
    chmodSync(join(posto.parentPath, posto.name), posto.isDirectory() ? 0o755 : 0o644);
}

function expectSano(t: Tentativo, stati: readonly string[], codice: RegExp): void {
  const dove = JSON.stringify(t);
  if (t.codice === null) expect(t.dopo, dove).toBe(stati.at(-1));
  else {
    expect(t.codice, dove).toMatch(codice);
    expect(t.messaggio, dove).toMatch(/^(?!.*(SQLITE|errno|E[A-Z]{4,})).+: .+\.$/);
    // the step under way is done or not done: with a new store, the folder is new or the store is whole
    expect([stati[t.fatti], stati[t.fatti + 1]], dove).toContain(t.dopo);
    expect(t.daCapo ?? 'riuscita', dove).toBe('riuscita');
  }
  expect(t.avanzi, dove).toEqual([]);
  expect(t.fine, dove).toBe(stati.at(-1));
}

describe('a full disk', () => {
  test.skipIf(senza !== undefined).each(NOMI_OPERAZIONI)(
    `%s: one sentence, nothing by half, done later${detto}`,
    async (nome) => {
      const { tentativi, stati } = await prova('pieno', nome);
      for (const tentativo of tentativi) expectSano(tentativo, stati, PIENO);
      console.info(`${nome}: full ${tentativi.length - 1} times, then done with ${tentativi.at(-1)?.libere} pages`);
      expect(tentativi.at(-1)?.codice).toBeNull();
      expect(tentativi.length).toBeGreaterThan(4);
    },
  );
});

describe('a disk that cannot be written', () => {
  test.skipIf(senza !== undefined).each(NOMI_OPERAZIONI)(
    `%s: one sentence, and it is done when it can be${detto}`,
    async (nome) => {
      const { tentativi, stati } = await prova('sola-lettura', nome);
      for (const tentativo of tentativi) expectSano(tentativo, stati, CHIUSO);
      expect(tentativi[0]?.codice).not.toBeNull();
    },
  );

  test.skipIf(process.platform === 'win32').each(NOMI_OPERAZIONI)(
    '%s, without the permission of the folder',
    async (nome) => {
      const { tentativi, stati } = await prova('permessi', nome);
      for (const tentativo of tentativi) expectSano(tentativo, stati, CHIUSO);
    },
  );
});
