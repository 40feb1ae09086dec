import type { Store } from '../store.ts';
import { QUERY_RIGHE } from './foglio-export-righe.ts';
import { CHIAVI, idDi, VIVO } from './foglio-export-sql.ts';

/** A cell of a sheet: text, number, or yes/no as 1 and 0; null is empty. Columns are named as in the workbook. */
export type RigaFoglio = Readonly<Record<string, string | number | null>>;

const OSPITE = idDi('o', 'ospiti');
const INGRESSO = idDi('i', 'ingressi');

const elenco = (colonna: string) =>
  `(SELECT group_concat(value, '|') FROM json_each(coalesce(i.${colonna}, '[]'))) AS ${colonna}`;

const QUERY: Readonly<Record<string, string>> = {
  strutture: `SELECT codice, nome, tipo, utenza, ats, comune, provincia, indirizzo, cap, telefono, dal, al FROM strutture s WHERE ${VIVO('s')} ORDER BY codice`,
  moduli: `SELECT m.codice, s.codice AS struttura, m.nome, m.tipologia, m.conta, p.accreditati AS posti_accreditati,
      p.disponibili AS posti_disponibili, p.valido_dal, p.valido_al, p.motivo, m.dal AS modulo_dal, m.al AS modulo_al
    FROM moduli m JOIN strutture s ON s.id = m.struttura_id JOIN posti p ON p.modulo_id = m.id AND ${VIVO('p')}
    WHERE ${VIVO('m')} AND ${VIVO('s')} ORDER BY m.codice, p.valido_dal`,
  ospiti: `${CHIAVI} SELECT ${OSPITE} AS id, o.cognome, o.nome, o.sesso, o.data_nascita, o.luogo_nascita, o.cittadinanza,
      o.codice_fiscale, o.tipo_identificativo, o.identificativo_dal, o.luogo_nascita_codice, o.residenza, o.telefono,
      o.identita_da_confermare, o.nascita_presunta
    FROM ospiti o WHERE ${VIVO('o')} ORDER BY o.chiave_nome, o.data_nascita, o.id`,
  ingressi: `${CHIAVI} SELECT ${INGRESSO} AS id, ${OSPITE} AS ospite, s.codice AS struttura,
      (SELECT m.codice FROM assegnazioni a JOIN moduli m ON m.id = a.modulo_id WHERE a.ingresso_id = i.id AND ${VIVO('a')}
        AND a.dal <= i.data_ingresso ORDER BY a.dal DESC LIMIT 1) AS modulo,
      i.data_ingresso, i.tipo_ingresso, i.utenza, i.servizio_inviante, i.ente_pagante, i.stato_civile, i.figli_minori,
      i.istruzione, i.occupazione, i.provenienza, i.carcerazioni, i.hiv, i.hcv, i.invalidita, i.dipendenza,
      ${elenco('sostanze_primarie')}, ${elenco('sostanze_secondarie')}, i.data_dimissione, i.esito, i.destinazione,
      i.data_relazione, (SELECT ${OSPITE} FROM ospiti o WHERE o.id = i.genitore_id) AS genitore,
      (SELECT ${idDi('n', 'nuclei')} FROM nuclei n WHERE n.id = i.nucleo_id AND ${VIVO('n')}) AS nucleo, i.case_manager, i.fasas,
      i.informativa_il, i.certificazione, i.certificazione_il, i.dichiarato_il, i.hiv_il, i.hcv_il, i.invalidita_il,
      i.fine_prevista, i.titolo_accoglienza,
      i.responsabilita_genitoriale, i.tutore, i.scuola, i.abitazione_uscita, i.occupazione_uscita, i.oggetti_resi,
      i.documenti_resi, i.comunicazioni, i.note_dimissione
    FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN strutture s ON s.id = i.struttura_id
    WHERE ${VIVO('i')} ORDER BY s.codice, i.data_ingresso, o.chiave_nome, i.id`,
  cambi_modulo: `${CHIAVI} SELECT ${INGRESSO} AS ingresso, a.dal, m.codice AS modulo
    FROM assegnazioni a JOIN ingressi i ON i.id = a.ingresso_id JOIN moduli m ON m.id = a.modulo_id
    WHERE ${VIVO('a')} AND ${VIVO('i')} AND a.dal > i.data_ingresso
      AND (i.data_dimissione IS NULL OR a.dal < i.data_dimissione) ORDER BY a.dal, i.id`,
  presenze: `${CHIAVI} SELECT ${INGRESSO} AS ingresso, p.mese, p.codici FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id
    WHERE ${VIVO('p')} AND ${VIVO('i')} ORDER BY p.mese, i.struttura_id, i.data_ingresso, i.id`,
  ...QUERY_RIGHE,
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
