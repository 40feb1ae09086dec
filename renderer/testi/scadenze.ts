import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { VoceScadenza } from '../../domain/scadenza-regola.ts';
import { plurale } from './numero.ts';

/** What is due, and what somebody asked to be reminded of. */
export const scadenze = {
  titolo: 'Scadenze',
  cosa: 'Ogni riga viene dai fatti del registro: quando il fatto è scritto, la riga se ne va da sola.',
  lettura: 'Lettura delle scadenze…',
  gruppi: { tardi: 'In ritardo', presto: 'Da fare adesso', dopo: 'Più avanti' },
  gruppiCosa: {
    tardi: 'Il giorno è passato.',
    presto: 'Entro l’anticipo della loro regola.',
    dopo: 'Per preparare le prossime settimane.',
  },
  nessuna: { tardi: 'Niente in ritardo.', presto: 'Niente da fare adesso.', dopo: 'Niente in questo periodo.' },
  orizzonte: 'Fino a',
  orizzonti: { '90': '3 mesi', '180': '6 mesi', '365': 'un anno' },
  entro: 'Entro',
  quanto: 'Quanto manca',
  chi: 'Ospite',
  che: 'Che cosa fare',
  tuttaLaCasa: 'tutta la comunità',
  mancano: (giorni: number) =>
    giorni < 0
      ? `da ${plurale(-giorni, 'giorno', 'giorni')}`
      : giorni === 0
        ? 'oggi'
        : giorni === 1
          ? 'domani'
          : `tra ${giorni} giorni`,
  segna: 'Segna fatta',
  segnaDi: (cosa: string) => `Segna fatta: ${cosa}`,
  segnata: 'Segnata come fatta.',
  segnaTitolo: 'Segna fatta',
  fattoIl: 'Fatta il',
  nota: 'Nota',
  notaCosa: 'Facoltativa: dove sta il documento, chi se n’è occupato.',
  aChi: 'A chi è stata comunicata',
  aChiCosa: 'Le altre restano da fare.',
  mancaAChi: 'Spuntare a chi è stata comunicata.',
  fatte: 'Fatte negli ultimi 90 giorni',
  fatteNessuna: 'Nessuna scadenza è stata segnata fatta a mano in questi giorni.',
  cheCosa: 'Che cosa',
  segnataDa: 'Segnata da',
  rimetti: 'Rimetti',
  rimettiDi: (cosa: string) => `Rimetti da fare: ${cosa}`,
  rimessa: 'Rimessa da fare.',
  altre: (n: number) => (n === 1 ? 'Mostra l’altra' : `Mostra le altre ${n}`),
  promemoria: 'Nuovo promemoria',
  promemoriaTitolo: 'Promemoria',
  promemoriaCosa: 'Che cosa ricordare',
  promemoriaOspite: 'Ospite',
  promemoriaNessuno: 'Nessuno: riguarda la comunità',
  promemoriaSalvato: 'Promemoria salvato.',
  promemoriaTolto: 'Promemoria tolto.',
  manca: { testo: 'Scrivere che cosa ricordare.' },
  togli: 'Togli',
  giorno: (g: Giorno) => `${formatGiorno(g)} ${g.slice(0, 4)}`,
  avviso: (n: number) => plurale(n, 'scadenza in ritardo', 'scadenze in ritardo'),
  voci: {
    relazione_dimissione: 'Relazione di dimissione',
    comunicazioni_dimissione: 'Comunicazioni',
    progetto_individuale: 'Progetto',
    verifica_inviante: 'Verifica',
    riesame_progetto: 'Progetto',
    durata_massima: 'Durata',
    relazione_94ter: 'Relazione',
    violazione: 'Violazione',
    stp_eni: 'Identificativo',
    maggiore_eta: 'Maggiore età',
    assenza_ricovero: 'Assenza',
    assenza_carcere: 'Assenza',
    assenza_altra: 'Assenza',
    relazione_incontro: 'Relazione',
    prossima_visita: 'Visita',
    udienza: 'Udienza',
    fine_misura: 'Misura',
    fine_pena: 'Misura',
    documento: 'Documento',
    documento_giuridico: 'Documento',
    obiettivo: 'Progetto',
    azione: 'Progetto',
    promemoria: 'Promemoria',
  } as Readonly<Record<VoceScadenza, string>>,
};
