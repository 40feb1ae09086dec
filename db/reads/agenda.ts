import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';
import { accompagnataIn, protettoIn } from './appuntamento.ts';

export type GenereAppuntamento = 'visita' | 'incontro' | 'attivita';

/** One line of the agenda, as the tables tell it. */
export interface RigaAgenda {
  readonly genere: GenereAppuntamento;
  readonly id: string;
  readonly data: Giorno;
  readonly ora: string | null;
  /** code of the list visita, servizio or area_attivita */
  readonly voce: string;
  /** what an attivita is called, what an incontro was about */
  readonly titolo: string | null;
  readonly luogo: string | null;
  readonly stato: string;
  readonly accompagnamento: boolean | null;
  readonly accompagnatore: string | null;
  readonly protetto: boolean;
  readonly gruppoId: string | null;
  readonly relazioneEntro: Giorno | null;
  readonly relazioneData: Giorno | null;
  readonly ospiti: readonly OspiteInAgenda[];
}

export interface OspiteInAgenda {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
}

interface Riga extends Omit<RigaAgenda, 'accompagnamento' | 'protetto' | 'ospiti'> {
  readonly accompagnamento: number | null;
  readonly protetto: number;
}

const PERIODO = 'e.struttura_id = @struttura AND e.data BETWEEN @dal AND @al AND e.deleted_at_ms IS NULL';

const VISITE = `SELECT 'visita' AS genere, e.id, e.data, e.ora, e.tipo AS voce, NULL AS titolo, e.luogo, e.stato,
  ${accompagnataIn('e')} AS accompagnamento,
  e.accompagnatore, 0 AS protetto, NULL AS gruppoId, NULL AS relazioneEntro, NULL AS relazioneData
  FROM visite e WHERE ${PERIODO}`;
const INCONTRI = `SELECT 'incontro' AS genere, e.id, e.data, e.ora, e.servizio AS voce, e.oggetto AS titolo, NULL AS luogo,
  e.stato, e.accompagnamento, e.operatori AS accompagnatore,
  ${protettoIn('e')} AS protetto, NULL AS gruppoId,
  e.relazione_entro AS relazioneEntro, e.relazione_data AS relazioneData FROM incontri e WHERE ${PERIODO}`;
const ATTIVITA = `SELECT 'attivita' AS genere, e.id, e.data, e.ora, e.area AS voce, e.titolo, NULL AS luogo, e.stato,
  NULL AS accompagnamento, NULL AS accompagnatore, 0 AS protetto, e.gruppo_id AS gruppoId, NULL AS relazioneEntro,
  NULL AS relazioneData FROM attivita e WHERE ${PERIODO}`;

const CHI = `SELECT e.id AS riga, o.id, o.cognome, o.nome FROM visite e JOIN ospiti o ON o.id = e.ospite_id WHERE ${PERIODO}
  UNION ALL SELECT e.id, o.id, o.cognome, o.nome FROM incontri e JOIN incontri_ospiti p ON p.incontro_id = e.id
  JOIN ospiti o ON o.id = p.ospite_id WHERE ${PERIODO}
  UNION ALL SELECT e.id, o.id, o.cognome, o.nome FROM attivita e JOIN attivita_ospiti p ON p.attivita_id = e.id
  JOIN ospiti o ON o.id = p.ospite_id WHERE ${PERIODO} ORDER BY 3, 4`;

/** Everything of one struttura between two days, newest day first, with who it is about: two queries, whatever the period. */
export function listAgenda(store: Store, strutturaId: string, dal: Giorno, al: Giorno): RigaAgenda[] {
  const parametri = { struttura: strutturaId, dal, al };
  const righe = store
    .prepare(`${VISITE} UNION ALL ${INCONTRI} UNION ALL ${ATTIVITA} ORDER BY data DESC, ora, id`)
    .all(parametri) as Riga[];
  const chi = store.prepare(CHI).all(parametri) as (OspiteInAgenda & { readonly riga: string })[];
  const perRiga = Map.groupBy(chi, ({ riga }) => riga);
  return righe.map((riga) => ({
    ...riga,
    accompagnamento: riga.accompagnamento === null ? null : riga.accompagnamento === 1,
    protetto: riga.protetto === 1,
    ospiti: (perRiga.get(riga.id) ?? []).map(({ id, cognome, nome }) => ({ id, cognome, nome })),
  }));
}

/** A hearing, as the agenda tells it. */
export interface UdienzaInAgenda extends OspiteInAgenda {
  readonly udienzaId: string;
  readonly data: Giorno;
  readonly ora: string | null;
  readonly autorita: string | null;
  readonly luogo: string | null;
  readonly accompagnatore: string | null;
}

/** The hearings of who stays in a struttura on their day. Whoever calls this looks at who may read the section. */
export function listUdienzeAgenda(store: Store, strutturaId: string, dal: Giorno, al: Giorno): UdienzaInAgenda[] {
  return store
    .prepare(
      `SELECT u.id AS udienzaId, u.data, u.ora, u.autorita, u.luogo, u.accompagnatore, o.id, o.cognome, o.nome
       FROM udienze u JOIN ospiti o ON o.id = u.ospite_id
       WHERE u.data BETWEEN @dal AND @al AND u.deleted_at_ms IS NULL AND EXISTS (
         SELECT 1 FROM ospiti x JOIN ingressi i ON i.ospite_id = x.id
         WHERE x.persona_id = o.persona_id AND i.struttura_id = @struttura AND i.deleted_at_ms IS NULL
           AND i.data_ingresso <= u.data AND (i.data_dimissione IS NULL OR i.data_dimissione >= u.data))
       ORDER BY u.data, u.ora, u.id`,
    )
    .all({ struttura: strutturaId, dal, al }) as UdienzaInAgenda[];
}

const USATI = {
  luoghi: 'SELECT luogo AS testo, data FROM visite WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  mezzi: 'SELECT mezzo AS testo, data FROM visite WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  accompagnatori:
    'SELECT accompagnatore AS testo, data FROM visite WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  partecipanti:
    'SELECT partecipanti AS testo, data FROM incontri WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  operatori: 'SELECT operatori AS testo, data FROM incontri WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  volontari:
    'SELECT nomi_volontari AS testo, data FROM attivita WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
  titoli: 'SELECT titolo AS testo, data FROM attivita WHERE struttura_id = @struttura AND deleted_at_ms IS NULL',
} as const;

/** Which texts a struttura has already written in a field. */
type CampoUsato = keyof typeof USATI;
const QUANTI = 40;

/** The texts most written in each field, most used first. */
export function listUsati(store: Store, strutturaId: string): Record<CampoUsato, string[]> {
  const entries = Object.entries(USATI).map(([campo, righe]) => [
    campo,
    store
      .prepare(
        `SELECT testo FROM (${righe}) WHERE testo IS NOT NULL AND testo <> '' GROUP BY testo
         ORDER BY count(*) DESC, max(data) DESC LIMIT ${QUANTI}`,
      )
      .pluck()
      .all({ struttura: strutturaId }),
  ]);
  return Object.fromEntries(entries) as Record<CampoUsato, string[]>;
}

/** The names of some guests, by surname. */
export function listNomi(store: Store, ospiti: readonly string[]): OspiteInAgenda[] {
  return store
    .prepare(
      `SELECT id, cognome, nome FROM ospiti WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL
       ORDER BY chiave_nome`,
    )
    .all(JSON.stringify(ospiti)) as OspiteInAgenda[];
}

/** Who took part in an incontro or an attivita. */
export function listPartecipanti(store: Store, tabella: 'incontri' | 'attivita', id: string): OspiteInAgenda[] {
  const [dove, colonna] =
    tabella === 'incontri' ? ['incontri_ospiti', 'incontro_id'] : ['attivita_ospiti', 'attivita_id'];
  return store
    .prepare(
      `SELECT o.id, o.cognome, o.nome FROM ${dove} p JOIN ospiti o ON o.id = p.ospite_id WHERE p.${colonna} = ?
       ORDER BY o.chiave_nome`,
    )
    .all(id) as OspiteInAgenda[];
}

/** The guests who stay in a struttura on a day. */
export function listDelGiorno(store: Store, strutturaId: string, giorno: Giorno): string[] {
  return store
    .prepare(
      `SELECT ospite_id FROM ingressi WHERE struttura_id = @struttura AND deleted_at_ms IS NULL
         AND data_ingresso <= @giorno AND (data_dimissione IS NULL OR data_dimissione >= @giorno)`,
    )
    .pluck()
    .all({ struttura: strutturaId, giorno }) as string[];
}

/** Somebody around a guest who takes part in a meeting. */
export interface ContattoInAgenda {
  readonly ospiteId: string;
  readonly nome: string;
  readonly legame: string;
  /** consentito, protetto, vietato; null: nobody said */
  readonly incontri: string | null;
  readonly riservato: boolean;
}

/** The persons around these guests, whatever the ospite they were written under. */
export function listContattiDi(store: Store, ospiti: readonly string[]): ContattoInAgenda[] {
  const righe = store
    .prepare(
      `SELECT DISTINCT o.id AS ospiteId, c.nome, c.legame, c.incontri, c.riservato
       FROM ospiti o JOIN ospiti x ON x.persona_id = o.persona_id JOIN contatti c ON c.ospite_id = x.id
       WHERE c.deleted_at_ms IS NULL AND o.id IN (SELECT value FROM json_each(?)) ORDER BY c.nome, c.legame`,
    )
    .all(JSON.stringify(ospiti)) as (Omit<ContattoInAgenda, 'riservato'> & { readonly riservato: number })[];
  return righe.map((riga) => ({ ...riga, riservato: riga.riservato === 1 }));
}

/** A guest who was away on a day, with what the grid says of it. */
export interface FuoriQuelGiorno {
  readonly ospiteId: string;
  /** of its code */
  readonly etichetta: string;
}

/**
 * The guests whom the grid gives away on a day. Not who left or came back on that very day: for some hours they were in.
 */
export function listFuoriIl(store: Store, strutturaId: string, giorno: Giorno): FuoriQuelGiorno[] {
  return store
    .prepare(
      `SELECT i.ospite_id AS ospiteId, c.etichetta FROM ingressi i
       JOIN presenze p ON p.ingresso_id = i.id AND p.mese = substr(@giorno, 1, 7) AND p.deleted_at_ms IS NULL
       JOIN codici c ON c.id = substr(p.codici, CAST(substr(@giorno, 9, 2) AS INTEGER), 1) AND c.presente = 0
         AND c.deleted_at_ms IS NULL
       WHERE i.struttura_id = @struttura AND i.deleted_at_ms IS NULL AND NOT EXISTS (
         SELECT 1 FROM assenze a WHERE a.ingresso_id = i.id AND a.deleted_at_ms IS NULL AND a.tipo IS NOT NULL
           AND (a.uscita = @giorno OR a.rientro = @giorno))`,
    )
    .all({ struttura: strutturaId, giorno }) as FuoriQuelGiorno[];
}
