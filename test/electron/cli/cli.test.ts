import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMANDI, findComando, isComando, usageAll, usageOf } from '../../../electron/cli/comandi.ts';
import { table } from '../../../electron/cli/tabella.ts';
import { closeStore } from '../../../electron/services/archivio.ts';
import { openStore } from '../../../electron/services/sessione.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';
import { archivioIntero } from '../sync/archivio-intero.ts';
import { approdo, CAMPIONE, json, processo, RADICE } from './approdo.ts';

const cartella = cartellaProva('cli');
const comunita = join(cartella, 'comunita');
const centrale = join(cartella, 'centrale');
const pacchi = join(cartella, 'pacchi');
const STRUTTURA = ['--struttura', 'CASA00'] as const;

interface Griglia {
  righe: { ingressoId: string; codici: string; dataIngresso: string; dataDimissione: string | null }[];
  stato: string;
}

interface EsitoPacco {
  file: string;
  stato: string;
  struttura: string | null;
  mese: string | null;
  revisione: number | null;
  motivo?: string;
  righe: { inserite: number; aggiornate: number; eliminate: number };
}

beforeAll(async () => {
  const made = await json('init', '--dati', comunita, '--ruolo', 'comunita', ...STRUTTURA, '--nome', 'Casa Aurora');
  expect(made).toMatchObject({ ruolo: 'comunita', struttura: 'CASA00', nome: 'Casa Aurora', utente: 'Responsabile' });
  await json('init', '--dati', centrale, '--ruolo', 'centrale');
  const imported = await json('importa-foglio', '--dati', comunita, CAMPIONE);
  expect(imported).toMatchObject({ errori: [], inseriti: { ospiti: 68, ingressi: 68, presenze: 561 } });
}, 60_000);

/** Every row of every table of a folder's store. */
async function contenuto(dati: string): Promise<Record<string, unknown[]>> {
  const archivio = await openStore({ dati, password: PASSWORD, clock: Date.now });
  try {
    return archivioIntero(archivio.store);
  } finally {
    closeStore(archivio);
  }
}

describe('the workbook, through the command line', () => {
  test('gives every figure of its oracle', async () => {
    const oracolo = JSON.parse(readFileSync(join(CAMPIONE, 'oracle.json'), 'utf8')) as Record<string, unknown>;
    const bilancio = await json('report', 'bilancio', '--dati', comunita, '--anno', '2025');
    expect(bilancio).toMatchObject(oracolo);
  });

  test('--prova writes nothing and says the same; again, all is unchanged', async () => {
    const before = await contenuto(comunita);
    const prova = await json('importa-foglio', '--dati', comunita, '--prova', CAMPIONE);
    expect(prova).toMatchObject({ inseriti: { ospiti: 0 }, invariati: { ospiti: 68 } });
    const after = await contenuto(comunita);
    // who opened the store and when is written all the same: one line of the log, and the last access of that account
    expect(after['registro']?.length).toBe((before['registro']?.length ?? 0) + 1);
    for (const { registro: _righe, accounts, ...dati } of [before, after]) {
      expect(accounts).toHaveLength(1);
      expect(dati).toEqual(Object.fromEntries(Object.entries(before).filter(([tabella]) => tabella in dati)));
    }
  });

  test('bad rows are listed and the good ones are in; a workbook without a good row is refused', async () => {
    const folder = join(cartella, 'cattivo');
    mkdirSync(folder);
    writeFileSync(join(folder, 'strutture.csv'), 'codice;nome;tipo\nNUOVA;Casa Nuova;CT\nROTTA;Casa Rotta;BOH\n');
    const mixed = await approdo(['importa-foglio', '--dati', comunita, folder, '--json']);
    expect(mixed.stato).toBe(0);
    expect(JSON.parse(mixed.out)).toMatchObject({
      inseriti: { strutture: 1 },
      scartati: { strutture: 1 },
      errori: [{ foglio: 'strutture', riga: 3, colonna: 'tipo', valore: 'BOH' }],
    });
    writeFileSync(join(folder, 'strutture.csv'), 'codice;nome;tipo\nROTTA;Casa Rotta;BOH\n');
    const bad = await approdo(['importa-foglio', '--dati', comunita, folder, '--json']);
    expect(bad.stato).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ errori: [{ riga: 2 }] });
    const none = await approdo(['importa-foglio', '--dati', comunita, join(cartella, 'vuota'), '--json']);
    expect(none).toMatchObject({ stato: 1, out: '' });
    expect(none.err).toMatch(/non c’è/);
  });
});

describe('the month, from the register to the centre', () => {
  test('one day is registered, cleared, refused outside the stay', async () => {
    const griglia = await json<Griglia>('presenze', '--dati', comunita, ...STRUTTURA, '--mese', '2025-12');
    const riga = griglia.righe.find((r) => r.codici.charAt(4) === 'P');
    const cella = ['registra', '--dati', comunita, '--ingresso', riga?.ingressoId ?? '', '--giorno', '2025-12-05'];
    expect(await json(...cella, '--codice', 'u')).toMatchObject({ cambiati: 1 });
    expect(await json(...cella, '--codice', 'U')).toMatchObject({ cambiati: 0 });
    expect(await json(...cella, '--codice', '-')).toMatchObject({ cambiati: 1 });
    const after = await json<Griglia>('presenze', '--dati', comunita, ...STRUTTURA, '--mese', '2025-12');
    expect(after.righe.find((r) => r.ingressoId === riga?.ingressoId)?.codici.charAt(4)).toBe('.');
    expect(await json(...cella, '--codice', 'P')).toMatchObject({ cambiati: 1 });
    const sconosciuto = await approdo([...cella, '--codice', 'Z']);
    expect(sconosciuto).toMatchObject({ stato: 1, out: '' });
    expect(sconosciuto.err).toMatch(/«Z» non è un codice/);
    const fuori = await approdo([
      'registra',
      '--dati',
      comunita,
      '--ingresso',
      riga?.ingressoId ?? '',
      '--giorno',
      '1999-01-01',
      '--codice',
      'P',
    ]);
    expect(fuori.stato).toBe(1);
  });

  test('keys are exchanged, the month closes, the parcel travels, the centre counts', async () => {
    const files = [join(cartella, 'comunita.json'), join(cartella, 'centrale.json')] as const;
    writeFileSync(files[0], (await approdo(['chiave-pubblica', '--dati', comunita])).out);
    writeFileSync(files[1], (await approdo(['chiave-pubblica', '--dati', centrale, '--json'])).out);
    expect(JSON.parse(readFileSync(files[0], 'utf8'))).toMatchObject({ tipo: 'approdo-chiave', ruolo: 'comunita' });

    const senzaChiave = await approdo([
      'esporta',
      '--dati',
      comunita,
      ...STRUTTURA,
      '--mese',
      '2025-01',
      '--in',
      pacchi,
    ]);
    expect(senzaChiave.stato).toBe(1);
    expect(await json('registra-chiave', '--dati', comunita, files[1])).toMatchObject({ ruolo: 'centrale' });
    expect(await json('registra-chiave', '--dati', centrale, files[0])).toMatchObject({ nome: 'Casa Aurora' });
    expect((await approdo(['registra-chiave', '--dati', centrale, files[1]])).stato).toBe(1);

    expect(await json('chiudi-mese', '--dati', comunita, ...STRUTTURA, '--mese', '2025-01')).toEqual({
      mese: '2025-01',
      revisione: 1,
      mancanti: 0,
    });
    const first = await json<{ file: string; sha256: string }>(
      'esporta',
      '--dati',
      comunita,
      ...STRUTTURA,
      '--mese',
      '2025-01',
      '--in',
      pacchi,
    );
    expect(first).toMatchObject({ mese: '2025-01', revisione: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readdirSync(pacchi)).toEqual([first.file.slice(pacchi.length + 1)]);
    const bytes = readFileSync(first.file);
    const again = await json<{ sha256: string }>(
      'esporta',
      '--dati',
      comunita,
      ...STRUTTURA,
      '--mese',
      '2025-01',
      '--in',
      pacchi,
    );
    expect(again.sha256).toBe(first.sha256);
    expect(readFileSync(first.file).equals(bytes)).toBe(true);

    const [taken] = await json<EsitoPacco[]>('importa', '--dati', centrale, first.file);
    expect(taken).toMatchObject({
      file: first.file,
      stato: 'importato',
      struttura: 'CASA00',
      mese: '2025-01',
      revisione: 1,
    });
    const [twice] = await json<EsitoPacco[]>('importa', '--dati', centrale, first.file);
    expect(twice).toMatchObject({ stato: 'invariato', righe: { inserite: 0, aggiornate: 0, eliminate: 0 } });

    const gennaio = ['report', 'giornate', '--dal', '2025-01-01', '--al', '2025-01-31', '--dati'];
    const here = await json<{ righe: { chiave: string }[] }>(...gennaio, comunita);
    const there = await json<{ righe: { chiave: string }[] }>(...gennaio, centrale);
    expect(there.righe.find((r) => r.chiave === 'CASA00')).toEqual(here.righe.find((r) => r.chiave === 'CASA00'));
  }, 60_000);

  test('a bad file among good ones stops nothing, and the status says that one was refused', async () => {
    const good = join(pacchi, readdirSync(pacchi)[0] ?? '');
    const folder = join(cartella, 'misti');
    mkdirSync(folder);
    copyFileSync(good, join(folder, 'a.approdo'));
    copyFileSync(good, join(folder, 'b.approdo'));
    truncateSync(join(folder, 'b.approdo'), 500);
    writeFileSync(join(folder, 'c.approdo'), 'non è un pacco');
    const { stato, out } = await approdo([
      'importa',
      '--dati',
      centrale,
      folder,
      join(folder, 'd.approdo'),
      good,
      '--json',
    ]);
    const esiti = JSON.parse(out) as EsitoPacco[];
    expect(stato).toBe(1);
    expect(Object.fromEntries(esiti.map((esito) => [esito.file, esito.stato]))).toEqual({
      [join(folder, 'a.approdo')]: 'invariato',
      [join(folder, 'b.approdo')]: 'rifiutato',
      [join(folder, 'c.approdo')]: 'rifiutato',
      [join(folder, 'd.approdo')]: 'rifiutato',
      [good]: 'invariato',
    });
    for (const esito of esiti.filter((one) => one.stato === 'rifiutato')) expect(esito.motivo).toMatch(/\S.*[.:]/);
  });

  test('a correction needs the month reopened with a reason, and travels as the next revision', async () => {
    const mese = ['--dati', comunita, ...STRUTTURA, '--mese', '2025-01'];
    const griglia = await json<Griglia>('presenze', ...mese);
    expect(griglia.stato).toBe('chiuso');
    const riga = griglia.righe.find((r) => r.codici.charAt(9) === 'P');
    const cella = [
      'registra',
      '--dati',
      comunita,
      '--ingresso',
      riga?.ingressoId ?? '',
      '--giorno',
      '2025-01-10',
      '--codice',
      'R',
    ];
    expect((await approdo(cella)).err).toMatch(/chiuso/);
    expect((await approdo(['riapri-mese', ...mese])).stato).toBe(2);
    expect((await approdo(['riapri-mese', ...mese, '--motivo', 'x'])).err).toMatch(/motivo/);
    expect(await json('riapri-mese', ...mese, '--motivo', 'Ricovero comunicato in ritardo')).toMatchObject({
      mese: '2025-01',
    });
    expect(await json(...cella)).toMatchObject({ cambiati: 1 });
    expect(await json('chiudi-mese', ...mese)).toMatchObject({ revisione: 2 });
    const { file } = await json<{ file: string }>('esporta', ...mese, '--in', pacchi);
    const [taken] = await json<EsitoPacco[]>('importa', '--dati', centrale, file);
    expect(taken).toMatchObject({ stato: 'sostituito', revisione: 2 });
    const old = join(pacchi, readdirSync(pacchi).find((name) => name.includes('-r1')) ?? '');
    expect((await json<EsitoPacco[]>('importa', '--dati', centrale, old))[0]).toMatchObject({ stato: 'invariato' });
    const board = await json<{ righe: { celle: { stato: string }[] }[] }>(
      'consegne',
      '--dati',
      centrale,
      '--anno',
      '2025',
    );
    expect(board.righe[0]?.celle.map((cella) => cella.stato).slice(0, 2)).toEqual(['sostituito', 'mancante']);
  }, 60_000);

  test('days without a code refuse the closing unless confirmed', async () => {
    const mese = ['--dati', comunita, ...STRUTTURA, '--mese'];
    const months = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    for (const month of months) {
      const refused = await approdo(['chiudi-mese', ...mese, `2025-${month}`]);
      if (refused.stato === 0) continue;
      expect(refused).toMatchObject({ stato: 1, out: '' });
      const closed = await json<{ mancanti: number }>('chiudi-mese', ...mese, `2025-${month}`, '--con-mancanti');
      expect(closed.mancanti).toBeGreaterThan(0);
      return;
    }
    expect.unreachable('the sample has days without a code');
  }, 60_000);

  test('verifica says that all holds, on both sides; a damaged store makes it exit 1', async () => {
    for (const dati of [comunita, centrale])
      expect(await json('verifica', '--dati', dati)).toMatchObject({ esito: true });
    expect((await approdo(['verifica', '--dati', comunita])).out).toMatch(/Tutto torna/);
  });
});

describe('backup and restore', () => {
  test('one file, encrypted, that gives the same store back in another folder', async () => {
    const file = join(cartella, 'copie', 'lunedì.copia');
    expect(await json('copia', '--dati', comunita, '--in', file)).toMatchObject({ file });
    const bytes = readFileSync(file);
    for (const word of ['SQLite format', 'Casa Aurora', 'Irene']) expect(bytes.includes(Buffer.from(word))).toBe(false);
    const altrove = join(cartella, 'altrove');
    expect(await json('ripristina', '--dati', altrove, '--da', file)).toMatchObject({ dati: altrove });
    const anno = ['report', 'bilancio', '--anno', '2025', '--dati'];
    expect(await json(...anno, altrove)).toEqual(await json(...anno, comunita));
    expect((await approdo(['copia', '--dati', comunita, '--in', file])).err).toMatch(/già un file/);
    expect((await approdo(['ripristina', '--dati', comunita, '--da', file])).err).toMatch(/già un archivio/);
    expect(readdirSync(comunita).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(join(cartella, 'copie'))).toEqual(['lunedì.copia']);
  }, 60_000);

  test('cut, flipped, of another password, not a copy: refused, and the folder stays as it was', async () => {
    const file = join(cartella, 'copie', 'lunedì.copia');
    const bytes = readFileSync(file);
    const bad = join(cartella, 'copie', 'rotta.copia');
    const nuova = join(cartella, 'ripristino');
    const variants: [Buffer, string][] = [
      [bytes.subarray(0, bytes.length - 3000), 'cut'],
      [
        Buffer.concat([bytes.subarray(0, 400_000), Buffer.from([1 ^ (bytes[400_000] ?? 0)]), bytes.subarray(400_001)]),
        'flipped',
      ],
      [Buffer.from('non è una copia'), 'other'],
      [Buffer.alloc(0), 'empty'],
    ];
    for (const [content, name] of variants) {
      writeFileSync(bad, content);
      const { stato, err } = await approdo(['ripristina', '--dati', nuova, '--da', bad]);
      expect([name, stato]).toEqual([name, 1]);
      expect(err).toMatch(/incompleto o danneggiato/);
      expect(existsSync(join(nuova, 'approdo.db'))).toBe(false);
    }
    const wrong = await approdo(['ripristina', '--dati', nuova, '--da', file], { APPRODO_PASSWORD: 'sbagliata' });
    expect(wrong).toMatchObject({ stato: 1, err: 'La password non è giusta: riprovare.\n' });
    await json('ripristina', '--dati', nuova, '--da', file);
  }, 60_000);
});

describe('as a process of its own, as the office’s scripts run it', () => {
  test('0, 1 and 2; one JSON value on stdout and nothing else; sentences on stderr', async () => {
    const dati = join(cartella, 'script');
    const init = await processo(['init', '--dati', dati, '--ruolo', 'comunita', '--json']);
    expect(init).toMatchObject({ stato: 0, err: '' });
    expect(JSON.parse(init.out)).toMatchObject({ dati, ruolo: 'comunita' });
    const foglio = await processo(['importa-foglio', '--dati', dati, CAMPIONE, '--json']);
    expect(foglio).toMatchObject({ stato: 0, err: '' });
    expect(JSON.parse(foglio.out)).toMatchObject({ inseriti: { presenze: 561 } });
    const bilancio = await processo(['report', 'bilancio', '--dati', dati, '--anno', '2025', '--json']);
    expect(JSON.parse(bilancio.out)).toMatchObject(
      JSON.parse(readFileSync(join(CAMPIONE, 'oracle.json'), 'utf8')) as object,
    );
    const wrong = await processo(['verifica', '--dati', dati, '--json'], { APPRODO_PASSWORD: 'sbagliata' });
    expect(wrong).toEqual({ stato: 1, out: '', err: 'La password non è giusta: riprovare.\n' });
    expect(await processo(['verifica'])).toMatchObject({ stato: 2, out: '' });
    expect(await processo(['copia', '--dati', dati, '--in', join(dati, '..', 'script.copia'), '--json'])).toMatchObject(
      { stato: 0 },
    );
  }, 60_000);

  test('two commands on one folder at once: the second says that it is in use, or waits its turn', async () => {
    const both = await Promise.all([
      processo(['verifica', '--dati', centrale]),
      processo(['verifica', '--dati', centrale]),
    ]);
    for (const one of both)
      if (one.stato !== 0)
        expect(one).toMatchObject({ stato: 1, err: expect.stringContaining('già aperto da un altro Approdo') });
    expect(both.some((one) => one.stato === 0)).toBe(true);
  }, 60_000);
});

describe('usage', () => {
  test.each([
    [['pippo'], /«pippo» non è un comando/],
    [['verifica'], /Manca --dati/],
    [['verifica', '--dati', 'x', '--pippo'], /--pippo non esiste/],
    [['verifica', '--dati', 'x', 'in-più'], /«in-più» è di troppo/],
    [['verifica', '--dati'], /--dati/],
    [['presenze', '--dati', 'x', '--struttura', 'A'], /Manca --mese/],
    [['init', '--dati', 'x', '--ruolo', 'altro'], /usare comunita, centrale/],
    [['importa', '--dati', 'x'], /Manca FILE/],
    [['report', 'bilancio', '--dati', comunita], /Manca il periodo/],
    [['report', '--dati', 'x'], /non è un comando/],
  ])('%j: status 2, one sentence, nothing on stdout', async (words, sentence) => {
    const done = await approdo(words);
    expect(done).toMatchObject({ stato: 2, out: '' });
    expect(done.err).toMatch(sentence);
    expect(done.err.trim().split('\n')).toHaveLength(1);
  });

  test('no password: 2; a wrong one: 1; from a file; never from an argument', async () => {
    const verifica = ['verifica', '--dati', comunita];
    expect((await approdo(verifica, { APPRODO_PASSWORD: '' })).stato).toBe(2);
    const wrong = await approdo([...verifica, '--json'], { APPRODO_PASSWORD: 'sbagliata' });
    expect(wrong).toEqual({ stato: 1, out: '', err: 'La password non è giusta: riprovare.\n' });
    const file = join(cartella, 'password.txt');
    writeFileSync(file, `${PASSWORD}\r\nseconda riga\n`);
    expect((await approdo([...verifica, '--password-file', file], { APPRODO_PASSWORD: '' })).stato).toBe(0);
    expect((await approdo([...verifica, '--password-file', join(cartella, 'no.txt')])).stato).toBe(1);
    expect((await approdo([...verifica, '--password', PASSWORD])).stato).toBe(2);
  });

  test('a folder without a store, a month that does not exist, a role that may not: status 1', async () => {
    const vuota = await approdo(['verifica', '--dati', join(cartella, 'nessuna')]);
    expect(vuota).toMatchObject({ stato: 1, out: '' });
    expect(existsSync(join(cartella, 'nessuna'))).toBe(false);
    expect((await approdo(['presenze', '--dati', comunita, ...STRUTTURA, '--mese', '2025-13'])).err).toMatch(
      /Mese non valido/,
    );
    expect((await approdo(['consegne', '--dati', comunita, '--anno', '2025'])).err).toMatch(/non ha il permesso/);
    expect((await approdo(['init', '--dati', comunita, '--ruolo', 'comunita'])).err).toMatch(/già un archivio/);
  });

  test('help lists every command; each command has its own', async () => {
    const { stato, out } = await approdo(['--aiuto']);
    expect(stato).toBe(0);
    expect(out.trimEnd()).toBe(usageAll());
    for (const comando of COMANDI) {
      expect(out).toContain(comando.nome);
      expect(usageOf(comando)).toContain(`approdo ${comando.nome} --dati CARTELLA`);
    }
    expect((await approdo(['--versione'])).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('the commands are those that are promised', () => {
    expect(COMANDI.map((comando) => comando.nome).toSorted()).toEqual(
      [
        ...['init', 'importa-foglio', 'chiave-pubblica', 'registra-chiave', 'presenze', 'registra', 'chiudi-mese'],
        ...['riapri-mese', 'esporta', 'importa', 'consegne', 'report giornate', 'report bilancio', 'verifica'],
        ...['copia', 'ripristina'],
        // beyond the promise: the keys renewed, the rehearsal, and the community back from its parcels
        ...['rinnova-chiave', 'prova-ripristino', 'prepara-ricostruzione', 'ricostruisci'],
      ].toSorted(),
    );
    expect(findComando(['report', 'bilancio', '--anno', '2025'])?.resto).toEqual(['--anno', '2025']);
    expect(isComando(['--dati', 'x'])).toBe(false);
  });

  test('tables line up: words left, numbers right, an empty place is a dash', () => {
    expect(
      table(
        ['nome', 'n'],
        [
          ['Zoë', 5],
          ['A', 1234.5],
          ['B', null],
        ],
      ).split('\n'),
    ).toEqual(['nome        n', '────  ───────', 'Zoë         5', 'A     1.234,5', 'B           –']);
  });

  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    return version !== '' && !version.startsWith('v24.');
  });
  test.skipIf(!old)(
    `started by another Node, it goes on under the project’s${old ? '' : ' (skipped: no other Node here)'}`,
    () => {
      const done = spawnSync(old ?? '', [join(RADICE, 'scripts/approdo.mjs'), 'pippo'], { encoding: 'utf8' });
      expect(done.status).toBe(2);
      expect(done.stderr).toMatch(/«pippo» non è un comando/);
    },
  );
});
