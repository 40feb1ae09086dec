import { plurale } from './numero.ts';

/** The guided dimissione, and its reopening. */
export const dimissione = {
  titolo: 'Dimissione',
  correggi: 'Correzione della dimissione',
  lettura: 'Lettura della permanenza…',
  chi: (struttura: string, dal: string) => `${struttura}, ingresso ${dal}`,
  parti: {
    quando: 'Quando e come',
    dove: 'Dove va e in che situazione',
    restituiti: 'Che cosa si restituisce',
    avvisare: 'Chi va avvisato',
    relazione: 'Relazione e note',
    effetti: 'Che cosa cambia',
  },
  giornoRegola:
    'Il giorno della dimissione non è un giorno di permanenza: l’ultimo che conta è quello prima. Chi esce lo stesso giorno in cui è entrato conta per quel giorno.',
  data: 'Data di dimissione',
  dataCosa: 'Per esempio 5/3, ieri, oggi.',
  esito: 'Esito',
  destinazione: 'Destinazione',
  abitazione: 'Situazione abitativa all’uscita',
  occupazione: 'Occupazione all’uscita',
  allIngresso: (valore: string) => `All’ingresso: ${valore}.`,
  allIngressoNiente: 'All’ingresso: non scritta.',
  oggetti: 'Oggetti restituiti',
  oggettiCosa: 'Che cosa era in custodia e torna alla persona.',
  documenti: 'Documenti restituiti',
  documentiCosa: 'Carta d’identità, tessera sanitaria, referti…',
  note: 'Note',
  famiglia: 'Escono insieme',
  famigliaCosa:
    'Le persone dello stesso nucleo, con la stessa data, lo stesso esito e la stessa destinazione; il resto è di ognuna.',
  famigliaCorregge: 'La correzione vale anche per',
  famigliaCorreggeCosa:
    'Data, esito e destinazione si correggono insieme a chi è uscito lo stesso giorno. Chi è ancora qui esce solo se lo si sceglie.',
  ancoraQui: (nome: string) => `${nome} (ancora qui)`,
  arrivo: (struttura: string) =>
    `È un trasferimento a ${struttura}: cambiando la data si sposta anche l’ingresso di là. Per cambiare esito o struttura si riapre la permanenza.`,
  verso: 'Verso quale struttura',
  versoAltra: 'Una struttura che non è in questo registro',
  versoModulo: 'Modulo di arrivo',
  versoPaga: 'Ente pagante di arrivo',
  versoSegue: 'Operatore di riferimento di arrivo',
  moduloDopo: 'Da completare dopo',
  versoCosa:
    'È un solo evento: chiude qui e apre di là nello stesso giorno, che conta nella struttura di arrivo. La scheda va con la persona.',
  a: 'A chi',
  aNumero: (n: number) => `A chi, ${n}`,
  fattaIl: 'Comunicata il',
  comunicata: (a: string, giorno: string) => `${a}, il ${giorno}`,
  fattaCosa: 'Senza data: ancora da comunicare.',
  aggiungi: 'Aggiungi una comunicazione',
  togli: (a: string) => `Togli la comunicazione: ${a}`,
  togliTasto: 'Togli',
  nessuna: 'Nessuna comunicazione prevista.',
  relazioneEntro: (giorno: string) => `La relazione di dimissione va fatta entro il ${giorno}: resta tra le scadenze.`,
  relazioneDopo: ({ giorni, mesi }: { giorni: number | null; mesi: number | null }) =>
    `La relazione di dimissione va fatta entro ${mesi === null ? plurale(giorni ?? 0, 'giorno', 'giorni') : plurale(mesi, 'mese', 'mesi')} dalla data.`,
  relazione: 'Relazione inviata il',
  effettiDopo: 'Con la data si vede qui che cosa cambia, prima di registrare.',
  ultimo: (giorno: string) => `Ultimo giorno di permanenza: ${giorno}.`,
  nessunGiorno: 'Entra ed esce per trasferimento nello stesso giorno: il giorno conta nella struttura di arrivo.',
  nienteSiPerde: 'Nessun codice di presenza va tolto.',
  tolti: (nome: string, quanti: number, giorni: string) =>
    `${nome}: ${quanti === 1 ? 'si toglie un codice' : `si tolgono ${plurale(quanti, 'codice', 'codici')}`} (${giorni}).`,
  fuori: (nome: string, dal: string) => `${nome} è fuori dal ${dal}: l’assenza finisce con la dimissione.`,
  fuoriTrasferito: (nome: string, dal: string) =>
    `${nome} è fuori dal ${dal}: l’assenza continua nella struttura di arrivo.`,
  annulla: (giorno: string) => `Annulla gli appuntamenti dopo il ${giorno}`,
  prenotati: (quanti: number, giorni: string) =>
    `In agenda ${quanti === 1 ? 'ne resta uno' : `ne restano ${quanti}`}: ${giorni}${quanti > 4 ? '…' : ''}. Gli incontri con altri ospiti non si toccano.`,
  udienze: (giorni: string) => `Udienze dopo l’uscita: ${giorni}. Restano scritte; avvisare l’autorità o il difensore.`,
  registra: 'Registra la dimissione',
  salvaCorrezione: 'Salva la correzione',
  registrata: (nome: string, giorno: string) => `Dimissione registrata: ${nome}, ${giorno}.`,
  cambiata: (chi: string) =>
    `${chi === '' ? 'Qualcuno' : chi} ha scritto altro in questa dimissione: aprire la dimissione completa per scegliere.`,
  riapri: 'Riapri la permanenza…',
  completa: 'Comunicazioni, oggetti, nucleo: apri la dimissione completa',
  manca: { a: 'Scrivere a chi.', data: 'Scrivere la data.' },
};
