import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeFileAtomic } from '../../electron/cartella/file-atomico.ts';
import { nomeFilePacco } from '../../electron/sync/pacco-write.ts';
import { cartellaProva } from '../electron/cartella-prova.ts';
import { approdo, json } from '../electron/cli/approdo.ts';
import { csvFile } from '../electron/foglio/cartella.ts';
import { giri, STRANI, strano } from './fuzz.ts';

const cartella = cartellaProva('nomi-strani');
const dati = join(cartella, 'dati');
/** What a terminal obeys instead of showing. */
const COMANDI = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const NOMI = [
  ...[
    'CON',
    'nul.copia',
    'a:b',
    'x.',
    ' x',
    '-x',
    '~',
    '$HOME',
    '`id`',
    '%PATH%',
    'a|b',
    'a*?',
    'é',
    'e\u0301',
    '😀.copia',
  ],
  ...['x\u202Eaipoc', 'x\ny', 'x\ty', '\u001b[2J', 'à'.repeat(200), 'x'.repeat(300), 'x\0y', '\ud800', '..', '.'],
];

beforeAll(async () => {
  const primo = await approdo(['init', '--dati', dati, '--ruolo', 'comunita', '--struttura', 'CASA']);
  expect(primo.stato).toBe(0);
});

describe('the file of a parcel', () => {
  const codice = fc.oneof(strano, fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.constantFrom(...NOMI));

  test('has a name that every system takes, whatever the codice', () => {
    fc.assert(
      fc.property(codice, (struttura) => {
        const nome = nomeFilePacco(struttura, '2025-03', 1);
        expect(nome).toMatch(/^[A-Za-z0-9_-]{0,89}-2025-03-r1\.approdo$/);
      }),
      giri(1000),
    );
    expect(nomeFilePacco('CASA00', '2025-03', 2)).toBe('CASA00-2025-03-r2.approdo');
    // forty of these are seven hundred letters
    expect(nomeFilePacco('\uFDFA'.repeat(40), '2025-03', 1).length).toBeLessThan(120);
  });
});

describe('a path that a person gives', () => {
  test.each(NOMI.map((nome) => [JSON.stringify(nome), nome]))(
    'copia --in %s: the file is there, or one sentence',
    async (_, nome) => {
      const dove = join(cartella, 'copie');
      mkdirSync(dove, { recursive: true });
      const prima = readdirSync(cartella).length;
      const { stato, out, err } = await approdo(['copia', '--dati', dati, '--in', `${dove}/${nome}`]);
      expect(out + err).not.toMatch(COMANDI);
      expect(err).not.toContain('imprevisto');
      if (stato === 0) expect(existsSync(join(dove, nome))).toBe(true);
      else expect(err).toMatch(/^[^\n]+\.\n$/);
      expect(readdirSync(cartella)).toHaveLength(prima);
      expect(readdirSync(dove).filter((uno) => uno.endsWith('.tmp'))).toEqual([]);
    },
  );

  test.each([['importa'], ['importa-foglio'], ['registra-chiave'], ['ripristina', '--da']])(
    '%s %s: a file that is not there, under any name',
    async (...parole) => {
      for (const nome of [...NOMI, ...STRANI.filter((testo) => testo !== '')]) {
        const { stato, out, err } = await approdo([
          ...parole.filter(Boolean),
          `./non-c’è/${nome}`,
          '--dati',
          `${dati}-altri`,
        ]);
        expect([nome, stato === 0]).toEqual([nome, false]);
        expect(out + err).not.toMatch(COMANDI);
      }
    },
  );
});

describe('a person with an odd name', () => {
  test('is shown by every command without moving the cursor, and comes back as it is in the JSON', async () => {
    const cognome = 'Ros\u001b[2J\u001b]0x\u0007si\u202E\u009b31m';
    const file = csvFile('ospiti.csv', `id;cognome;nome;sesso;data_nascita\nO1;${cognome};Ada;F;1990-01-01\n`);
    const dove = join(cartella, 'foglio');
    mkdirSync(dove);
    writeFileAtomic(join(dove, 'ospiti.csv'), file.bytes);
    writeFileAtomic(
      join(dove, 'strutture.csv'),
      new TextEncoder().encode('codice;nome;tipo\nCASA;Casa \u001b[1mA;CT\n'),
    );
    writeFileAtomic(
      join(dove, 'moduli.csv'),
      new TextEncoder().encode(
        'codice;struttura;nome;tipologia;conta;posti_accreditati;valido_dal\nM;CASA;Uno;PR;adulti;3;2020-01-01\n',
      ),
    );
    writeFileAtomic(
      join(dove, 'ingressi.csv'),
      new TextEncoder().encode('id;ospite;struttura;modulo;data_ingresso\nI1;O1;CASA;M;2025-03-02\n'),
    );
    for (const parole of [
      ['importa-foglio', dove],
      ['presenze', '--struttura', 'CASA', '--mese', '2025-03'],
      ['report', 'giornate', '--dal', '2025-01-01', '--al', '2025-12-31'],
      ['verifica'],
    ]) {
      const { stato, out, err } = await approdo([...parole, '--dati', dati]);
      expect([parole[0], stato, err]).toEqual([parole[0], 0, '']);
      expect(out).not.toMatch(COMANDI);
    }
    const griglia = await json('presenze', '--struttura', 'CASA', '--mese', '2025-03', '--dati', dati);
    expect(JSON.stringify(griglia)).toContain('Ada');
  });
});
