import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

const DELLA_PERSONA =
  't.deleted_at_ms IS NULL AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';

export interface OspiteTrovato {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly sesso: string;
  readonly dataNascita: Giorno;
  readonly codiceFiscale: string | null;
  readonly presenteIn: string | null;
  readonly ultimaDimissione: Giorno | null;
}

/**
 * Ospiti whose normalised name holds every word, or whose codice fiscale starts with the text, or those given by id (found by their code). `parole` are already
 * normalised (domain/persona.ts). At most `limite`, by name.
 */
export function searchOspiti(
  store: Store,
  parole: readonly string[],
  codiceFiscale: string,
  perCodice: readonly string[],
  oggi: Giorno,
  limite: number,
): OspiteTrovato[] {
  return store.sqlite
    .prepare(
      `SELECT o.id, o.cognome, o.nome, o.sesso, o.data_nascita AS dataNascita, o.codice_fiscale AS codiceFiscale,
        (SELECT s.nome FROM ingressi i JOIN strutture s ON s.id = i.struttura_id
          WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @oggi
            AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi) LIMIT 1) AS presenteIn,
        (SELECT max(i.data_dimissione) FROM ingressi i WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL) AS ultimaDimissione
       FROM ospiti o
       WHERE o.deleted_at_ms IS NULL AND (
         (NOT EXISTS (SELECT 1 FROM json_each(@parole) w WHERE instr(o.chiave_nome, w.value) = 0))
         OR (length(@cf) >= 4 AND substr(o.codice_fiscale, 1, length(@cf)) = @cf)
         OR o.id IN (SELECT value FROM json_each(@perCodice)))
       ORDER BY o.chiave_nome, o.data_nascita LIMIT @limite`,
    )
    .all({
      parole: JSON.stringify(parole),
      cf: codiceFiscale,
      perCodice: JSON.stringify(perCodice),
      oggi,
      limite,
    }) as OspiteTrovato[];
}

export interface OspiteElencato {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataNascita: Giorno;
  readonly struttura: string | null;
  readonly dataIngresso: Giorno | null;
  readonly dataDimissione: Giorno | null;
}

/** Whether the stay that says where a guest is, is going on today. */
const PRESENTE =
  'i.data_ingresso IS NOT NULL AND i.data_ingresso <= @oggi AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi)';

/**
 * Ospiti by name, each with their last stay. `parole` are already normalised (domain/persona.ts); `presenti` null: all.
 * @returns the first `limite` and how many there are
 */
export function listOspiti(
  store: Store,
  filtro: {
    readonly parole: readonly string[];
    readonly codiceFiscale: string;
    readonly presenti: boolean | null;
    readonly oggi: Giorno;
    readonly limite: number;
  },
): { ospiti: OspiteElencato[]; totale: number } {
  const { parole, codiceFiscale, presenti, oggi, limite } = filtro;
  const rows = store
    .prepare(
      `SELECT o.id, o.cognome, o.nome, o.data_nascita AS dataNascita, s.nome AS struttura,
        i.data_ingresso AS dataIngresso, i.data_dimissione AS dataDimissione, count(*) OVER () AS totale
       FROM ospiti o
       LEFT JOIN ingressi i ON i.id = (SELECT x.id FROM ingressi x WHERE x.ospite_id = o.id AND x.deleted_at_ms IS NULL
         ORDER BY x.data_ingresso <= @oggi DESC, x.data_ingresso DESC LIMIT 1)
       LEFT JOIN strutture s ON s.id = i.struttura_id
       WHERE o.deleted_at_ms IS NULL
         AND (@presenti IS NULL OR (${PRESENTE}) = @presenti)
         AND (NOT EXISTS (SELECT 1 FROM json_each(@parole) w WHERE instr(o.chiave_nome, w.value) = 0)
           OR (length(@cf) >= 4 AND substr(o.codice_fiscale, 1, length(@cf)) = @cf))
       ORDER BY o.chiave_nome, o.data_nascita LIMIT @limite`,
    )
    .all({
      parole: JSON.stringify(parole),
      cf: codiceFiscale,
      presenti: presenti === null ? null : Number(presenti),
      oggi,
      limite,
    }) as (OspiteElencato & { totale: number })[];
  return { ospiti: rows.map(({ totale: _totale, ...riga }) => riga), totale: rows[0]?.totale ?? 0 };
}

/** The scheda d'ingresso of each stay of one person, by ingresso id. */
export function listSchede(store: Store, personaId: string): Map<string, Riga<'ingressi'>> {
  const rows = store.select('ingressi', DELLA_PERSONA, { personaId });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The measures of one person, newest first. */
export function listMisure(store: Store, personaId: string): Riga<'misure'>[] {
  return store.select('misure', `${DELLA_PERSONA} ORDER BY t.dal DESC, t.id`, { personaId });
}

/** The visits of one person, newest first. */
export function listVisite(store: Store, personaId: string): Riga<'visite'>[] {
  return store.select('visite', `${DELLA_PERSONA} ORDER BY t.data DESC, t.id`, { personaId });
}

/** The meetings one person took part in, newest first. */
export function listIncontri(store: Store, personaId: string): Riga<'incontri'>[] {
  return store.select(
    'incontri',
    `t.deleted_at_ms IS NULL AND t.id IN (SELECT e.incontro_id FROM incontri_ospiti e JOIN ospiti o ON o.id = e.ospite_id
     WHERE o.persona_id = @personaId) ORDER BY t.data DESC, t.id`,
    { personaId },
  );
}
