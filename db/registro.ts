import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { RawRow } from './table-access.ts';

/** What one gesture did to one row. `prima` null = inserted; on an update both hold only the changed columns (and `voce`). */
export interface Immagine {
  readonly t: string;
  readonly id: string;
  readonly prima: RawRow | readonly string[] | null;
  readonly dopo: RawRow | readonly string[] | null;
}

/** Who does what, for the line of the log. */
export interface Gesto {
  /** `noun.verb`, the endpoint's name where there is one */
  readonly azione: string;
  readonly accountId: string | null;
  readonly utente: string;
  /** struttura codice and month it is about, where it is about one */
  readonly struttura?: string | undefined;
  readonly mese?: string | undefined;
  readonly nota?: string | undefined;
  /** the one guest it is about, where it is about one: the line is then found by «chi ha visto questa cartella» */
  readonly ospiteId?: string | undefined;
}

export interface VoceRegistro {
  readonly seq: number;
  readonly atMs: number;
  readonly accountId: string | null;
  readonly utente: string;
  readonly dispositivo: string;
  readonly azione: string;
  readonly struttura: string | null;
  readonly mese: string | null;
  readonly nota: string | null;
  readonly ospiteId: string | null;
  readonly numeroRighe: number;
  readonly righe: Buffer | null;
  readonly precedente: string;
  readonly hash: string;
}

/** A line of the log that does not hold. */
export interface Rottura {
  readonly seq: number;
  /** to be read after its number: `manca`, `è stata alterata`… */
  readonly perche: string;
  /** as it is now; null where there is none */
  readonly voce: VoceRegistro | null;
  /** the last one that holds */
  readonly precedente: VoceRegistro | null;
}

/** The `precedente` of the first line. */
export const RADICE = '0'.repeat(64);

/**
 * hex SHA-256 over the previous hash and every other column of the line, in this order, one JSON array. The guest is in the
 * array only where the line has one: the lines written before that column existed hash as they did.
 */
export function hashVoce(voce: Omit<VoceRegistro, 'hash'>): string {
  const head = JSON.stringify([
    voce.precedente,
    voce.seq,
    voce.atMs,
    voce.accountId,
    voce.utente,
    voce.dispositivo,
    voce.azione,
    voce.struttura,
    voce.mese,
    voce.nota,
    voce.numeroRighe,
    ...(voce.ospiteId === null ? [] : [voce.ospiteId]),
  ]);
  return sha256(head, voce.righe);
}

/** Kept between lines: a walk of a hundred thousand of them leaves nothing behind for the collector. */
let spazio = Buffer.allocUnsafe(64 * 1024);

/** hex SHA-256 of a text in UTF-8 and the bytes after it, if any. */
function sha256(testo: string, bytes: Uint8Array | null): string {
  // three bytes at most for each unit of UTF-16
  const massimo = testo.length * 3 + (bytes?.length ?? 0);
  if (massimo > spazio.length) spazio = Buffer.allocUnsafe(massimo);
  let lungo = spazio.write(testo, 0, 'utf8');
  if (bytes) {
    spazio.set(bytes, lungo);
    lungo += bytes.length;
  }
  return hash('sha256', spazio.subarray(0, lungo), 'hex');
}

/** What stands in place of a value that must not be told. */
const RISERVATO = '(riservato)';

/** An image that says of these columns only that they were written. */
export function velata(immagine: Immagine, colonne: readonly string[]): Immagine {
  const vela = (riga: Immagine['dopo']): Immagine['dopo'] => {
    if (riga === null || Array.isArray(riga)) return riga;
    const celle = Object.entries(riga).map(([colonna, valore]) => [
      colonna,
      valore !== null && colonne.includes(colonna) ? RISERVATO : valore,
    ]);
    return Object.fromEntries(celle) as RawRow;
  };
  return { ...immagine, prima: vela(immagine.prima), dopo: vela(immagine.dopo) };
}

/** Whether an image keeps something untold: it cannot be brought back. */
export function isVelata({ prima, dopo }: Immagine): boolean {
  return [prima, dopo].some((riga) => riga !== null && Object.values(riga).includes(RISERVATO));
}

export function packImmagini(immagini: readonly Immagine[]): Buffer | null {
  return immagini.length === 0 ? null : deflateRawSync(JSON.stringify(immagini), { level: 3 });
}

/** The letters an image of `presenze` says; none where they did not change, or there was no row. */
export function lettereDi(immagine: Immagine['dopo']): string {
  const codici = immagine !== null && 'codici' in immagine ? immagine['codici'] : null;
  return typeof codici === 'string' ? codici : '';
}

export function unpackImmagini(righe: Buffer | null): Immagine[] {
  return righe === null ? [] : (JSON.parse(inflateRawSync(righe).toString('utf8')) as Immagine[]);
}

/**
 * Half a surrogate pair cannot be written in UTF-8: SQLite would give back another text, and the line would look altered
 * for ever. It becomes U+FFFD before it is hashed.
 */
function wellFormed(voce: Omit<VoceRegistro, 'hash'>): Omit<VoceRegistro, 'hash'> {
  const [utente, azione] = [voce.utente.toWellFormed(), voce.azione.toWellFormed()];
  const struttura = voce.struttura?.toWellFormed() ?? null;
  const nota = voce.nota?.toWellFormed() ?? null;
  return { ...voce, utente, azione, struttura, nota };
}

const COLUMNS =
  'seq, at_ms AS atMs, account_id AS accountId, utente, dispositivo, azione, struttura, mese, nota, ospite_id AS ospiteId, numero_righe AS numeroRighe, righe, precedente, hash';

/** Reads and appends lines of the log. There is no other way to write one, and none to change one. */
export class Registro {
  private readonly lastStatement: Database.Statement;
  private readonly insertStatement: Database.Statement;
  private readonly getStatement: Database.Statement;
  private readonly allStatement: Database.Statement;
  private readonly monthStatement: Database.Statement;
  private readonly betweenStatement: Database.Statement;
  private readonly ospiteStatement: Database.Statement;
  private readonly countStatement: Database.Statement;

  constructor(db: Database.Database) {
    this.lastStatement = db.prepare('SELECT seq, hash FROM registro ORDER BY seq DESC LIMIT 1');
    this.insertStatement = db.prepare(
      'INSERT INTO registro (seq, at_ms, account_id, utente, dispositivo, azione, struttura, mese, nota, ospite_id, numero_righe, righe, precedente, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.getStatement = db.prepare(`SELECT ${COLUMNS} FROM registro WHERE seq = ?`);
    this.allStatement = db.prepare(`SELECT ${COLUMNS} FROM registro ORDER BY seq`);
    this.monthStatement = db.prepare(
      `SELECT ${COLUMNS} FROM registro WHERE struttura = ? AND mese = ? AND azione IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
    );
    this.betweenStatement = db.prepare(
      `SELECT ${COLUMNS} FROM registro WHERE struttura = ? AND seq > ? AND seq < ? ORDER BY seq`,
    );
    // the number SQLite gave to the newest line ever, whether it is still there or not
    this.countStatement = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'registro'").pluck();
    this.ospiteStatement = db.prepare(
      `SELECT ${COLUMNS} FROM registro WHERE ospite_id = ? AND azione = ? AND utente = ? ORDER BY seq DESC LIMIT 1`,
    );
  }

  last(): { seq: number; hash: string } {
    return (this.lastStatement.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: RADICE };
  }

  append(voce: Omit<VoceRegistro, 'hash'>): void {
    const v = wellFormed(voce);
    this.insertStatement.run(
      ...[v.seq, v.atMs, v.accountId, v.utente, v.dispositivo, v.azione, v.struttura, v.mese, v.nota, v.ospiteId],
      ...[v.numeroRighe, v.righe, v.precedente, hashVoce(v)],
    );
  }

  find(seq: number): VoceRegistro | undefined {
    return this.getStatement.get(seq) as VoceRegistro | undefined;
  }

  /** The lines about one month of one struttura with one of these actions, newest first. */
  listMese(struttura: string, mese: string, azioni: readonly string[]): VoceRegistro[] {
    return this.monthStatement.all(struttura, mese, JSON.stringify(azioni)) as VoceRegistro[];
  }

  /** The lines about one struttura strictly between two others, oldest first. */
  listTra(struttura: string, dopo: number, prima: number): VoceRegistro[] {
    return this.betweenStatement.all(struttura, dopo, prima) as VoceRegistro[];
  }

  /** The last line of one action of one person about one guest. */
  findUltimaLettura(ospiteId: string, azione: string, utente: string): VoceRegistro | undefined {
    return this.ospiteStatement.get(ospiteId, azione, utente) as VoceRegistro | undefined;
  }

  /**
   * Walks the chain from the first line, and looks that the last one is the last that was ever written. Returns the first
   * line that does not hold, with the one before it, or null. Linear.
   */
  findBroken(): Rottura | null {
    let ultima: VoceRegistro | null = null;
    for (const voce of this.allStatement.iterate() as IterableIterator<VoceRegistro>) {
      const seq = (ultima?.seq ?? 0) + 1;
      if (voce.seq !== seq) return { seq, perche: 'manca', voce: null, precedente: ultima };
      if (voce.precedente !== (ultima?.hash ?? RADICE))
        return { seq, perche: 'non segue la riga precedente', voce, precedente: ultima };
      if (hashVoce(voce) !== voce.hash) return { seq, perche: 'è stata alterata', voce, precedente: ultima };
      ultima = voce;
    }
    const scritte = (this.countStatement.get() as number | undefined) ?? 0;
    const seq = (ultima?.seq ?? 0) + 1;
    return scritte >= seq ? { seq, perche: 'manca', voce: null, precedente: ultima } : null;
  }
}
