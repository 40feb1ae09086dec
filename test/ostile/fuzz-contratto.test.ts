import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../electron/contract/endpoint.ts';
import { contract, type NomeEndpoint, type Risposta } from '../../electron/contract/index.ts';
import type { VoceDiario } from '../../electron/ipc/diario.ts';
import { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { Host } from '../../electron/ipc/host.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { exportFoglio, importFoglio } from '../../electron/services/foglio.ts';
import { cartellaProva, PASSWORD } from '../electron/cartella-prova.ts';
import { campioneFile, importa, registroVuoto, ritratto } from '../electron/foglio/cartella.ts';
import { archivioIntero } from '../electron/sync/archivio-intero.ts';
import { cartellinaNota } from './cartellina-nota.ts';
import { casi, expectContati, giri, guastiDi, type Noti, STRANI, vicino } from './fuzz.ts';

const cartella = cartellaProva('fuzz');
const voci: VoceDiario[] = [];
const diario = { write: (voce: VoceDiario) => void voci.push(voce) };
/**
 * The session's own endpoints open, close and derive keys: they are tried apart. A copy takes no input and writes the whole
 * store each time.
 */
const NOMI = (Object.keys(contract) as NomeEndpoint[]).filter(
  (nome) => !nome.startsWith('sessione.') && nome !== 'copie.run',
);
const TEMPO_MS = 20_000;

class Porta {
  readonly host: Host;
  readonly dispatcher: Dispatcher;
  /** epoch ms: a minute from each call to the next, so that a wrong password of one does not make the others wait */
  private nowMs = Date.UTC(2025, 5, 10, 8);
  chiamate = 0;
  rinnovi = 0;
  accettate = 0;

  constructor(nome: string) {
    const attendi = async (ms: number) => this.passano(ms);
    const tempo = { oggi: () => '2025-06-10', clock: () => this.nowMs, attendi };
    this.host = new Host({ dati: join(cartella, nome), host: 'cli', ...tempo });
    this.dispatcher = new Dispatcher(this.host, diario);
  }

  get ctx(): Contesto {
    return this.host.getContesto(() => Promise.resolve());
  }

  passano(ms: number): void {
    this.nowMs += ms;
  }

  /** One call, with everything that must hold of any call whatever is asked. */
  async prova(nome: NomeEndpoint, input: unknown): Promise<Risposta<unknown>> {
    this.passano(60_000);
    const { store } = this.ctx;
    const aFondo = this.chiamate++ % 200 === 0;
    const prima = { seq: store.registro.last().seq, tutto: aFondo ? archivioIntero(store) : null };
    voci.length = 0;
    const risposta = await inTempo(this.dispatcher.call(nome, input));
    const valido = (contract[nome] as Endpoint).input.safeParse(input).success;
    expect(voci.filter((voce) => voce.evento !== 'lento')).toEqual([]);
    if (risposta.ok) {
      this.accettate += 1;
      expect(valido).toBe(true);
    } else {
      expect(risposta.errore.codice).not.toBe('interno');
      expect(risposta.errore.messaggio).toMatch(/[.!?)]$/);
      expect(store.registro.last().seq).toBe(prima.seq);
      if (prima.tutto) expect(archivioIntero(store)).toEqual(prima.tutto);
    }
    return risposta;
  }
}

function inTempo<T>(lavoro: Promise<T>): Promise<T> {
  let orologio: NodeJS.Timeout | undefined;
  const scaduto = new Promise<never>((_, reject) => {
    orologio = setTimeout(() => reject(new Error(`no answer in ${TEMPO_MS} ms`)), TEMPO_MS);
  });
  return Promise.race([lavoro, scaduto]).finally(() => clearTimeout(orologio));
}

function notiDi({ store }: Contesto): Noti {
  const leggi = (sql: string) => store.sqlite.prepare(sql).pluck().all() as string[];
  return {
    id: [
      ...leggi('SELECT id FROM ingressi'),
      ...leggi('SELECT id FROM ospiti'),
      ...leggi('SELECT id FROM pacchi'),
      'x',
    ],
    codici: [...leggi('SELECT codice FROM strutture'), ...leggi('SELECT codice FROM moduli')],
  };
}

const comunita = new Porta('comunita');
const centrale = new Porta('centrale');

beforeAll(async () => {
  const struttura = { codice: 'CASA', nome: 'Casa Prova' };
  const chi = { password: PASSWORD, utente: 'Anna' };
  for (const [porta, input] of [
    [comunita, { ...chi, ruolo: 'comunita', struttura }],
    [centrale, { ...chi, ruolo: 'centrale' }],
  ] as const)
    expect(await porta.dispatcher.call('sessione.create', input)).toMatchObject({ ok: true });
  await importa(comunita.ctx, cartellinaNota());
  const scambia = async (da: Porta, a: Porta) => {
    const chiave = (await da.dispatcher.call('chiavi.getPubblica', {})) as { valore: { testo: string } };
    expect(await a.dispatcher.call('chiavi.register', { testo: chiave.valore.testo })).toMatchObject({ ok: true });
  };
  await scambia(comunita, centrale);
  await scambia(centrale, comunita);
  await importFoglio(centrale.ctx, { file: campioneFile().filter(({ nome }) => !nome.startsWith('presenze')) });
}, 120_000);

afterAll(async () => {
  await comunita.dispatcher.close();
  await centrale.dispatcher.close();
});

describe('every endpoint, with inputs near its schema', () => {
  test.each([
    ['comunita', comunita, 9000],
    ['centrale', centrale, 3000],
  ] as const)(
    '%s: an answer, never a crash; what is refused changes nothing',
    { timeout: 300_000 },
    async (_, porta, n) => {
      const noti = notiDi(porta.ctx);
      const chiamata = fc
        .constantFrom(...NOMI)
        .chain((nome) => fc.tuple(fc.constant(nome), vicino(contract[nome].input, noti)));
      await fc.assert(
        fc.asyncProperty(chiamata, async ([nome, input]) => {
          // nobody changes keys hundreds of times, and each one is carried by all the calls after it
          const troppi = nome === 'chiavi.renew' && porta.rinnovi++ >= 10;
          await porta.prova(troppi ? 'chiavi.list' : nome, input);
        }),
        { ...giri(n), endOnFailure: true },
      );
      console.info(`${porta.chiamate} calls, ${porta.accettate} accepted`);
      expect(porta.accettate).toBeGreaterThan(casi(n) / 20);
      expect(await guastiDi(porta.ctx)).toEqual([]);
    },
  );

  test('after all that, the register comes out as a workbook and goes in again', { timeout: 120_000 }, async () => {
    for (const formato of ['csv', 'xlsx'] as const) {
      const altrove = registroVuoto('comunita', '2025-06-10');
      const file = await exportFoglio(comunita.ctx, formato);
      const esito = await importFoglio(altrove, { file: file as never });
      expect([formato, esito.errori]).toEqual([formato, []]);
      expect(Object.keys(ritratto(altrove.store)).length).toBeGreaterThan(5);
    }
  });
});

describe('names that are no endpoint', () => {
  test('are refused by name, whatever they are', async () => {
    for (const nome of [...STRANI, 'sessione', 'presenze.getMese\0'])
      expect(await comunita.dispatcher.call(nome, {})).toMatchObject({ errore: { codice: 'contratto.nome' } });
  });
});

describe('the session', () => {
  test('opening and creating with anything: a sentence, and the store stays', { timeout: 120_000 }, async () => {
    for (const nome of ['sessione.open', 'sessione.create', 'sessione.get'] as const)
      await fc.assert(
        fc.asyncProperty(vicino(contract[nome].input, { id: ['x'], codici: ['CASA'] }), async (input) => {
          // a password that could be one costs a quarter of a second: what is tried here is everything before it
          const password = (input as { password?: unknown } | null)?.password;
          if (typeof password === 'string' && password.length > 0 && nome === 'sessione.open') return;
          const risposta = await inTempo(comunita.dispatcher.call(nome, input));
          if (!risposta.ok) expect(risposta.errore.codice).not.toBe('interno');
        }),
        giri(300),
      );
    comunita.passano(60_000);
    const sbagliata = await comunita.dispatcher.call('sessione.open', { password: '' });
    expect(sbagliata).toMatchObject({ errore: { codice: 'sessione.password' } });
    comunita.passano(60_000);
    expect(await comunita.dispatcher.call('sessione.open', { password: PASSWORD })).toMatchObject({ ok: true });
    expect(await guastiDi(comunita.ctx)).toEqual([]);
  });
});

describe('found by this fuzzing, kept by name', () => {
  test('a rule of the absences that is not there: a sentence, whether it is corrected or taken away', async () => {
    const regola = { entePagante: null, dal: '2025-01-01', al: null, uscitaAssente: true, rientroAssente: false };
    // a register of its own: the fuzzing may have locked the door
    const nuova = new Porta('regole');
    const chi = { ruolo: 'comunita', utente: 'Anna', password: PASSWORD };
    expect(await nuova.dispatcher.call('sessione.create', chi)).toMatchObject({ ok: true });
    for (const [nome, input] of [
      ['regoleAssenza.remove', { id: 'CASA' }],
      ['regoleAssenza.save', { id: 'CASA', ...regola }],
    ] as const)
      expect(await nuova.prova(nome, input)).toMatchObject({ ok: false, errore: { codice: 'riga.sconosciuta' } });
    await nuova.dispatcher.close();
  });

  test('the log of a guest that is not there, before any page gave a code: reading it writes nothing', async () => {
    const ospite = { cognome: 'Rossi', nome: 'Ada', sesso: 'F', dataNascita: '1990-01-01' };
    const nuova = new Porta('codici');
    const struttura = { codice: 'CASA', nome: 'Casa Prova' };
    const chi = { ruolo: 'comunita', utente: 'Anna', password: PASSWORD, struttura };
    expect(await nuova.dispatcher.call('sessione.create', chi)).toMatchObject({ ok: true });
    const ingresso = { struttura: 'CASA', dataIngresso: '2025-05-02', modulo: null, ospite };
    expect(await nuova.dispatcher.call('ingressi.register', ingresso)).toMatchObject({ ok: true });
    expect(archivioIntero(nuova.ctx.store)['codici_ospiti']).toHaveLength(1);
    const altrui = { prima: 30, limite: 26, utente: '2025-05', ospiteId: '2025-06-30', al: '2024-11-07' };
    expect(await nuova.prova('registro.list', altrui)).toMatchObject({ ok: false });
    await nuova.dispatcher.close();
  });

  test('a day of the year 9999, which the workbook would not take back: refused with a sentence', async () => {
    const input = { ospiteId: 'x', tipo: 'allergia', testo: 'noci', dal: '9999-12-31', al: null };
    expect(await comunita.prova('avvertenze.add', input)).toMatchObject({ errore: { codice: 'contratto.input' } });
  });

  test('whom a struttura takes is one of three: any other text could not come back from its own workbook', async () => {
    const input = { codice: 'CASA', nome: 'Casa Prova', tipo: 'CT', utenza: '2024-11' };
    expect(await comunita.prova('strutture.save', input)).toMatchObject({ errore: { codice: 'contratto.input' } });
  });

  test('half a surrogate pair in a text: the log’s chain holds', async () => {
    const ospite = { cognome: 'Rossi\ud800', nome: '\udc00Ada', sesso: 'F', dataNascita: '1990-01-01' };
    const ingresso = { struttura: 'CASA', dataIngresso: '2025-05-02', modulo: null, ospite };
    // a register of its own: the fuzzing may have closed that month, or locked the door
    const nuova = new Porta('surrogati');
    const struttura = { codice: 'CASA', nome: 'Casa Prova' };
    const chi = { ruolo: 'comunita', utente: 'Anna', password: PASSWORD, struttura };
    expect(await nuova.dispatcher.call('sessione.create', chi)).toMatchObject({ ok: true });
    expect(await nuova.prova('ingressi.register', ingresso)).toMatchObject({ ok: true });
    const { store } = nuova.ctx;
    store.write(
      { azione: 'prova', accountId: null, utente: 'x\ud800', nota: 'n\udfff', sempre: true },
      () => undefined,
    );
    expect(store.registro.findBroken()).toBeNull();
    await nuova.dispatcher.close();
  });
});

test('as many cases as promised were run', () => expectContati('contratto'));
