import type { Output } from '../contract/index.ts';
import type { Comando, Esito, Invocazione } from './comando.ts';
import { listFile, readDato } from './file-dati.ts';
import { quanti, table } from './tabella.ts';

type EsitoFoglio = Output<'fogli.import'>;

async function importaFoglio(i: Invocazione): Promise<Esito> {
  const file = listFile(i.argomenti, ['.csv']).map(readDato);
  const prova = i.has('prova');
  const json = await i.call(prova ? 'fogli.preview' : 'fogli.import', { file });
  // bad rows are listed and the good ones are in: only a workbook without a good row is refused
  const good = [json.inseriti, json.aggiornati, json.invariati].some((counts) => sum(counts) > 0);
  return { json, testo: describe(json, prova), esito: good || json.errori.length === 0 };
}

function describe(json: EsitoFoglio, prova: boolean): string {
  const kinds = ['inseriti', 'aggiornati', 'invariati', 'scartati'] as const;
  const sheets = [...new Set(kinds.flatMap((kind) => Object.keys(json[kind])))];
  const counts = sheets.map((sheet) => [sheet, ...kinds.map((kind) => json[kind][sheet] ?? 0)]);
  const errori = json.errori.map((e) => [e.foglio, e.riga, e.colonna, e.valore, e.messaggio]);
  return [
    table(['foglio', ...kinds], counts),
    ...(errori.length === 0 ? [] : ['', table(['foglio', 'riga', 'colonna', 'valore', 'che cosa fare'], errori)]),
    ...Object.entries(json.colonneIgnorate).map(([sheet, names]) => `${sheet}: colonne ignorate ${names.join(', ')}`),
    ...json.avvisi,
    prova ? 'Prova: non è stato scritto nulla.' : `Importato, ${quanti(json.errori.length, 'errore', 'errori')}.`,
  ].join('\n');
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, n) => total + n, 0);
}

export const comandiFoglio: readonly Comando[] = [
  {
    nome: 'importa-foglio',
    sommario: 'importa il foglio dell’ufficio: una cartella di CSV o un XLSX',
    opzioni: { prova: { aiuto: 'mostra che cosa cambierebbe e non scrive nulla' } },
    argomenti: { nome: 'PERCORSO', min: 1, max: 50 },
    run: importaFoglio,
  },
];
