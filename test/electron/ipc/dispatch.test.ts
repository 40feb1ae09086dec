import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { ripristino } from '../../../electron/contract/copia.ts';
import type { Endpoint } from '../../../electron/contract/endpoint.ts';
import { contract, type NomeEndpoint, type Risposta } from '../../../electron/contract/index.ts';
import { porta } from '../../../electron/contract/recupero.ts';
import { RUOLI, type Ruolo } from '../../../electron/contract/ruolo.ts';
import { sessione } from '../../../electron/contract/sessione.ts';
import { fileDiario, type VoceDiario } from '../../../electron/ipc/diario.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../../electron/ipc/handler.ts';
import { handlers } from '../../../electron/ipc/handlers.ts';
import { Host } from '../../../electron/ipc/host.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { parseRuoli, renderRuoli } from '../../../scripts/ruoli/tabella.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('ipc');
const NOMI = Object.keys(contract) as NomeEndpoint[];
const voci: VoceDiario[] = [];
const diario = { write: (voce: VoceDiario) => void voci.push(voce) };
const host = new Host({ dati: join(cartella, 'dati'), host: 'cli', oggi: () => '2026-02-10' });
const dispatcher = new Dispatcher(host, diario);

/** The same door with some handlers of the test's own. */
function withHandlers(some: Partial<Record<NomeEndpoint, (su: never, input: never) => unknown>>): Dispatcher {
  return new Dispatcher(host, diario, { ...handlers, ...some } as Handlers);
}

function codice(risposta: Risposta<unknown>): string {
  return risposta.ok ? 'ok' : risposta.errore.codice;
}

function setRuolo(ruolo: Ruolo): void {
  const archivio = host.getArchivio();
  Object.assign(archivio, { utente: { ...archivio.utente, ruolo } });
}

beforeAll(async () => {
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  const made = await dispatcher.call('sessione.create', {
    ruolo: 'comunita',
    password: PASSWORD,
    utente: 'Anna',
    struttura,
  });
  expect(made).toMatchObject({ ok: true, valore: { stato: 'aperta', utente: { ruolo: 'responsabile' } } });
});

afterAll(() => dispatcher.close());

describe('the allow-list', () => {
  test('handlers are the contract, name by name', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(NOMI.toSorted());
  });

  test('public are the session’s own endpoints and the restoring of a copy, and no other', () => {
    const pubblici = NOMI.filter((nome) => (contract[nome] as Endpoint).ruoli === 'pubblico');
    expect(pubblici.toSorted()).toEqual(Object.keys({ ...sessione, ...porta, ...ripristino }).toSorted());
  });

  test.each(['', 'presenze', 'presenze.getMese ', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '«%s» is refused',
    async (nome) => {
      expect(codice(await dispatcher.call(nome, {}))).toBe('contratto.nome');
    },
  );
});

describe('roles, each endpoint for each role', () => {
  const guarded = NOMI.filter((nome) => (contract[nome] as Endpoint).ruoli !== 'pubblico');
  const reached: string[] = [];
  /** Every handler only says that it was reached: what is proved is the door. */
  const door = withHandlers(
    Object.fromEntries(
      guarded.map((nome) => [
        nome,
        () => {
          reached.push(nome);
          throw new ErroreApprodo('prova.raggiunto', 'Raggiunto.');
        },
      ]),
    ),
  );

  const pagina = readFileSync(join(import.meta.dirname, '../../../docs/ruoli.md'), 'utf8');
  const tabella = parseRuoli(pagina);

  test('docs/ruoli.md is what the contract says (npm run ruoli)', () => {
    expect(pagina).toBe(renderRuoli());
    expect([...tabella.keys()]).toEqual(NOMI);
  });

  test.each(RUOLI)('%s', async (ruolo) => {
    setRuolo(ruolo);
    for (const nome of guarded) {
      const said = tabella.get(nome)?.get(ruolo);
      reached.length = 0;
      const answer = codice(await door.call(nome, undefined));
      // with no input the door says: not you, or: you, but the input is wrong
      expect([nome, said, answer]).toEqual(
        said === 'sì' ? [nome, 'sì', 'contratto.input'] : [nome, 'no', 'permesso.ruolo'],
      );
      expect(reached).toEqual([]);
    }
    setRuolo('responsabile');
  });

  test('who may call reaches the handler', async () => {
    expect(codice(await door.call('strutture.list', {}))).toBe('prova.raggiunto');
  });

  test('before a store is open, only the public ones answer', async () => {
    const closed = new Dispatcher(
      new Host({ dati: join(cartella, 'vuota'), host: 'cli', oggi: () => '2026-02-10' }),
      diario,
    );
    for (const nome of guarded) expect([nome, codice(await closed.call(nome, {}))]).toEqual([nome, 'sessione.chiusa']);
    expect(await closed.call('sessione.get', {})).toMatchObject({ ok: true, valore: { stato: 'nuova' } });
  });
});

describe('input and output', () => {
  test('the contract’s sentences, in Italian, one at a time', async () => {
    const say = async (nome: string, input: unknown) => {
      const risposta = await dispatcher.call(nome, input);
      return risposta.ok ? '' : risposta.errore.messaggio;
    };
    expect(await say('presenze.getMese', { struttura: 'CASA00', mese: '2025-13' })).toMatch(/^Mese non valido/);
    expect(await say('presenze.getMese', { mese: '2025-03' })).toMatch(/^Il valore di «struttura» non va bene/);
    expect(await say('presenze.getMese', null)).toMatch(/^Il valore di «richiesta»/);
    const ospite = { cognome: ' ', nome: 'Zoe', sesso: 'F', dataNascita: '1980-01-01' };
    const ingresso = { struttura: 'CASA00', dataIngresso: '2025-03-01', modulo: null };
    expect(await say('ingressi.register', { ...ingresso, ospite })).toBe('Manca il cognome.');
    const other = new Dispatcher(
      new Host({ dati: join(cartella, 'altra'), host: 'cli', oggi: () => '2026-02-10' }),
      diario,
    );
    const short = await other.call('sessione.create', { ruolo: 'comunita', password: 'corta', utente: 'Anna' });
    expect(short).toMatchObject({ errore: { messaggio: 'La password deve avere almeno 12 caratteri.' } });
  });

  test('an answer that is not what the contract says does not leave, and is noted without its content', async () => {
    voci.length = 0;
    const wrong = withHandlers({ 'strutture.list': () => [{ codice: 'ROSSI Anna' }] });
    expect(codice(await wrong.call('strutture.list', {}))).toBe('interno');
    expect(voci.map((voce) => voce.evento)).toEqual(['output', 'errore']);
    expect(JSON.stringify(voci)).not.toContain('ROSSI');
  });

  test('keys beyond the contract do not cross', async () => {
    const more = withHandlers({
      'presenze.findModifica': () => ({ atMs: 1, utente: 'A', da: null, a: 'P', segreto: 'x' }),
    });
    const risposta = await more.call('presenze.findModifica', { ingressoId: 'x', giorno: '2025-03-01' });
    expect(risposta).toEqual({ ok: true, valore: { atMs: 1, utente: 'A', da: null, a: 'P' } });
  });

  test('an unexpected error is one sentence: no message, no stack, no data; where it was is noted', async () => {
    voci.length = 0;
    const broken = withHandlers({
      'strutture.list': () => {
        throw new TypeError('cannot read ROSSI Anna 1985');
      },
    });
    const risposta = await broken.call('strutture.list', {});
    expect(risposta).toEqual({
      ok: false,
      errore: { codice: 'interno', messaggio: expect.stringMatching(/^Si è verificato un errore imprevisto/) },
    });
    expect(voci).toHaveLength(1);
    expect(voci[0]?.dove).toMatch(/^TypeError \| at /);
    expect(JSON.stringify(voci)).not.toContain('ROSSI');
  });

  test('a failure of the disk in a read is its own sentence', async () => {
    const full = withHandlers({
      'strutture.list': () => {
        throw Object.assign(new Error('disk'), { code: 'SQLITE_CORRUPT_VTAB' });
      },
    });
    expect(codice(await full.call('strutture.list', {}))).toBe('archivio.danneggiato');
  });
});

describe('what is logged', () => {
  test('reading the people behind a figure is a line of the log; reading a report is not', async () => {
    const { store } = host.getArchivio();
    const before = store.registro.last().seq;
    const periodo = { dal: '2025-01-01', al: '2025-12-31' };
    expect(codice(await dispatcher.call('report.giornate', periodo))).toBe('ok');
    expect(store.registro.last().seq).toBe(before);
    expect(codice(await dispatcher.call('report.righe', { ...periodo, figura: 'ingressi' }))).toBe('ok');
    expect(store.registro.find(before + 1)).toMatchObject({ azione: 'report.righe', utente: 'Anna', numeroRighe: 0 });
    expect(codice(await dispatcher.call('report.righe', { ...periodo, figura: 'boh' }))).toBe('contratto.input');
    expect(store.registro.last().seq).toBe(before + 1);
  });

  test('the technical log is a file that turns over', () => {
    const file = join(cartella, 'approdo.log');
    const log = fileDiario(file, () => 0);
    log.write({ evento: 'errore', nome: 'mesi.close', codice: 'X' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      quando: '1970-01-01T00:00:00.000Z',
      evento: 'errore',
      nome: 'mesi.close',
      codice: 'X',
    });
    writeFileSync(file, 'x'.repeat(1_000_001));
    log.write({ evento: 'lento', nome: 'a', ms: 2000 });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    expect(existsSync(`${file}.1`)).toBe(true);
    fileDiario(join(cartella, 'non-c’è', 'approdo.log')).write({ evento: 'errore', nome: 'a' });
  });
});

/** What saving a struttura answers. */
const salvata = (id: string) => ({ id, voce: null, avvisi: [], contese: [] });

describe('order, progress, cancelling', () => {
  test('commands one at a time, in the order they came; queries meanwhile; a refused one stops nothing', async () => {
    const steps: string[] = [];
    const slow = withHandlers({
      'strutture.save': (async (_ctx: Contesto, { codice: name }: { codice: string }) => {
        steps.push(`+${name}`);
        await new Promise((done) => setTimeout(done, 20));
        steps.push(`-${name}`);
        if (name === 'B') throw new Error('no');
        return salvata(name);
      }) as never,
      'strutture.list': () => {
        steps.push('query');
        return [];
      },
    });
    const save = (name: string) => slow.call('strutture.save', { codice: name, nome: name, tipo: 'CT' });
    const all = [save('A'), save('B'), save('C')];
    await new Promise((done) => setTimeout(done, 5));
    await slow.call('strutture.list', {});
    expect((await Promise.all(all)).map(codice)).toEqual(['ok', 'interno', 'ok']);
    expect(steps).toEqual(['+A', 'query', '-A', '+B', '-B', '+C', '-C']);
  });

  test('progress goes to the call that asked; cancelled, it stops at the next step and says so', async () => {
    const seen: unknown[] = [];
    const long = withHandlers({
      'verifica.run': (async (ctx: Contesto) => {
        for (let n = 0; ; n++) await ctx.progress({ fase: 'prova', fatto: n, totale: 1000 });
      }) as never,
    });
    const running = long.call('verifica.run', {}, { lavoro: 'L1', onProgress: (progresso) => seen.push(progresso) });
    await expect.poll(() => seen.length).toBeGreaterThan(1);
    long.cancel('altro');
    long.cancel('L1');
    expect(codice(await running)).toBe('lavoro.annullato');
    expect(seen[0]).toEqual({ fase: 'prova', fatto: 0, totale: 1000 });
  });

  test('a command still waiting can be cancelled before it begins', async () => {
    let ran = 0;
    const slow = withHandlers({
      'strutture.save': (async () => {
        ran++;
        await new Promise((done) => setTimeout(done, 30));
        return salvata('x');
      }) as never,
    });
    const input = { codice: 'A', nome: 'A', tipo: 'CT' };
    const first = slow.call('strutture.save', input);
    const second = slow.call('strutture.save', input, { lavoro: 'L2' });
    await new Promise((done) => setTimeout(done, 5));
    slow.cancel('L2');
    expect([codice(await first), codice(await second), ran]).toEqual(['ok', 'lavoro.annullato', 1]);
  });

  test('locking waits for the command that runs; a query overtaken by it says that the store was closed', async () => {
    const steps: string[] = [];
    const busy = withHandlers({
      'strutture.save': (async () => {
        await new Promise((done) => setTimeout(done, 30));
        steps.push('salvata');
        return salvata('x');
      }) as never,
      'verifica.run': (async (ctx: Contesto) => {
        await new Promise((done) => setTimeout(done, 120));
        return { esito: true, controlli: [], avvisi: [ctx.store.findImpostazione('nome') ?? ''] };
      }) as never,
    });
    const query = busy.call('verifica.run', {});
    const command = busy.call('strutture.save', { codice: 'A', nome: 'A', tipo: 'CT' });
    const lock = busy.call('sessione.lock', {}).then((risposta) => {
      steps.push('chiusa');
      return risposta;
    });
    expect(await lock).toMatchObject({ valore: { stato: 'chiusa' } });
    expect(codice(await command)).toBe('ok');
    expect(steps).toEqual(['salvata', 'chiusa']);
    expect(codice(await query)).toBe('sessione.chiusa');
    expect(codice(await dispatcher.call('sessione.open', { password: PASSWORD }))).toBe('ok');
  });

  test('open already: the password is asked all the same', async () => {
    expect(codice(await dispatcher.call('sessione.open', { password: 'sbagliata' }))).toBe('sessione.password');
    expect(host.aperta).toBe(true);
    expect(await dispatcher.call('sessione.open', { password: PASSWORD, utente: 'Anna' })).toMatchObject({ ok: true });
  });
});
