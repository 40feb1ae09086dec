import type { Database, Statement } from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import type { Store } from '../../db/store.ts';
import { unseal } from '../../electron/sync/sigillo.ts';
import type { Consegna } from './pacchi.ts';

type Valore = string | number | null;
type RigaLetta = Record<string, unknown> & { readonly id: string; readonly ospiti?: readonly string[] };

/** The tables of a parcel, parents first. */
export const TABELLE = [
  ...[
    'strutture',
    'moduli',
    'posti',
    'ospiti',
    'ingressi',
    'assegnazioni',
    'presenze',
    'visite',
    'incontri',
    'attivita',
  ],
  'misure',
] as const;

/** Who takes part: in a table of their own. */
const PARTECIPANTI: Readonly<Record<string, { readonly tabella: string; readonly colonna: string }>> = {
  incontri: { tabella: 'incontri_ospiti', colonna: 'incontro_id' },
  attivita: { tabella: 'attivita_ospiti', colonna: 'attivita_id' },
};

export interface TempiMinimi {
  /** milliseconds of everything */
  readonly tutto: number;
  /** of which the transactions: the bare inserts */
  readonly inserimenti: number;
}

/**
 * The least an import could do: unseal, unzip, parse, insert the same rows into the same tables with prepared statements,
 * one transaction a parcel. No signature, no hashes, no validation, no plan, no log, no copy of the parcel; a row already
 * there with the same text is skipped.
 */
export async function importaMinimo(store: Store, { pacchi, segreto }: Consegna): Promise<TempiMinimi> {
  const scrittore = new Scrittore(store.sqlite);
  const visti = new Map<string, string>();
  const inizio = performance.now();
  let inserimenti = 0;
  for (const { bytes } of pacchi) {
    const { manifesto, righe } = parse(unzipSync(await unseal(bytes, segreto)), visti);
    const prima = performance.now();
    scrittore.insertPacco(manifesto, righe);
    inserimenti += performance.now() - prima;
  }
  return { tutto: performance.now() - inizio, inserimenti };
}

interface Testata {
  readonly mese: string;
  readonly numero: number;
  readonly dispositivo: string;
}

/** The lines of a parcel as objects, and of them those not yet inserted. */
function parse(files: Readonly<Record<string, Uint8Array>>, visti: Map<string, string>) {
  const righe = TABELLE.map((tabella) => {
    const linee = strFromU8(files[`righe/${tabella}.ndjson`] ?? new Uint8Array()).split('\n');
    linee.pop();
    const nuove = linee.flatMap((linea) => {
      const riga = JSON.parse(linea) as RigaLetta;
      const chiave = `${tabella} ${riga.id}`;
      if (visti.get(chiave) === linea) return [];
      visti.set(chiave, linea);
      return [riga];
    });
    return [tabella, nuove] as const;
  });
  const testo = strFromU8(files['manifesto.json'] ?? new Uint8Array());
  // the struttura of the parcel is needed also when its row is not new
  const [linea = '{}'] = strFromU8(files['righe/strutture.ndjson'] ?? new Uint8Array()).split('\n', 1);
  const { id: strutturaId } = JSON.parse(linea) as RigaLetta;
  return { manifesto: { ...(JSON.parse(testo) as Testata), strutturaId }, righe };
}

class Scrittore {
  private readonly db: Database;
  private readonly statements = new Map<
    string,
    { readonly statement: Statement; readonly chiavi: readonly string[] }
  >();
  private readonly insertPartecipante = new Map<string, Statement>();
  private readonly orario = Date.now();

  constructor(db: Database) {
    this.db = db;
    for (const [nome, { tabella, colonna }] of Object.entries(PARTECIPANTI))
      this.insertPartecipante.set(nome, db.prepare(`INSERT INTO ${tabella} (${colonna}, ospite_id) VALUES (?, ?)`));
  }

  insertPacco(m: Testata & { readonly strutturaId: string }, righe: readonly (readonly [string, RigaLetta[]])[]): void {
    this.db
      .transaction(() => {
        for (const [tabella, lista] of righe) for (const riga of lista) this.insert(tabella, riga, m);
      })
      .immediate();
  }

  private insert(tabella: string, { ospiti, ...riga }: RigaLetta, m: Testata & { readonly strutturaId: string }): void {
    const piena: Record<string, unknown> = {
      ...riga,
      ...proprie(tabella, riga, m),
      ...{
        createdAtMs: this.orario,
        updatedAtMs: this.orario,
        dispositivo: m.dispositivo,
        voce: 1,
        versione: m.numero,
      },
    };
    const { statement, chiavi } = this.prepare(tabella, piena);
    statement.run(chiavi.map((chiave) => toValore(piena[chiave])));
    const partecipante = this.insertPartecipante.get(tabella);
    if (partecipante) for (const ospite of ospiti ?? []) partecipante.run(riga.id, ospite);
  }

  private prepare(tabella: string, riga: object) {
    const noto = this.statements.get(tabella);
    if (noto) return noto;
    const chiavi = Object.keys(riga);
    const colonne = chiavi.map((chiave) => chiave.replace(/[A-Z]/g, (lettera) => `_${lettera.toLowerCase()}`));
    const statement = this.db.prepare(
      `INSERT INTO ${tabella} (${colonne.join(', ')}) VALUES (${colonne.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${colonne.map((colonna) => `${colonna} = excluded.${colonna}`).join(', ')}`,
    );
    const nuovo = { statement, chiavi };
    this.statements.set(tabella, nuovo);
    return nuovo;
  }
}

/** The columns a row does not carry because the parcel does, or because the office adds them. */
function proprie(tabella: string, riga: Record<string, unknown>, m: Testata & { readonly strutturaId: string }) {
  if (tabella === 'ospiti')
    return { personaId: riga['id'], chiaveNome: `${riga['cognome']} ${riga['nome']}`.toUpperCase() };
  if (tabella === 'presenze') return { mese: m.mese };
  return ['moduli', 'ingressi', 'visite', 'incontri', 'attivita'].includes(tabella)
    ? { strutturaId: m.strutturaId }
    : {};
}

function toValore(valore: unknown): Valore {
  if (typeof valore === 'boolean') return valore ? 1 : 0;
  return Array.isArray(valore) ? JSON.stringify(valore) : (valore as Valore);
}
