import {
  type Colonna,
  codice,
  codiceFiscale,
  codicePresenza,
  giorno,
  id,
  intero,
  lista,
  mese,
  multipla,
  numero,
  paese,
  type Richiesta,
  richiesta,
  riferimento,
  siNo,
  siNoTesto,
  testo,
  valori,
} from './foglio-colonna.ts';

/**
 * The sheets of the workbook (formats.md §1), in the order in which they are read and applied: a sheet refers only to
 * those above it (and to itself). Reading, checking, exporting, the blank template and its instructions follow from here.
 */

/** One sheet: what it holds, which columns tell two rows apart, its columns in the order of the template. */
interface Tabella {
  readonly descrizione: string;
  readonly chiave: readonly string[];
  readonly colonne: Readonly<Record<string, Colonna<unknown> | Richiesta<unknown>>>;
}

function tabella<const T extends Tabella>(t: T): T {
  return t;
}

/** `g1` … `g31` */
export const COLONNE_GIORNI: readonly string[] = Array.from({ length: 31 }, (_, index) => `g${index + 1}`);

const giorni: Record<string, Colonna<string>> = Object.fromEntries(
  COLONNE_GIORNI.map((nome) => [nome, codicePresenza()]),
);

export const TABELLE = {
  strutture: tabella({
    descrizione: 'Le strutture: una riga per ciascuna.',
    chiave: ['codice'],
    colonne: {
      codice: richiesta(codice()),
      nome: richiesta(testo(120)),
      tipo: richiesta(lista('tipo_struttura')),
      utenza: valori(['M', 'F', 'MF']),
      ats: testo(40),
      comune: testo(80),
      provincia: testo(40),
    },
  }),
  moduli: tabella({
    descrizione: 'I moduli accreditati e i loro posti: una riga per ogni periodo in cui i posti valgono.',
    chiave: ['codice', 'valido_dal'],
    colonne: {
      codice: richiesta(codice()),
      struttura: richiesta(riferimento('strutture')),
      nome: richiesta(testo(120)),
      tipologia: richiesta(lista('tipologia_modulo')),
      conta: valori(['adulti', 'minori']),
      posti_accreditati: richiesta(intero(0, 999)),
      posti_disponibili: intero(0, 999),
      valido_dal: richiesta(giorno('validita')),
      valido_al: giorno('validita'),
    },
  }),
  ospiti: tabella({
    descrizione: 'Le persone: una riga per ciascuna.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      cognome: richiesta(testo(80)),
      nome: richiesta(testo(80)),
      sesso: richiesta(lista('sesso')),
      data_nascita: richiesta(giorno('nascita')),
      luogo_nascita: testo(120),
      cittadinanza: paese(),
      codice_fiscale: codiceFiscale(),
      tipo_identificativo: valori(['CF', 'CFP', 'STP', 'ENI', 'ANON', 'NESSUNO']),
    },
  }),
  ingressi: tabella({
    descrizione: 'Le permanenze: una riga per ogni ingresso, con la sua dimissione quando c’è.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      ospite: richiesta(riferimento('ospiti')),
      struttura: richiesta(riferimento('strutture')),
      modulo: richiesta(riferimento('moduli')),
      data_ingresso: richiesta(giorno('evento')),
      tipo_ingresso: valori(['nuovo', 'rientro', 'trasferimento']),
      utenza: lista('utenza'),
      servizio_inviante: testo(120),
      ente_pagante: testo(120),
      stato_civile: lista('stato_civile'),
      figli_minori: siNoTesto(),
      istruzione: lista('istruzione'),
      occupazione: lista('occupazione'),
      provenienza: lista('provenienza'),
      carcerazioni: lista('carcerazioni'),
      hiv: siNoTesto(),
      hcv: siNoTesto(),
      invalidita: siNoTesto(),
      dipendenza: valori(['mono', 'poli']),
      sostanze_primarie: multipla(lista('sostanza')),
      sostanze_secondarie: multipla(lista('sostanza')),
      data_dimissione: giorno('evento'),
      esito: lista('esito'),
      destinazione: lista('destinazione'),
      data_relazione: giorno('evento'),
      genitore: riferimento('ospiti'),
    },
  }),
  cambi_modulo: tabella({
    descrizione: 'I cambi di modulo dentro una permanenza; il primo modulo è quello del foglio ingressi.',
    chiave: ['ingresso', 'dal'],
    colonne: {
      ingresso: richiesta(riferimento('ingressi')),
      dal: richiesta(giorno('evento')),
      modulo: richiesta(riferimento('moduli')),
    },
  }),
  presenze: tabella({
    descrizione: 'Il codice di ogni giorno: una riga per permanenza e mese.',
    chiave: ['ingresso', 'mese'],
    colonne: { ingresso: richiesta(riferimento('ingressi')), mese: richiesta(mese()), ...giorni },
  }),
  visite: tabella({
    descrizione: 'Le attività sanitarie.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      data: richiesta(giorno('evento')),
      ospite: richiesta(riferimento('ospiti')),
      struttura: riferimento('strutture'),
      tipo: richiesta(lista('visita')),
      luogo: testo(200),
      accompagnamento: siNo(),
      esito: testo(500),
    },
  }),
  incontri: tabella({
    descrizione: 'Gli incontri con i servizi.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      data: richiesta(giorno('evento')),
      struttura: richiesta(riferimento('strutture')),
      servizio: richiesta(lista('servizio')),
      modalita: richiesta(lista('modalita')),
      accompagnamento: siNo(),
      ospiti: multipla(riferimento('ospiti')),
      oggetto: testo(500),
    },
  }),
  attivita: tabella({
    descrizione: 'Le attività della struttura.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      data: richiesta(giorno('evento')),
      struttura: richiesta(riferimento('strutture')),
      area: richiesta(lista('area_attivita')),
      titolo: testo(200),
      ore: numero(0, 1000),
      ospiti: multipla(riferimento('ospiti')),
      operatori: intero(0, 999),
      volontari: intero(0, 999),
    },
  }),
  misure: tabella({
    descrizione: 'Le misure giuridiche degli ospiti.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      ospite: richiesta(riferimento('ospiti')),
      misura: richiesta(lista('misura')),
      dal: richiesta(giorno('validita')),
      al: giorno('validita'),
      autorita: testo(120),
      fine_pena: giorno('validita'),
    },
  }),
  segnalazioni: tabella({
    descrizione: 'Le richieste di inserimento.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      data: richiesta(giorno('evento')),
      servizio_inviante: testo(120),
      regione: testo(80),
      sesso: lista('sesso'),
      cittadinanza: paese(),
      colloquio_data: giorno('evento'),
      colloquio_luogo: lista('luogo_colloquio'),
      esito: lista('esito_segnalazione'),
      motivo_diniego: lista('diniego'),
      struttura: riferimento('strutture'),
      data_esito: giorno('evento'),
    },
  }),
} as const;

export type NomeFoglio = keyof typeof TABELLE;

export const FOGLI = Object.keys(TABELLE) as readonly NomeFoglio[];

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type Colonne<F extends NomeFoglio> = (typeof TABELLE)[F]['colonne'];
type Obbligatorie<F extends NomeFoglio> = {
  [K in keyof Colonne<F>]: Colonne<F>[K] extends Richiesta<unknown> ? K : never;
}[keyof Colonne<F>];
type ValoreDi<C> = C extends Colonna<infer V> ? V : never;

type Generica<F extends NomeFoglio> = {
  readonly [K in Obbligatorie<F> & string as Camel<K>]: ValoreDi<Colonne<F>[K]>;
} & {
  /** absent: the sheet has no such column; null: the cell is empty */
  readonly [K in Exclude<keyof Colonne<F>, Obbligatorie<F>> & string as Camel<K>]?: ValoreDi<Colonne<F>[K]> | null;
};

/** The days of a presenze row: 31 characters, one code a day, '.' an empty cell, ' ' a column the sheet does not have. */
interface Presenze {
  readonly ingresso: string;
  readonly mese: string;
  readonly codici: string;
}

/** A row whose cells were all good: camelCase column → value. `riga` is the row's number in the sheet, the header being 1. */
export type RigaLetta<F extends NomeFoglio> = { readonly riga: number } & (F extends 'presenze'
  ? Presenze
  : Generica<F>);

/** `data_nascita` → `dataNascita` */
export function campoDi(colonna: string): string {
  return colonna.replace(/_(\w)/g, (_, lettera: string) => lettera.toUpperCase());
}

/** Codes of strutture and moduli are the same whatever their case; ids are as they are written. */
export function chiaveCodice(codice: string): string {
  return codice.toUpperCase();
}

/** The columns of a sheet in the order of the template. */
export function colonneDi(foglio: NomeFoglio): readonly (readonly [string, Colonna<unknown>])[] {
  return Object.entries(TABELLE[foglio].colonne);
}

export function isNomeFoglio(nome: string): nome is NomeFoglio {
  return Object.hasOwn(TABELLE, nome);
}
