import { epochToGiorno, type Giorno, giornoLocale, type Mese, type Periodo } from '../../domain/giorno.ts';
import { giorniScritti } from '../../domain/presenza.ts';
import type { FattiScritti } from '../../domain/tardivo.ts';
import { lettereDi, unpackImmagini } from '../registro.ts';
import type { Store } from '../store.ts';

const FATTO = "deleted_at_ms IS NULL AND stato = 'fatto'";
const IN_PERIODO = 'struttura_id = @strutturaId AND data BETWEEN @dal AND @al';
/** An assenza that only the grid says is its letters, not a fact more. */
const FATTI = `SELECT 'visita' AS genere, created_at_ms, data AS giorno FROM visite WHERE ${IN_PERIODO} AND ${FATTO}
  UNION ALL SELECT 'incontro', created_at_ms, data FROM incontri WHERE ${IN_PERIODO} AND ${FATTO}
  UNION ALL SELECT 'attivita', created_at_ms, data FROM attivita WHERE ${IN_PERIODO} AND ${FATTO}
  UNION ALL SELECT 'diario', created_at_ms, data FROM diario WHERE ${IN_PERIODO} AND deleted_at_ms IS NULL
  UNION ALL SELECT 'ingresso', created_at_ms, data_ingresso FROM ingressi
    WHERE struttura_id = @strutturaId AND data_ingresso BETWEEN @dal AND @al AND deleted_at_ms IS NULL
  UNION ALL SELECT 'assenza', a.created_at_ms, a.uscita FROM assenze a JOIN ingressi i ON i.id = a.ingresso_id
    WHERE i.struttura_id = @strutturaId AND a.uscita BETWEEN @dal AND @al AND a.deleted_at_ms IS NULL AND a.confermata = 1 AND a.tipo IS NOT NULL`;

/**
 * The facts of a period by kind, day and day on which they were entered. Rows that came from a workbook or a parcel are of
 * nobody's hand and are left out.
 */
export function listFattiScritti(store: Store, strutturaId: string, { dal, al }: Periodo): FattiScritti[] {
  return store
    .prepare(
      `SELECT genere, giorno, date(created_at_ms / 1000, 'unixepoch', 'localtime') AS scrittoIl, count(*) AS n FROM (${FATTI}) e
       WHERE NOT EXISTS (SELECT 1 FROM registro r WHERE r.at_ms = e.created_at_ms
         AND r.azione IN ('fogli.import', 'pacchi.import', 'ricostruzioni.import'))
       GROUP BY genere, giorno, scrittoIl ORDER BY giorno, genere, scrittoIl`,
    )
    .all({ strutturaId, dal, al }) as FattiScritti[];
}

/**
 * The letters of a month written in the grid by hand, by day and day of their first writing: the log says it. A letter taken
 * away since, or that came from elsewhere, is not there.
 */
export function listLettereScritte(store: Store, codice: string, mese: Mese): FattiScritti[] {
  const prime = new Map<string, Giorno>();
  for (const { atMs, righe } of listGestiGriglia(store, codice, mese))
    for (const { t, id, prima, dopo } of unpackImmagini(righe)) {
      if (t !== 'presenze') continue;
      for (const giorno of nuove(mese, lettereDi(prima), lettereDi(dopo))) {
        const cella = `${id} ${giorno}`;
        if (!prime.has(cella)) prime.set(cella, giornoLocale(atMs));
      }
    }
  return raccolte(store, mese, prime);
}

function listGestiGriglia(store: Store, codice: string, mese: Mese) {
  return store
    .prepare(
      "SELECT at_ms AS atMs, righe FROM registro WHERE struttura = ? AND mese = ? AND azione LIKE 'presenze.%' ORDER BY seq",
    )
    .all(codice, mese) as { atMs: number; righe: Buffer | null }[];
}

/** The days (epoch) that had no letter and have one. */
function nuove(mese: Mese, prima: string, dopo: string): number[] {
  const gia = new Set(giorniScritti(mese, prima).map(([giorno]) => giorno));
  return giorniScritti(mese, dopo).flatMap(([giorno]) => (gia.has(giorno) ? [] : giorno));
}

/** Those that still are there, counted together. */
function raccolte(store: Store, mese: Mese, prime: ReadonlyMap<string, Giorno>): FattiScritti[] {
  const conti = new Map<string, FattiScritti>();
  const righe = store.select('presenze', 't.mese = @mese AND t.deleted_at_ms IS NULL', { mese });
  for (const { id, codici } of righe)
    for (const [epoch] of giorniScritti(mese, codici)) {
      const scrittoIl = prime.get(`${id} ${epoch}`);
      if (scrittoIl === undefined) continue;
      const giorno = epochToGiorno(epoch);
      const chiave = `${giorno} ${scrittoIl}`;
      conti.set(chiave, { genere: 'presenza', giorno, scrittoIl, n: (conti.get(chiave)?.n ?? 0) + 1 });
    }
  return [...conti.values()];
}
