import { existsSync, writeFileSync } from 'node:fs';
import { firmaPubblica } from '../../electron/sync/firma.ts';
import { manifestoBytes } from '../../electron/sync/manifesto.ts';
import { nomeFilePacco, packContenuto } from '../../electron/sync/pacco-write.ts';
import { seal, sigilloPubblico } from '../../electron/sync/sigillo.ts';
import { signBytes } from '../../electron/sync/firma.ts';
import { fileVettore, identitaDi, type Vettore } from './vettore.ts';

/**
 * Makes a vector from its `<nome>.json` without `atteso`: `node test/vettori/genera.ts <nome>`. For a new version of the
 * format only: a vector that is there is never made again, or it would prove nothing.
 */
const nome = process.argv[2] ?? '';
if (existsSync(fileVettore(`${nome}.approdo`))) throw new Error(`${nome} is frozen`);
const { default: dati } = (await import(fileVettore(`${nome}.json`), { with: { type: 'json' } })) as {
  default: Omit<Vettore, 'atteso'>;
};
const comunita = { ...dati.comunita, firmaPubblica: firmaPubblica(dati.comunita.firma) };
const centrale = { ...dati.centrale, sigilloPubblico: await sigilloPubblico(dati.centrale.sigillo) };
const intestazione = { ...dati.intestazione, destinatario: centrale.sigilloPubblico };
const identita = await identitaDi({ comunita, centrale });
const { bytes, manifesto, impronta } = packContenuto(intestazione, dati.righe, identita);
const testo = manifestoBytes(manifesto);
const { struttura, mese, revisione } = intestazione;
const atteso: Vettore['atteso'] = {
  nomeFile: nomeFilePacco(struttura, mese, revisione),
  impronta,
  firma: Buffer.from(signBytes(comunita.firma, 'pacco', testo)).toString('hex'),
  sha256: manifesto.sha256,
  conteggi: manifesto.conteggi,
};
const vettore: Vettore = { comunita, centrale, intestazione, righe: dati.righe, atteso };
writeFileSync(fileVettore(`${nome}.json`), `${JSON.stringify(vettore, null, 2)}\n`);
writeFileSync(fileVettore(`${nome}.manifesto.json`), testo);
writeFileSync(fileVettore(`${nome}.zip`), bytes);
writeFileSync(fileVettore(`${nome}.approdo`), await seal(bytes, centrale.sigilloPubblico));
