/** Pieces of SQL the sheets of the workbook have in common. */

/**
 * The id a sheet shows for a row: the one it was imported with, else the row's own. A column of the query, of a table
 * aliased as `alias`; `chiavi` must be among the query's common tables (`CHIAVI`).
 */
export function idDi(alias: string, foglio: string): string {
  return `coalesce((SELECT c.chiave FROM chiavi c WHERE c.foglio = '${foglio}' AND c.riga_id = ${alias}.id), ${alias}.id)`;
}

/** One key a row: materialised, so that SQLite indexes it once for the query. */
export const CHIAVI =
  'WITH chiavi AS MATERIALIZED (SELECT foglio, riga_id, min(chiave) AS chiave FROM riferimenti GROUP BY foglio, riga_id)';

export const VIVO = (alias: string) => `${alias}.deleted_at_ms IS NULL`;
