import type { Giorno } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

/** The room of each stay of one struttura on a day, by stay. */
export function listAlloggiIl(
  store: Store,
  strutturaId: string,
  giorno: Giorno,
): Map<string, { stanza: string; letto: string | null }> {
  const rows = store
    .prepare(
      `SELECT a.ingresso_id AS ingressoId, s.nome AS stanza, a.letto, max(a.dal) AS dal
       FROM alloggi a JOIN ingressi i ON i.id = a.ingresso_id LEFT JOIN stanze s ON s.id = a.stanza_id AND s.deleted_at_ms IS NULL
       WHERE a.deleted_at_ms IS NULL AND i.struttura_id = ? AND a.dal <= ? GROUP BY a.ingresso_id`,
    )
    .all(strutturaId, giorno) as { ingressoId: string; stanza: string | null; letto: string | null }[];
  return new Map(
    rows.flatMap(({ ingressoId, stanza, letto }) => (stanza === null ? [] : [[ingressoId, { stanza, letto }]])),
  );
}

/** The alerts that hold on a day, by person, for the guests with a stay open there on that day. */
export function listAvvertenzeIl(
  store: Store,
  strutturaId: string,
  giorno: Giorno,
): Map<string, { tipo: string; testo: string }[]> {
  const rows = store
    .prepare(
      `SELECT o.persona_id AS personaId, a.tipo, a.testo FROM avvertenze a JOIN ospiti o ON o.id = a.ospite_id
       WHERE a.deleted_at_ms IS NULL AND a.dal <= @giorno AND (a.al IS NULL OR a.al >= @giorno)
       AND o.persona_id IN (SELECT p.persona_id FROM ingressi i JOIN ospiti p ON p.id = i.ospite_id
         WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @giorno
         AND (i.data_dimissione IS NULL OR i.data_dimissione > @giorno))
       ORDER BY CASE a.tipo WHEN 'allergia' THEN 0 WHEN 'salute' THEN 1 WHEN 'rischio' THEN 2 ELSE 3 END, a.dal, a.id`,
    )
    .all({ strutturaId, giorno }) as { personaId: string; tipo: string; testo: string }[];
  return Map.groupBy(rows, ({ personaId }) => personaId);
}
