import type { AnagraficaControllo, AppuntamentoSospeso, AssenzaAperta } from '../../domain/controllo-dati.ts';
import type { Giorno, Periodo } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';
import { NASCITA } from './ospite.ts';

type Grezza = Omit<AnagraficaControllo, 'identitaDaConfermare'> & {
  ingressoId: string;
  identitaDaConfermare: number;
};

/** What the checks look at of who the guests are, by stay, for the stays of a struttura that touch a period. */
export function listAnagrafiche(
  store: Store,
  { dal, al }: Periodo,
  strutturaId: string,
): Map<string, AnagraficaControllo> {
  const righe = store
    .prepare(
      `SELECT i.id AS ingressoId, o.cognome, o.nome, o.sesso, ${NASCITA},
         o.codice_fiscale AS codiceFiscale, o.tipo_identificativo AS tipoIdentificativo,
         o.identita_da_confermare AS identitaDaConfermare, i.titolo_accoglienza AS titoloAccoglienza, i.tutore,
         i.responsabilita_genitoriale AS responsabilitaGenitoriale, i.destinazione
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @al
         AND (i.data_dimissione IS NULL OR i.data_dimissione >= @dal)`,
    )
    .all({ dal, al, strutturaId }) as Grezza[];
  return new Map(
    righe.map(({ ingressoId, identitaDaConfermare, ...resto }) => [
      ingressoId,
      { ...resto, identitaDaConfermare: identitaDaConfermare === 1 },
    ]),
  );
}

/** Times away without a return, whose planned one is over by a day; exits planned for a day gone by that nobody confirmed. */
export function listAssenzeOltre(store: Store, strutturaId: string, giorno: Giorno): AssenzaAperta[] {
  return store
    .prepare(
      `SELECT a.ingresso_id AS ingressoId, a.uscita, a.rientro_previsto AS rientroPrevisto, a.confermata
       FROM assenze a JOIN ingressi i ON i.id = a.ingresso_id
       WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL
         AND a.rientro IS NULL AND i.data_dimissione IS NULL
         AND iif(a.confermata, a.rientro_previsto, a.uscita) < @giorno
       ORDER BY iif(a.confermata, a.rientro_previsto, a.uscita), a.id`,
    )
    .all({ strutturaId, giorno })
    .map((riga) => {
      const { confermata, ...resto } = riga as Omit<AssenzaAperta, 'confermata'> & { confermata: number };
      return { ...resto, confermata: confermata === 1 };
    });
}

/** The guest a meeting is about, when it is about one. */
const UNICO_OSPITE =
  '(SELECT CASE WHEN count(*) = 1 THEN min(q.ospite_id) END FROM incontri_ospiti q WHERE q.incontro_id = e.id)';

/** A meeting of which a day is written on which its report was sent. */
export interface RelazioneInviata {
  readonly data: Giorno;
  readonly servizio: string;
  readonly stato: string;
  readonly relazioneData: Giorno;
  /** null: of several guests */
  readonly ospiteId: string | null;
}

/** The meetings of a period of which a day is written on which their report was sent. */
export function listRelazioniInviate(store: Store, strutturaId: string, { dal, al }: Periodo): RelazioneInviata[] {
  return store
    .prepare(
      `SELECT e.data, e.servizio, e.stato, e.relazione_data AS relazioneData, ${UNICO_OSPITE} AS ospiteId FROM incontri e
       WHERE e.struttura_id = @strutturaId AND e.data BETWEEN @dal AND @al AND e.deleted_at_ms IS NULL
         AND e.relazione_data IS NOT NULL
       ORDER BY e.data, e.id`,
    )
    .all({ strutturaId, dal, al }) as RelazioneInviata[];
}

const SOSPESO =
  "e.struttura_id = @strutturaId AND e.data BETWEEN @dal AND @al AND e.data < @oggi AND e.deleted_at_ms IS NULL AND e.stato = 'previsto'";

/** What was booked in a period, is past, and nobody said whether it was done. */
export function listSospesi(
  store: Store,
  strutturaId: string,
  { dal, al }: Periodo,
  oggi: Giorno,
): AppuntamentoSospeso[] {
  return store
    .prepare(
      `SELECT 'visita' AS genere, e.id, e.data, e.tipo AS voce, e.ospite_id AS ospiteId FROM visite e WHERE ${SOSPESO}
       UNION ALL SELECT 'incontro', e.id, e.data, e.servizio,
         ${UNICO_OSPITE}
         FROM incontri e WHERE ${SOSPESO}
       UNION ALL SELECT 'attivita', e.id, e.data, coalesce(e.titolo, e.area), NULL FROM attivita e WHERE ${SOSPESO}
       ORDER BY 3, 2`,
    )
    .all({ strutturaId, dal, al, oggi }) as AppuntamentoSospeso[];
}
