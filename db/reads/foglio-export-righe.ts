import { CHIAVI, idDi, VIVO } from './foglio-export-sql.ts';

/** A sheet whose rows are those of the table of the same name: its `id`, the rows it names, its own columns. */
interface Semplice {
  /** columns the sheet and the table call alike */
  readonly colonne: string;
  /** as PADRI, where it may be none: empty when there is none, or it is no longer alive */
  readonly forse?: Readonly<Record<string, string>>;
  /** columns made in another way */
  readonly altre?: string;
  /** what else a row needs */
  readonly dove?: string;
  readonly ordine: string;
}

/** How a sheet names the row of another: by codice the strutture and the moduli, by id the others. */
function nome(alias: string, tabella: string): string {
  return tabella === 'strutture' || tabella === 'moduli' ? `${alias}.codice` : idDi(alias, tabella);
}

/** The ospiti of one event, `|` between them. */
function partecipanti(tabella: string, colonna: string): string {
  return `(SELECT group_concat(id, '|') FROM (SELECT ${idDi('o', 'ospiti')} AS id FROM ${tabella} x JOIN ospiti o ON o.id = x.ospite_id
    WHERE x.${colonna} = e.id ORDER BY o.chiave_nome, o.id)) AS ospiti`;
}

/** The table a row names by id alone is the one that has that id; empty when none of these has. */
function tabellaDi(id: string, tabelle: readonly string[]): string {
  const casi = tabelle.map(
    (t) => `WHEN EXISTS (SELECT 1 FROM ${t} x WHERE x.id = ${id} AND ${viva(t, 'x')}) THEN '${t}'`,
  );
  return `CASE ${casi.join(' ')} END`;
}

/** The id a sheet shows for a row of whatever table. */
function idDiQualunque(id: string, foglio: string): string {
  return `coalesce((SELECT c.chiave FROM chiavi c WHERE c.foglio = ${foglio} AND c.riga_id = ${id}), ${id})`;
}

/** Tables a deadline that was met may be about. */
const OGGETTI = ['ospiti', 'ingressi', 'misure', 'incontri', 'visite', 'progetti', 'violazioni'];
const PROVE = ['diario', 'visite', 'incontri', 'attivita'];

const OSPITE = { ospite: 'ospiti' };
const STRUTTURA = { struttura: 'strutture' };
const INGRESSO = { ingresso: 'ingressi' };

/**
 * sheet → column → the table of the row it names, whose id is in `<column>_id`: a row is in the workbook when it and those
 * rows are alive.
 */
const PADRI: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  visite: { ...OSPITE, ...STRUTTURA },
  incontri: STRUTTURA,
  gruppi: STRUTTURA,
  attivita: STRUTTURA,
  misure: OSPITE,
  assenze: INGRESSO,
  contatti: OSPITE,
  avvertenze: OSPITE,
  udienze: OSPITE,
  violazioni: OSPITE,
  stanze: STRUTTURA,
  alloggi: INGRESSO,
  operatori: STRUTTURA,
  promemoria: STRUTTURA,
  diario: STRUTTURA,
  progetti: INGRESSO,
  obiettivi: { progetto: 'progetti' },
  azioni: { obiettivo: 'obiettivi' },
  verifiche_progetto: { progetto: 'progetti' },
  evidenze: { obiettivo: 'obiettivi' },
  relazioni: INGRESSO,
  adempimenti: OSPITE,
  allegati: OSPITE,
};

const SEMPLICI: Readonly<Record<string, Semplice>> = {
  nuclei: { colonne: 'nome', ordine: 'e.id' },
  visite: {
    colonne: 'data, tipo, luogo, accompagnamento, esito, stato, ora, accompagnatore, mezzo, prossima',
    ordine: 'e.data, e.id',
  },
  incontri: {
    colonne:
      'data, servizio, modalita, accompagnamento, oggetto, stato, ora, tipo_famiglia, protetto, partecipanti, operatori, esito, relazione_entro, relazione_data',
    altre: partecipanti('incontri_ospiti', 'incontro_id'),
    ordine: 'e.data, e.id',
  },
  gruppi: {
    colonne: 'titolo, area, giorno_settimana, ora, ore, operatori, volontari, dal, al, nomi_operatori, nomi_volontari',
    ordine: 'e.dal, e.id',
  },
  attivita: {
    colonne: 'data, area, titolo, ore, operatori, volontari, stato, ora, nomi_operatori, nomi_volontari',
    forse: { gruppo: 'gruppi' },
    altre: partecipanti('attivita_ospiti', 'attivita_id'),
    ordine: 'e.data, e.id',
  },
  misure: {
    colonne: 'misura, dal, al, autorita, fine_pena, provvedimento, prescrizioni',
    ordine: 'e.dal, e.id',
  },
  segnalazioni: {
    colonne:
      'data, servizio_inviante, regione, sesso, cittadinanza, colloquio_data, colloquio_luogo, esito, motivo_diniego, data_esito',
    forse: STRUTTURA,
    ordine: 'e.data, e.id',
  },
  assenze: {
    colonne:
      'tipo, codice, uscita, ora_uscita, confermata, uscita_prevista, ora_uscita_prevista, rientro_previsto, ora_prevista, rientro, ora_rientro, accompagnatore, destinazione, motivo, uscita_assente, rientro_assente',
    ordine: 'e.uscita, e.id',
  },
  contatti: {
    colonne: 'legame, nome, telefono, tipo, incontri, riservato',
    ordine: 'e.id',
  },
  avvertenze: { colonne: 'tipo, testo, dal, al', ordine: 'e.dal, e.id' },
  udienze: {
    colonne: 'data, ora, autorita, luogo, accompagnatore, esito',
    forse: { misura: 'misure' },
    ordine: 'e.data, e.id',
  },
  violazioni: {
    colonne: 'data, fatto, comunicata_a, comunicata_il',
    forse: { misura: 'misure' },
    ordine: 'e.data, e.id',
  },
  stanze: { colonne: 'nome, letti, dal, al', forse: { modulo: 'moduli' }, ordine: 'e.dal, e.id' },
  alloggi: { colonne: 'dal, letto', forse: { stanza: 'stanze' }, ordine: 'e.dal, e.id' },
  operatori: { colonne: 'nome, qualifica, dal, al', ordine: 'e.dal, e.id' },
  regole_assenza: { colonne: 'ente_pagante, dal, al, uscita_assente, rientro_assente', ordine: 'e.dal, e.id' },
  regole_scadenza: {
    colonne: 'regola, giorni, mesi, anticipo, attiva',
    forse: { modulo: 'moduli' },
    ordine: 'e.regola, e.id',
  },
  promemoria: { colonne: 'testo, entro, fatto_il', forse: OSPITE, ordine: 'e.entro, e.id' },
  diario: {
    colonne: 'tipo, data, ora, testo, importante, autore',
    forse: OSPITE,
    altre: `(SELECT ${idDi('r', 'diario')} FROM diario r WHERE r.id = e.aggiunge_a AND ${VIVO('r')}) AS aggiunge_a`,
    ordine: 'e.data, e.ora, e.id',
  },
  progetti: { colonne: 'data, sintesi, redatto_da, condiviso_con, al', ordine: 'e.data, e.id' },
  obiettivi: { colonne: 'area, testo, indicatore, entro, stato', ordine: 'e.id' },
  azioni: { colonne: 'testo, chi, entro, fatta_il', ordine: 'e.id' },
  verifiche_progetto: {
    colonne: 'data, esito, partecipanti, prossima',
    ordine: 'e.data, e.id',
  },
  evidenze: {
    colonne: '',
    altre: `e.tabella AS foglio, ${idDiQualunque('e.riga_id', 'e.tabella')} AS registrazione`,
    dove: `${tabellaDi('e.riga_id', PROVE)} = e.tabella`,
    ordine: 'e.id',
  },
  relazioni: {
    colonne: 'tipo, data, destinatario, sezioni, autore, inviata_il',
    ordine: 'e.data, e.id',
  },
  adempimenti: {
    colonne: 'regola, entro, fatto_il, nota',
    altre: `${tabellaDi('e.oggetto_id', OGGETTI)} AS foglio,
      ${idDiQualunque('e.oggetto_id', `(${tabellaDi('e.oggetto_id', OGGETTI)})`)} AS oggetto`,
    // what was due of a file kept here does not go where the file does not
    dove: `${tabellaDi('e.oggetto_id', OGGETTI)} IS NOT NULL`,
    ordine: 'e.entro, e.id',
  },
  allegati: {
    colonne: 'tipo, titolo, nome_file, mime, dimensione, sha256, data, scadenza',
    forse: INGRESSO,
    ordine: 'e.id',
  },
};

/** A row is alive when it is not removed, and the rows it cannot be without are alive. */
function viva(tabella: string, alias: string): string {
  const padri = Object.entries(PADRI[tabella] ?? {}).map(
    ([colonna, di], i) =>
      `EXISTS (SELECT 1 FROM ${di} ${alias}${i} WHERE ${alias}${i}.id = ${alias}.${colonna}_id AND ${viva(di, `${alias}${i}`)})`,
  );
  return [VIVO(alias), ...padri].join(' AND ');
}

function query(tabella: string, { colonne, forse = {}, altre, dove, ordine }: Semplice): string {
  const nomi = Object.entries({ ...PADRI[tabella], ...forse }).map(
    ([colonna, t]) =>
      `(SELECT ${nome('r', t)} FROM ${t} r WHERE r.id = e.${colonna}_id AND ${viva(t, 'r')}) AS ${colonna}`,
  );
  const proprie = colonne
    .split(', ')
    .filter(Boolean)
    .map((c) => `e.${c}`);
  const scelte = [`${idDi('e', tabella)} AS id`, ...nomi, ...proprie, ...(altre ? [altre] : [])];
  return `${CHIAVI} SELECT ${scelte.join(', ')} FROM ${tabella} e WHERE ${viva(tabella, 'e')}${dove ? ` AND ${dove}` : ''} ORDER BY ${ordine}`;
}

/** sheet → its rows */
export const QUERY_RIGHE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SEMPLICI).map(([tabella, come]) => [tabella, query(tabella, come)])),
  voci_lista: `SELECT lista, valore, etichetta, (SELECT group_concat(value, '|') FROM json_each(coalesce(sinonimi, '[]'))) AS sinonimi,
      dal, al, durata_massima_mesi, durata_massima_giorni, relazione_ogni_mesi, ordine, origine FROM voci_lista e WHERE ${VIVO('e')} ORDER BY lista, ordine, valore`,
};
