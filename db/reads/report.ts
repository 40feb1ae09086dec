import type { DatiBilancio, PermanenzaContata } from '../../domain/bilancio.ts';
import { meseDi, type Periodo } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';
import { listPermanenze, type PermanenzaDelRegistro } from './ingresso.ts';
import { listCodici } from './presenza.ts';
import { listModuli, listPosti, listStrutture } from './struttura.ts';

/** Everything the period's figures are computed from (domain/bilancio.ts), of one struttura or of all. */
export function loadDatiBilancio(store: Store, periodo: Periodo, strutturaId: string | null = null): DatiBilancio {
  const ofStruttura = (row: { strutturaId: string }) => strutturaId === null || row.strutturaId === strutturaId;
  const strutture = listStrutture(store).filter((s) => strutturaId === null || s.id === strutturaId);
  const moduli = listModuli(store).filter(ofStruttura);
  const ids = new Set(moduli.map((modulo) => modulo.id));
  return {
    strutture,
    moduli,
    posti: listPosti(store).filter((riga) => ids.has(riga.moduloId)),
    permanenze: listPermanenze(store, periodo.dal, periodo.al, strutturaId).map(toContata),
    presenze: listPresenzePeriodo(store, periodo, strutturaId),
    codici: listCodici(store),
    incontri: countEventi(store, 'incontri', 'servizio', periodo).filter(ofStruttura),
    visite: countEventi(store, 'visite', 'tipo', periodo).filter(ofStruttura),
    attivita: countEventi(store, 'attivita', 'area', periodo).filter(ofStruttura),
  };
}

function toContata(p: PermanenzaDelRegistro): PermanenzaContata {
  const { statoCivile, figliMinori, istruzione, occupazione, provenienza, carcerazioni, dipendenza } = p;
  return {
    id: p.id,
    ospiteId: p.ospiteId,
    personaId: p.personaId,
    strutturaId: p.strutturaId,
    utenza: p.utenza,
    entePagante: p.entePagante,
    sesso: p.sesso,
    dataNascita: p.dataNascita,
    dataIngresso: p.dataIngresso,
    dataDimissione: p.dataDimissione,
    esito: p.esito,
    assegnazioni: p.assegnazioni,
    dataRelazione: p.dataRelazione,
    profilo: { statoCivile, figliMinori, istruzione, occupazione, provenienza, carcerazioni, dipendenza },
  };
}

function listPresenzePeriodo(store: Store, { dal, al }: Periodo, strutturaId: string | null) {
  const join = strutturaId === null ? '' : 'JOIN ingressi i ON i.id = p.ingresso_id AND i.struttura_id = @struttura';
  return store.sqlite
    .prepare(
      `SELECT p.ingresso_id AS ingressoId, p.mese, p.codici FROM presenze p ${join}
       WHERE p.mese BETWEEN @dal AND @al AND p.deleted_at_ms IS NULL`,
    )
    .all({ dal: meseDi(dal), al: meseDi(al), ...(strutturaId === null ? {} : { struttura: strutturaId }) }) as {
    ingressoId: string;
    mese: string;
    codici: string;
  }[];
}

type Eventi = { incontri: 'servizio'; visite: 'tipo'; attivita: 'area' };
type Conteggio<T extends keyof Eventi> = { strutturaId: string; n: number } & Record<Eventi[T], string>;

/** Only what was done (domain/appuntamento.ts). By struttura first, so that only the period's rows are read: the index is (struttura, data). */
function countEventi<T extends keyof Eventi>(store: Store, tabella: T, chiave: Eventi[T], periodo: Periodo) {
  return store.sqlite
    .prepare(
      `SELECT e.struttura_id AS strutturaId, e.${chiave}, count(*) AS n FROM strutture s
       CROSS JOIN ${tabella} e ON e.struttura_id = s.id AND e.data BETWEEN ? AND ?
       WHERE e.deleted_at_ms IS NULL AND e.stato = 'fatto' GROUP BY e.struttura_id, e.${chiave}`,
    )
    .all(periodo.dal, periodo.al) as Conteggio<T>[];
}
