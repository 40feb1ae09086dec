import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRigheFogli } from '../../../db/reads/foglio-export.ts';
import type { Store } from '../../../db/store.ts';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import type { Giorno } from '../../../domain/giorno.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { colonneDi, FOGLI, type NomeFoglio } from '../../../electron/foglio/foglio-tabelle.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { archivioDiProva } from '../../aiuti/archivio.ts';

/** A workbook as a test writes it: sheet → rows, column → text. Columns are those of the first row. */
export type RigaScritta = Record<string, string>;
export type Cartella = Partial<Record<string, RigaScritta[]>>;

export type EsitoFoglio = Output<'fogli.import'>;

/** What the zod input of the contract gives the service. */
export type FileDato = { nome: string; bytes: Uint8Array<ArrayBuffer> };

const CAMPIONE = join(import.meta.dirname, '..', '..', 'campione');

export function csvFile(nome: string, testo: string): FileDato {
  return { nome, bytes: new TextEncoder().encode(testo) };
}

/** The workbook as CSV files: `;`, CRLF, quoted where needed. */
export function toCsv(cartella: Cartella): FileDato[] {
  return Object.entries(cartella).map(([foglio, righe]) => {
    const titoli = Object.keys(righe?.[0] ?? {});
    const linee = [titoli, ...(righe ?? []).map((riga) => titoli.map((titolo) => riga[titolo] ?? ''))];
    return csvFile(`${foglio}.csv`, linee.map((celle) => celle.map(quota).join(';')).join('\r\n'));
  });
}

function quota(cella: string): string {
  return /[";\r\n]/.test(cella) ? `"${cella.replaceAll('"', '""')}"` : cella;
}

/** The sample workbook, read without the product's reader (it has no quotes). */
export function campione(): Record<NomeFoglio, RigaScritta[]> {
  const cartella = Object.fromEntries(FOGLI.map((foglio) => [foglio, [] as RigaScritta[]]));
  for (const nome of readdirSync(CAMPIONE).filter((file) => file.endsWith('.csv'))) {
    const [titoli = [], ...righe] = readFileSync(join(CAMPIONE, nome), 'utf8')
      .split(/\r?\n/)
      .filter(Boolean)
      .map((linea) => linea.split(';'));
    cartella[nome.replace('.csv', '')] = righe.map((celle) =>
      Object.fromEntries(titoli.map((titolo, index) => [titolo, celle[index] ?? ''])),
    );
  }
  return cartella as Record<NomeFoglio, RigaScritta[]>;
}

export function campioneFile(): FileDato[] {
  return readdirSync(CAMPIONE)
    .filter((file) => file.endsWith('.csv'))
    .map((nome) => ({ nome, bytes: new Uint8Array(readFileSync(join(CAMPIONE, nome))) }));
}

/** A small good workbook every test of one rule starts from: one struttura, two moduli, two persons, two stays. */
export function cartellina() {
  const giorni = (codice: string) => Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`g${i + 1}`, codice]));
  return {
    strutture: [{ codice: 'CASA', nome: 'Casa Prova', tipo: 'CT', utenza: 'MF' } as RigaScritta],
    moduli: [
      modulo({ codice: 'CASA-TR', tipologia: 'TR', posti_accreditati: '10', posti_disponibili: '9' }),
      modulo({ codice: 'CASA-ALC', tipologia: 'ALC', posti_accreditati: '4', posti_disponibili: '4' }),
    ],
    ospiti: [
      { id: 'O1', cognome: 'Sarti', nome: 'Ada', sesso: 'F', data_nascita: '1985-03-02' } as RigaScritta,
      { id: 'O2', cognome: 'Valli', nome: 'Bruno', sesso: 'M', data_nascita: '1990-11-20' } as RigaScritta,
    ],
    ingressi: [
      ingresso({ id: 'I1', ospite: 'O1', data_ingresso: '2025-01-10' }),
      ingresso({
        id: 'I2',
        ospite: 'O2',
        data_ingresso: '2024-06-01',
        data_dimissione: '2025-02-03',
        esito: 'concluso',
      }),
    ],
    presenze: [
      { ingresso: 'I1', mese: '2025-03', ...giorni('P') } as RigaScritta,
      { ingresso: 'I2', mese: '2025-01', ...giorni('P'), g5: 'U' } as RigaScritta,
    ],
  };
}

export function modulo(campi: RigaScritta): RigaScritta {
  return {
    codice: '',
    struttura: 'CASA',
    nome: 'Modulo',
    tipologia: 'TR',
    posti_accreditati: '5',
    posti_disponibili: '',
    valido_dal: '2020-01-01',
    valido_al: '',
    ...campi,
  };
}

export function ingresso(campi: RigaScritta): RigaScritta {
  return {
    id: '',
    ospite: '',
    struttura: 'CASA',
    modulo: 'CASA-TR',
    data_ingresso: '',
    data_dimissione: '',
    esito: '',
    ...campi,
  };
}

/** An empty register with the default codes, on a real encrypted store. */
export function registroVuoto(ruolo: Contesto['ruolo'] = 'comunita', oggi: Giorno = '2026-11-21'): Contesto {
  const { store } = archivioDiProva();
  prepare(store);
  store.oggi = () => oggi;
  return {
    store,
    dati: '/inesistente',
    ruolo,
    utente: { accountId: 'a1', nome: 'ROSSI Maria', ruolo: 'responsabile' },
    oggi: () => oggi,
    progress: () => Promise.resolve(),
  };
}

export function prepare(store: Store): void {
  store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.insert('impostazioni', { id: 'dispositivo', valore: 'dispositivo-di-prova' });
    CODICI_PREDEFINITI.forEach(({ voce, ...codice }, ordine) => {
      tx.insert('codici', { id: voce, ...codice, ordine });
    });
  });
}

export function importa(ctx: Contesto, cartella: Cartella): Promise<EsitoFoglio> {
  return importFoglio(ctx, { file: toCsv(cartella) });
}

/** The register without ids, instants and devices of its own: two stores with the same portrait hold the same facts. */
export function ritratto(store: Store): Record<string, unknown> {
  const righe = loadRigheFogli(store);
  const ordinate = Object.entries(righe).map(([foglio, tutte]) => [
    foglio,
    // the assenze that the days alone tell have no id of a sheet
    tutte.map((riga) => JSON.stringify(foglio === 'assenze' ? { ...riga, id: '' } : riga)).sort(),
  ]);
  const persone = store.sqlite
    .prepare(
      `SELECT group_concat(n, ', ') FROM (SELECT persona_id AS p, cognome || ' ' || nome || ' ' || data_nascita AS n FROM ospiti
       WHERE deleted_at_ms IS NULL ORDER BY n) GROUP BY p ORDER BY 1`,
    )
    .pluck()
    .all();
  return { ...Object.fromEntries(ordinate), persone };
}

export function titoliDi(foglio: NomeFoglio): string[] {
  return colonneDi(foglio).map(([nome]) => nome);
}

export function senzaErrori(esito: EsitoFoglio): void {
  if (esito.errori.length > 0) throw new Error(JSON.stringify(esito.errori.slice(0, 5), null, 1));
}

export function somma(conteggi: Record<string, number>): number {
  return Object.values(conteggi).reduce((totale, n) => totale + n, 0);
}
