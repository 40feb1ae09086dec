import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';
import { accompagnataIn, protettoIn } from './appuntamento.ts';

export interface PeriodoDiPersona {
  readonly personaId: string;
  readonly dal: Giorno;
  readonly al: Giorno;
}

const SUOI = 'IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';
const NEL_PERIODO = "e.deleted_at_ms IS NULL AND e.stato = 'fatto' AND e.data BETWEEN @dal AND @al";

export interface ContoFatti {
  readonly visite: number;
  readonly visiteAccompagnate: number;
  /** meetings by service */
  readonly incontri: readonly { readonly servizio: string; readonly n: number }[];
  /** times and hours by area */
  readonly attivita: readonly { readonly area: string; readonly n: number; readonly ore: number }[];
}

/** What was done with one person in a period (both days included): only what is `fatto`. */
export function countFatti(store: Store, periodo: PeriodoDiPersona): ContoFatti {
  const visite = store
    .prepare(
      `SELECT count(*) AS visite, coalesce(sum(${accompagnataIn('e')}), 0)
         AS visiteAccompagnate FROM visite e
       WHERE ${NEL_PERIODO} AND e.ospite_id ${SUOI}`,
    )
    .get(periodo) as { visite: number; visiteAccompagnate: number };
  const incontri = store
    .prepare(
      `SELECT e.servizio, count(DISTINCT e.id) AS n FROM incontri e JOIN incontri_ospiti p ON p.incontro_id = e.id
       WHERE ${NEL_PERIODO} AND p.ospite_id ${SUOI} GROUP BY e.servizio ORDER BY n DESC, e.servizio`,
    )
    .all(periodo) as { servizio: string; n: number }[];
  const attivita = store
    .prepare(
      `SELECT area, count(*) AS n, coalesce(sum(ore), 0) AS ore FROM (SELECT DISTINCT e.id, e.area, e.ore FROM attivita e
         JOIN attivita_ospiti p ON p.attivita_id = e.id WHERE ${NEL_PERIODO} AND p.ospite_id ${SUOI})
       GROUP BY area ORDER BY n DESC, area`,
    )
    .all(periodo) as { area: string; n: number; ore: number }[];
  return { ...visite, incontri, attivita };
}

/** The protected meetings of one person in a period, oldest first. */
export function listProtetti(store: Store, periodo: PeriodoDiPersona): Riga<'incontri'>[] {
  return store.select(
    'incontri',
    `t.deleted_at_ms IS NULL AND t.stato = 'fatto' AND ${protettoIn('t')} AND t.data BETWEEN @dal AND @al
     AND t.id IN (SELECT p.incontro_id FROM incontri_ospiti p WHERE p.ospite_id ${SUOI}) ORDER BY t.data, t.id`,
    { ...periodo },
  );
}

/** The times away of one stay that touch a period, oldest first. */
export function listAssenzePeriodo(store: Store, ingressoId: string, dal: Giorno, al: Giorno): Riga<'assenze'>[] {
  return store.select(
    'assenze',
    `t.deleted_at_ms IS NULL AND t.confermata = 1 AND t.ingresso_id = @ingressoId AND t.uscita <= @al AND (t.rientro IS NULL OR t.rientro >= @dal)
     ORDER BY t.uscita, t.id`,
    { ingressoId, dal, al },
  );
}
