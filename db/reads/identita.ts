import type { Store } from '../store.ts';

export interface IdentitaRiservata {
  /** the columns of `ospiti` it stands for */
  readonly dati: Readonly<Record<string, string | null>>;
  /** roles that may read it */
  readonly ruoli: readonly string[];
}

/** Who an anonymous guest is. Whoever calls this writes the reading in the log first. */
export function findIdentita(store: Store, ospiteId: string): IdentitaRiservata | undefined {
  const riga = store.prepare('SELECT dati, ruoli FROM identita_riservate WHERE ospite_id = ?').get(ospiteId) as
    | { dati: string; ruoli: string }
    | undefined;
  return riga && { dati: JSON.parse(riga.dati), ruoli: JSON.parse(riga.ruoli) };
}

/** Roles that may read who the guest is; undefined when the guest is not anonymous here. */
export function findRuoliIdentita(store: Store, ospiteId: string): string[] | undefined {
  const ruoli = store.prepare('SELECT ruoli FROM identita_riservate WHERE ospite_id = ?').pluck().get(ospiteId);
  return typeof ruoli === 'string' ? (JSON.parse(ruoli) as string[]) : undefined;
}

/** The ospiti that are one person with this one, this one included, ascending. */
export function listStessaPersona(store: Store, ospiteId: string): string[] {
  return store
    .prepare(
      `SELECT b.id FROM ospiti a JOIN ospiti b ON b.persona_id = a.persona_id
       WHERE a.id = ? AND b.deleted_at_ms IS NULL ORDER BY b.id`,
    )
    .pluck()
    .all(ospiteId) as string[];
}
