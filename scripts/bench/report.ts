import { isDeepStrictEqual } from 'node:util';
import { reportBilancio } from '../../electron/services/report.ts';
import { apri, type Copia, conArchivio } from './archivi.ts';
import { ANNO } from './dati.ts';
import { alterna, cronometra, rapporto } from './giri.ts';
import { SqlBilancio } from './sql-bilancio.ts';
import { formaBilancio } from './sql-bilancio-forma.ts';
import { alMassimo, formatMs, type Riga } from './tavola.ts';

/** `report bilancio` of one year with ten years in the store, against SQL written by hand for the same figures. */
export async function confrontaReport(dati: string, giri: number): Promise<Riga[]> {
  return conArchivio(dati, async (ctx) => {
    const sql = new SqlBilancio(ctx.store.sqlite);
    assertUguali(plain(reportBilancio(ctx, ANNO)), plain(formaBilancio(sql.run(ANNO), ANNO)));
    const m = await alterna(giri, {
      approdo: () => cronometra(() => reportBilancio(ctx, ANNO)),
      sql: () => cronometra(() => formaBilancio(sql.run(ANNO), ANNO)),
    });
    return [
      {
        misura: 'report bilancio di un anno, dieci anni in archivio / SQL scritto a mano, stesse cifre',
        approdo: formatMs(m.approdo.mediana),
        confronto: formatMs(m.sql.mediana),
        rapporto: rapporto(m.approdo, m.sql),
        limite: alMassimo(2),
      },
    ];
  });
}

/** The same report on the same data, encrypted and not. */
export async function confrontaReportInChiaro(cifrato: Copia, inChiaro: Copia, giri: number): Promise<Riga[]> {
  const [a, b] = [apri(cifrato), apri(inChiaro)];
  try {
    assertUguali(plain(reportBilancio(a, ANNO)), plain(reportBilancio(b, ANNO)));
    const m = await alterna(giri, {
      cifrato: () => cronometra(() => reportBilancio(a, ANNO)),
      inChiaro: () => cronometra(() => reportBilancio(b, ANNO)),
      cifratoFreddo: () => appenaAperto(cifrato),
      inChiaroFreddo: () => appenaAperto(inChiaro),
    });
    return [
      {
        misura: 'lo stesso report: archivio cifrato / in chiaro',
        approdo: formatMs(m.cifrato.mediana),
        confronto: formatMs(m.inChiaro.mediana),
        rapporto: rapporto(m.cifrato, m.inChiaro),
        limite: alMassimo(1.3),
      },
      {
        misura: 'lo stesso report, il primo dopo l’apertura dell’archivio: cifrato / in chiaro',
        approdo: formatMs(m.cifratoFreddo.mediana),
        confronto: formatMs(m.inChiaroFreddo.mediana),
        rapporto: rapporto(m.cifratoFreddo, m.inChiaroFreddo),
        limite: alMassimo(1.3),
      },
    ];
  } finally {
    a.store.close();
    b.store.close();
  }
}

/** The first report of a session: after the opening, with its integrity check, which is not counted. */
async function appenaAperto(copia: Copia): Promise<number> {
  const ctx = apri(copia, true);
  try {
    return await cronometra(() => reportBilancio(ctx, ANNO));
  } finally {
    ctx.store.close();
  }
}

/** As it would be written: what the two sides print, without the difference between absent and undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** @throws Error naming the first keys that differ: a ratio between two different answers says nothing */
function assertUguali(a: unknown, b: unknown): void {
  const diverse = differenze(a, b, '');
  if (diverse.length > 0)
    throw new Error(`the two sides give different figures (${diverse.length}): ${diverse.slice(0, 5).join('; ')}`);
}

function differenze(a: unknown, b: unknown, dove: string): string[] {
  if (isDeepStrictEqual(a, b)) return [];
  if (!isObject(a) || !isObject(b)) return [`${dove}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`];
  const chiavi = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...chiavi].flatMap((chiave) => differenze(a[chiave], b[chiave], `${dove}.${chiave}`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
