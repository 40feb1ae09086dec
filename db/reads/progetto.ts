import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

const DI_SUE_PERMANENZE = `t.deleted_at_ms IS NULL AND t.ingresso_id IN (SELECT i.id FROM ingressi i
  JOIN ospiti o ON o.id = i.ospite_id WHERE i.deleted_at_ms IS NULL AND o.persona_id = @personaId)`;
const IN = 'IN (SELECT value FROM json_each(@ids))';

/** The projects of one person, newest first. */
export function listProgetti(store: Store, personaId: string): Riga<'progetti'>[] {
  return store.select('progetti', `${DI_SUE_PERMANENZE} ORDER BY t.data DESC, t.id DESC`, { personaId });
}

/** The reports about one person, newest first. */
export function listRelazioni(store: Store, personaId: string): Riga<'relazioni'>[] {
  return store.select('relazioni', `${DI_SUE_PERMANENZE} ORDER BY t.data DESC, t.id DESC`, { personaId });
}

/** The goals of these projects, as they were written. */
export function listObiettivi(store: Store, progetti: readonly string[]): Riga<'obiettivi'>[] {
  const ids = JSON.stringify(progetti);
  return store.select('obiettivi', `t.deleted_at_ms IS NULL AND t.progetto_id ${IN} ORDER BY t.id`, { ids });
}

export function listAzioni(store: Store, obiettivi: readonly string[]): Riga<'azioni'>[] {
  const ids = JSON.stringify(obiettivi);
  return store.select('azioni', `t.deleted_at_ms IS NULL AND t.obiettivo_id ${IN} ORDER BY t.id`, { ids });
}

/** The reviews of these projects, newest first. */
export function listVerifiche(store: Store, progetti: readonly string[]): Riga<'verifiche_progetto'>[] {
  const ids = JSON.stringify(progetti);
  return store.select(
    'verifiche_progetto',
    `t.deleted_at_ms IS NULL AND t.progetto_id ${IN} ORDER BY t.data DESC, t.id DESC`,
    { ids },
  );
}

export function listEvidenze(store: Store, obiettivi: readonly string[]): Riga<'evidenze'>[] {
  const ids = JSON.stringify(obiettivi);
  return store.select('evidenze', `t.deleted_at_ms IS NULL AND t.obiettivo_id ${IN} ORDER BY t.id`, { ids });
}

/** A row of a register, said in a line. */
export interface FattoRegistro {
  readonly tabella: string;
  readonly rigaId: string;
  readonly data: Giorno;
  readonly voce: string | null;
  readonly testo: string;
}

const SUOI = 'IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';
const FATTI = `SELECT 'diario' AS tabella, id AS rigaId, data, NULL AS voce, testo FROM diario
    WHERE deleted_at_ms IS NULL AND ospite_id ${SUOI}
  UNION ALL SELECT 'visite', id, data, tipo, coalesce(luogo, '') FROM visite
    WHERE deleted_at_ms IS NULL AND stato = 'fatto' AND ospite_id ${SUOI}
  UNION ALL SELECT 'incontri', e.id, e.data, e.servizio, coalesce(e.oggetto, '') FROM incontri e
    JOIN incontri_ospiti p ON p.incontro_id = e.id WHERE e.deleted_at_ms IS NULL AND e.stato = 'fatto' AND p.ospite_id ${SUOI}
  UNION ALL SELECT 'attivita', e.id, e.data, e.area, coalesce(e.titolo, '') FROM attivita e
    JOIN attivita_ospiti p ON p.attivita_id = e.id WHERE e.deleted_at_ms IS NULL AND e.stato = 'fatto' AND p.ospite_id ${SUOI}`;

/** What happened to one person in the registers between two days (null: from the first, to the last), newest first. */
export function listFatti(
  store: Store,
  personaId: string,
  { dal, al }: { readonly dal: Giorno | null; readonly al: Giorno | null },
): FattoRegistro[] {
  return store
    .prepare(
      `SELECT * FROM (${FATTI}) WHERE (@dal IS NULL OR data >= @dal) AND (@al IS NULL OR data <= @al)
       ORDER BY data DESC, rigaId DESC`,
    )
    .all({ personaId, dal, al }) as FattoRegistro[];
}

/** Those of these rows that are of the person. */
export function listFattiDi(store: Store, personaId: string, righe: readonly string[]): FattoRegistro[] {
  return store
    .prepare(`SELECT * FROM (${FATTI}) WHERE rigaId IN (SELECT value FROM json_each(@righe))`)
    .all({ personaId, righe: JSON.stringify(righe) }) as FattoRegistro[];
}
