import { randomInt } from 'node:crypto';
import { CODICI_POSSIBILI, codiceOspite } from '../../domain/codice-ospite.ts';
import type { Scrittura } from '../scrittura.ts';
import type { Store } from '../store.ts';

const SENZA =
  'SELECT o.id FROM ospiti o WHERE NOT EXISTS (SELECT 1 FROM codici_ospiti c WHERE c.ospite_id = o.id) ORDER BY o.id';
const PRESO = 'SELECT 1 FROM codici_ospiti WHERE codice = ?';
const METTE = `INSERT INTO codici_ospiti (ospite_id, codice) VALUES (?, ?)
ON CONFLICT (ospite_id) DO UPDATE SET codice = excluded.codice`;

/** What both a Store and a gesture have: statements compiled on the connection. */
type Statements = Pick<Scrittura, 'prepare'>;

/** A code nobody has: drawn at random, so that it says nothing of who or when. */
export function drawCodice(su: Statements): string {
  const preso = su.prepare(PRESO);
  for (;;) {
    const codice = codiceOspite(randomInt(CODICI_POSSIBILI));
    if (preso.get(codice) === undefined) return codice;
  }
}

/** The code of a guest from now on. Not in the log: it says nothing of anybody. Ospiti that are one person may share it. */
export function setCodice(su: Statements, ospiteId: string, codice: string): void {
  su.prepare(METTE).run(ospiteId, codice);
}

/** Gives a code to every guest that has none; a code once given stays. Inside a transaction. */
export function assegnaCodici(su: Statements): void {
  for (const id of su.prepare(SENZA).pluck().all() as string[]) setCodice(su, id, drawCodice(su));
}

/** The same, for the file of a version that gave codes only when one was read. */
export function assegnaCodiciMancanti(store: Store): void {
  if (store.prepare(SENZA).pluck().get() !== undefined)
    store.sqlite.transaction(() => assegnaCodici(store)).immediate();
}
