import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gemelli } from './archivi.ts';
import { makeDieciAnni } from './dati.ts';
import { misuraElenchi } from './elenchi.ts';
import { misuraGriglia } from './griglia.ts';
import { makeComunitaGrande } from './griglia-dati.ts';
import { confrontaImportazione } from './importazione.ts';
import { descriviMacchina } from './macchina.ts';
import { misuraMemoria } from './memoria.ts';
import { confrontaMese } from './mese.ts';
import { makeConsegna } from './pacchi.ts';
import { misuraPagine } from './pagine.ts';
import { misuraRegistro } from './registro.ts';
import { confrontaReport, confrontaReportInChiaro } from './report.ts';
import { esitoDi, formatTavola, type Riga } from './tavola.ts';

export type Parte = 'importa' | 'report' | 'griglia' | 'memoria' | 'registro' | 'mese' | 'pagine' | 'elenchi';

export interface OpzioniBench {
  readonly parti: readonly Parte[];
  readonly giri: number;
  readonly json: boolean;
  /** path of the browser */
  readonly chromium: string;
}

/** The report takes milliseconds: more rounds cost nothing. */
const GIRI_REPORT = 5;

/** Prints the table on stdout, what is being done on stderr. Works in a folder of its own and takes it away. */
export async function runBench(o: OpzioniBench): Promise<void> {
  const lavoro = mkdtempSync(join(tmpdir(), 'approdo-bench-'));
  const carichi = [loadavg()[0] ?? 0];
  try {
    const righe = await misuraTutto(o, lavoro);
    carichi.push(loadavg()[0] ?? 0);
    const macchina = descriviMacchina(o.chromium, carichi);
    if (o.json)
      console.log(JSON.stringify({ macchina, righe: righe.map((riga) => ({ ...riga, esito: esitoDi(riga) })) }));
    else
      console.log(
        `${formatTavola(righe)}\n\n${Object.entries(macchina)
          .map(([nome, valore]) => `${nome}: ${valore}`)
          .join('\n')}`,
      );
  } finally {
    rmSync(lavoro, { recursive: true, force: true });
  }
}

async function misuraTutto({ parti, giri, chromium }: OpzioniBench, lavoro: string): Promise<Riga[]> {
  const righe: Riga[] = [];
  if (parti.includes('importa')) {
    const consegna = await fase('Diciotto comunità preparano un anno di pacchi', () => makeConsegna(lavoro));
    righe.push(
      ...(await fase('Importazione e confronti', () => confrontaImportazione(consegna, { lavoro, chromium, giri }))),
    );
  }
  if (parti.includes('report') || parti.includes('memoria')) {
    const dati = await fase('Un’Accoglienza con dieci anni', () => makeDieciAnni(lavoro));
    if (parti.includes('report'))
      righe.push(...(await fase('Report bilancio', () => report(dati, lavoro, giri * GIRI_REPORT))));
    if (parti.includes('memoria')) righe.push(...(await fase('Memoria', () => misuraMemoria(dati))));
  }
  if (parti.includes('griglia')) {
    const dati = await fase('Una comunità di sessanta ospiti', () => makeComunitaGrande(lavoro));
    righe.push(...(await fase('Griglia in Chromium', () => misuraGriglia(dati, chromium, giri))));
  }
  if (parti.includes('registro'))
    righe.push(...(await fase('Dieci anni di registro di una comunità', () => misuraRegistro(lavoro, giri))));
  if (parti.includes('mese'))
    righe.push(...(await fase('Il mese con e senza ruoli, registro e cifratura', () => confrontaMese(lavoro, giri))));
  if (parti.includes('pagine'))
    righe.push(...(await fase('Le pagine con dieci anni di una comunità', () => misuraPagine(lavoro, giri))));
  if (parti.includes('elenchi'))
    righe.push(...(await fase('Elenchi di diecimila righe in Chromium', () => misuraElenchi(lavoro, chromium))));
  return righe;
}

async function report(dati: string, lavoro: string, giri: number): Promise<Riga[]> {
  const { cifrato, inChiaro } = await gemelli(dati, lavoro);
  return [...(await confrontaReport(dati, giri)), ...(await confrontaReportInChiaro(cifrato, inChiaro, giri))];
}

async function fase<T>(nome: string, work: () => Promise<T>): Promise<T> {
  const inizio = performance.now();
  process.stderr.write(`— ${nome}…`);
  const esito = await work();
  process.stderr.write(` ${((performance.now() - inizio) / 1000).toFixed(1)} s\n`);
  return esito;
}
