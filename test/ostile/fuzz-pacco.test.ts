import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { importPacchi } from '../../electron/services/pacco-import.ts';
import type { Identita } from '../../electron/sync/identita.ts';
import { readContenuto } from '../../electron/sync/pacco-read.ts';
import { type Intestazione, packContenuto, writePacco } from '../../electron/sync/pacco-write.ts';
import type { RighePacco } from '../../electron/sync/righe.ts';
import { seal } from '../../electron/sync/sigillo.ts';
import { cartellaProva } from '../electron/cartella-prova.ts';
import { apriCentrale, nuovaIdentita } from '../electron/sync/aiuti.ts';
import { archivioIntero } from '../electron/sync/archivio-intero.ts';
import { readVettore } from '../vettori/vettore.ts';
import { expectContati, giri, guastiDi, jsonRovinato, rovinati, STRANI } from './fuzz.ts';

const TEMPO = { timeout: 300_000 };
const vettore = readVettore('pacco-1');
const dati = cartellaProva('fuzz-pacco');
let centro: Identita;
let comunita: Identita;
let ctx: Contesto;
let intestazione: Intestazione;

beforeAll(async () => {
  [centro, comunita] = await Promise.all([nuovaIdentita(), nuovaIdentita()]);
  const { firmaPubblica: firma, sigilloPubblico: sigillo } = comunita;
  const strutture = [vettore.intestazione.struttura];
  ctx = apriCentrale(centro, [{ nome: 'Casa Aurora', firma, sigillo, strutture }], dati);
  intestazione = { ...vettore.intestazione, destinatario: centro.sigilloPubblico };
});
afterAll(() => ctx.store.close());

/** Opened as the central office does once it is unsealed: read whole, or refused with a sentence. */
function apri(contenuto: Uint8Array): boolean {
  try {
    readContenuto(contenuto, [centro.sigilloPubblico], '0'.repeat(64));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(ErroreApprodo);
    return false;
  }
}

/** Taken by the central office: refused and nothing moved, or in and everything still holds. */
async function importa(bytes: Uint8Array): Promise<string> {
  const { seq } = ctx.store.registro.last();
  const [esito] = await importPacchi(ctx, { file: [{ nome: 'x.approdo', bytes: Uint8Array.from(bytes) }] });
  if (esito?.stato === 'rifiutato') {
    expect(ctx.store.registro.last().seq).toBe(seq);
    expect(esito.motivo).toMatch(/[.]$/);
  }
  return esito?.stato ?? 'niente';
}

describe('a parcel changed on the way', () => {
  test('the sealed bytes: every change is refused and nothing moves', TEMPO, async () => {
    const { bytes } = await writePacco(intestazione, vettore.righe, comunita);
    const prima = archivioIntero(ctx.store);
    await fc.assert(
      fc.asyncProperty(rovinati(bytes), async (altri) => {
        fc.pre(!Buffer.from(altri).equals(bytes));
        expect(await importa(altri)).toBe('rifiutato');
      }),
      giri(800),
    );
    expect(archivioIntero(ctx.store)).toEqual(prima);
  });

  test('the zip inside: never read as another content', TEMPO, () => {
    const { bytes, impronta } = packContenuto(intestazione, vettore.righe, comunita);
    fc.assert(
      fc.property(rovinati(bytes), (altri) => {
        try {
          expect(readContenuto(altri, [centro.sigilloPubblico], '0').impronta).toBe(impronta);
        } catch (error) {
          expect(error).toBeInstanceOf(ErroreApprodo);
        }
      }),
      giri(2500),
    );
  });
});

describe('a parcel made wrong by who holds the key', () => {
  test('the rows: one value of one row replaced, signed again', TEMPO, async () => {
    let letti = 0;
    let giro = 0;
    const stati = new Set<string>();
    await fc.assert(
      fc.asyncProperty(jsonRovinato(vettore.righe), async (righe) => {
        const contenuto = packa(intestazione, righe);
        if (contenuto === undefined) return;
        const buono = apri(contenuto);
        if (buono) letti += 1;
        // opening is every case, taking one in three: the rest would be the same question again
        if (giro++ % (buono ? 3 : 10) > 0) return;
        stati.add(await importa(await seal(contenuto, centro.sigilloPubblico)));
        expect(stati.has('niente')).toBe(false);
      }),
      giri(2500),
    );
    console.info(`${letti} read as good, answers: ${[...stati].join(' ')}`);
    expect(await guastiDi(ctx)).toEqual([]);
  });

  test('the manifest: one value replaced, signed again', TEMPO, async () => {
    const stati = new Set<string>();
    let giro = 0;
    await fc.assert(
      fc.asyncProperty(jsonRovinato(intestazione), async (altra) => {
        const contenuto = packa(altra as Intestazione, vettore.righe);
        if (contenuto === undefined) return;
        if (apri(contenuto) && giro++ % 3 === 0)
          stati.add(await importa(await seal(contenuto, centro.sigilloPubblico)));
      }),
      giri(1200),
    );
    console.info(`manifest: answers ${[...stati].join(' ')}`);
    expect(await guastiDi(ctx)).toEqual([]);
  });

  test('entries of the zip with odd names, missing, enormous', async () => {
    const files = unzipSync(packContenuto(intestazione, vettore.righe, comunita).bytes);
    // some names even the library that makes the zip refuses
    const nomi = STRANI.filter((testo) => /^[\w.\\= -]/.test(testo) && testo.length < 100 && testo !== '__proto__');
    for (const nome of nomi) apri(zipSync({ ...files, [nome]: strToU8('x') }));
    for (const nome of Object.keys(files)) {
      const { [nome]: _tolta, ...altre } = files;
      expect(apri(zipSync(altre))).toBe(false);
      expect(apri(zipSync({ ...files, [nome]: new Uint8Array() }))).toBe(
        nome.startsWith('righe/') && files[nome]?.length === 0,
      );
    }
    const memoria = process.memoryUsage().rss;
    const inizio = performance.now();
    expect(apri(zipSync({ ...files, 'righe/ospiti.ndjson': new Uint8Array(100 * 1024 * 1024) }, { level: 1 }))).toBe(
      false,
    );
    expect(performance.now() - inizio).toBeLessThan(30_000);
    expect(process.memoryUsage().rss - memoria).toBeLessThan(1024 * 1024 * 1024);
  });
});

/** undefined when what was changed cannot even be written as JSON. */
function packa(testa: Intestazione, righe: unknown): Uint8Array | undefined {
  try {
    return packContenuto(testa, righe as RighePacco, comunita).bytes;
  } catch {
    return undefined;
  }
}

test('as many cases as promised were run', () => expectContati('pacco'));
