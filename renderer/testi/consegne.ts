import { type Mese, numeroMese } from '../../domain/giorno.ts';
import { formatMese, nomeMese } from '../../domain/giorno-testo.ts';
import { formatNumero, plurale } from './numero.ts';

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

/** The board of the deliveries and the import of parcels. */
export const consegne = {
  titolo: (anno: number) => `Consegne ${anno}`,
  annoPrima: (anno: number) => `Anno ${anno - 1}`,
  annoDopo: (anno: number) => `Anno ${anno + 1}`,
  strutture: (n: number) => plurale(n, 'struttura', 'strutture'),
  arrivati: (mese: Mese, n: number, tutti: number) => `${nomeMese(numeroMese(mese))}: ${n} di ${tutti} arrivati`,
  tabella: (anno: number) => `Consegne del ${anno}, struttura per mese`,
  struttura: 'Struttura',
  posti: (n: number) => plurale(n, 'posto', 'posti'),
  mese: (mese: Mese) => nomeMese(numeroMese(mese)).slice(0, 3),
  lettura: 'Lettura delle consegne…',
  vuoto: 'Non è ancora arrivato nessun pacco',
  vuotoCosa:
    'Trascinare qui i pacchi delle comunità (file .approdo), anche molti insieme o una cartella intera. Prima di applicarli si vede che cosa cambierebbe. Se una comunità non è ancora conosciuta, registrare la sua chiave nelle Impostazioni.',
  vuotoChiavi: 'Registra la chiave di una comunità',

  stato: {
    mancante: 'manca',
    ricevuto: 'ricevuto',
    sostituito: 'corretto',
    con_avvisi: (n: number) => plurale(n, 'avviso', 'avvisi'),
    futuro: 'non ancora dovuto',
  },
  cella: (struttura: string, mese: Mese, detto: string) => `${struttura}, ${formatMese(mese)}: ${detto}`,
  ricevutoIl: (stato: string, giorno: string, revisione: number, numero: number) =>
    `${stato} ${giorno}, revisione ${revisione}, n. ${numero}`,
  legenda: 'Segni',

  pannello: 'Pacchi della cella',
  pannelloVuoto: 'Scegliere una cella della tabella per vedere i suoi pacchi e i loro avvisi.',
  pannelloStruttura: (nome: string, anno: number) => `${nome}, ${anno}`,
  pannelloCella: (nome: string, mese: Mese) => `${nome}, ${formatMese(mese)}`,
  nessunPacco: (mese: Mese) => `Per ${formatMese(mese)} non è arrivato nessun pacco: chiederlo alla comunità.`,
  nonDovuto: (mese: Mese) => `${maiuscola(formatMese(mese))} non è ancora finito: il pacco non è ancora dovuto.`,
  nessunPaccoAnno: 'Quest’anno non è arrivato nessun pacco da questa struttura.',
  pacco: (mese: Mese, revisione: number) => `${maiuscola(formatMese(mese))}, revisione ${revisione}`,
  importato: (quando: string, numero: number) => `importato ${quando}, n. ${numero}`,
  superato: 'superato da una revisione più recente',
  applicato: 'in uso',
  avvisi: (n: number) => plurale(n, 'avviso', 'avvisi'),
  apriPresenze: 'Apri le presenze',
  salvaCopia: 'Salva una copia',
  impronta: 'Impronta',

  importa: 'Importa pacchi…',
  importaCartella: 'Importa una cartella…',
  tipo: 'un pacco (.approdo)',
  tipi: 'pacchi (.approdo)',

  piano: 'Pacchi da applicare',
  pianoCosa: 'Niente è ancora stato scritto: qui sotto c’è che cosa farebbe ogni pacco.',
  controllo: 'Controllo dei pacchi…',
  annullato: 'Interrotto: nessun pacco è stato applicato.',
  gruppo: {
    nuovi: 'Da applicare',
    fermi: 'Non cambiano nulla',
    rifiutati: 'Rifiutati',
  },
  statoPiano: {
    importato: 'nuovo',
    sostituito: 'corregge un mese già ricevuto',
    invariato: 'già qui',
    in_attesa: 'in attesa',
    rifiutato: 'rifiutato',
  },
  statoEsito: {
    importato: 'importato',
    sostituito: 'importato: sostituisce la revisione di prima',
    invariato: 'già qui, nulla da cambiare',
    in_attesa: 'in attesa',
    rifiutato: 'rifiutato',
  },
  superatoQui: (revisione: number) => `Qui c’è anche la revisione ${revisione}, che ne prende il posto.`,
  firmato: (chi: string) => `firmato da ${chi}`,
  firmatoNumero: (chi: string, numero: number) => `firmato da ${chi}, n. ${numero}`,
  righe: (inserite: number, aggiornate: number, eliminate: number) =>
    `${plurale(inserite, 'riga nuova', 'righe nuove')}, ${plurale(aggiornate, 'cambiata', 'cambiate')}, ${plurale(eliminate, 'tolta', 'tolte')}`,
  applica: (n: number) => (n === 1 ? 'Applica 1 pacco' : `Applica ${formatNumero(n)} pacchi`),
  registraSoltanto: (n: number) =>
    n === 1 ? 'Registra 1 pacco senza cambiare nulla' : `Registra ${formatNumero(n)} pacchi senza cambiare nulla`,
  lascia: 'Lascia stare',
  altri: 'Aggiungi altri pacchi…',
  nienteDaApplicare: 'Nessuno di questi pacchi si può applicare.',
  tuttiQui: 'Questi pacchi sono già tutti qui: non c’è niente da applicare.',

  esito: 'Esito dell’importazione',
  esitoFatto: (n: number) => (n === 1 ? '1 pacco importato.' : `${formatNumero(n)} pacchi importati.`),
  esitoNessuno: 'Nessun pacco importato: i dati sono come prima.',
  esitoFermi: (n: number) => (n === 1 ? '1 era già qui.' : `${formatNumero(n)} erano già qui.`),
  esitoRifiutati: (n: number) =>
    n === 1 ? '1 rifiutato: il motivo è qui sotto.' : `${formatNumero(n)} rifiutati: i motivi sono qui sotto.`,
  interrotto:
    'Interrotto: i pacchi già importati restano, gli altri sono come prima. Importarli di nuovo riprende da dove ci si è fermati.',

  giornate: (anno: number) => `Giornate ${anno}`,
  giornateCosa: 'di presenza e pagate, da tutti i pacchi',
  presenza: 'presenza',
  pagate: 'pagate',
  totale: 'Totale',
  report: 'Apri il report',
  tasti: {
    frecce: 'da una cella all’altra',
    invio: 'pacchi della cella',
  },
};
