import { createHash } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signBytes, verifyBytes } from '../../../electron/sync/firma.ts';
import { manifestoBytes } from '../../../electron/sync/manifesto.ts';
import { readContenuto, readPacco } from '../../../electron/sync/pacco-read.ts';
import { nomeFilePacco, packContenuto, writePacco } from '../../../electron/sync/pacco-write.ts';
import { NOMI_TABELLE } from '../../../electron/sync/righe.ts';
import { identitaDi, readVettore } from '../../vettori/vettore.ts';
import { openWithoutApprodo } from './altro-programma.ts';

const vettore = readVettore('pacco-1');
const { comunita, centrale, intestazione, righe, atteso } = vettore;
const SIGILLI = [{ segreto: centrale.sigillo, pubblico: centrale.sigilloPubblico }];
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('frozen vector pacco-1', () => {
  test('opens to exactly what was put in', async () => {
    const pacco = await readPacco(vettore.sigillato, SIGILLI);
    expect(pacco.righe).toEqual(righe);
    expect(pacco.impronta).toBe(atteso.impronta);
    expect(pacco.sha256).toBe(sha256(vettore.sigillato));
    expect(pacco.manifesto).toEqual({
      ...intestazione,
      formato: 1,
      firmatario: comunita.firmaPubblica,
      conteggi: atteso.conteggi,
      sha256: atteso.sha256,
    });
  });

  test('packed again, gives the same signed zip, byte for byte', async () => {
    const identita = await identitaDi(vettore);
    const { bytes, manifesto, impronta } = packContenuto(intestazione, righe, identita);
    expect(Buffer.from(manifestoBytes(manifesto)).toString('utf8')).toBe(
      Buffer.from(vettore.manifesto).toString('utf8'),
    );
    expect(impronta).toBe(atteso.impronta);
    expect(Buffer.from(bytes).equals(Buffer.from(vettore.zip))).toBe(true);
  });

  test('the signature is over the context line and the canonical manifest', () => {
    const firma = Buffer.from(atteso.firma, 'hex');
    expect(verifyBytes(comunita.firmaPubblica, 'pacco', vettore.manifesto, firma)).toBe(true);
    expect(Buffer.from(signBytes(comunita.firma, 'pacco', vettore.manifesto)).toString('hex')).toBe(atteso.firma);
    expect(verifyBytes(comunita.firmaPubblica, 'chiave', vettore.manifesto, firma)).toBe(false);
  });

  test('the age layer is plain age: its own library opens it', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(centrale.sigillo);
    expect(Buffer.from(await decrypter.decrypt(vettore.sigillato)).equals(Buffer.from(vettore.zip))).toBe(true);
  });

  test('another program, without any of our code, reads the same rows', () => {
    const letto = openWithoutApprodo(vettore.sigillato, centrale.sigillo);
    expect(letto.zip.equals(Buffer.from(vettore.zip))).toBe(true);
    expect(letto.nomi).toEqual(['manifesto.json', 'firma', ...NOMI_TABELLE.map((t) => `righe/${t}.ndjson`)]);
    expect(letto.firmaValida).toBe(true);
    expect(letto.impronta).toBe(atteso.impronta);
    for (const tabella of NOMI_TABELLE) expect(letto.tabelle[tabella]).toEqual({ uguale: true, righe: righe[tabella] });
  });

  test('nothing of its content is readable from outside, nor in the file name', () => {
    const testo = Buffer.from(vettore.sigillato).toString('latin1');
    for (const parola of ['Angel', 'DNGZOE', 'CASA', '2025', 'manifesto', 'righe']) expect(testo).not.toContain(parola);
    expect(nomeFilePacco(intestazione.struttura, intestazione.mese, intestazione.revisione)).toBe(atteso.nomeFile);
  });
});

describe('the sealed file', () => {
  test('sealed twice, the bytes differ and the content does not', async () => {
    const identita = await identitaDi(vettore);
    const [a, b] = await Promise.all([
      writePacco(intestazione, righe, identita),
      writePacco(intestazione, righe, identita),
    ]);
    expect(a.sha256).not.toBe(b.sha256);
    expect(a.impronta).toBe(b.impronta);
    expect((await readPacco(a.bytes, SIGILLI)).impronta).toBe(b.impronta);
  });

  test('a file name is one any system takes, and says only struttura, month and revision', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (codice) => {
        expect(nomeFilePacco(codice, '2025-03', 12)).toMatch(/^[A-Za-z0-9_-]+-2025-03-r12\.approdo$/);
      }),
    );
  });

  test('unknown keys of a newer minor version are dropped, not refused', async () => {
    const identita = await identitaDi(vettore);
    const piu = {
      ...righe,
      ospiti: righe.ospiti.map((ospite) => ({ ...ospite, telefono: '030 000000' })),
    };
    const { bytes } = packContenuto({ ...intestazione, nuovaChiave: 'x' } as typeof intestazione, piu, identita);
    const letto = readContenuto(bytes, [intestazione.destinatario], '');
    expect(letto.righe.ospiti).toEqual(righe.ospiti);
    expect(letto.manifesto).not.toHaveProperty('nuovaChiave');
  });
});
