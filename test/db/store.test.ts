import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockFolder } from '../../db/file/lock.ts';
import { knownMigrations } from '../../db/file/migrate.ts';
import { assertRuntime } from '../../db/file/node-guard.ts';
import { hashVoce, RADICE, unpackImmagini } from '../../db/registro.ts';
import { Store } from '../../db/store.ts';
import { archivioDiProva } from '../aiuti/archivio.ts';

const IO = { azione: 'prova', accountId: null, utente: 'ROSSI Maria' };
const CASA = { codice: 'CASA00', nome: 'Casa Aurora', tipo: 'CT' };

function codiceErrore(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error && 'codice' in error ? String(error.codice) : String(error);
  }
  return 'nessun errore';
}

test('a gesture writes its rows and its line of the log together', () => {
  const { store } = archivioDiProva();
  const id = store.write({ ...IO, struttura: 'CASA00' }, (tx) => tx.insert('strutture', CASA));
  store.write(IO, (tx) => tx.update('strutture', id, { nome: 'Casa Alba' }));
  const riga = store.find('strutture', id);
  expect(riga).toMatchObject({ nome: 'Casa Alba', voce: 2, versione: 0, deletedAtMs: null });
  const voce = store.registro.find(2);
  expect(unpackImmagini(voce?.righe ?? null)).toMatchObject([
    { t: 'strutture', id, prima: { nome: 'Casa Aurora', voce: 1 }, dopo: { nome: 'Casa Alba', voce: 2 } },
  ]);
  expect(store.registro.findBroken()).toBeNull();
});

test('a gesture that throws leaves neither rows nor line', () => {
  const { store } = archivioDiProva();
  expect(() =>
    store.write(IO, (tx) => {
      tx.insert('strutture', CASA);
      throw new Error('a metà');
    }),
  ).toThrow('a metà');
  expect(store.registro.last().seq).toBe(0);
  expect(store.sqlite.prepare('SELECT count(*) FROM strutture').pluck().get()).toBe(0);
});

test('a gesture that changes nothing leaves no line; an act does', () => {
  const { store } = archivioDiProva();
  const id = store.write(IO, (tx) => tx.insert('strutture', CASA));
  const changed = store.write(IO, (tx) => tx.update('strutture', id, { nome: CASA.nome }));
  expect(changed).toBe(false);
  expect(store.registro.last().seq).toBe(1);
  store.write({ ...IO, sempre: true }, () => undefined);
  expect(store.registro.last().seq).toBe(2);
});

test('nothing is hard-deleted', () => {
  const { store, setNow } = archivioDiProva();
  const id = store.write(IO, (tx) => tx.insert('strutture', CASA));
  setNow(99);
  store.write(IO, (tx) => tx.remove('strutture', id));
  expect(store.find('strutture', id)?.deletedAtMs).toBe(99);
  store.write(IO, (tx) => tx.update('strutture', id, { deletedAtMs: null }));
  expect(store.find('strutture', id)?.deletedAtMs).toBeNull();
});

test('the log refuses update and delete, whoever asks', () => {
  const { store } = archivioDiProva();
  store.write(IO, (tx) => tx.insert('strutture', CASA));
  expect(() => store.sqlite.exec("UPDATE registro SET utente = 'altri'")).toThrow('append-only');
  expect(() => store.sqlite.exec('DELETE FROM registro')).toThrow('append-only');
});

test.each([
  ["UPDATE registro SET utente = 'altri' WHERE seq = 2", { seq: 2, perche: 'è stata alterata' }],
  ["UPDATE registro SET righe = righe || x'00' WHERE seq = 1", { seq: 1, perche: 'è stata alterata' }],
  ['DELETE FROM registro WHERE seq = 2', { seq: 2, perche: 'manca', precedente: { seq: 1, utente: IO.utente } }],
  // the newest, which no other line follows
  ['DELETE FROM registro WHERE seq = 3', { seq: 3, perche: 'manca', precedente: { seq: 2 } }],
  ['DELETE FROM registro', { seq: 1, perche: 'manca', precedente: null }],
  ["UPDATE registro SET ospite_id = 'o1' WHERE seq = 2", { seq: 2, perche: 'è stata alterata' }],
])('a line altered behind the triggers is found and named: %s', (sql, expected) => {
  const { store } = archivioDiProva();
  for (const codice of ['A', 'B', 'C']) store.write(IO, (tx) => tx.insert('strutture', { ...CASA, codice }));
  store.sqlite.exec('DROP TRIGGER registro_no_update; DROP TRIGGER registro_no_delete;');
  store.sqlite.exec(sql);
  expect(store.registro.findBroken()).toMatchObject(expected);
});

test('a line without a guest hashes as it did before lines had one; with one, the guest is in the hash', () => {
  const voce = { seq: 7, atMs: 1, accountId: null, utente: 'ROSSI', dispositivo: 'd', azione: 'a', struttura: null };
  const resto = { mese: null, nota: null, numeroRighe: 0, righe: null, precedente: RADICE };
  const prima = JSON.stringify([RADICE, 7, 1, null, 'ROSSI', 'd', 'a', null, null, null, 0]);
  expect(hashVoce({ ...voce, ...resto, ospiteId: null })).toBe(createHash('sha256').update(prima).digest('hex'));
  expect(hashVoce({ ...voce, ...resto, ospiteId: 'o1' })).not.toBe(hashVoce({ ...voce, ...resto, ospiteId: null }));
});

test('any sequence of gestures can be walked back from the log, row by row', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Aurora', 'Brolo', 'Cedro'), { minLength: 1, maxLength: 12 }), (nomi) => {
      const { store } = archivioDiProva();
      const id = store.write(IO, (tx) => tx.insert('strutture', { ...CASA, nome: 'inizio' }));
      for (const nome of nomi) store.write(IO, (tx) => tx.update('strutture', id, { nome }));
      const storia = ['inizio', ...nomi].filter((nome, index, all) => nome !== all[index - 1]);
      const seen: unknown[] = [];
      let seq: number | undefined = store.find('strutture', id)?.voce;
      while (seq !== undefined) {
        const immagine = unpackImmagini(store.registro.find(seq)?.righe ?? null)[0];
        const dopo = immagine?.dopo as Record<string, unknown>;
        const prima = immagine?.prima as Record<string, number> | null;
        seen.unshift(dopo['nome']);
        seq = prima?.['voce'];
      }
      expect(seen).toEqual(storia);
      store.close();
    }),
    { numRuns: 25 },
  );
});

test('participants are part of their row and of its line', () => {
  const { store } = archivioDiProva();
  const ids = store.write(IO, (tx) => {
    const struttura = tx.insert('strutture', CASA);
    const base = { cognome: 'Rossi', chiaveNome: 'ROSSI', sesso: 'F', dataNascita: '1980-01-01', personaId: '' };
    const ospiti = ['a', 'b'].map((nome) => tx.insert('ospiti', { ...base, nome }));
    const incontro = tx.insert('incontri', {
      strutturaId: struttura,
      data: '2025-03-01',
      servizio: 'serd',
      modalita: 'remoto',
    });
    tx.setPartecipanti('incontri', incontro, ospiti);
    return { incontro, ospiti };
  });
  const again = store.write(IO, (tx) => tx.setPartecipanti('incontri', ids.incontro, ids.ospiti.toReversed()));
  expect(again).toBe(false);
  store.write(IO, (tx) => tx.setPartecipanti('incontri', ids.incontro, ids.ospiti.slice(0, 1)));
  expect(unpackImmagini(store.registro.find(2)?.righe ?? null)).toEqual([
    { t: 'incontri_ospiti', id: ids.incontro, prima: ids.ospiti.toSorted(), dopo: ids.ospiti.slice(0, 1) },
  ]);
});

test('the file is unreadable without its key, and says so', () => {
  const { store, file } = archivioDiProva();
  store.write(IO, (tx) => tx.insert('strutture', { ...CASA, nome: 'CANARINO' }));
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(file);
  expect(bytes.includes('CANARINO')).toBe(false);
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  store.close();
  const open = () => Store.open({ file, key: new Uint8Array(32), clock: Date.now });
  expect(codiceErrore(open)).toBe('archivio.chiave');
});

test('one byte of one page changed: the file is refused at open', () => {
  const { store, file, key } = archivioDiProva();
  store.write(IO, (tx) => tx.insert('strutture', CASA));
  store.close();
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(codiceErrore(() => Store.open({ file, key, clock: Date.now }))).toBe('archivio.danneggiato');
});

test('a file made by a newer Approdo is refused and left as it is', () => {
  const { store, file, key } = archivioDiProva();
  store.sqlite.pragma(`user_version = ${knownMigrations() + 1}`);
  store.close();
  const before = readFileSync(file);
  expect(codiceErrore(() => Store.open({ file, key, clock: Date.now }))).toBe('archivio.versione');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a full disk: one sentence, and the store is as before', () => {
  const { store } = archivioDiProva();
  store.write(IO, (tx) => tx.insert('strutture', CASA));
  const pages = Number(store.sqlite.pragma('page_count', { simple: true }));
  store.sqlite.pragma(`max_page_count = ${pages}`);
  const fill = () =>
    store.write(IO, (tx) => {
      for (let n = 0; n < 2000; n++) tx.insert('strutture', { ...CASA, codice: `X${n}` });
    });
  expect(codiceErrore(fill)).toBe('archivio.disco_pieno');
  expect(store.sqlite.prepare('SELECT count(*) FROM strutture').pluck().get()).toBe(1);
  expect(store.registro.findBroken()).toBeNull();
});

test('one Approdo at a time on a folder', () => {
  const { file } = archivioDiProva();
  const release = lockFolder(`${file}.lock`);
  expect(codiceErrore(() => lockFolder(`${file}.lock`))).toBe('archivio.in_uso');
  release();
  lockFolder(`${file}.lock`)();
});

test('an older runtime is told which Node to install', () => {
  expect(codiceErrore(() => assertRuntime('9'))).toBe('ambiente.node');
  expect(codiceErrore(() => assertRuntime('10'))).toBe('nessun errore');
});

test('durability and safety settings are the ones promised', () => {
  const { store } = archivioDiProva();
  const read = (name: string) => store.sqlite.pragma(name, { simple: true });
  expect(read('journal_mode')).toBe('wal');
  expect(read('synchronous')).toBe(2);
  expect(read('foreign_keys')).toBe(1);
  expect(read('temp_store')).toBe(2);
});

test('migrations: each one applies on the file the one before left, without losing rows', () => {
  const { file, key, store } = archivioDiProva();
  store.write(IO, (tx) => tx.insert('strutture', CASA));
  store.close();
  const again = Store.open({ file, key, clock: Date.now });
  expect(again.sqlite.pragma('user_version', { simple: true })).toBe(knownMigrations());
  expect(again.sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(again.sqlite.prepare('SELECT count(*) FROM strutture').pluck().get()).toBe(1);
  again.close();
});
