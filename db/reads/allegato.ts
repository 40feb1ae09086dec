import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The documents of one person, photographs left out, newest first. Bytes are read one file at a time. */
export function listAllegati(store: Store, personaId: string): Riga<'allegati'>[] {
  return store.select(
    'allegati',
    `t.deleted_at_ms IS NULL AND t.tipo <> 'foto' AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)
     ORDER BY coalesce(t.data, date(t.created_at_ms / 1000, 'unixepoch')) DESC, t.id DESC`,
    { personaId },
  );
}

/** The bytes of a file. */
export function findAllegatoFile(store: Store, allegatoId: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = store.prepare('SELECT bytes FROM allegati_file WHERE allegato_id = ?').pluck().get(allegatoId);
  return bytes instanceof Uint8Array ? new Uint8Array(bytes) : undefined;
}
