import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unlock } from '../../../db/file/open.ts';
import { contract, type NomeEndpoint, type Output, type Parsed } from '../../../electron/contract/index.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { createCopia, restoreCopia } from '../../../electron/services/copia.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('orologio');
let nowMs = Date.UTC(2025, 3, 3, 8);
const giornoDi = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** An installation whose clock is the test's. */
class Ufficio {
  readonly host: Host;
  readonly dispatcher: Dispatcher;

  constructor(nome: string) {
    const clock = () => nowMs;
    this.host = new Host({ dati: join(cartella, nome), host: 'cli', oggi: () => giornoDi(nowMs), clock });
    this.dispatcher = new Dispatcher(this.host, { write: () => undefined });
  }

  async chiedi<N extends NomeEndpoint>(nome: N, input: Partial<Parsed<N>>): Promise<Output<N>> {
    const risposta = await this.dispatcher.call(nome, input);
    if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.messaggio}`);
    return contract[nome].output.parse(risposta.valore) as Output<N>;
  }

  istanti(): number[] {
    return this.host
      .getArchivio()
      .store.sqlite.prepare('SELECT at_ms FROM registro ORDER BY seq')
      .pluck()
      .all() as number[];
  }
}

const casa = new Ufficio('casa');
const centro = new Ufficio('centro');
const MESE = { struttura: 'CASA', mese: '2020-03' };

beforeAll(async () => {
  const chi = { password: PASSWORD, utente: 'Anna' };
  await casa.chiedi('sessione.create', {
    ...chi,
    ruolo: 'comunita',
    struttura: { codice: 'CASA', nome: 'Casa Prova' },
  });
  await centro.chiedi('sessione.create', { ...chi, ruolo: 'centrale' });
  await centro.chiedi('chiavi.register', { testo: (await casa.chiedi('chiavi.getPubblica', {})).testo });
  await casa.chiedi('chiavi.register', { testo: (await centro.chiedi('chiavi.getPubblica', {})).testo });
  await casa.chiedi('moduli.save', {
    ...{ struttura: 'CASA', codice: 'CASA-PR', nome: 'Pronta', tipologia: 'PR', conta: 'adulti' },
    ...{ validoDal: '2019-01-01', accreditati: 3, disponibili: 3 },
  });
});
afterAll(async () => {
  await casa.dispatcher.close();
  await centro.dispatcher.close();
});

/** A day of work under whatever clock: a person in, the month closed or reopened, the parcel to the central office. */
async function lavora(cognome: string): Promise<{ numero: number; stato: string }> {
  const stato = await casa.chiedi('presenze.getMese', MESE);
  if (stato.stato === 'chiuso') await casa.chiedi('mesi.reopen', { ...MESE, motivo: 'manca un ingresso' });
  const ospite = { cognome, nome: 'Ada', sesso: 'F', dataNascita: '1990-01-01' };
  await casa.chiedi('ingressi.register', {
    struttura: 'CASA',
    dataIngresso: '2020-03-02',
    modulo: 'CASA-PR',
    ospite,
  } as never);
  await casa.chiedi('mesi.close', { ...MESE, conMancanti: true });
  const { percorso, file, numero } = await casa.chiedi('pacchi.export', MESE);
  const bytes = new Uint8Array(readFileSync(percorso));
  const [esito] = await centro.chiedi('pacchi.import', { file: [{ nome: file, bytes }] });
  return { numero, stato: esito?.stato ?? '' };
}

test('a clock turned back, forward and back again: work goes on, the log keeps its order, the parcels theirs', async () => {
  const anni = [0, 2, -3, 0.1, -1];
  const partenza = nowMs;
  for (const [index, anno] of anni.entries()) {
    nowMs = partenza + anno * 365 * 86_400_000;
    // in by the password each time, as after a night
    await casa.chiedi('sessione.lock', {});
    await casa.chiedi('sessione.open', { password: PASSWORD });
    const { numero, stato } = await lavora(`Rossi${'abcde'[index]}`);
    expect([numero, stato]).toEqual([index + 1, index === 0 ? 'importato' : 'sostituito']);
  }
  const istanti = casa.istanti();
  expect(istanti).not.toEqual(istanti.toSorted((a, b) => a - b));
  for (const ufficio of [casa, centro]) {
    expect(ufficio.host.getArchivio().store.registro.findBroken()).toBeNull();
    expect((await ufficio.chiedi('verifica.run', {})).esito).toBe(true);
  }
});

test('a copy made in the future is restored today', async () => {
  nowMs += 5 * 365 * 86_400_000;
  const file = join(cartella, 'futura.copia');
  await createCopia(casa.host.getArchivio(), file);
  nowMs -= 6 * 365 * 86_400_000;
  const dati = join(cartella, 'rimessa');
  await restoreCopia({ dati, da: file, password: PASSWORD });
  const rimessa = new Ufficio('rimessa');
  await rimessa.chiedi('sessione.open', { password: PASSWORD });
  expect((await rimessa.chiedi('verifica.run', {})).esito).toBe(true);
  await rimessa.dispatcher.close();
});

test('the file held by another program (a share, a copier): one sentence, nothing by half, done when it lets go', {
  timeout: 30_000,
}, async () => {
  const { dati, chiave, store } = casa.host.getArchivio();
  const altro = new Database(join(dati, 'approdo.db'));
  unlock(altro, chiave);
  const ingresso = {
    ...{ struttura: 'CASA', dataIngresso: '2020-04-02', modulo: 'CASA-PR' },
    ospite: { cognome: 'Verdi', nome: 'Ada', sesso: 'F', dataNascita: '1990-01-01' },
  };
  const { seq } = store.registro.last();
  altro.exec('BEGIN IMMEDIATE');
  expect(await casa.dispatcher.call('ingressi.register', ingresso)).toMatchObject({
    errore: { codice: 'archivio.in_uso', messaggio: expect.stringMatching(/riprovare\.$/) },
  });
  expect(store.registro.last().seq).toBe(seq);
  altro.exec('ROLLBACK');
  altro.close();
  await casa.chiedi('ingressi.register', ingresso as never);
  expect((await casa.chiedi('verifica.run', {})).esito).toBe(true);
});
