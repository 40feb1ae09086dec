import { join } from 'node:path';
import { importPacchi } from '../../electron/services/pacco-import.ts';
import { apri, type Copia, copyTo, gemelli } from './archivi.ts';
import { alterna, cronometra, type Misura, misura, rapporto } from './giri.ts';
import { importaMinimo, TABELLE } from './minimo.ts';
import type { Consegna } from './pacchi.ts';
import { bulkDocs, bulkDocsNelBrowser, makeDocumenti } from './pouch.ts';
import { alMassimo, almeno, formatMs, formatNumero, type Limite, type Riga } from './tavola.ts';
import { caricaFogli, importaFogli, leggiFogli, makeFogli } from './xlsx.ts';

export interface Attorno {
  readonly lavoro: string;
  readonly chromium: string;
  readonly giri: number;
}

/** The central import of a year of parcels against everything the issue names, in the same rounds. */
export async function confrontaImportazione(consegna: Consegna, attorno: Attorno): Promise<Riga[]> {
  const base = await gemelli(consegna.centrale, attorno.lavoro);
  const scena = new Scena(consegna, attorno.lavoro);
  return [
    ...(await controIlMinimo(consegna, scena, base, attorno)),
    ...(await controPouch(consegna, scena, base, attorno)),
    ...(await controXlsx(consegna, scena, base, attorno)),
  ];
}

type Base = Awaited<ReturnType<typeof gemelli>>;

async function controIlMinimo({ pacchi }: Consegna, scena: Scena, base: Base, { giri }: Attorno): Promise<Riga[]> {
  const inserimenti: number[] = [];
  const m = await alterna(giri, {
    importa: () => scena.importa(base.cifrato),
    minimo: async () => {
      const tempi = await scena.minimo(base.cifrato);
      inserimenti.push(tempi.inserimenti);
      return tempi.tutto;
    },
    inChiaro: () => scena.importa(base.inChiaro),
  });
  scena.assertUguali();
  const contro = contraUno(m.importa);
  return [
    contro(`importazione di ${pacchi.length} pacchi / il minimo da fare`, m.minimo, alMassimo(2)),
    // the first round only warms
    contro('— / i soli inserimenti di quel minimo', misura(inserimenti.slice(1)), null),
    contro('— archivio cifrato / in chiaro', m.inChiaro, alMassimo(1.3)),
  ];
}

async function controPouch(consegna: Consegna, scena: Scena, base: Base, o: Attorno): Promise<Riga[]> {
  const documenti = await makeDocumenti(consegna);
  const importa = () => scena.importa(base.cifrato);
  const node = await alterna(o.giri, {
    importa,
    giornate: () => bulkDocs(o.lavoro, documenti.giornate),
    righe: () => bulkDocs(o.lavoro, documenti.righe),
  });
  const browser = await alterna(
    Math.min(o.giri, 3),
    {
      importa,
      giornate: () => bulkDocsNelBrowser(o.chromium, o.lavoro, documenti.giornate),
      righe: () => bulkDocsNelBrowser(o.chromium, o.lavoro, documenti.righe),
    },
    { riscalda: false },
  );
  const quanti = (lotti: readonly unknown[][]) => formatNumero(lotti.reduce((somma, lotto) => somma + lotto.length, 0));
  const giornate = `un documento per giornata (${quanti(documenti.giornate)})`;
  const righe = `un documento per riga nostra (${quanti(documenti.righe)})`;
  return [
    contraUno(browser.importa)(
      `PouchDB in Chromium (IndexedDB), ${giornate} / importazione`,
      browser.giornate,
      almeno(10),
    ),
    contraUno(browser.importa)(`— ${righe} / importazione`, browser.righe, almeno(10)),
    contraUno(node.importa)(`PouchDB in Node (LevelDB), ${giornate} / importazione`, node.giornate, almeno(10)),
    contraUno(node.importa)(`— ${righe} / importazione`, node.righe, almeno(10)),
  ];
}

async function controXlsx(consegna: Consegna, scena: Scena, base: Base, { giri }: Attorno): Promise<Riga[]> {
  const fogli = await makeFogli(consegna);
  const m = await alterna(giri, {
    importa: () => scena.importa(base.cifrato),
    lettore: () => leggiFogli(fogli),
    excelts: () => caricaFogli(fogli),
    foglio: () => scena.importaFogli(base.cifrato, fogli),
  });
  const contro = contraUno(m.importa);
  const quali = `${fogli.length} XLSX, uno per struttura e mese`;
  return [
    contro(`lettura degli stessi mesi da ${quali}, con excelts / importazione`, m.excelts, almeno(10)),
    contro(
      '— col lettore del programma (excelts solo per zip e XML), coi controlli / importazione',
      m.lettore,
      almeno(10),
    ),
    contro('— importati all’Accoglienza come fogli, uno alla volta / importazione', m.foglio, null, 'altro'),
  ];
}

/** `al_massimo` reads Approdo ÷ the other; `almeno` the other ÷ Approdo. */
function contraUno(importa: Misura) {
  return (misura: string, altro: Misura, limite: Limite | null, verso = versoDi(limite)): Riga => ({
    misura,
    approdo: formatMs(importa.mediana),
    confronto: formatMs(altro.mediana),
    rapporto: verso === 'altro' ? rapporto(altro, importa) : rapporto(importa, altro),
    limite,
  });
}

const versoDi = (limite: Limite | null): 'nostro' | 'altro' => (limite?.tipo === 'almeno' ? 'altro' : 'nostro');

/** Each run starts from a fresh copy of the empty central office. */
class Scena {
  private readonly consegna: Consegna;
  private readonly file: string;
  private righeVere: Record<string, number> = {};
  private righeMinime: Record<string, number> = {};

  constructor(consegna: Consegna, lavoro: string) {
    this.consegna = consegna;
    this.file = join(lavoro, 'importazione.db');
  }

  async importa(base: Copia): Promise<number> {
    const ctx = this.open(base);
    try {
      const ms = await cronometra(async () => {
        const esiti = await importPacchi(ctx, {
          file: this.consegna.pacchi.map(({ nome, bytes }) => ({ nome, bytes: Uint8Array.from(bytes) })),
        });
        const rifiuto = esiti.find(({ stato }) => stato !== 'importato');
        if (rifiuto) throw new Error(`${rifiuto.file}: ${rifiuto.stato} ${rifiuto.motivo ?? ''}`);
      });
      this.righeVere = this.conta(ctx);
      return ms;
    } finally {
      ctx.store.close();
    }
  }

  async minimo(base: Copia) {
    const ctx = this.open(base);
    try {
      const tempi = await importaMinimo(ctx.store, this.consegna);
      this.righeMinime = this.conta(ctx);
      return tempi;
    } finally {
      ctx.store.close();
    }
  }

  async importaFogli(base: Copia, fogli: readonly Uint8Array[]): Promise<number> {
    const ctx = this.open(base);
    try {
      return await importaFogli(ctx, fogli);
    } finally {
      ctx.store.close();
    }
  }

  /** The two sides left the same rows. */
  assertUguali(): void {
    if (JSON.stringify(this.righeVere) !== JSON.stringify(this.righeMinime))
      throw new Error(`not the same rows: ${JSON.stringify(this.righeVere)} / ${JSON.stringify(this.righeMinime)}`);
  }

  private open({ file, chiave }: Copia) {
    copyTo(file, this.file);
    return apri({ file: this.file, chiave });
  }

  private conta({ store }: ReturnType<typeof apri>): Record<string, number> {
    const tabelle = [...TABELLE, 'incontri_ospiti', 'attivita_ospiti'];
    return Object.fromEntries(
      tabelle.map((tabella) => [
        tabella,
        store.sqlite.prepare(`SELECT count(*) FROM ${tabella}`).pluck().get() as number,
      ]),
    );
  }
}
