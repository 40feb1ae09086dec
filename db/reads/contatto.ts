import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The contacts of one person, under whatever ospite, by what they are to them. */
export function listContatti(store: Store, personaId: string): Riga<'contatti'>[] {
  return store.select(
    'contatti',
    `t.deleted_at_ms IS NULL AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)
     ORDER BY t.legame, t.id`,
    { personaId },
  );
}

/** Who a contact under a code is. Whoever calls this writes the reading in the log first. */
export function findContattoRiservato(
  store: Store,
  contattoId: string,
): { nome: string; telefono: string | null } | undefined {
  const dati = store.prepare('SELECT dati FROM contatti_riservati WHERE contatto_id = ?').pluck().get(contattoId);
  return typeof dati === 'string' ? JSON.parse(dati) : undefined;
}
