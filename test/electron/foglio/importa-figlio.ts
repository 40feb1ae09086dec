import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../../db/store.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';

/** Imports a folder into a store and says so, or is killed on the way: run by the tests, `file key folder`. */
const [file = '', key = '', cartella = ''] = process.argv.slice(2);
const store = Store.open({ file, key: Buffer.from(key, 'hex'), clock: Date.now });
const ctx: Contesto = {
  store,
  dati: '/inesistente',
  ruolo: 'comunita',
  utente: { accountId: 'a1', nome: 'ROSSI Maria', ruolo: 'responsabile' },
  oggi: () => '2026-11-21',
  progress: async ({ fase }) => {
    process.stdout.write(`${fase}\n`);
    await new Promise(setImmediate);
  },
};
const fogli = readdirSync(cartella).map((nome) => ({
  nome,
  bytes: new Uint8Array(readFileSync(join(cartella, nome))),
}));
const inizio = performance.now();
const esito = await importFoglio(ctx, { file: fogli });
const { errori, ...conteggi } = esito;
const ms = Math.round(performance.now() - inizio);
const memoria = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...conteggi, errori: errori.length, primo: errori[0], ms, memoria })}\n`);
store.close();
