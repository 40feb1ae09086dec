import type { Assegnazione } from '../../domain/assegnazione.ts';
import type { Esito } from '../../domain/esito.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

/** A stay with the person and the moduli: what a page or a rule needs of it. */
export interface PermanenzaDelRegistro {
  readonly id: string;
  readonly ospiteId: string;
  readonly personaId: string;
  readonly strutturaId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly sesso: string;
  readonly dataNascita: Giorno;
  /** 1: of `dataNascita` only the year is known */
  readonly nascitaPresunta: number;
  readonly dataIngresso: Giorno;
  readonly dataDimissione: Giorno | null;
  readonly esito: Esito | null;
  readonly utenza: string | null;
  readonly entePagante: string | null;
  readonly tipoIngresso: string | null;
  readonly servizioInviante: string | null;
  readonly destinazione: string | null;
  readonly dataRelazione: Giorno | null;
  /** the end agreed, in the place of the longest duration of the modulo */
  readonly finePrevista: Giorno | null;
  readonly statoCivile: string | null;
  readonly figliMinori: string | null;
  readonly istruzione: string | null;
  readonly occupazione: string | null;
  readonly provenienza: string | null;
  readonly carcerazioni: string | null;
  readonly dipendenza: string | null;
  readonly assegnazioni: readonly (Assegnazione & { readonly id: string })[];
}

const SELECT = `SELECT i.id, i.ospite_id AS ospiteId, o.persona_id AS personaId, i.struttura_id AS strutturaId,
  o.cognome, o.nome, o.sesso, o.data_nascita AS dataNascita,
  o.nascita_presunta AS nascitaPresunta, i.data_ingresso AS dataIngresso,
  i.data_dimissione AS dataDimissione, i.esito, i.utenza, i.ente_pagante AS entePagante, i.tipo_ingresso AS tipoIngresso,
  i.servizio_inviante AS servizioInviante, i.destinazione,
  i.data_relazione AS dataRelazione, i.fine_prevista AS finePrevista, i.stato_civile AS statoCivile, i.figli_minori AS figliMinori,
  i.istruzione, i.occupazione, i.provenienza, i.carcerazioni, i.dipendenza
  FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id WHERE i.deleted_at_ms IS NULL`;

type SenzaModuli = Omit<PermanenzaDelRegistro, 'assegnazioni'>;

/** Stays that touch the period (rule 6), of one struttura or of all, by surname and name. */
export function listPermanenze(
  store: Store,
  dal: Giorno,
  al: Giorno,
  strutturaId: string | null = null,
): PermanenzaDelRegistro[] {
  const where =
    'AND i.data_ingresso <= @al AND (i.data_dimissione IS NULL OR i.data_dimissione >= @dal) AND (@struttura IS NULL OR i.struttura_id = @struttura)';
  const parameters = { dal, al, struttura: strutturaId };
  const rows = store.sqlite
    .prepare(`${SELECT} ${where} ORDER BY o.chiave_nome, i.data_ingresso`)
    .all(parameters) as SenzaModuli[];
  const moduli = store.sqlite
    .prepare(
      `SELECT a.id, a.ingresso_id AS ingressoId, a.dal, a.modulo_id AS moduloId FROM assegnazioni a
       JOIN ingressi i ON i.id = a.ingresso_id
       WHERE a.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL ${where} ORDER BY a.dal`,
    )
    .all(parameters) as RigaAssegnazione[];
  return withModuli(rows, moduli);
}

/** Every stay of one person, under whatever ospite rows, oldest first. */
export function listPermanenzePersona(store: Store, personaId: string): PermanenzaDelRegistro[] {
  const rows = store.sqlite
    .prepare(`${SELECT} AND o.persona_id = ? ORDER BY i.data_ingresso`)
    .all(personaId) as SenzaModuli[];
  return rows.map((row) => withModuliOf(store, row));
}

/** One stay, or undefined when it is not there (or was taken away). */
export function findPermanenza(store: Store, ingressoId: string): PermanenzaDelRegistro | undefined {
  const row = store.sqlite.prepare(`${SELECT} AND i.id = ?`).get(ingressoId) as SenzaModuli | undefined;
  return row && withModuliOf(store, row);
}

interface RigaAssegnazione {
  readonly id: string;
  readonly ingressoId: string;
  readonly dal: Giorno;
  readonly moduloId: string;
}

function withModuliOf(store: Store, row: SenzaModuli): PermanenzaDelRegistro {
  const assegnazioni = store.sqlite
    .prepare(
      'SELECT id, dal, modulo_id AS moduloId FROM assegnazioni WHERE ingresso_id = ? AND deleted_at_ms IS NULL ORDER BY dal',
    )
    .all(row.id) as { id: string; dal: Giorno; moduloId: string }[];
  return { ...row, assegnazioni };
}

function withModuli(rows: readonly SenzaModuli[], moduli: readonly RigaAssegnazione[]): PermanenzaDelRegistro[] {
  const byIngresso = Map.groupBy(moduli, (modulo) => modulo.ingressoId);
  return rows.map((row) => ({ ...row, assegnazioni: byIngresso.get(row.id) ?? [] }));
}
