import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { unwrapKey, wrapKey } from '../../../electron/chiavi/involucro.ts';
import {
  addAccount,
  newKey,
  type Portachiavi,
  parsePortachiavi,
  readPortachiavi,
  unlockKey,
  writePortachiavi,
} from '../../../electron/chiavi/portachiavi.ts';
import { cartellaProva } from '../cartella-prova.ts';

// the derivation itself, the product's
vi.unmock('../../../electron/chiavi/derivazione.ts');

const cartella = cartellaProva('chiavi');
const chiave = newKey();
let uno: Portachiavi;
let due: Portachiavi;

beforeAll(async () => {
  const anna = { nome: 'Anna', ruolo: 'responsabile', tipo: 'password', password: 'perché sì, è lunga' } as const;
  uno = (await addAccount(null, chiave, anna)).portachiavi;
  const cassaforte = {
    nome: 'Cassaforte',
    ruolo: 'responsabile',
    tipo: 'recupero',
    password: 'K7QF-92MX-PLLA',
  } as const;
  due = (await addAccount(uno, chiave, cassaforte)).portachiavi;
});

describe('keyring', () => {
  test('the password gives back the key of the store, and only it does', async () => {
    const open = await unlockKey(uno, 'perché sì, è lunga', 'Anna');
    expect(open.chiave.equals(chiave)).toBe(true);
    expect(open.account.nome).toBe('Anna');
    await expect(unlockKey(uno, 'perché sì, è lunga ', 'Anna')).rejects.toMatchObject({
      codice: 'sessione.password',
      messaggio: 'La password non è giusta: riprovare.',
    });
    await expect(unlockKey(uno, 'perché sì, è lunga', 'Bruno')).rejects.toMatchObject({ codice: 'sessione.utente' });
  });

  test('the same accents typed another way are the same password', async () => {
    expect((await unlockKey(uno, 'perché sì, è lunga'.normalize('NFD'))).chiave.equals(chiave)).toBe(true);
  });

  test('one more account, or a recovery key, opens the same store: nothing is encrypted again', async () => {
    expect((await unlockKey(due, 'K7QF-92MX-PLLA')).chiave.equals(chiave)).toBe(true);
    expect((await unlockKey(due, 'perché sì, è lunga')).account.nome).toBe('Anna');
    expect(due.accounts[0]).toEqual(uno.accounts[0]);
  });

  test('two wrappings of one key share nothing: salt, nonce, bytes', async () => {
    const [a, b] = due.accounts;
    expect(a?.sale).not.toBe(b?.sale);
    expect(a?.involucro.nonce).not.toBe(b?.involucro.nonce);
    expect(JSON.stringify(due)).not.toContain(chiave.toString('base64'));
  });

  test.each(['id', 'nome', 'ruolo', 'tipo', 'sale'] as const)('a changed %s opens nothing', async (campo) => {
    const [account] = uno.accounts;
    const altro = { id: 'x', nome: 'Bruno', ruolo: 'direzione', tipo: 'recupero', sale: 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const forged = { ...uno, accounts: [{ ...account, [campo]: altro[campo] }] } as Portachiavi;
    await expect(unlockKey(forged, 'perché sì, è lunga')).rejects.toMatchObject({ codice: 'sessione.password' });
  });

  test('every flipped bit of the wrapping is refused', () => {
    const sotto = newKey();
    const contesto = Buffer.from('c');
    const wrapped = wrapKey(chiave, sotto, contesto);
    for (const part of ['nonce', 'chiave', 'sigillo'] as const) {
      const bytes = Buffer.from(wrapped[part], 'base64');
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      expect(unwrapKey({ ...wrapped, [part]: bytes.toString('base64') }, sotto, contesto)).toBeUndefined();
    }
    expect(unwrapKey(wrapped, sotto, contesto)?.equals(chiave)).toBe(true);
  });

  test('the derivation is Argon2id 64 MiB t=3 p=1, and the file says so', async () => {
    const [account] = uno.accounts;
    expect(account?.derivazione).toEqual({ tipo: 'argon2id', memoriaKiB: 65_536, iterazioni: 3, parallelismo: 1 });
    // RFC 9106 vector 5.3 checks the library itself
    const tag = await argon2id({
      password: new Uint8Array(32).fill(1),
      salt: new Uint8Array(16).fill(2),
      secret: new Uint8Array(8).fill(3),
      parallelism: 4,
      iterations: 3,
      memorySize: 32,
      hashLength: 32,
      outputType: 'hex',
    });
    expect(tag).toHaveLength(64);
  });
});

describe('chiavi.json', () => {
  const file = join(cartella, 'chiavi.json');

  test('written whole, read back the same', () => {
    writePortachiavi(file, uno);
    expect(readPortachiavi(file)).toEqual(uno);
    writePortachiavi(file, due);
    expect(readPortachiavi(file)).toEqual(due);
  });

  test('missing, cut at any point, not JSON, newer: one sentence each', () => {
    expect(() => readPortachiavi(join(cartella, 'altro.json'))).toThrow(/manca il file chiavi\.json/);
    const text = readFileSync(file, 'utf8');
    for (let length = 0; length < text.length - 2; length += 97)
      expect(() => parsePortachiavi(text.slice(0, length))).toThrow(/danneggiato/);
    expect(() => parsePortachiavi('{}')).toThrow(/danneggiato/);
    expect(() => parsePortachiavi(JSON.stringify({ ...due, formato: 2 }))).toThrow(/versione più recente/);
  });

  test('a file that asks for all the memory of the machine is refused before it is tried', () => {
    const [account] = uno.accounts;
    const hungry = { ...account, derivazione: { ...account?.derivazione, memoriaKiB: 1 << 30 } };
    expect(() => parsePortachiavi(JSON.stringify({ formato: 1, accounts: [hungry] }))).toThrow(/danneggiato/);
  });

  test('a folder in the way is said, not hidden', () => {
    writeFileSync(join(cartella, 'pieno'), '');
    expect(() => writePortachiavi(join(cartella, 'pieno', 'chiavi.json'), uno)).toThrow(/non c’è/);
  });
});
