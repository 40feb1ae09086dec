import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FOGLI, FOGLI_IN_ENTRATA } from '../../../electron/foglio/foglio-tabelle.ts';
import { readXlsx } from '../../../electron/foglio/foglio-xlsx.ts';
import { exportFoglio, getModelloFoglio, importFoglio } from '../../../electron/services/foglio.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { cartellina, type FileDato, importa, registroVuoto, ritratto, senzaErrori, titoliDi } from './cartella.ts';

const testo = (file: { bytes: Uint8Array } | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);

describe('the exported workbook', () => {
  test('CSV: one file a sheet, `;`, BOM, and nothing a spreadsheet would run', async () => {
    const ctx = registroVuoto();
    const cattivi = ['=cmd|calc', '+39', '-1', '@SUM(A1)', "'=già", 'a;b', 'detta "Pina"'];
    const ospiti = cattivi.map((luogo, i) => ({
      id: `O${i}`,
      cognome: `C${i}`,
      nome: 'N',
      sesso: 'F',
      data_nascita: '1990-01-01',
      luogo_nascita: luogo,
    }));
    senzaErrori(await importa(ctx, { ospiti }));
    const file = await exportFoglio(ctx, 'csv');
    expect(file.map(({ nome }) => nome)).toEqual(FOGLI.map((foglio) => `${foglio}.csv`));
    const csv = testo(file.find(({ nome }) => nome === 'ospiti.csv'));
    expect(csv.startsWith('\uFEFFid;cognome;nome;')).toBe(true);
    for (const cella of csv.split(/[;\r\n]+/)) expect(cella).not.toMatch(/^"?[=+\-@]/);
    const altrove = registroVuoto();
    senzaErrori(await importFoglio(altrove, { file: file as FileDato[] }));
    expect(ritratto(altrove.store)).toEqual(ritratto(ctx.store));
  });

  test('XLSX: days are dates, texts are texts, in whatever time zone', async () => {
    const zona = process.env['TZ'];
    for (const tz of ['Europe/Rome', 'America/New_York', 'Pacific/Auckland']) {
      process.env['TZ'] = tz;
      const ctx = registroVuoto();
      const { presenze: _, ...cartella } = cartellina();
      senzaErrori(await importa(ctx, cartella));
      const [file] = (await exportFoglio(ctx, 'xlsx')) as FileDato[];
      if (!file) throw new Error('xlsx');
      const righe = [];
      for await (const lotto of readXlsx('x', file.bytes, (foglio) => foglio === 'ospiti')) righe.push(...lotto.righe);
      expect(righe[1]?.celle.slice(1, 5)).toEqual(['Sarti', 'Ada', 'F', '1985-03-02']);
    }
    if (zona === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zona;
  });

  test('a day corrected in the exported file corrects the register it came from', async () => {
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, cartellina()));
    ctx.store.sqlite.exec('DELETE FROM riferimenti');
    const file = ((await exportFoglio(ctx, 'csv')) as FileDato[]).map((uno) =>
      uno.nome === 'presenze.csv'
        ? { ...uno, bytes: new TextEncoder().encode(testo(uno).replace(';2025-03;P;P', ';2025-03;P;R')) }
        : uno,
    );
    const esito = await importFoglio(ctx, { file });
    senzaErrori(esito);
    expect(esito.aggiornati).toMatchObject({ presenze: 1, ingressi: 0, ospiti: 0 });
    expect(Object.values(esito.inseriti).every((n) => n === 0)).toBe(true);
  });
});

describe('the blank template', () => {
  test('has the titles of every sheet, the lists, the instructions, and imports as nothing', async () => {
    const { nome, bytes } = await getModelloFoglio(comunitaDiProva());
    expect(nome).toBe('approdo-modello.xlsx');
    const righe = new Map<string, (readonly string[])[]>();
    for await (const lotto of readXlsx(nome, bytes, () => true))
      righe.set(lotto.foglio, [...(righe.get(lotto.foglio) ?? []), ...lotto.righe.map(({ celle }) => celle)]);
    expect([...righe.keys()]).toEqual(['istruzioni', 'liste', ...FOGLI_IN_ENTRATA]);
    for (const foglio of FOGLI_IN_ENTRATA) expect(righe.get(foglio)).toEqual([titoliDi(foglio)]);
    const obbligatorie = righe.get('istruzioni')?.filter((riga) => riga[0] === 'ospiti' && riga[2] === 'si');
    expect(obbligatorie?.map((riga) => riga[1])).toEqual(['id', 'cognome', 'nome', 'sesso', 'data_nascita']);
    expect(righe.get('liste')?.[0]).toContain('presenza');
    const ctx = registroVuoto();
    const esito = await importFoglio(ctx, { file: [{ nome, bytes: bytes as Uint8Array<ArrayBuffer> }] });
    senzaErrori(esito);
    expect(esito.avvisi).toEqual([]);
    expect(esito.colonneIgnorate).toEqual({});
  });

  test('its drop-downs point at the values of their lists', async () => {
    const parti = unzipSync((await getModelloFoglio(comunitaDiProva())).bytes);
    const ingressi = strFromU8(parti[`xl/worksheets/sheet${3 + FOGLI.indexOf('ingressi')}.xml`] ?? new Uint8Array());
    const validazioni = [...ingressi.matchAll(/sqref="(\w+):\w+"[^>]*><formula1>([^<]*)</g)].map(([, da, formula]) => [
      da,
      formula,
    ]);
    const [lettera] = (validazioni.find(([da]) => da === 'W2')?.[1] ?? '').match(/\$[A-Z]+/) ?? [];
    expect(validazioni.length).toBeGreaterThan(10);
    const liste: string[][] = [];
    for await (const lotto of readXlsx(
      'm',
      (await getModelloFoglio(comunitaDiProva())).bytes,
      (foglio) => foglio === 'liste',
    ))
      liste.push(...lotto.righe.map(({ celle }) => [...celle]));
    const posto = (lettera ?? '').charCodeAt(1) - 65;
    expect(liste.map((riga) => riga[posto]).slice(0, 3)).toEqual(['esito', 'concluso', 'abbandono']);
  });
});
