import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';
import { findPermanenza, listPermanenzePersona, type PermanenzaDelRegistro } from './ingresso.ts';

/** The stay that the transfer of this one opened elsewhere on the day it closed it (counting.md rule 12). */
export function findArrivo(
  store: Store,
  { personaId, strutturaId, dataDimissione, esito }: PermanenzaDelRegistro,
): PermanenzaDelRegistro | undefined {
  if (esito !== 'trasferimento_interno') return undefined;
  const id = store
    .prepare(
      `SELECT i.id FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       WHERE o.persona_id = ? AND i.struttura_id <> ? AND i.data_ingresso = ? AND i.tipo_ingresso = 'trasferimento'
         AND i.deleted_at_ms IS NULL`,
    )
    .pluck()
    .get(personaId, strutturaId, dataDimissione) as string | undefined;
  return id === undefined ? undefined : findPermanenza(store, id);
}

/** The stay elsewhere whose transfer opened this one. */
export function findPartenza(store: Store, arrivo: PermanenzaDelRegistro): PermanenzaDelRegistro | undefined {
  if (arrivo.tipoIngresso !== 'trasferimento') return undefined;
  return listPermanenzePersona(store, arrivo.personaId).find(
    ({ strutturaId, dataDimissione, esito }) =>
      strutturaId !== arrivo.strutturaId && dataDimissione === arrivo.dataIngresso && esito === 'trasferimento_interno',
  );
}

/** What is booked for somebody on a day to come. */
export interface Prenotato {
  readonly tabella: 'visite' | 'incontri';
  readonly id: string;
  readonly data: Giorno;
}

const DELLE_PERSONE = 'IN (SELECT id FROM ospiti WHERE persona_id IN (SELECT value FROM json_each(@persone)))';
const PREVISTI =
  "e.struttura_id = @strutturaId AND e.stato = 'previsto' AND e.data > @giorno AND e.deleted_at_ms IS NULL";

/** Visite, and incontri with nobody else, booked in a struttura after a day for these persons, by day. */
export function listPrenotati(
  store: Store,
  strutturaId: string,
  persone: readonly string[],
  giorno: Giorno,
): Prenotato[] {
  return store
    .prepare(
      `SELECT 'visite' AS tabella, e.id, e.data FROM visite e WHERE ${PREVISTI} AND e.ospite_id ${DELLE_PERSONE}
       UNION ALL SELECT 'incontri', e.id, e.data FROM incontri e WHERE ${PREVISTI}
         AND EXISTS (SELECT 1 FROM incontri_ospiti q WHERE q.incontro_id = e.id AND q.ospite_id ${DELLE_PERSONE})
         AND NOT EXISTS (SELECT 1 FROM incontri_ospiti q WHERE q.incontro_id = e.id AND q.ospite_id NOT ${DELLE_PERSONE})
       ORDER BY 3, 2`,
    )
    .all({ strutturaId, giorno, persone: JSON.stringify(persone) }) as Prenotato[];
}

/** The days of the hearings of a person after a day. Whoever calls this looks at who may read the section. */
export function listUdienzeDopo(store: Store, personaId: string, giorno: Giorno): Giorno[] {
  return store
    .prepare(
      `SELECT data FROM udienze WHERE data > ? AND deleted_at_ms IS NULL
       AND ospite_id IN (SELECT id FROM ospiti WHERE persona_id = ?) ORDER BY data`,
    )
    .pluck()
    .all(giorno, personaId) as Giorno[];
}

/** An open stay that nobody seems to keep any more. */
export interface PermanenzaDimenticata {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataIngresso: Giorno;
  /** the last day with a code; null: none at all */
  readonly ultimoCodice: Giorno | null;
}

/**
 * Stays of a struttura open on `oggi` whose last day with a code comes before `prima` and who are not recorded as away: a
 * dimissione that was forgotten, or a grid left empty. By name.
 */
export function listPermanenzeDimenticate(
  store: Store,
  strutturaId: string,
  oggi: Giorno,
  prima: Giorno,
): PermanenzaDimenticata[] {
  return store
    .prepare(
      `SELECT * FROM (
         SELECT i.id AS ingressoId, i.ospite_id AS ospiteId, o.cognome, o.nome, o.chiave_nome AS chiave,
           i.data_ingresso AS dataIngresso,
           (SELECT max(p.mese || '-' || printf('%02d', length(rtrim(p.codici, '.')))) FROM presenze p
             WHERE p.ingresso_id = i.id AND p.deleted_at_ms IS NULL AND rtrim(p.codici, '.') <> '') AS ultimoCodice
         FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
         WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @oggi
           AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi)
           AND NOT EXISTS (SELECT 1 FROM assenze a WHERE a.ingresso_id = i.id AND a.deleted_at_ms IS NULL AND a.confermata = 1
             AND a.uscita <= @oggi AND (a.rientro IS NULL OR a.rientro >= @oggi)))
       WHERE coalesce(ultimoCodice, date(dataIngresso, '-1 day')) < @prima ORDER BY chiave`,
    )
    .all({ strutturaId, oggi, prima })
    .map((riga) => {
      const { chiave: _, ...altro } = riga as PermanenzaDimenticata & { chiave: string };
      return altro;
    });
}
