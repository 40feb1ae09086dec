import type { Mese } from '../../domain/giorno.ts';
import { periodoDelMese } from '../../domain/giorno.ts';
import type { Store } from '../store.ts';

type Raw = Record<string, unknown>;

/** Rows of one struttura as one month's parcel carries them: camelCase columns, tables of electron/sync/righe.ts. */
export interface Istantanea {
  readonly strutture: Raw[];
  readonly moduli: Raw[];
  readonly posti: Raw[];
  readonly ospiti: Raw[];
  readonly ingressi: Raw[];
  readonly assegnazioni: Raw[];
  readonly presenze: Raw[];
  readonly visite: Raw[];
  readonly incontri: Raw[];
  readonly attivita: Raw[];
  readonly misure: Raw[];
}

const INGRESSI = `FROM ingressi i WHERE i.struttura_id = @struttura AND i.deleted_at_ms IS NULL
  AND i.data_ingresso <= @al AND (i.data_dimissione IS NULL OR i.data_dimissione >= @dal)`;
/** Only what was done: what is booked or called off stays in the community (domain/appuntamento.ts). */
const EVENTO = `e.struttura_id = @struttura AND e.data BETWEEN @dal AND @al AND e.deleted_at_ms IS NULL
  AND e.stato = 'fatto'`;
const partecipanti = (tabella: string, colonna: string) =>
  `(SELECT json_group_array(ospite_id) FROM (SELECT ospite_id FROM ${tabella} WHERE ${colonna} = e.id ORDER BY ospite_id)) AS ospiti`;

/** Everyone the other rows speak of: a parcel never points outside itself. */
const OSPITI = `SELECT i.ospite_id AS id ${INGRESSI} UNION SELECT i.genitore_id ${INGRESSI} AND i.genitore_id IS NOT NULL
  UNION SELECT e.ospite_id FROM visite e WHERE ${EVENTO}
  UNION SELECT p.ospite_id FROM incontri e JOIN incontri_ospiti p ON p.incontro_id = e.id WHERE ${EVENTO}
  UNION SELECT p.ospite_id FROM attivita e JOIN attivita_ospiti p ON p.attivita_id = e.id WHERE ${EVENTO}`;

const QUERIES: Readonly<Record<keyof Istantanea, string>> = {
  strutture:
    'SELECT id, codice, nome, tipo, utenza, ats, comune, provincia, dal, al FROM strutture WHERE id = @struttura',
  moduli: `SELECT id, codice, nome, tipologia, conta, dal, al FROM moduli
    WHERE struttura_id = @struttura AND deleted_at_ms IS NULL ORDER BY id`,
  posti: `SELECT p.id, p.modulo_id AS moduloId, p.valido_dal AS validoDal, p.valido_al AS validoAl, p.accreditati, p.disponibili
    FROM posti p JOIN moduli m ON m.id = p.modulo_id
    WHERE m.struttura_id = @struttura AND m.deleted_at_ms IS NULL AND p.deleted_at_ms IS NULL ORDER BY p.id`,
  ospiti: `SELECT o.id, o.cognome, o.nome, o.sesso, o.data_nascita AS dataNascita,
    o.nascita_presunta AS nascitaPresunta, o.luogo_nascita AS luogoNascita,
    o.cittadinanza, o.codice_fiscale AS codiceFiscale, o.tipo_identificativo AS tipoIdentificativo
    FROM ospiti o WHERE o.id IN (${OSPITI}) ORDER BY o.id`,
  ingressi: `SELECT i.id, i.ospite_id AS ospiteId, i.data_ingresso AS dataIngresso, i.tipo_ingresso AS tipoIngresso, i.utenza,
    i.servizio_inviante AS servizioInviante, i.ente_pagante AS entePagante, i.stato_civile AS statoCivile,
    i.figli_minori AS figliMinori, i.istruzione, i.occupazione, i.provenienza, i.carcerazioni, i.hiv, i.hcv, i.invalidita,
    i.dipendenza, i.sostanze_primarie AS sostanzePrimarie, i.sostanze_secondarie AS sostanzeSecondarie,
    i.data_dimissione AS dataDimissione, i.esito, i.destinazione, i.data_relazione AS dataRelazione,
    i.genitore_id AS genitoreId ${INGRESSI} ORDER BY i.id`,
  assegnazioni: `SELECT a.id, a.ingresso_id AS ingressoId, a.dal, a.modulo_id AS moduloId FROM assegnazioni a
    WHERE a.deleted_at_ms IS NULL AND a.ingresso_id IN (SELECT i.id ${INGRESSI}) ORDER BY a.id`,
  presenze: `SELECT p.id, p.ingresso_id AS ingressoId, p.codici FROM presenze p
    WHERE p.mese = @mese AND p.deleted_at_ms IS NULL AND p.ingresso_id IN (SELECT i.id ${INGRESSI}) ORDER BY p.id`,
  visite: `SELECT e.id, e.ospite_id AS ospiteId, e.data, e.tipo, e.luogo, e.accompagnamento, e.esito FROM visite e
    WHERE ${EVENTO} ORDER BY e.id`,
  incontri: `SELECT e.id, e.data, e.servizio, e.modalita, e.accompagnamento, e.oggetto,
    ${partecipanti('incontri_ospiti', 'incontro_id')} FROM incontri e WHERE ${EVENTO} ORDER BY e.id`,
  attivita: `SELECT e.id, e.data, e.area, e.titolo, e.ore, e.operatori, e.volontari,
    ${partecipanti('attivita_ospiti', 'attivita_id')} FROM attivita e WHERE ${EVENTO} ORDER BY e.id`,
  misure: `SELECT m.id, m.ospite_id AS ospiteId, m.misura, m.dal, m.al, m.autorita, m.fine_pena AS finePena FROM misure m
    WHERE m.deleted_at_ms IS NULL AND m.ospite_id IN (${OSPITI}) ORDER BY m.id`,
};

const YES_NO_COLUMNS = ['accompagnamento', 'nascitaPresunta'];
const JSON_COLUMNS = ['sostanzePrimarie', 'sostanzeSecondarie', 'ospiti'];

/** One month of one struttura, whole: what its parcel says. */
export function readIstantanea(store: Store, strutturaId: string, mese: Mese): Istantanea {
  const { dal, al } = periodoDelMese(mese);
  const parameters = { struttura: strutturaId, mese, dal, al };
  const entries = Object.entries(QUERIES).map(([tabella, sql]) => {
    const statement = store.sqlite.prepare(sql);
    const wanted = Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`@${name}`)));
    return [tabella, (statement.all(wanted) as Raw[]).map(typed)] as const;
  });
  return Object.fromEntries(entries) as unknown as Istantanea;
}

function typed(row: Raw): Raw {
  for (const column of JSON_COLUMNS) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column]);
  for (const column of YES_NO_COLUMNS) if (typeof row[column] === 'number') row[column] = row[column] === 1;
  return row;
}
