import type { Scrittura } from '../scrittura.ts';

/** The bytes of a file, in the same transaction as its row. Never in the log: the row's hash stands for them. */
export function setAllegatoFile(tx: Scrittura, allegatoId: string, bytes: Uint8Array): void {
  tx.prepare('INSERT INTO allegati_file (allegato_id, bytes) VALUES (?, ?)').run(allegatoId, bytes);
}
