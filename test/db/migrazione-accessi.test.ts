import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrateStore } from '../../db/file/migrate.ts';
import { cartellaDiProva } from '../aiuti/archivio.ts';

const MIGRAZIONI = join(import.meta.dirname, '../../db/migrations');

/** The migrations as the first version of the file knew them. */
function soloLaPrima(cartella: string): string {
  mkdirSync(join(cartella, 'meta'), { recursive: true });
  cpSync(join(MIGRAZIONI, '0000_iniziale.sql'), join(cartella, '0000_iniziale.sql'));
  const journal = JSON.parse(readFileSync(join(MIGRAZIONI, 'meta/_journal.json'), 'utf8')) as { entries: unknown[] };
  writeFileSync(
    join(cartella, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }),
  );
  return cartella;
}

test('an account of the first version is active, without end, never seen to enter', () => {
  const cartella = cartellaDiProva();
  const plain = new Database(':memory:');
  migrateStore(plain, undefined, soloLaPrima(join(cartella, 'migrazioni')));
  plain
    .prepare(
      "INSERT INTO accounts (id, created_at_ms, updated_at_ms, dispositivo, voce, nome, ruolo) VALUES ('a', 1, 1, 'd', 1, 'Anna', 'responsabile')",
    )
    .run();
  const from: number[] = [];
  migrateStore(plain, (version) => from.push(version));
  expect(from).toEqual([1]);
  expect(plain.prepare('SELECT nome, attivo, scadenza, ultimo_accesso_ms FROM accounts').all()).toEqual([
    { nome: 'Anna', attivo: 1, scadenza: null, ultimo_accesso_ms: null },
  ]);
  plain.close();
});
