import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addAccount, newKey, parsePortachiavi, unlockKey } from '../../electron/chiavi/portachiavi.ts';
import { writeContenitore } from '../../electron/copie/contenitore.ts';
import { getChiavePubblica, listCorrispondenti, registerChiave } from '../../electron/services/chiave.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { restoreCopia } from '../../electron/services/copia.ts';
import { inspectCartella } from '../../electron/services/sessione.ts';
import { generateFirma, signBytes } from '../../electron/sync/firma.ts';
import { cartellaProva, PASSWORD } from '../electron/cartella-prova.ts';
import { apriArchivio, nuovaIdentita } from '../electron/sync/aiuti.ts';
import { expectContati, giri, jsonRovinato, rovinati } from './fuzz.ts';

// the derivation itself, the product's
vi.unmock('../../electron/chiavi/derivazione.ts');

const TEMPO = { timeout: 300_000 };
const cartella = cartellaProva('fuzz-chiavi');
let testo = '';

beforeAll(async () => {
  const utente = { nome: 'Anna', ruolo: 'responsabile', tipo: 'password', password: PASSWORD } as const;
  const { portachiavi } = await addAccount(null, newKey(), utente);
  testo = `${JSON.stringify(portachiavi, null, 2)}\n`;
});

describe('chiavi.json', () => {
  test('bytes and values changed: a sentence, or a keyring that can be tried', TEMPO, async () => {
    const daByte = rovinati(new TextEncoder().encode(testo)).map((bytes) => new TextDecoder().decode(bytes));
    const daJson = jsonRovinato(JSON.parse(testo)).map((json) => JSON.stringify(json, bigint) ?? '');
    let provati = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(daByte, daJson), async (altro) => {
        const portachiavi = leggi(altro);
        // each try is real Argon2: only the first few, and none that asks for much more than ours
        if (!portachiavi || provati >= 12 || portachiavi.accounts.some((a) => pesante(a.derivazione))) return;
        provati += 1;
        await expect(unlockKey(portachiavi, 'un’altra password')).rejects.toBeInstanceOf(ErroreApprodo);
      }),
      giri(3000),
    );
  });

  test('found here: a salt too short for Argon2 is a damaged file, not a crash', () => {
    const altro = JSON.parse(testo) as { accounts: { sale: string }[] };
    for (const account of altro.accounts) account.sale = 'eA==';
    expect(() => parsePortachiavi(JSON.stringify(altro))).toThrow(/danneggiato/);
  });

  test('the folder is described whatever is in it', () => {
    fc.assert(
      fc.property(rovinati(new TextEncoder().encode(testo)), (bytes) => {
        writeFileSync(join(cartella, 'chiavi.json'), bytes);
        expect(inspectCartella(cartella).stato).toBe('chiusa');
      }),
      giri(300),
    );
  });
});

describe('the public key of the other side', () => {
  test(
    'values changed, signed by a stranger or not at all: refused, or a key that says what it says',
    TEMPO,
    async () => {
      const [una, due] = await Promise.all([nuovaIdentita(), nuovaIdentita()]);
      const [comunita, centrale] = [apriArchivio('comunita', una), apriArchivio('centrale', due)];
      const chiave = JSON.parse((await getChiavePubblica(comunita)).testo) as Record<string, unknown>;
      await fc.assert(
        fc.asyncProperty(jsonRovinato(chiave), fc.boolean(), async (altra, rifirma) => {
          await offri(centrale, rifirma ? firmata(altra) : JSON.stringify(altra, bigint));
        }),
        giri(2000),
      );
      const byte = rovinati(new TextEncoder().encode(JSON.stringify(chiave)));
      await fc.assert(
        fc.asyncProperty(byte, (bytes) => offri(centrale, new TextDecoder().decode(bytes))),
        giri(1000),
      );
      expect(centrale.store.registro.findBroken()).toBeNull();
      for (const { impronta } of listCorrispondenti(centrale))
        expect(impronta).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
      comunita.store.close();
      centrale.store.close();
    },
  );
});

describe('a copy', () => {
  test('bytes changed anywhere in its head: refused before a folder is made of it', TEMPO, async () => {
    const file = join(cartella, 'x.copia');
    writeContenitore(
      file,
      [
        {
          nome: 'copia.json',
          contenuto: { bytes: Buffer.from('{"tipo":"approdo-copia","formato":1,"createdAtMs":1,"sha256":{}}') },
        },
        { nome: 'chiavi.json', contenuto: { bytes: Buffer.from('{}') } },
        { nome: 'approdo.db', contenuto: { bytes: Buffer.alloc(600, 7) } },
      ],
      1,
    );
    const buona = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(rovinati(buona), async (bytes) => {
        writeFileSync(file, bytes);
        const dati = join(cartella, 'rimessa');
        await expect(restoreCopia({ dati, da: file, password: PASSWORD })).rejects.toBeInstanceOf(ErroreApprodo);
        expect(inspectCartella(dati).stato).toBe('nuova');
      }),
      giri(1500),
    );
  });
});

function bigint(_chiave: string, valore: unknown): unknown {
  return typeof valore === 'bigint' ? String(valore) : valore;
}

function leggi(altro: string) {
  try {
    return parsePortachiavi(altro);
  } catch (error) {
    expect(error).toBeInstanceOf(ErroreApprodo);
    return undefined;
  }
}

function pesante({ memoriaKiB, iterazioni }: { memoriaKiB: number; iterazioni: number }): boolean {
  return memoriaKiB > 65_536 || iterazioni > 3;
}

/** Registered or refused with a sentence; a refusal writes nothing. */
async function offri(ctx: Contesto, chiave: string | undefined): Promise<void> {
  const { seq } = ctx.store.registro.last();
  try {
    await registerChiave(ctx, { testo: chiave ?? '' });
  } catch (error) {
    expect(error).toBeInstanceOf(ErroreApprodo);
    expect(ctx.store.registro.last().seq).toBe(seq);
  }
}

const estraneo = generateFirma();

/** The same words signed by somebody else's key, which is put in them: who gives it does hold that key. */
function firmata(valore: unknown): string | undefined {
  if (typeof valore !== 'object' || valore === null || Array.isArray(valore)) return JSON.stringify(valore, bigint);
  const { autofirma: _a, impronta: _i, ...resto } = valore as Record<string, unknown>;
  const detto = { ...resto, firma: estraneo.pubblica };
  try {
    const bytes = new TextEncoder().encode(canonicalize(detto) ?? '');
    const autofirma = Buffer.from(signBytes(estraneo.privata, 'chiave', bytes)).toString('hex');
    return JSON.stringify({ ...detto, impronta: '', autofirma });
  } catch {
    return undefined;
  }
}

test('as many cases as promised were run', () => expectContati('chiavi'));
