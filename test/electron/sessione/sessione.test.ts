import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../db/file/open.ts';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import { closeStore, copyBefore } from '../../../electron/services/archivio.ts';
import { changeUtente, inspectCartella, openStore } from '../../../electron/services/sessione.ts';
import { createStore } from '../../../electron/services/sessione-nuova.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('sessione');
const modello = join(cartella, 'modello');
const clock = () => 1_760_000_000_000;
const FIGLIO = join(import.meta.dirname, 'figlio.ts');

/** A folder with a store, copied from one made once. */
function nuova(nome: string): string {
  const dati = join(cartella, nome);
  cpSync(modello, dati, { recursive: true });
  return dati;
}

const apri = (dati: string, password = PASSWORD) => openStore({ dati, password, clock });

beforeAll(async () => {
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  closeStore(
    await createStore({ dati: modello, ruolo: 'comunita', utente: 'Anna', password: PASSWORD, struttura, clock }),
  );
});

describe('a new store', () => {
  test('holds its first rows, made in one gesture', async () => {
    const archivio = await apri(nuova('prime-righe'));
    const { store } = archivio;
    expect(archivio).toMatchObject({ ruolo: 'comunita', nome: 'Casa Aurora', dimostrazione: false });
    expect(archivio.utente).toMatchObject({ nome: 'Anna', ruolo: 'responsabile' });
    expect(store.findImpostazione('struttureProprie')).toBe('["CASA00"]');
    expect(store.dispositivo).toMatch(/^[0-9a-f-]{36}$/);
    expect(store.find('codici', 'P')).toMatchObject({ presente: true, ordine: 0 });
    expect(CODICI_PREDEFINITI.every((codice) => store.find('codici', codice.voce))).toBe(true);
    expect(store.findSegreto('firma')).toContain('PRIVATE KEY');
    expect(store.findSegreto('sigillo')).toMatch(/^AGE-SECRET-KEY-1/);
    expect(store.registro.last().seq).toBe(1);
    expect(store.registro.find(1)).toMatchObject({ azione: 'sessione.create', utente: 'Anna' });
    expect(store.registro.findBroken()).toBeNull();
    closeStore(archivio);
  });

  test('is encrypted from the first byte; only the keyring is in clear, and only names are in it', () => {
    const files = readdirSync(modello).toSorted();
    expect(files).toEqual(['approdo.db', 'approdo.lock', 'chiavi.json']);
    const bytes = readFileSync(join(modello, 'approdo.db'));
    for (const word of ['SQLite format', 'Casa Aurora', 'Anna', 'impostazioni', 'CREATE TABLE'])
      expect(bytes.includes(Buffer.from(word))).toBe(false);
    expect(readFileSync(join(modello, 'approdo.lock'))).toHaveLength(0);
    if (process.platform !== 'win32') expect(statSync(join(modello, 'approdo.db')).mode & 0o077).toBe(0);
  });

  test('the centre starts as Accoglienza and keeps no struttura of its own', async () => {
    const dati = join(cartella, 'centro');
    const centro = { dati, ruolo: 'centrale', utente: 'Carla', password: PASSWORD, clock } as const;
    await expect(createStore({ ...centro, struttura: { codice: 'X', nome: 'X' } })).rejects.toMatchObject({
      codice: 'sessione.struttura',
    });
    expect(inspectCartella(dati).stato).toBe('nuova');
    const archivio = await createStore({ ...centro, dimostrazione: true });
    expect(archivio).toMatchObject({ ruolo: 'centrale', nome: 'Accoglienza', dimostrazione: true });
    expect(archivio.utente.ruolo).toBe('accoglienza');
    closeStore(archivio);
  });

  test('never over one that is there', async () => {
    const dati = nuova('occupata');
    const again = { dati, ruolo: 'comunita', utente: 'Eva', password: PASSWORD, clock } as const;
    await expect(createStore(again)).rejects.toMatchObject({ codice: 'sessione.esiste' });
    rmSync(join(dati, 'chiavi.json'));
    const before = readFileSync(join(dati, 'approdo.db'));
    await expect(createStore(again)).rejects.toThrow(/senza il suo chiavi\.json/);
    expect(readFileSync(join(dati, 'approdo.db')).equals(before)).toBe(true);
  });

  test.each(['approdo.lock', 'approdo-nuovo.db', 'chiavi.json', 'approdo.db'])(
    'killed as soon as %s is there: a folder still new, or a store that opens',
    async (segno) => {
      const dati = join(cartella, `uccisa-${segno}`);
      const child = start('crea', dati);
      while (!existsSync(join(dati, segno)) && child.exitCode === null) await setImmediate();
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await recover(dati)).toBe(existsSync(join(dati, 'approdo-nuovo.db')) ? 'a metà' : 'intera');
    },
    30_000,
  );

  test('killed between the keyring and the last step, the next opening completes it', async () => {
    const dati = nuova('a-metà');
    renameSync(join(dati, 'approdo.db'), join(dati, 'approdo-nuovo.db'));
    expect(inspectCartella(dati)).toEqual({ stato: 'chiusa', accounts: ['Anna'] });
    closeStore(await apri(dati));
    expect(existsSync(join(dati, 'approdo.db'))).toBe(true);
  });

  test('killed before the keyring, what is left is taken away', async () => {
    const dati = join(cartella, 'senza-chiavi');
    mkdirSync(dati);
    writeFileSync(join(dati, 'approdo-nuovo.db'), 'metà');
    expect(inspectCartella(dati).stato).toBe('nuova');
    closeStore(await createStore({ dati, ruolo: 'comunita', utente: 'Anna', password: PASSWORD, clock }));
    expect(existsSync(join(dati, 'approdo-nuovo.db'))).toBe(false);
    closeStore(await apri(dati));
  });
});

describe('opening', () => {
  test('wrong password: one sentence, and the next try is free', async () => {
    const dati = nuova('password');
    await expect(apri(dati, 'sbagliata')).rejects.toMatchObject({
      codice: 'sessione.password',
      messaggio: 'La password non è giusta: riprovare.',
    });
    closeStore(await apri(dati));
  });

  test('the key is zeroed at the closing', async () => {
    const archivio = await apri(nuova('azzerata'));
    const { chiave } = archivio;
    expect(chiave.some((byte) => byte !== 0)).toBe(true);
    closeStore(archivio);
    expect(chiave.every((byte) => byte === 0)).toBe(true);
  });

  test('the role is the one inside the encrypted file', async () => {
    const dati = nuova('ruolo');
    const archivio = await apri(dati);
    const { accountId } = archivio.utente;
    archivio.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('accounts', accountId ?? '', { ruolo: 'educatore' }),
    );
    expect((await changeUtente(archivio, { password: PASSWORD })).utente.ruolo).toBe('educatore');
    archivio.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.remove('accounts', accountId ?? ''),
    );
    closeStore(archivio);
    await expect(apri(dati)).rejects.toMatchObject({ codice: 'sessione.utente' });
  });

  test('no folder, no store, no keyring, no database: each its sentence', async () => {
    await expect(apri(join(cartella, 'inesistente'))).rejects.toMatchObject({ codice: 'sessione.nuova' });
    const senzaChiavi = nuova('senza-chiavi-json');
    rmSync(join(senzaChiavi, 'chiavi.json'));
    await expect(apri(senzaChiavi)).rejects.toMatchObject({ codice: 'chiavi.assenti' });
    expect(inspectCartella(senzaChiavi)).toEqual({ stato: 'chiusa', accounts: [] });
    const tagliate = nuova('chiavi-tagliate');
    truncateSync(join(tagliate, 'chiavi.json'), 200);
    await expect(apri(tagliate)).rejects.toMatchObject({ codice: 'chiavi.danneggiate' });
    const senzaArchivio = nuova('senza-archivio');
    rmSync(join(senzaArchivio, 'approdo.db'));
    await expect(apri(senzaArchivio)).rejects.toMatchObject({ codice: 'archivio.assente' });
  });

  test('a byte flipped anywhere in the file is noticed', async () => {
    const size = statSync(join(modello, 'approdo.db')).size;
    for (const [n, at] of [20, Math.floor(size / 2), size - 40].entries()) {
      const dati = nuova(`danneggiata-${n}`);
      flip(join(dati, 'approdo.db'), at);
      await expect(apri(dati)).rejects.toMatchObject({
        codice: expect.stringMatching(/^archivio\.(danneggiato|chiave)$/),
      });
    }
    const tagliata = nuova('tagliata');
    truncateSync(join(tagliata, 'approdo.db'), Math.floor(size / 2 / 4096) * 4096);
    await expect(apri(tagliata)).rejects.toMatchObject({ codice: 'archivio.danneggiato' });
  });

  test('a file of a newer program is left alone', async () => {
    const dati = nuova('futura');
    const archivio = await apri(dati);
    archivio.store.sqlite.pragma('user_version = 999');
    closeStore(archivio);
    await expect(apri(dati)).rejects.toMatchObject({ codice: 'archivio.versione' });
  });

  test('before a migration the file is kept as it was, and opens with the same key', async () => {
    const archivio = await apri(nuova('migrazione'));
    const file = join(archivio.dati, 'approdo.db');
    copyBefore(file, archivio.chiave)(7);
    // a copy that does not open stops the change
    expect(() => copyBefore(file, Buffer.alloc(32, 1))(8)).toThrow(/non si apre con questa chiave/);
    const copy = openFile({ file: join(archivio.dati, 'approdo-versione-7.db'), key: archivio.chiave });
    expect(copy.prepare('SELECT count(*) FROM codici').pluck().get()).toBe(7);
    copy.close();
    closeStore(archivio);
  });

  test('in use by another process: said at once; free again when that one dies', async () => {
    const dati = nuova('in-uso');
    const child = start('apri', dati);
    expect(await firstLine(child)).toMatchObject({ ok: true, utente: 'Anna' });
    await expect(apri(dati)).rejects.toMatchObject({
      codice: 'archivio.in_uso',
      messaggio: expect.stringContaining('un altro Approdo'),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    closeStore(await apri(dati));
  });

  test('twice in this process: the second is refused, the first goes on', async () => {
    const dati = nuova('due-volte');
    const archivio = await apri(dati);
    await expect(apri(dati)).rejects.toMatchObject({ codice: 'archivio.in_uso' });
    expect(archivio.store.findImpostazione('nome')).toBe('Casa Aurora');
    closeStore(archivio);
  });

  test('full disk: the gesture is refused whole and the store goes on', async () => {
    const archivio = await apri(nuova('piena'));
    const { store } = archivio;
    const pages = Number(store.sqlite.pragma('page_count', { simple: true }));
    store.sqlite.pragma(`max_page_count = ${pages}`);
    const fill = () =>
      store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
        for (let n = 0; n < 2000; n++) tx.insert('strutture', { codice: `S${n}`, nome: 'x'.repeat(200), tipo: 'CT' });
      });
    expect(fill).toThrow(expect.objectContaining({ codice: 'archivio.disco_pieno' }));
    expect(store.sqlite.prepare('SELECT count(*) FROM strutture').pluck().get()).toBe(1);
    store.sqlite.pragma('max_page_count = 1000000');
    fill();
    expect(store.sqlite.prepare('SELECT count(*) FROM strutture').pluck().get()).toBe(2001);
    closeStore(archivio);
  });

  const root = process.getuid?.() === 0;
  test.skipIf(process.platform === 'win32')(
    `read-only folder: said, and nothing is written${root ? ' (by a process of an ordinary user: this one is root)' : ''}`,
    async () => {
      const dati = nuova('sola-lettura');
      const files = readdirSync(dati);
      chmodSync(cartella, 0o755);
      for (const name of files) chmodSync(join(dati, name), 0o444);
      chmodSync(dati, 0o555);
      const child = start('apri', dati, root ? { uid: 65_534, gid: 65_534 } : {});
      const answer = await firstLine(child);
      child.kill('SIGKILL');
      chmodSync(dati, 0o700);
      expect(answer).toMatchObject({ ok: false, codice: expect.stringMatching(/^archivio\.(cartella|sola_lettura)$/) });
      expect(readdirSync(dati)).toEqual(files);
    },
  );
});

function start(azione: string, dati: string, as: { uid?: number; gid?: number } = {}): ChildProcess {
  return spawn(process.execPath, [FIGLIO, azione, dati, PASSWORD], { stdio: ['ignore', 'pipe', 'inherit'], ...as });
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  const [bytes] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return JSON.parse(bytes.toString('utf8'));
}

/** Goes on from what is there, as a person would: opens it, or makes it again. */
async function recover(dati: string): Promise<string> {
  if (inspectCartella(dati).stato === 'nuova')
    closeStore(await createStore({ dati, ruolo: 'comunita', utente: 'Anna', password: PASSWORD, clock }));
  const archivio = await apri(dati);
  const codici = archivio.store.sqlite.prepare('SELECT count(*) FROM codici').pluck().get();
  closeStore(archivio);
  return codici === CODICI_PREDEFINITI.length ? 'intera' : 'a metà';
}

function flip(file: string, at: number): void {
  const byte = readFileSync(file)[at] ?? 0;
  const fd = openSync(file, 'r+');
  writeSync(fd, Buffer.from([byte ^ 0x40]), 0, 1, at);
  closeSync(fd);
}
