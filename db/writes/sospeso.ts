import type { Scrittura } from '../scrittura.ts';

/** Keeps what an account was typing in a form, in place of what was kept. No line of the log: it is no fact. */
export function setSospeso(tx: Scrittura, accountId: string, chiave: string, dati: string): void {
  tx.prepare(
    `INSERT INTO sospesi (account_id, chiave, dati, at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, chiave) DO UPDATE SET dati = excluded.dati, at_ms = excluded.at_ms`,
  ).run(accountId, chiave, dati, tx.atMs);
}

export function removeSospeso(tx: Scrittura, accountId: string, chiave: string): void {
  tx.prepare('DELETE FROM sospesi WHERE account_id = ? AND chiave = ?').run(accountId, chiave);
}
