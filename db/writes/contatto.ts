import type { Scrittura } from '../scrittura.ts';

/** Seals who a contact is. Never in the log: the gesture's line says only that it was done. */
export function setContattoRiservato(
  tx: Scrittura,
  contattoId: string,
  dati: { readonly nome: string; readonly telefono: string | null },
): void {
  tx.prepare('INSERT INTO contatti_riservati (contatto_id, dati, created_at_ms) VALUES (?, ?, ?)').run(
    contattoId,
    JSON.stringify(dati),
    tx.atMs,
  );
}

/** A contact taken away leaves nothing sealed behind. */
export function removeContattoRiservato(tx: Scrittura, contattoId: string): void {
  tx.prepare('DELETE FROM contatti_riservati WHERE contatto_id = ?').run(contattoId);
}
