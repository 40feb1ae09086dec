import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { readPacco } from '../../electron/sync/pacco-read.ts';
import { cronometra } from './giri.ts';
import type { Consegna } from './pacchi.ts';

interface Documento {
  readonly _id: string;
  _rev?: string;
  readonly [campo: string]: unknown;
}

/** As much of PouchDB as is used here. */
interface Pouch {
  bulkDocs(docs: readonly Documento[]): Promise<readonly { ok?: boolean; id: string; rev?: string }[]>;
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
}
type Costruttore = new (name: string, options?: { adapter: string }) => Pouch;

/** One batch a parcel. `righe`: one document a row, as our tables have it; `giornate`: a document for each day of presence. */
export interface Documenti {
  readonly righe: readonly Documento[][];
  readonly giornate: readonly Documento[][];
}

/** The records of the parcels as documents: a row already sent and unchanged is not sent again. */
export async function makeDocumenti({ pacchi, segreto, destinatario }: Consegna): Promise<Documenti> {
  const inviati = new Map<string, string>();
  const righe: Documento[][] = [];
  const giornate: Documento[][] = [];
  for (const { bytes } of pacchi) {
    const { manifesto, righe: tabelle } = await readPacco(bytes, [{ segreto, pubblico: destinatario }]);
    const { mese, struttura } = manifesto;
    const nuovi = Object.entries(tabelle).flatMap(([tabella, lista]) =>
      lista
        .map((riga) => ({ _id: `${tabella}:${riga.id}`, ...riga, ...('codici' in riga ? { mese } : { struttura }) }))
        .filter((documento) => {
          const testo = JSON.stringify(documento);
          const nuovo = inviati.get(documento._id) !== testo;
          inviati.set(documento._id, testo);
          return nuovo;
        }),
    );
    righe.push(nuovi);
    giornate.push([
      ...nuovi.filter((documento) => !('codici' in documento)),
      ...tabelle.presenze.flatMap(({ ingressoId, codici }) => perGiorno(ingressoId, mese, codici)),
    ]);
  }
  return { righe, giornate };
}

function perGiorno(ingressoId: string, mese: string, codici: string): Documento[] {
  return [...codici].flatMap((codice, index) => {
    const giorno = `${mese}-${String(index + 1).padStart(2, '0')}`;
    return codice === '.' ? [] : [{ _id: `presenze:${ingressoId}:${giorno}`, ingressoId, giorno, codice }];
  });
}

/** `bulkDocs`, one call a parcel, into a new database on LevelDB (PouchDB's own default in Node). Milliseconds of the calls alone. */
export async function bulkDocs(lavoro: string, lotti: readonly Documento[][]): Promise<number> {
  const cartella = mkdtempSync(join(lavoro, 'pouch-'));
  const db = new (loadPouch())(join(cartella, 'db'), { adapter: 'leveldb' });
  const revisioni = new Map<string, string>();
  try {
    await db.info();
    const ms = await cronometra(async () => {
      for (const lotto of lotti)
        for (const { id, rev, ok } of await db.bulkDocs(lotto.map((documento) => conRevisione(documento, revisioni)))) {
          if (!ok || rev === undefined) throw new Error(`PouchDB refused ${id}`);
          revisioni.set(id, rev);
        }
    });
    const { doc_count: quanti } = await db.info();
    if (quanti !== revisioni.size) throw new Error(`PouchDB holds ${quanti} documents of ${revisioni.size}`);
    return ms;
  } finally {
    await db.close();
    rmSync(cartella, { recursive: true, force: true });
  }
}

function conRevisione(documento: Documento, revisioni: ReadonlyMap<string, string>): Documento {
  const _rev = revisioni.get(documento._id);
  return _rev === undefined ? { ...documento } : { ...documento, _rev };
}

const require = createRequire(import.meta.url);
const POUCH = fileURLToPath(new URL('node_modules/pouchdb', import.meta.url));

/** From scripts/bench/node_modules, where `npm run bench` installs it: the product does not depend on it. */
function loadPouch(): Costruttore {
  return require(POUCH) as Costruttore;
}

declare global {
  interface Window {
    PouchDB: Costruttore;
  }
}

/**
 * The same in Chromium on IndexedDB (PouchDB's own default there, on disk), which is where the offline-first peers run it.
 * Milliseconds of the calls alone, as the page counts them.
 */
export async function bulkDocsNelBrowser(
  chromiumPath: string,
  lavoro: string,
  lotti: readonly Documento[][],
): Promise<number> {
  const profilo = mkdtempSync(join(lavoro, 'profilo-'));
  const args = ['--no-sandbox', '--disable-gpu'];
  const context = await chromium.launchPersistentContext(profilo, { executablePath: chromiumPath, args });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto('http://127.0.0.1:9/');
    await page.addScriptTag({ path: join(POUCH, 'dist/pouchdb.min.js') });
    return await page.evaluate(async (pacchi) => {
      const db = new window.PouchDB('bench');
      await db.info();
      const revisioni = new Map<string, string>();
      const inizio = performance.now();
      for (const documenti of pacchi) {
        const lotto = documenti.map((documento) => {
          const _rev = revisioni.get(documento._id);
          return _rev === undefined ? documento : { ...documento, _rev };
        });
        for (const { id, rev, ok } of await db.bulkDocs(lotto)) {
          if (!ok || rev === undefined) throw new Error(`PouchDB refused ${id}`);
          revisioni.set(id, rev);
        }
      }
      return performance.now() - inizio;
    }, lotti);
  } finally {
    await context.close();
    rmSync(profilo, { recursive: true, force: true });
  }
}
