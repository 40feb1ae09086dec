import { gruppiDiPersone, type Identita } from '../../domain/persona.ts';
import type { Scrittura } from '../scrittura.ts';

type Riga = Identita & { readonly personaId: string; readonly viva: number };

const COLUMNS = `o.id, o.persona_id AS personaId, o.chiave_nome AS chiaveNome, iif(o.nascita_presunta, '', o.data_nascita) AS dataNascita,
  o.codice_fiscale AS codiceFiscale, o.deleted_at_ms IS NULL AS viva`;

/** The ospiti given, those that were one person with them, and those that share two facts with any of them. */
const VICINI = `WITH dati AS (SELECT o.* FROM ospiti o JOIN json_each(?) j ON o.id = j.value)
SELECT ${COLUMNS} FROM ospiti o WHERE o.id IN (
  SELECT id FROM dati
  UNION SELECT x.id FROM dati d JOIN ospiti x ON x.persona_id = d.persona_id WHERE d.persona_id <> ''
  UNION SELECT x.id FROM dati d JOIN ospiti x ON x.codice_fiscale = d.codice_fiscale
    WHERE x.chiave_nome = d.chiave_nome OR x.data_nascita = d.data_nascita
  UNION SELECT x.id FROM dati d JOIN ospiti x ON x.chiave_nome = d.chiave_nome AND x.data_nascita = d.data_nascita)`;

/** Everyone who is today one person with any of these. */
const GRUPPI = `SELECT ${COLUMNS} FROM ospiti o JOIN json_each(?) j ON o.persona_id = j.value`;

/**
 * Recomputes who is the same person after the identity of these ospiti was written (domain/persona.ts: two of codice
 * fiscale, full name, birth date). Whole groups are recomputed, so the result does not depend on the order of arrival.
 * One that was taken away is a person alone: it links nobody.
 */
export function linkPersone(tx: Scrittura, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const righe = new Map<string, Riga>();
  for (const riga of tx.prepare(VICINI).all(JSON.stringify(ids)) as Riga[]) righe.set(riga.id, riga);
  const persone = [...new Set([...righe.values()].map((riga) => riga.personaId).filter(Boolean))];
  for (const riga of tx.prepare(GRUPPI).all(JSON.stringify(persone)) as Riga[]) righe.set(riga.id, riga);
  const gruppi = gruppiDiPersone([...righe.values()].filter((riga) => riga.viva === 1));
  for (const { id, personaId } of righe.values()) {
    const persona = gruppi.get(id) ?? id;
    if (persona !== personaId) tx.update('ospiti', id, { personaId: persona });
  }
}
