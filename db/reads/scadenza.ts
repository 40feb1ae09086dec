import type { Giorno } from '../../domain/giorno.ts';
import type { Comunicazione } from '../schema/index.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** A stay as its deadlines need it: in course, or ended on `dal` or later. */
export interface PermanenzaScadenze {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly moduloId: string | null;
  readonly utenza: string | null;
  readonly dataNascita: Giorno;
  readonly tipoIdentificativo: string | null;
  readonly identificativoDal: Giorno | null;
  readonly dataIngresso: Giorno;
  readonly dataDimissione: Giorno | null;
  readonly dataRelazione: Giorno | null;
  readonly finePrevista: Giorno | null;
  readonly servizioInviante: string | null;
  readonly comunicazioni: readonly Comunicazione[];
}

interface Dove {
  readonly struttura: string;
  readonly oggi: Giorno;
}

/** A stay that has not ended: nobody left, or who leaves has not left yet. */
const IN_CORSO =
  'i.struttura_id = @struttura AND i.deleted_at_ms IS NULL AND (i.data_dimissione IS NULL OR i.data_dimissione > @oggi)';

/** Stays in course, and those ended from `finiteDal` on. */
export function listPermanenzeScadenze(store: Store, dove: Dove & { finiteDal: Giorno }): PermanenzaScadenze[] {
  const rows = store
    .prepare(
      `SELECT i.id AS ingressoId, i.ospite_id AS ospiteId, o.cognome, o.nome, m.id AS moduloId, i.utenza,
         o.data_nascita AS dataNascita, o.tipo_identificativo AS tipoIdentificativo,
         o.identificativo_dal AS identificativoDal, i.data_ingresso AS dataIngresso, i.data_dimissione AS dataDimissione,
         i.data_relazione AS dataRelazione, i.fine_prevista AS finePrevista, i.servizio_inviante AS servizioInviante,
         i.comunicazioni
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       LEFT JOIN moduli m ON m.id = (SELECT a.modulo_id FROM assegnazioni a
         WHERE a.ingresso_id = i.id AND a.deleted_at_ms IS NULL AND a.dal <= max(@oggi, i.data_ingresso)
         ORDER BY a.dal DESC LIMIT 1)
       WHERE i.struttura_id = @struttura AND i.deleted_at_ms IS NULL
         AND (i.data_dimissione IS NULL OR i.data_dimissione >= @finiteDal)
       ORDER BY o.chiave_nome, i.data_ingresso`,
    )
    .all(dove) as (Omit<PermanenzaScadenze, 'comunicazioni'> & { comunicazioni: string | null })[];
  return rows.map((row) => ({
    ...row,
    comunicazioni: row.comunicazioni === null ? [] : (JSON.parse(row.comunicazioni) as Comunicazione[]),
  }));
}

interface FattoPermanenza {
  readonly ingressoId: string;
  readonly data: Giorno;
}

/** Meetings held about who is present, since they came in: with which service, on which day. */
export function listIncontriFatti(store: Store, dove: Dove): (FattoPermanenza & { servizio: string })[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, e.data, e.servizio FROM ingressi i
       JOIN incontri_ospiti q ON q.ospite_id = i.ospite_id JOIN incontri e ON e.id = q.incontro_id
       WHERE ${IN_CORSO} AND e.deleted_at_ms IS NULL AND e.stato = 'fatto' AND e.data >= i.data_ingresso`,
    )
    .all(dove) as (FattoPermanenza & { servizio: string })[];
}

/** Days of the individual projects of who is present. */
export function listProgettiScadenze(store: Store, dove: Dove): FattoPermanenza[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, p.data FROM ingressi i JOIN progetti p ON p.ingresso_id = i.id
       WHERE ${IN_CORSO} AND p.deleted_at_ms IS NULL`,
    )
    .all(dove) as FattoPermanenza[];
}

/** Reviews of those projects, with the day said for the next. */
export function listVerificheScadenze(store: Store, dove: Dove): (FattoPermanenza & { prossima: Giorno | null })[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, v.data, v.prossima FROM ingressi i JOIN progetti p ON p.ingresso_id = i.id
       JOIN verifiche_progetto v ON v.progetto_id = p.id
       WHERE ${IN_CORSO} AND p.deleted_at_ms IS NULL AND v.deleted_at_ms IS NULL`,
    )
    .all(dove) as (FattoPermanenza & { prossima: Giorno | null })[];
}

export interface MisuraScadenze {
  readonly misuraId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly personaId: string;
  readonly misura: string;
  readonly dal: Giorno;
  readonly al: Giorno | null;
  readonly finePena: Giorno | null;
}

/** The measures of who is present, under whatever ospite row of the person. */
export function listMisureScadenze(store: Store, dove: Dove): MisuraScadenze[] {
  return store
    .prepare(
      `SELECT m.id AS misuraId, i.ospite_id AS ospiteId, i.id AS ingressoId, o.persona_id AS personaId, m.misura, m.dal, m.al,
         m.fine_pena AS finePena
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN ospiti b ON b.persona_id = o.persona_id
       JOIN misure m ON m.ospite_id = b.id WHERE ${IN_CORSO} AND m.deleted_at_ms IS NULL`,
    )
    .all(dove) as MisuraScadenze[];
}

export interface ViolazioneScadenze {
  readonly violazioneId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly data: Giorno;
}

/**
 * Violations since `dal` that were told to nobody yet, of the struttura where the person was on the day of the fact: the stay
 * begun last by then, the first one if none had.
 */
export function listViolazioniScadenze(store: Store, dove: Dove & { dal: Giorno }): ViolazioneScadenze[] {
  return store
    .prepare(
      `SELECT v.id AS violazioneId, i.ospite_id AS ospiteId, i.id AS ingressoId, v.data
       FROM violazioni v JOIN ospiti b ON b.id = v.ospite_id
       JOIN ingressi i ON i.id = (SELECT x.id FROM ingressi x JOIN ospiti o ON o.id = x.ospite_id
         WHERE o.persona_id = b.persona_id AND x.deleted_at_ms IS NULL
         ORDER BY x.data_ingresso <= v.data DESC, abs(julianday(x.data_ingresso) - julianday(v.data)), x.id LIMIT 1)
       WHERE v.deleted_at_ms IS NULL AND v.comunicata_il IS NULL AND v.data >= @dal AND i.struttura_id = @struttura`,
    )
    .all(dove) as ViolazioneScadenze[];
}

export interface AssenzaScadenze {
  readonly assenzaId: string;
  readonly ospiteId: string;
  readonly ingressoId: string;
  readonly tipo: string | null;
  readonly codice: string;
  readonly uscita: Giorno;
}

/** Who is out of the present stays and has no planned return. */
export function listAssenzeScadenze(store: Store, dove: Dove): AssenzaScadenze[] {
  return store
    .prepare(
      `SELECT a.id AS assenzaId, i.ospite_id AS ospiteId, i.id AS ingressoId, a.tipo, a.codice, a.uscita
       FROM ingressi i JOIN assenze a ON a.ingresso_id = i.id
       WHERE ${IN_CORSO} AND a.deleted_at_ms IS NULL AND a.confermata = 1 AND a.rientro IS NULL AND a.rientro_previsto IS NULL`,
    )
    .all(dove) as AssenzaScadenze[];
}

/** Days of the reports to the authority already sent about who is present, from whichever stay they were sent. */
export function listRelazioniAutorita(store: Store, dove: Dove): FattoPermanenza[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, r.inviata_il AS data
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN ospiti b ON b.persona_id = o.persona_id
       JOIN ingressi j ON j.ospite_id = b.id JOIN relazioni r ON r.ingresso_id = j.id
       WHERE ${IN_CORSO} AND j.deleted_at_ms IS NULL AND r.deleted_at_ms IS NULL AND r.tipo = 'art94ter'
         AND r.inviata_il IS NOT NULL`,
    )
    .all(dove) as FattoPermanenza[];
}

/** Something with a day written in it. */
export interface ScrittaScadenze {
  readonly oggettoId: string;
  readonly ospiteId: string | null;
  readonly ingressoId: string | null;
  readonly entro: Giorno;
  /** what it says of itself: its type, its title, its words */
  readonly detto: string;
}

/** Hearings of who is present: those to come, and those that are past with no outcome written. */
export function listUdienzeScadenze(store: Store, dove: Dove): ScrittaScadenze[] {
  return store
    .prepare(
      `SELECT u.id AS oggettoId, i.ospite_id AS ospiteId, i.id AS ingressoId, u.data AS entro,
         coalesce(u.autorita, '') AS detto
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN ospiti b ON b.persona_id = o.persona_id
       JOIN udienze u ON u.ospite_id = b.id
       WHERE ${IN_CORSO} AND u.deleted_at_ms IS NULL AND u.esito IS NULL`,
    )
    .all(dove) as ScrittaScadenze[];
}

/** Reports promised on a meeting and not sent. One line a meeting: the guest is named where it was about one only. */
export function listRelazioniIncontri(store: Store, dove: Dove): ScrittaScadenze[] {
  return store
    .prepare(
      `SELECT e.id AS oggettoId, CASE WHEN count(q.ospite_id) = 1 THEN min(q.ospite_id) END AS ospiteId,
         NULL AS ingressoId, e.relazione_entro AS entro, e.data AS detto
       FROM incontri e LEFT JOIN incontri_ospiti q ON q.incontro_id = e.id
       WHERE e.struttura_id = @struttura AND e.deleted_at_ms IS NULL AND e.stato <> 'annullato'
         AND e.relazione_entro IS NOT NULL AND e.relazione_data IS NULL
       GROUP BY e.id`,
    )
    .all(dove) as ScrittaScadenze[];
}

/** Documents of who is present that expire, but those that one of the same title renews. `detto` is the title; `tipo` says what it is about. */
export function listDocumentiScadenze(store: Store, dove: Dove): (ScrittaScadenze & { tipo: string })[] {
  return store
    .prepare(
      `SELECT a.id AS oggettoId, i.ospite_id AS ospiteId, i.id AS ingressoId, a.scadenza AS entro, a.titolo AS detto, a.tipo
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN ospiti b ON b.persona_id = o.persona_id
       JOIN allegati a ON a.ospite_id = b.id
       WHERE ${IN_CORSO} AND a.deleted_at_ms IS NULL AND a.scadenza IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM allegati n JOIN ospiti c ON c.id = n.ospite_id
           WHERE c.persona_id = o.persona_id AND n.deleted_at_ms IS NULL AND n.tipo = a.tipo
             AND lower(trim(n.titolo)) = lower(trim(a.titolo)) AND n.scadenza > a.scadenza)`,
    )
    .all(dove) as (ScrittaScadenze & { tipo: string })[];
}

/** Days the doctor gave for a next visit, where no visit of that kind follows. `detto` is the kind. */
export function listProssimeVisite(store: Store, dove: Dove): ScrittaScadenze[] {
  return store
    .prepare(
      `SELECT v.id AS oggettoId, i.ospite_id AS ospiteId, i.id AS ingressoId, v.prossima AS entro, v.tipo AS detto
       FROM ingressi i JOIN visite v ON v.ospite_id = i.ospite_id
       WHERE ${IN_CORSO} AND v.deleted_at_ms IS NULL AND v.stato = 'fatto' AND v.prossima IS NOT NULL
         AND v.data >= i.data_ingresso
         AND NOT EXISTS (SELECT 1 FROM visite n WHERE n.ospite_id = v.ospite_id AND n.tipo = v.tipo
           AND n.deleted_at_ms IS NULL AND n.stato <> 'annullato' AND n.id <> v.id AND n.data > v.data)`,
    )
    .all(dove) as ScrittaScadenze[];
}

const APERTO = `${IN_CORSO} AND p.deleted_at_ms IS NULL AND (p.al IS NULL OR p.al >= @oggi) AND b.deleted_at_ms IS NULL
  AND b.stato = 'aperto'`;

/** Goals still open with a day by which to reach them. */
export function listObiettiviScadenze(store: Store, dove: Dove): ScrittaScadenze[] {
  return store
    .prepare(
      `SELECT b.id AS oggettoId, i.ospite_id AS ospiteId, i.id AS ingressoId, b.entro, b.testo AS detto
       FROM ingressi i JOIN progetti p ON p.ingresso_id = i.id JOIN obiettivi b ON b.progetto_id = p.id
       WHERE ${APERTO} AND b.entro IS NOT NULL`,
    )
    .all(dove) as ScrittaScadenze[];
}

/** Actions of those goals still to do. */
export function listAzioniScadenze(store: Store, dove: Dove): ScrittaScadenze[] {
  return store
    .prepare(
      `SELECT a.id AS oggettoId, i.ospite_id AS ospiteId, i.id AS ingressoId, a.entro, a.testo AS detto
       FROM ingressi i JOIN progetti p ON p.ingresso_id = i.id JOIN obiettivi b ON b.progetto_id = p.id
       JOIN azioni a ON a.obiettivo_id = b.id
       WHERE ${APERTO} AND a.deleted_at_ms IS NULL AND a.entro IS NOT NULL AND a.fatta_il IS NULL`,
    )
    .all(dove) as ScrittaScadenze[];
}

/** What somebody asked to be reminded of, and nobody did yet. */
export function listPromemoria(store: Store, strutturaId: string): Riga<'promemoria'>[] {
  return store.select(
    'promemoria',
    't.deleted_at_ms IS NULL AND t.fatto_il IS NULL AND t.struttura_id = @strutturaId ORDER BY t.entro, t.id',
    { strutturaId },
  );
}

/** What was said to be done for guests of a struttura. */
export function listAdempimenti(store: Store, strutturaId: string): Riga<'adempimenti'>[] {
  return store.select(
    'adempimenti',
    `t.deleted_at_ms IS NULL AND t.ospite_id IN
       (SELECT b.id FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN ospiti b ON b.persona_id = o.persona_id
        WHERE i.struttura_id = @strutturaId)`,
    { strutturaId },
  );
}

/** The rules of this office. */
export function listRegoleScadenza(store: Store): Riga<'regole_scadenza'>[] {
  return store.select('regole_scadenza', 't.deleted_at_ms IS NULL ORDER BY t.regola, t.id', {});
}

/** Names of guests, for lines that are about one but come from no stay. */
export function listNomi(store: Store, ospiti: readonly string[]): Map<string, { cognome: string; nome: string }> {
  const rows = store
    .prepare('SELECT id, cognome, nome FROM ospiti WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ospiti)) as { id: string; cognome: string; nome: string }[];
  return new Map(rows.map((row) => [row.id, row]));
}
