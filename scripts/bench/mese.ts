import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accessTables, Scrittura } from '../../db/scrittura.ts';
import { Store } from '../../db/store.ts';
import type { Endpoint } from '../../electron/contract/endpoint.ts';
import { contract, type Input, type NomeEndpoint } from '../../electron/contract/index.ts';
import { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { handlers } from '../../electron/ipc/handlers.ts';
import { Host } from '../../electron/ipc/host.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { contestoOf, createDemo, importCartella, PASSWORD_DEMO } from '../demo/comunita.ts';
import { writeCartella } from '../demo/scrivi-cartella.ts';
import { gemelli } from './archivi.ts';
import { ANNO, OGGI } from './dati.ts';
import { alterna, type Misura, rapporto } from './giri.ts';
import { CASA, MESE, sessanta } from './griglia-dati.ts';
import { alMassimo, formatMs, type Riga } from './tavola.ts';

/** What a month is made of, in its order. */
const PASSI = ['importazione del foglio', 'apertura della griglia', 'bilancio dell’anno'] as const;
type Chiama = <N extends NomeEndpoint>(nome: N, input: Input<N>) => Promise<unknown>;

/**
 * The month of sixty guests (their workbook imported, the grid opened, the year's bilancio) as the product does it, roles, log
 * and encryption on, against the same services on a plain file without roles and without a line of log.
 */
export async function confrontaMese(lavoro: string, giri: number): Promise<Riga[]> {
  const cartella = join(lavoro, 'mese');
  mkdirSync(cartella, { recursive: true });
  const { presenze, ...resto } = sessanta();
  const base = join(cartella, 'base');
  const archivio = await createDemo(base, 'comunita', { codice: CASA, nome: 'Casa Aurora' });
  await importCartella(contestoOf(archivio, OGGI), { ...resto, presenze: [] });
  closeStore(archivio);
  const { inChiaro } = await gemelli(base, cartella);
  const file = writeCartella({ ...resto, presenze });
  const con: number[][] = PASSI.map(() => []);
  const senza: number[][] = PASSI.map(() => []);
  const giro = join(cartella, 'giro');
  const tempi = await alterna(giri, {
    con: async () => {
      cpSync(base, giro, { recursive: true });
      const host = new Host({ dati: giro, host: 'cli', oggi: () => OGGI });
      const dispatcher = new Dispatcher(host, { write: () => undefined });
      await host.open({ password: PASSWORD_DEMO });
      const ms = await unMese(file, chiamaDa(dispatcher), con);
      await dispatcher.close();
      rmSync(giro, { recursive: true, force: true });
      return ms;
    },
    senza: async () => {
      const copia = `${inChiaro.file}-giro`;
      cpSync(inChiaro.file, copia);
      const ctx = senzaRegistro(copia);
      const ms = await unMese(file, chiamaSuServizi(ctx), senza);
      ctx.store.close();
      for (const coda of ['', '-wal', '-shm']) rmSync(copia + coda, { force: true });
      return ms;
    },
  });
  return [riga('il mese con ruoli, registro e cifratura / senza', tempi.con, tempi.senza), ...passi(con, senza, giri)];
}

function passi(con: readonly number[][], senza: readonly number[][], giri: number): Riga[] {
  const ultimi = (tempi: readonly number[] = []) => {
    const contati = tempi.slice(-giri);
    const ordinati = contati.toSorted((a, b) => a - b);
    const mediana = ordinati[Math.floor(ordinati.length / 2)] ?? Number.NaN;
    return { mediana, minimo: ordinati[0] ?? mediana, massimo: ordinati.at(-1) ?? mediana, giri: contati };
  };
  return PASSI.map((passo, indice) => riga(`— ${passo}`, ultimi(con[indice]), ultimi(senza[indice])));
}

function riga(nome: string, con: Misura, senza: Misura): Riga {
  return {
    misura: nome,
    approdo: formatMs(con.mediana),
    confronto: formatMs(senza.mediana),
    rapporto: rapporto(con, senza),
    limite: alMassimo(1.1),
  };
}

/** The three steps; each one's time is kept, their sum is the answer. */
async function unMese(
  file: Input<'fogli.import'>['file'],
  chiama: Chiama,
  tempi: readonly number[][],
): Promise<number> {
  const chiamate = [
    () => chiama('fogli.import', { file }),
    () => chiama('presenze.getMese', { struttura: CASA, mese: MESE }),
    () => chiama('report.bilancio', ANNO),
  ];
  let somma = 0;
  for (const [indice, chiamata] of chiamate.entries()) {
    const daMs = performance.now();
    await chiamata();
    const ms = performance.now() - daMs;
    tempi[indice]?.push(ms);
    somma += ms;
  }
  return somma;
}

function chiamaDa(dispatcher: Dispatcher): Chiama {
  return async (nome, input) => {
    const risposta = await dispatcher.call(nome, input);
    if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.messaggio}`);
    return risposta.valore;
  };
}

/** The same contract on both sides, input and output parsed: what is measured is roles, log and encryption. */
function chiamaSuServizi(ctx: Contesto): Chiama {
  return async (nome, input) => {
    const { input: entra, output }: Endpoint = contract[nome];
    const handler = handlers[nome] as (su: unknown, input: unknown) => unknown;
    return output.parse(await handler(ctx, entra.parse(input)));
  };
}

/** The use cases on a plain file, whose gestures leave no line: nothing of the kind is in the program. */
function senzaRegistro(file: string): Contesto {
  const store = Store.open({ file, key: null, clock: Date.now, integrityCheck: false });
  const tables = accessTables(store.sqlite);
  const write = <T>(_gesto: unknown, body: (tx: Scrittura) => T): T =>
    store.sqlite
      .transaction(() => body(new Scrittura(store, tables, { atMs: Date.now(), dispositivo: '-', voce: 1 })))
      .immediate();
  Object.assign(store, { write });
  return {
    store,
    utente: { accountId: null, nome: 'ROSSI Maria', ruolo: 'responsabile' },
    dati: join(file, '..'),
    ruolo: 'comunita',
    oggi: () => OGGI,
    progress: () => Promise.resolve(),
  };
}
