import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../domain/errore.ts';
import { colonneDi } from '../../electron/foglio/foglio-tabelle.ts';
import { writeXlsx } from '../../electron/foglio/foglio-write.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { exportFoglio, importFoglio, previewFoglio } from '../../electron/services/foglio.ts';
import { toCsv as toCsvFinestra } from '../../renderer/pannello/csv.ts';
import { csvFile, type FileDato, importa, registroVuoto, senzaErrori, toCsv } from '../electron/foglio/cartella.ts';
import { cartellaBuona } from '../electron/foglio/cartella-casuale.ts';
import { rigaInLinea, xlsxAMano } from '../electron/foglio/xlsx-a-mano.ts';
import { cartellinaNota } from './cartellina-nota.ts';
import { expectContati, giri, guastiDi, rovinati, STRANI, strano } from './fuzz.ts';

const TEMPO = { timeout: 300_000 };
/** What a spreadsheet runs as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Previewed (and now and then imported): a refusal in words or a list of errors, never a crash. */
async function leggi(ctx: Contesto, file: FileDato[], scrivi: boolean): Promise<void> {
  const { seq } = ctx.store.registro.last();
  try {
    const esito = await (scrivi ? importFoglio(ctx, { file }) : previewFoglio(ctx, { file }));
    for (const { messaggio } of esito.errori) expect(messaggio).toMatch(/[.!?»)]$/);
    if (!scrivi) expect(ctx.store.registro.last().seq).toBe(seq);
  } catch (error) {
    expect(error).toBeInstanceOf(ErroreApprodo);
    expect(ctx.store.registro.last().seq).toBe(seq);
  }
}

/** A workbook made well, with one cell of it, or a title, replaced by something odd. */
const celleStrane = fc.tuple(cartellaBuona, fc.nat(), fc.nat(), fc.nat(), strano).map(([cartella, a, b, c, testo]) => {
  const nomi = Object.keys(cartella).filter((nome) => (cartella[nome] ?? []).length > 0);
  const righe = cartella[nomi[a % nomi.length] ?? ''] ?? [];
  const riga = righe[b % righe.length];
  const colonne = Object.keys(riga ?? {});
  const colonna = colonne[c % colonne.length];
  if (riga && colonna !== undefined) riga[colonna] = testo;
  return cartella;
});

describe('workbooks nobody made on purpose', () => {
  test('cells: whatever is written in one, it is said or taken, and the register holds', TEMPO, async () => {
    let ctx = registroVuoto();
    let giro = 0;
    await fc.assert(
      fc.asyncProperty(celleStrane, async (cartella) => {
        if (giro++ % 25 === 0) {
          expect(await guastiDi(ctx)).toEqual([]);
          ctx.store.close();
          ctx = registroVuoto();
        }
        await leggi(ctx, toCsv(cartella), true);
      }),
      giri(600),
    );
    expect(await guastiDi(ctx)).toEqual([]);
  });

  test('CSV: bytes changed, cut, doubled', TEMPO, async () => {
    const ctx = registroVuoto();
    const buoni = toCsv(cartellinaNota());
    const caso = fc.nat({ max: buoni.length - 1 }).chain((quale) => {
      const file = buoni[quale] ?? csvFile('ospiti.csv', '');
      return fc.tuple(fc.constant(file.nome), rovinati(file.bytes));
    });
    let giro = 0;
    await fc.assert(
      fc.asyncProperty(caso, ([nome, bytes]) => {
        const altri = buoni.filter((file) => file.nome !== nome);
        return leggi(ctx, [...altri, { nome, bytes }], giro++ % 20 === 0);
      }),
      giri(2500),
    );
    expect(await guastiDi(ctx)).toEqual([]);
  });

  test('XLSX: bytes changed, cut, doubled', TEMPO, async () => {
    const ctx = registroVuoto();
    const pronto = registroVuoto();
    senzaErrori(await importa(pronto, cartellinaNota()));
    const [buono] = await exportFoglio(pronto, 'xlsx');
    const bytes = new Uint8Array(buono?.bytes ?? []);
    await fc.assert(
      fc.asyncProperty(rovinati(bytes), (altri) => leggi(ctx, [{ nome: 'x.xlsx', bytes: altri }], false)),
      giri(1000),
    );
  });

  test('XLSX: parts whose XML is odd', TEMPO, async () => {
    const ctx = registroVuoto();
    const titoli = colonneDi('ospiti').map(([nome]) => nome);
    const pezzi = [
      '<c t="s"><v>9</v></c>',
      '<c r="ZZZ1"><v>1</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c><f>1+1</f></c>',
    ];
    const altri = [
      '<row r="0"/>',
      '<row r="99999999"/>',
      '<row r="-1"><c/></row>',
      '&lol;',
      '<![CDATA[x]]>',
      '</row>',
      '<!DOCTYPE x [<!ENTITY a "b">]>',
    ];
    const numeri = ['1e308', 'NaN', '-1', '99999999', '0.1', ''].map((n) => `<row><c s="1"><v>${n}</v></c></row>`);
    const dati = fc.array(fc.constantFrom(...pezzi, ...altri, ...numeri, rigaInLinea(['x', 'Rossi', 'Ada'])), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(dati, (lista) => {
        const bytes = xlsxAMano([{ nome: 'ospiti', dati: rigaInLinea(titoli) + lista.join('') }]);
        return leggi(ctx, [{ nome: 'x.xlsx', bytes }], false);
      }),
      giri(600),
    );
  });

  test('names of files that are odd', async () => {
    const ctx = registroVuoto();
    for (const nome of STRANI.filter((testo) => testo.length > 0 && testo.length <= 260))
      await leggi(ctx, [csvFile(nome, 'a;b\n1;2'), csvFile(`${nome}/ospiti.csv`, 'id;cognome\n1;x')], false);
  });
});

describe('bombs', () => {
  test(
    'an XLSX of a few kB that unpacks to hundreds of MB, entities in entities, a part in itself',
    TEMPO,
    async () => {
      const ctx = registroVuoto();
      const inizio = performance.now();
      const memoria = process.memoryUsage().rss;
      const zeri = new Uint8Array(160 * 1024 * 1024);
      const bomba = zipSync({ 'xl/workbook.xml': zeri }, { level: 1 });
      const lol = `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(99)}">${'bcdefghi'
        .split('')
        .map((e, i) => `<!ENTITY ${e} "${`&${'abcdefgh'[i]};`.repeat(10)}">`)
        .join('')}]>`;
      const entita = zipSync({ 'xl/workbook.xml': strToU8(`<?xml version="1.0"?>${lol}<workbook>&i;</workbook>`) });
      const profondo = zipSync({ 'xl/workbook.xml': strToU8('<a>'.repeat(200_000)) });
      for (const bytes of [bomba, entita, profondo])
        await leggi(ctx, [{ nome: 'bomba.xlsx', bytes: new Uint8Array(bytes) }], true);
      expect(performance.now() - inizio).toBeLessThan(60_000);
      expect(process.memoryUsage().rss - memoria).toBeLessThan(1024 * 1024 * 1024);
    },
  );
});

describe('formulas', () => {
  const cattive = [
    '=1+1',
    '+39',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    "'=1",
    '=cmd|calc!A0',
    '"=1"',
  ];

  test('no CSV the window makes from a table runs one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...cattive), strano), { minLength: 1, maxLength: 5 }), (celle) => {
        const testo = new TextDecoder().decode(
          toCsvFinestra(
            celle.map((_, i) => `c${i}`),
            [celle],
          ),
        );
        assertSenzaFormule(testo);
      }),
      giri(1500),
    );
  });

  test('no CSV of the register runs one, and its texts come back', TEMPO, async () => {
    const ctx = registroVuoto();
    const base = { sesso: 'F', data_nascita: '1990-01-01' };
    const ospiti = cattive.map((testo, i) => ({ id: `O${i}`, cognome: `${testo}${i}`, nome: testo, ...base }));
    const esito = await importa(ctx, { ospiti });
    expect(esito.inseriti['ospiti']).toBeGreaterThan(cattive.length - 3);
    for (const { bytes } of await exportFoglio(ctx, 'csv')) assertSenzaFormule(new TextDecoder().decode(bytes));
  });

  test('an XLSX holds them as text: no cell of it is a formula', TEMPO, async () => {
    const ospiti = cattive.map((testo, i) => ({ id: `O${i}`, cognome: testo, nome: `${testo}x` }));
    const parti = unzipSync(await writeXlsx({ ospiti } as never, () => Promise.resolve()));
    const fogli = Object.entries(parti).filter(([nome]) => /^xl\/worksheets\/.*\.xml$/.test(nome));
    expect(fogli.length).toBeGreaterThan(5);
    for (const [nome, bytes] of fogli) expect(/<f[ >/]/.test(strFromU8(bytes)), nome).toBe(false);
    const stringhe = strFromU8(parti['xl/sharedStrings.xml'] ?? new Uint8Array());
    for (const testo of ['=1+1', '@SUM(A1)', '=cmd|calc!A0']) expect(stringhe).toContain(testo);
  });

  test('every CSV of the program is made with its formulas disarmed', () => {
    const radice = join(import.meta.dirname, '../..');
    const fatti = ['electron', 'renderer', 'domain', 'db'].flatMap((dove) =>
      readdirSync(join(radice, dove), { recursive: true, withFileTypes: true })
        .filter((voce) => voce.isFile() && /\.tsx?$/.test(voce.name))
        .map((voce) => join(voce.parentPath, voce.name).slice(radice.length + 1)),
    );
    const quanti = (file: string, cosa: RegExp) =>
      [...readFileSync(join(radice, file), 'utf8').matchAll(new RegExp(cosa, 'g'))].length;
    const scrittori = fatti.filter((file) => quanti(file, /unparse\(/) > 0);
    expect(scrittori).toEqual(expect.arrayContaining(['electron/foglio/foglio-write.ts', 'renderer/pannello/csv.ts']));
    for (const file of scrittori)
      expect([file, quanti(file, /escapeFormulae: FORMULA/)]).toEqual([file, quanti(file, /unparse\(/)]);
  });

  test('an XLSX holds odd characters as far as XML can', TEMPO, async () => {
    const righe = { ospiti: [...cattive, ...STRANI].map((testo, i) => ({ id: `O${i}`, cognome: testo, nome: testo })) };
    const bytes = await writeXlsx(righe as never, () => Promise.resolve());
    const esito = await previewFoglio(registroVuoto(), { file: [{ nome: 'x.xlsx', bytes }] });
    expect(esito.errori.some(({ foglio, riga }) => foglio === 'ospiti' && riga > 1)).toBe(true);
  });
});

/** Every cell, as a spreadsheet splits them. */
function assertSenzaFormule(testo: string): void {
  for (const cella of celleDi(testo.replace(/^\uFEFF/, ''))) expect(cella).not.toMatch(FORMULA);
}

/** RFC 4180, `;`: written again here, so that the product's own reader is not its judge. */
function celleDi(testo: string): string[] {
  const celle: string[] = [];
  const una = /(?:^|;|\r\n)("(?:[^"]|"")*"|[^;\r\n"]*)/g;
  for (const [, grezza = ''] of testo.matchAll(una))
    celle.push(grezza.startsWith('"') ? grezza.slice(1, -1).replaceAll('""', '"') : grezza);
  return celle;
}

test('as many cases as promised were run', () => expectContati('foglio'));
