import type { IdentitaRiservata } from '../reads/identita.ts';
import type { Scrittura } from '../scrittura.ts';

/** Seals who a guest is. Never in the log: the gesture's line says only that it was done. */
export function setIdentita(tx: Scrittura, ospiteId: string, { dati, ruoli }: IdentitaRiservata): void {
  tx.prepare('INSERT INTO identita_riservate (ospite_id, dati, ruoli, created_at_ms) VALUES (?, ?, ?, ?)').run(
    ospiteId,
    JSON.stringify(dati),
    JSON.stringify(ruoli),
    tx.atMs,
  );
}

/** The guest is named again: nothing sealed is left. */
export function removeIdentita(tx: Scrittura, ospiteId: string): void {
  tx.prepare('DELETE FROM identita_riservate WHERE ospite_id = ?').run(ospiteId);
}
