import { describe, expect, test } from 'vitest';
import { unpackImmagini } from '../../../db/registro.ts';
import { fogli } from '../../../electron/contract/foglio.ts';
import { writeXlsx } from '../../../electron/foglio/foglio-write.ts';
import { importFoglio, previewFoglio } from '../../../electron/services/foglio.ts';
import { reportBilancio } from '../../../electron/services/report.ts';
import { leggiOracolo, soloChiaviDi } from '../../domain/campione.ts';
import {
  campione,
  campioneFile,
  csvFile,
  type FileDato,
  registroVuoto,
  ritratto,
  senzaErrori,
  somma,
  toCsv,
} from './cartella.ts';

const RIGHE = {
  strutture: 3,
  moduli: 6,
  ospiti: 68,
  ingressi: 68,
  presenze: 561,
  visite: 180,
  incontri: 180,
  attivita: 180,
};
const zero = Object.fromEntries(Object.keys(RIGHE).map((foglio) => [foglio, 0]));

describe('the sample workbook', () => {
  test('goes in whole, in one gesture, and gives every figure of its oracle', async () => {
    const ctx = registroVuoto();
    const prima = ctx.store.registro.last().seq;
    const esito = await importFoglio(ctx, { file: campioneFile() });
    expect(esito).toEqual({
      inseriti: RIGHE,
      aggiornati: zero,
      invariati: zero,
      scartati: zero,
      errori: [],
      colonneIgnorate: {},
      avvisi: [],
    });
    expect(fogli['fogli.import'].output.parse(esito)).toEqual(esito);
    expect(ctx.store.registro.last().seq).toBe(prima + 1);
    expect(ctx.store.registro.findBroken()).toBeNull();
    const bilancio = JSON.parse(JSON.stringify(reportBilancio(ctx, { dal: '2025-01-01', al: '2025-12-31' })));
    const oracolo = leggiOracolo();
    expect(soloChiaviDi(oracolo, bilancio)).toEqual(oracolo);
  });

  test('a preview says the same and writes nothing', async () => {
    const ctx = registroVuoto();
    const prima = { seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) };
    const anteprima = await previewFoglio(ctx, { file: campioneFile() });
    expect({ seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) }).toEqual(prima);
    expect(anteprima).toEqual(await importFoglio(ctx, { file: campioneFile() }));
  });

  test('a second time changes nothing and leaves no line in the log', async () => {
    const ctx = registroVuoto();
    await importFoglio(ctx, { file: campioneFile() });
    const prima = { seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) };
    const esito = await importFoglio(ctx, { file: campioneFile() });
    expect(esito).toMatchObject({ inseriti: zero, aggiornati: zero, invariati: RIGHE, scartati: zero, errori: [] });
    expect({ seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) }).toEqual(prima);
  });

  test('corrected, it updates and does not double; the log holds before and after', async () => {
    const ctx = registroVuoto();
    await importFoglio(ctx, { file: campioneFile() });
    const corretto = campione();
    const [ospite, ingresso, presenza, incontro] = [
      corretto.ospiti[3],
      corretto.ingressi[5],
      corretto.presenze[7],
      corretto.incontri[2],
    ];
    if (!ospite || !ingresso || !presenza || !incontro) throw new Error('campione');
    ospite['luogo_nascita'] = 'Cremona';
    ingresso['istruzione'] = ingresso['istruzione'] === 'nessuno' ? 'qualifica' : 'nessuno';
    presenza['g2'] = presenza['g2'] === 'U' ? 'P' : 'U';
    incontro['ospiti'] = '';
    const esito = await importFoglio(ctx, { file: toCsv(corretto) });
    senzaErrori(esito);
    expect(esito.aggiornati).toMatchObject({ ospiti: 1, ingressi: 1, presenze: 1, incontri: 1 });
    expect([somma(esito.inseriti), somma(esito.aggiornati)]).toEqual([0, 4]);
    const immagini = unpackImmagini(ctx.store.registro.find(ctx.store.registro.last().seq)?.righe ?? null);
    expect(immagini.find((i) => i.t === 'ospiti')).toMatchObject({
      prima: { luogo_nascita: null },
      dopo: { luogo_nascita: 'Cremona' },
    });
    // the day that was U and is not, or is: the assenze follow the grid
    expect(immagini.filter(({ t }) => t !== 'assenze')).toHaveLength(4);
  });

  test('its XLSX twin, with true dates, gives the same register', async () => {
    const csv = registroVuoto();
    await importFoglio(csv, { file: campioneFile() });
    const { presenze, ...altri } = campione();
    const codici = presenze.map((riga) => ({
      ...riga,
      codici: Array.from({ length: 31 }, (_, i) => riga[`g${i + 1}`] || '.').join(''),
    }));
    const siNo = (valore: string) => (valore === 'si' ? 1 : 0);
    const cella = ([colonna, testo]: [string, string]) =>
      [colonna, testo === '' ? null : colonna === 'accompagnamento' ? siNo(testo) : testo] as const;
    const righe = Object.fromEntries(
      Object.entries({ ...altri, presenze: codici }).map(([foglio, tutte]) => [
        foglio,
        tutte.map((riga) => Object.fromEntries(Object.entries(riga).map(cella))),
      ]),
    );
    const bytes = await writeXlsx(righe, () => Promise.resolve());
    const xlsx = registroVuoto();
    const esito = await importFoglio(xlsx, { file: [{ nome: 'ufficio.xlsx', bytes }] });
    senzaErrori(esito);
    expect(esito.inseriti).toMatchObject(RIGHE);
    expect(ritratto(xlsx.store)).toEqual(ritratto(csv.store));
  });

  test('in any order of files and columns, with commas and other titles, it is the same', async () => {
    const atteso = registroVuoto();
    await importFoglio(atteso, { file: campioneFile() });
    const ctx = registroVuoto();
    const file: FileDato[] = Object.entries(campione())
      .filter(([, righe]) => righe.length > 0)
      .map(([foglio, righe]) => {
        const titoli = Object.keys(righe[0] ?? {}).reverse();
        const linee = [
          titoli.map((titolo) => ` ${titolo.replaceAll('_', ' ').toUpperCase()} `),
          ...righe.map((riga) => titoli.map((titolo) => riga[titolo])),
        ];
        return csvFile(`/qui/${foglio.toUpperCase()}.CSV`, linee.map((celle) => celle.join(',')).join('\n'));
      })
      .reverse();
    senzaErrori(await importFoglio(ctx, { file }));
    expect(ritratto(ctx.store)).toEqual(ritratto(atteso.store));
  });

  test('progress is told sheet by sheet, and a cancelled import writes nothing', async () => {
    const fasi = new Set<string>();
    const ctx = { ...registroVuoto(), progress: async ({ fase }: { fase: string }) => void fasi.add(fase) };
    await previewFoglio(ctx, { file: campioneFile() });
    expect(fasi.size).toBe(Object.keys(RIGHE).length);
    const prima = ctx.store.registro.last();
    const annulla = { ...ctx, progress: () => Promise.reject(new Error('annullato')) };
    await expect(importFoglio(annulla, { file: campioneFile() })).rejects.toThrow('annullato');
    expect(ctx.store.registro.last()).toEqual(prima);
  });
});
