import type { Store } from '../store.ts';

/** A cell of a sheet: text, number, or yes/no as 1 and 0; null is empty. Columns are named as in the workbook. */
export type RigaFoglio = Readonly<Record<string, string | number | null>>;

/**
 * The id a sheet shows for a row: the one it was imported with, else the row's own. A column of the query, of a table
 * aliased as `alias`; `chiavi` must be among the query's common tables (`CHIAVI`).
 */
function idDi(alias: string, foglio: string): string {
  return `coalesce((SELECT c.chiave FROM chiavi c WHERE c.foglio = '${foglio}' AND c.riga_id = ${alias}.id), ${alias}.id)`;
}

/** One key a row: materialised, so that SQLite indexes it once for the query. */
const CHIAVI =
  'WITH chiavi AS MATERIALIZED (SELECT foglio, riga_id, min(chiave) AS chiave FROM riferimenti GROUP BY foglio, riga_id)';

const OSPITE = idDi('o', 'ospiti');
const INGRESSO = idDi('i', 'ingressi');

/** The ospiti of one event, `|` between them. */
function partecipanti(tabella: string, colonna: string): string {
  return `(SELECT group_concat(id, '|') FROM (SELECT ${OSPITE} AS id FROM ${tabella} x JOIN ospiti o ON o.id = x.ospite_id
    WHERE x.${colonna} = e.id ORDER BY o.chiave_nome, o.id))`;
}

const elenco = (colonna: string) =>
  `(SELECT group_concat(value, '|') FROM json_each(coalesce(i.${colonna}, '[]'))) AS ${colonna}`;

const VIVO = (alias: string) => `${alias}.deleted_at_ms IS NULL`;

const QUERY: Readonly<Record<string, string>> = {
  strutture: `SELECT codice, nome, tipo, utenza, ats, comune, provincia FROM strutture s WHERE ${VIVO('s')} ORDER BY codice`,
  moduli: `SELECT m.codice, s.codice AS struttura, m.nome, m.tipologia, m.conta, p.accreditati AS posti_accreditati,
      p.disponibili AS posti_disponibili, p.valido_dal, p.valido_al
    FROM moduli m JOIN strutture s ON s.id = m.struttura_id JOIN posti p ON p.modulo_id = m.id AND ${VIVO('p')}
    WHERE ${VIVO('m')} AND ${VIVO('s')} ORDER BY m.codice, p.valido_dal`,
  ospiti: `${CHIAVI} SELECT ${OSPITE} AS id, o.cognome, o.nome, o.sesso, o.data_nascita, o.luogo_nascita, o.cittadinanza,
      o.codice_fiscale, o.tipo_identificativo
    FROM ospiti o WHERE ${VIVO('o')} ORDER BY o.chiave_nome, o.data_nascita, o.id`,
  ingressi: `${CHIAVI} SELECT ${INGRESSO} AS id, ${OSPITE} AS ospite, s.codice AS struttura,
      (SELECT m.codice FROM assegnazioni a JOIN moduli m ON m.id = a.modulo_id WHERE a.ingresso_id = i.id AND ${VIVO('a')}
        AND a.dal <= i.data_ingresso ORDER BY a.dal DESC LIMIT 1) AS modulo,
      i.data_ingresso, i.tipo_ingresso, i.utenza, i.servizio_inviante, i.ente_pagante, i.stato_civile, i.figli_minori,
      i.istruzione, i.occupazione, i.provenienza, i.carcerazioni, i.hiv, i.hcv, i.invalidita, i.dipendenza,
      ${elenco('sostanze_primarie')}, ${elenco('sostanze_secondarie')}, i.data_dimissione, i.esito, i.destinazione,
      i.data_relazione, (SELECT ${OSPITE} FROM ospiti o WHERE o.id = i.genitore_id) AS genitore
    FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN strutture s ON s.id = i.struttura_id
    WHERE ${VIVO('i')} ORDER BY s.codice, i.data_ingresso, o.chiave_nome, i.id`,
  cambi_modulo: `${CHIAVI} SELECT ${INGRESSO} AS ingresso, a.dal, m.codice AS modulo
    FROM assegnazioni a JOIN ingressi i ON i.id = a.ingresso_id JOIN moduli m ON m.id = a.modulo_id
    WHERE ${VIVO('a')} AND ${VIVO('i')} AND a.dal > i.data_ingresso
      AND (i.data_dimissione IS NULL OR a.dal < i.data_dimissione) ORDER BY a.dal, i.id`,
  presenze: `${CHIAVI} SELECT ${INGRESSO} AS ingresso, p.mese, p.codici FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id
    WHERE ${VIVO('p')} AND ${VIVO('i')} ORDER BY p.mese, i.struttura_id, i.data_ingresso, i.id`,
  visite: `${CHIAVI} SELECT ${idDi('e', 'visite')} AS id, e.data, ${OSPITE} AS ospite, s.codice AS struttura, e.tipo, e.luogo,
      e.accompagnamento, e.esito
    FROM visite e JOIN ospiti o ON o.id = e.ospite_id JOIN strutture s ON s.id = e.struttura_id
    WHERE ${VIVO('e')} ORDER BY e.data, e.id`,
  incontri: `${CHIAVI} SELECT ${idDi('e', 'incontri')} AS id, e.data, s.codice AS struttura, e.servizio, e.modalita,
      e.accompagnamento, ${partecipanti('incontri_ospiti', 'incontro_id')} AS ospiti, e.oggetto
    FROM incontri e JOIN strutture s ON s.id = e.struttura_id WHERE ${VIVO('e')} ORDER BY e.data, e.id`,
  attivita: `${CHIAVI} SELECT ${idDi('e', 'attivita')} AS id, e.data, s.codice AS struttura, e.area, e.titolo, e.ore,
      ${partecipanti('attivita_ospiti', 'attivita_id')} AS ospiti, e.operatori, e.volontari
    FROM attivita e JOIN strutture s ON s.id = e.struttura_id WHERE ${VIVO('e')} ORDER BY e.data, e.id`,
  misure: `${CHIAVI} SELECT ${idDi('e', 'misure')} AS id, ${OSPITE} AS ospite, e.misura, e.dal, e.al, e.autorita, e.fine_pena
    FROM misure e JOIN ospiti o ON o.id = e.ospite_id WHERE ${VIVO('e')} ORDER BY e.dal, e.id`,
  segnalazioni: `${CHIAVI} SELECT ${idDi('e', 'segnalazioni')} AS id, e.data, e.servizio_inviante, e.regione, e.sesso,
      e.cittadinanza, e.colloquio_data, e.colloquio_luogo, e.esito, e.motivo_diniego, s.codice AS struttura, e.data_esito
    FROM segnalazioni e LEFT JOIN strutture s ON s.id = e.struttura_id WHERE ${VIVO('e')} ORDER BY e.data, e.id`,
};

/**
 * The register as the rows of each sheet of the workbook (formats.md §1), all as of the same instant. A row of presenze
 * has `codici` in place of g1 … g31.
 */
export function loadRigheFogli({ sqlite }: Store): Record<string, RigaFoglio[]> {
  const read = () =>
    Object.fromEntries(
      Object.entries(QUERY).map(([foglio, sql]) => [foglio, sqlite.prepare(sql).all() as RigaFoglio[]]),
    );
  return sqlite.transaction(read)();
}

/** The id a sheet shows for each guest → the ospite's own. */
export function loadChiaviOspiti({ sqlite }: Store): Map<string, string> {
  const righe = sqlite.prepare(`${CHIAVI} SELECT ${OSPITE} AS chiave, o.id FROM ospiti o`).all() as {
    chiave: string;
    id: string;
  }[];
  return new Map(righe.map(({ chiave, id }) => [chiave, id]));
}
