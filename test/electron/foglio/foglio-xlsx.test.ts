import { Workbook } from '@cj-tech-master/excelts';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../electron/foglio/foglio-xlsx.ts';
import { rigaInLinea, xlsxAMano } from './xlsx-a-mano.ts';

async function righe(bytes: Uint8Array, vuole: (foglio: string) => boolean = () => true) {
  const lette = [];
  for await (const lotto of readXlsx('prova.xlsx', bytes, vuole))
    for (const riga of lotto.righe) lette.push({ foglio: lotto.foglio, ...riga });
  return lette;
}

const celle = async (bytes: Uint8Array) => (await righe(bytes)).map((riga) => riga.celle);
const perche = (bytes: Uint8Array) =>
  righe(bytes).then(
    () => 'letto',
    (error: Error) => error.message,
  );

/** 14 = a date, 2 = a number, 164 and on = what the file defines */
const STILI = {
  formati:
    '<numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; dy&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[Red]0;[$-410]mmmm\\ yy"/>',
  xf: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>',
};

describe('cells', () => {
  test('every kind of cell is its text', async () => {
    const dati = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in </t><t>linea</t></is></c><c r="C1"><v>13</v></c>
      <c r="D1"><v>1.5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="str"><f>A1</f><v>formula</v></c>
      <c r="H1"><f>1+1</f><v>2</v></c><c r="I1"><f>A9</f></c><c r="J1" t="d"><v>2025-03-05T00:00:00</v></c><c r="K1" t="s"><v>1</v></c><c r="L1" s="1"/></row>`;
    const condivisi = [
      '<t>uno &amp; due</t>',
      '<r><t>ric</t></r><r><rPr/><t xml:space="preserve">co </t></r><rPh><t>no</t></rPh>',
    ];
    expect(await celle(xlsxAMano([{ nome: 'x', dati }], { condivisi, stili: STILI }))).toEqual([
      ['uno & due', 'in linea', '13', '1.5', 'si', '#REF!', 'formula', '2', '#CALC!', '2025-03-05', 'ricco ', ''],
    ]);
  });

  test('dates by their format, in both date systems, without the time of day', async () => {
    const dati = `<row r="1"><c r="A1" s="1"><v>45721</v></c><c r="B1" s="2"><v>45721.75</v></c><c r="C1" s="3"><v>45721</v></c>
      <c r="D1" s="4"><v>1.25</v></c><c r="E1" s="5"><v>45717</v></c><c r="F1" s="1"><v>59</v></c><c r="G1" s="1"><v>61</v></c><c r="H1"><v>45721</v></c></row>`;
    expect(await celle(xlsxAMano([{ nome: 'x', dati }], { stili: STILI }))).toEqual([
      ['2025-03-05', '2025-03-05', '45721', '1.25', '2025-03-01', '1900-02-28', '1900-03-01', '45721'],
    ]);
    const cartella = '<workbookPr date1904="1"/>';
    expect((await celle(xlsxAMano([{ nome: 'x', dati }], { stili: STILI, cartella })))[0]?.[0]).toBe('2029-03-06');
  });

  test('escaped characters come back', async () => {
    const condivisi = ['<t>a_x000D_b</t>', '<t>&lt;b&gt; &#8364;</t>'];
    const dati = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    expect(await celle(xlsxAMano([{ nome: 'x', dati }], { condivisi }))).toEqual([['a\rb', '<b> €']]);
  });
});

describe('rows', () => {
  test('keep the numbers of the spreadsheet, with gaps and without references', async () => {
    const dati = `${rigaInLinea(['a', 'b'])}<row r="4"><c r="C4"><v>1</v></c></row><row r="5"><c r="A5" s="1"/></row>${rigaInLinea(['z'])}`;
    expect((await righe(xlsxAMano([{ nome: 'x', dati }]))).map(({ riga, celle }) => [riga, celle])).toEqual([
      [1, ['a', 'b']],
      [4, ['', '', '1']],
      [6, ['z']],
    ]);
  });

  test('files whose elements carry a prefix are the same', async () => {
    const dati = rigaInLinea(['a', 'b']);
    expect(await celle(xlsxAMano([{ nome: 'x', dati }], { prefisso: true }))).toEqual([['a', 'b']]);
  });

  test('only the sheets wanted are unpacked', async () => {
    const bytes = xlsxAMano([
      { nome: 'uno', dati: rigaInLinea(['a']) },
      { nome: 'due', dati: rigaInLinea(['b']) },
    ]);
    expect((await righe(bytes, (foglio) => foglio === 'due')).map(({ foglio }) => foglio)).toEqual(['due']);
  });

  test('what the project writes with its library is read', async () => {
    const cartella = new Workbook();
    const foglio = cartella.addWorksheet('ospiti');
    foglio.addRow(['id', 'data']);
    foglio.addRow(['O1', new Date('1985-03-02T00:00:00Z')]);
    foglio.getCell('B2').numFmt = 'dd/mm/yyyy';
    foglio.addRow(['è', { formula: 'A2', result: 'O1' }]);
    expect(await celle(new Uint8Array(await cartella.xlsx.writeBuffer()))).toEqual([
      ['id', 'data'],
      ['O1', '1985-03-02'],
      ['è', 'O1'],
    ]);
  });
});

describe('files that cannot be read', () => {
  const buona = () => xlsxAMano([{ nome: 'x', dati: rigaInLinea(['abcdefgh'.repeat(50)]) }], { livello: 0 });

  test('truncated, or not a workbook', async () => {
    const bytes = buona();
    for (const taglio of [10, bytes.length >> 1, bytes.length - 5])
      expect(await perche(bytes.slice(0, taglio))).toMatch(/è danneggiato.*salvarlo di nuovo/);
    expect(await perche(zipSync({ mimetype: strToU8('application/vnd.oasis') }))).toMatch(
      /non è una cartella di Excel/,
    );
  });

  test('a byte changed in the text is seen', async () => {
    const bytes = buona();
    const posto = Buffer.from(bytes).indexOf('abcdefgh');
    bytes[posto] = 0x7a;
    expect(await perche(bytes)).toMatch(/è danneggiato/);
  });

  test('no byte can be changed so that something else than an error or the same rows comes out', async () => {
    const attese = JSON.stringify(await celle(buona()));
    for (let posto = 0; posto < buona().length; posto += 37) {
      const bytes = buona();
      bytes[posto] = (bytes[posto] ?? 0) ^ 0x41;
      const letta = await celle(bytes).then(JSON.stringify, (error: Error) => error.name);
      expect(['ErroreApprodo', attese, '[]']).toContain(letta);
    }
  });

  test('too many rows, or a cell without end, are stopped before they fill the memory', async () => {
    const riga = '<row><c><v>1</v></c></row>';
    expect(await perche(xlsxAMano([{ nome: 'x', dati: riga.repeat(300_002) }]))).toMatch(/più di 300.000 righe/);
    const lunga = rigaInLinea(['a'.repeat(20_000_000)]);
    expect(await perche(xlsxAMano([{ nome: 'x', dati: lunga }]))).toMatch(/è danneggiato/);
    expect(await perche(xlsxAMano([{ nome: 'x', dati: '<a>'.repeat(10_000) }]))).toMatch(/è danneggiato/);
  });

  test('a part that unpacks to more than it says, or to too much, is stopped', async () => {
    const bytes = xlsxAMano([{ nome: 'x', dati: `<row>${' '.repeat(5_000_000)}</row>` }]);
    const central = Buffer.from(bytes).indexOf('PK\u0001\u0002');
    const view = new DataView(bytes.buffer);
    let voce = central;
    while (view.getUint32(voce, true) === 0x02014b50) {
      const lunga = view.getUint16(voce + 28, true);
      const nome = Buffer.from(bytes.slice(voce + 46, voce + 46 + lunga)).toString();
      if (nome.includes('sheet1')) view.setUint32(voce + 24, 1000, true);
      voce += 46 + lunga + view.getUint16(voce + 30, true) + view.getUint16(voce + 32, true);
    }
    expect(await perche(bytes)).toMatch(/è danneggiato/);
    for (voce = central; view.getUint32(voce, true) === 0x02014b50; ) {
      const lunga = view.getUint16(voce + 28, true);
      view.setUint32(voce + 24, 0xfffffff0, true);
      voce += 46 + lunga + view.getUint16(voce + 30, true) + view.getUint16(voce + 32, true);
    }
    expect(await perche(bytes)).toMatch(/troppo grande/);
  });
});
