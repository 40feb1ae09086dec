import { annoDi, type Giorno } from '../../domain/giorno.ts';
import { isPresunta, type Nascita } from '../../domain/nascita.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The birth date as the floors above read it (domain/nascita.ts): of a presumed one, the year. The ospite is `o`. */
export const NASCITA = 'iif(o.nascita_presunta, substr(o.data_nascita, 1, 4), o.data_nascita) AS dataNascita';

const DELLA_PERSONA =
  't.deleted_at_ms IS NULL AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';

export interface OspiteTrovato {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly sesso: string;
  readonly dataNascita: Nascita;
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
  return store
    .prepare(
      `SELECT o.id, o.cognome, o.nome, o.sesso, ${NASCITA}, o.codice_fiscale AS codiceFiscale,
        (SELECT s.nome FROM ingressi i JOIN strutture s ON s.id = i.struttura_id
          WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @oggi
            AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi) LIMIT 1) AS presenteIn,
        (SELECT max(i.data_dimissione) FROM ingressi i WHERE i.ospite_id = o.id AND i.deleted_at_ms IS NULL) AS ultimaDimissione
       FROM ospiti o
       WHERE o.deleted_at_ms IS NULL AND (
         (@parole <> '[]' AND NOT EXISTS (SELECT 1 FROM json_each(@parole) w WHERE instr(o.chiave_nome, w.value) = 0))
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

export interface NomeOspite {
  readonly id: string;
  /** normalised: surname, name */
  readonly chiaveNome: string;
}

/** The name of every living ospite. */
export function listNomi(store: Store): NomeOspite[] {
  return store
    .prepare('SELECT id, chiave_nome AS chiaveNome FROM ospiti WHERE deleted_at_ms IS NULL ORDER BY chiave_nome, id')
    .all() as NomeOspite[];
}

/**
 * Ospiti born on that day (of a year alone: in that year), or presumed to be of that year, or with that codice fiscale
 * (normalised; '' is nobody's).
 */
export function listNatiOCodice(store: Store, nascita: Nascita | null, codiceFiscale: string): string[] {
  const anno = nascita === null ? null : annoDi(nascita);
  const [primo, ultimo] = anno === null ? [null, null] : [`${anno}-01-01`, `${anno}-12-31`];
  const [dal, al] = nascita === null || isPresunta(nascita) ? [primo, ultimo] : [nascita, nascita];
  return store
    .prepare(
      `SELECT id FROM ospiti WHERE deleted_at_ms IS NULL AND data_nascita BETWEEN @dal AND @al
       UNION SELECT id FROM ospiti WHERE deleted_at_ms IS NULL AND data_nascita BETWEEN @primo AND @ultimo AND nascita_presunta
       UNION SELECT id FROM ospiti WHERE deleted_at_ms IS NULL AND codice_fiscale = @cf AND @cf <> ''`,
    )
    .pluck()
    .all({ dal, al, primo, ultimo, cf: codiceFiscale }) as string[];
}

/** Times away longer than so many days, of one person, newest first; those that go on are counted up to today. */
export function listAssenzeLunghe(
  store: Store,
  personaId: string,
  oggi: Giorno,
  oltreGiorni: number,
): { ingressoId: string; dal: Giorno; al: Giorno | null; codice: string }[] {
  return store
    .prepare(
      `SELECT a.ingresso_id AS ingressoId, a.uscita AS dal, a.rientro AS al, a.codice FROM assenze a
       JOIN ingressi i ON i.id = a.ingresso_id JOIN ospiti o ON o.id = i.ospite_id
       WHERE o.persona_id = @personaId AND a.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL AND a.confermata = 1
         AND julianday(coalesce(a.rientro, i.data_dimissione, @oggi)) - julianday(a.uscita) > @oltreGiorni
       ORDER BY a.uscita DESC`,
    )
    .all({ personaId, oggi, oltreGiorni }) as { ingressoId: string; dal: Giorno; al: Giorno | null; codice: string }[];
}

export interface OspiteElencato {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataNascita: Nascita;
  readonly struttura: string | null;
  readonly dataIngresso: Giorno | null;
  readonly dataDimissione: Giorno | null;
  readonly identitaDaConfermare: number;
}

/** Whether the stay that says where a guest is, is going on today. */
const PRESENTE =
  'i.data_ingresso IS NOT NULL AND i.data_ingresso <= @oggi AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi)';

/**
 * Ospiti by name, each with their last stay. `parole` are already normalised (domain/persona.ts), null: by `ids` alone; `presenti` null: all.
 * @returns the first `limite` and how many there are
 */
export function listOspiti(
  store: Store,
  filtro: {
    readonly parole: readonly string[] | null;
    readonly codiceFiscale: string;
    /** these too, whatever their name */
    readonly ids: readonly string[];
    readonly presenti: boolean | null;
    readonly oggi: Giorno;
    readonly limite: number;
  },
): { ospiti: OspiteElencato[]; totale: number } {
  const { parole, codiceFiscale, ids, presenti, oggi, limite } = filtro;
  const rows = store
    .prepare(
      `SELECT o.id, o.cognome, o.nome, ${NASCITA}, s.nome AS struttura,
        i.data_ingresso AS dataIngresso, i.data_dimissione AS dataDimissione,
        o.identita_da_confermare AS identitaDaConfermare, count(*) OVER () AS totale
       FROM ospiti o
       LEFT JOIN ingressi i ON i.id = (SELECT x.id FROM ingressi x WHERE x.ospite_id = o.id AND x.deleted_at_ms IS NULL
         ORDER BY x.data_ingresso <= @oggi DESC, x.data_ingresso DESC LIMIT 1)
       LEFT JOIN strutture s ON s.id = i.struttura_id
       WHERE o.deleted_at_ms IS NULL
         AND (@presenti IS NULL OR (${PRESENTE}) = @presenti)
         AND (@parole IS NOT NULL AND NOT EXISTS (SELECT 1 FROM json_each(@parole) w WHERE instr(o.chiave_nome, w.value) = 0)
           OR o.id IN (SELECT value FROM json_each(@ids))
           OR (length(@cf) >= 4 AND substr(o.codice_fiscale, 1, length(@cf)) = @cf))
       ORDER BY o.chiave_nome, o.data_nascita LIMIT @limite`,
    )
    .all({
      parole: parole === null ? null : JSON.stringify(parole),
      cf: codiceFiscale,
      ids: JSON.stringify(ids),
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
