import type { Scrittura } from '../scrittura.ts';

const SBAGLIATI = `SELECT o.id, o.deleted_at_ms IS NULL AS viva FROM json_each(?) j JOIN ospiti o ON o.id = j.value
WHERE o.versione <> 0 AND (o.deleted_at_ms IS NULL) <>
  EXISTS (SELECT 1 FROM ingressi i WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL)`;

/**
 * An ospite that came with a parcel lives as long as one of its stays does; one of a workbook is left alone.
 * @returns those that came back or went
 */
export function aggiornaVitaOspiti(tx: Scrittura, ids: readonly string[]): string[] {
  const righe = tx.prepare(SBAGLIATI).all(JSON.stringify(ids)) as { id: string; viva: number }[];
  for (const { id, viva } of righe) tx.update('ospiti', id, { deletedAtMs: viva === 1 ? tx.atMs : null });
  return righe.map((riga) => riga.id);
}
