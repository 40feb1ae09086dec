import { percentuale1 } from '../../domain/arrotonda.ts';
import { type Mese, numeroMese, ultimoGiorno } from '../../domain/giorno.ts';
import { formatGiorno, formatMese, nomeMese } from '../../domain/giorno-testo.ts';
import type { FattiScritti, GenereFatto } from '../../domain/tardivo.ts';
import { formatNumero, formatPercento, plurale } from './numero.ts';

const nome = (mese: Mese): string => nomeMese(numeroMese(mese));
const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

interface Scritti {
  readonly totale: number;
  readonly tardi: number;
  readonly dopoGiorni: number;
}

/** one, many; written, of one and of many */
const FATTI: Readonly<Record<GenereFatto, readonly [uno: string, molti: string, scritto: string, scritti: string]>> = {
  presenza: ['presenza', 'presenze', 'scritta', 'scritte'],
  ingresso: ['ingresso', 'ingressi', 'scritto', 'scritti'],
  assenza: ['assenza', 'assenze', 'scritta', 'scritte'],
  visita: ['visita', 'visite', 'scritta', 'scritte'],
  incontro: ['incontro', 'incontri', 'scritto', 'scritti'],
  attivita: ['attività', 'attività', 'scritta', 'scritte'],
  diario: ['pagina di diario', 'pagine di diario', 'scritta', 'scritte'],
};

/** The closing of the month. */
export const mese = {
  titolo: {
    aperto: (m: Mese) => `Chiudi ${formatMese(m)}`,
    riaperto: (m: Mese) => `${maiuscola(formatMese(m))}, riaperto`,
    chiuso: (m: Mese) => `${maiuscola(formatMese(m))}, chiuso`,
  },
  revisione: (n: number) => `revisione ${n}`,
  foglio: 'Foglio presenze',
  foglioFirma: 'Foglio da firmare',
  presenze: 'Apri Presenze',
  importa: 'Importa il foglio dell’ufficio',
  vuoto: (m: Mese) => `Nessun ospite in ${formatMese(m)}`,
  vuotoCosa:
    'Registrare un ingresso in Presenze, oppure importare il foglio dell’ufficio. Se la struttura era davvero vuota, il mese si può chiudere così.',
  lettura: 'Controllo del mese in corso…',

  anno: (n: number) => `Mesi del ${n}`,
  annoPrima: (n: number) => `Mesi del ${n - 1}`,
  annoDopo: (n: number) => `Mesi del ${n + 1}`,
  statoMese: { aperto: 'aperto', chiuso: 'chiuso', riaperto: 'riaperto', esportato: 'esportato', futuro: '' },

  prima: 'Prima di chiudere',
  controlli: 'Controlli del mese',
  tuttoPronto: 'niente da sistemare',
  daSistemare: (n: number) => plurale(n, 'cosa da sistemare', 'cose da sistemare'),
  daGuardare: (n: number) => plurale(n, 'cosa da guardare', 'cose da guardare'),
  gravita: { blocca: 'da sistemare', avviso: 'da guardare', ok: 'in ordine' },
  registra: 'Registra',
  apri: 'Apri',
  apriPrima: (azione: string, titolo: string) => `${azione}: ${titolo}`,
  mostra: (n: number) => `Mostra ${n === 1 ? 'la riga' : `le ${n} righe`}`,
  nascondi: 'Nascondi le righe',
  altreRighe: (n: number) => `Mostra ${n === 1 ? 'un’altra riga' : `altre ${n} righe`}`,

  torna: 'Il conto torna',
  nonTorna: 'Il conto non torna',
  nonTornaCosa:
    'Presenti, ingressi e dimessi non danno i presenti alla fine: controllare le date vicino al cambio di mese.',
  voce: 'Voce',
  presentiInizio: 'Presenti al 1°',
  ingressi: '+ ingressi',
  dimessi: '− dimessi',
  presentiFine: (m: Mese) => `Presenti al ${Number(ultimoGiorno(m).slice(8))}`,
  giornatePresenza: 'Giornate di presenza',
  giornatePagate: 'di cui pagate',
  giornateOccupate: 'Giornate con il posto occupato',
  giorniMancanti: 'Giorni senza codice',
  perCodice: 'Giorni per codice',
  media: 'Presenti in media',
  saturazione: (posti: number) => `Saturazione (${plurale(posti, 'posto', 'posti')})`,
  saturazioneSenza: 'Saturazione',

  tardivi: {
    titolo: 'Quando si è scritto',
    nessuno: ({ totale, dopoGiorni }: Scritti) =>
      `Tutto scritto a mano entro ${plurale(dopoGiorni, 'giorno', 'giorni')} (${formatNumero(totale)}).`,
    alcuni: ({ totale, tardi, dopoGiorni }: Scritti) =>
      `Scritti più di ${plurale(dopoGiorni, 'giorno', 'giorni')} dopo: ${formatNumero(tardi)} di ${formatNumero(totale)} (${formatPercento(percentuale1(tardi, totale))}). Capita, e valgono come gli altri; scritti il giorno stesso aiutano chi arriva al turno dopo.`,
    riga: ({ genere, giorno, scrittoIl, giorni, n }: FattiScritti & { readonly giorni: number }) => {
      const [uno, molti, scritto, scritti] = FATTI[genere];
      return `${plurale(n, uno, molti)} di ${formatGiorno(giorno)}, ${n === 1 ? scritto : scritti} ${formatGiorno(scrittoIl)}: ${plurale(giorni, 'giorno', 'giorni')} dopo`;
    },
  },

  chiudi: (m: Mese) => `Chiudi ${nome(m)}`,
  chiudiConMancanti: (n: number) => `Chiudi con ${plurale(n, 'giorno', 'giorni')} senza codice`,
  confermaTitolo: (m: Mese, n: number) => `Chiudere ${nome(m)} con ${plurale(n, 'giorno', 'giorni')} senza codice?`,
  confermaCosa: (n: number) =>
    n === 1
      ? 'Il giorno senza codice non conta come presenza e non è pagato; il posto resta occupato. L’Accoglienza lo vede come avviso. Per correggerlo dopo la chiusura serve riaprire il mese con un motivo.'
      : `I ${n} giorni senza codice non contano come presenze e non sono pagati; il posto resta occupato. L’Accoglienza li vede come avviso. Per correggerli dopo la chiusura serve riaprire il mese con un motivo.`,
  tornaARegistrare: 'Torna a registrare',
  impedito: (n: number) =>
    `${n === 1 ? 'Una cosa impedisce' : `${n} cose impediscono`} di chiudere il mese: ${n === 1 ? 'è la prima' : 'sono le prime'} dell’elenco, in rosso.`,
  inCorso: (m: Mese) => `${maiuscola(nome(m))} non è ancora finito: i giorni da oggi in poi risultano senza codice.`,
  futuro: (m: Mese) => `${maiuscola(formatMese(m))} non è ancora cominciato: si chiude a mese finito.`,
  nonResponsabile: 'Il mese lo chiude chi ha il ruolo di responsabile.',

  chiuso: (m: Mese, quando: string) =>
    `${maiuscola(formatMese(m))} è chiuso, ${quando}: le presenze non si possono più cambiare.`,
  chiusoConMancanti: (n: number) =>
    n === 1
      ? 'Resta 1 giorno senza codice: l’Accoglienza lo vede come avviso.'
      : `Restano ${n} giorni senza codice: l’Accoglienza li vede come avviso.`,
  riapertoPerche: (motivo: string) => `Riaperto: «${motivo}». La prossima chiusura sarà una nuova revisione.`,

  esporta: 'Esporta il pacco',
  esportaDiNuovo: 'Mostra dov’è il pacco',
  pacco: 'Pacco per l’Accoglienza',
  paccoPronto:
    'Il pacco è pronto: mandarlo all’Accoglienza per posta o con una chiavetta. Solo l’Accoglienza può aprirlo.',
  paccoDaFare: 'Il pacco di questa revisione non è ancora stato preparato.',
  paccoFile: 'File',
  paccoDove: 'Scritto in',
  paccoNumero: 'Numero',
  paccoRevisione: 'Revisione',
  paccoImpronta: 'Impronta',
  copiaPercorso: 'Copia il percorso',
  copiato: 'Copiato negli appunti.',
  nonCopiato: 'Non è stato possibile copiare: selezionare il testo e copiarlo a mano.',
  salvaCopia: 'Salva una copia',
  salvaCopiaDi: (file: string) => `Salva una copia di ${file}`,
  copiaSalvata: (file: string) => `${file} consegnato al browser per il salvataggio.`,
  senzaChiave: 'La chiave dell’Accoglienza non è ancora registrata: senza, il pacco non si può sigillare.',
  registraChiave: 'Registra la chiave',

  pacchi: (anno: number) => `Pacchi del ${anno}`,
  nessunPacco: 'Nessun pacco preparato quest’anno. Il primo si prepara dopo la prima chiusura.',
  paccoRiga: (m: Mese, revisione: number) => `${maiuscola(formatMese(m))}, revisione ${revisione}`,
  preparato: (quando: string) => `preparato ${quando}`,
  numero: (n: number) => `n. ${n}`,

  storia: 'Storia del mese',
  azione: { chiuso: 'chiuso', riaperto: 'riaperto', esportato: 'pacco esportato' } as Readonly<Record<string, string>>,
  quando: 'Quando',
  cosa: 'Che cosa',
  chi: 'Chi',
  motivo: 'Motivo',

  riapri: (m: Mese) => `Riapri ${nome(m)}…`,
  riapriTitolo: (m: Mese) => `Riaprire ${formatMese(m)}?`,
  riapriCosa:
    'Le presenze tornano modificabili. Dopo la correzione il mese si chiude di nuovo e un nuovo pacco sostituisce il precedente presso l’Accoglienza.',
  riapriMotivo: 'Motivo della riapertura',
  riapriMotivoCosa: 'Resta nella storia del mese, per esempio: ricovero comunicato dopo.',
  riapriMotivoManca: 'Scrivere il motivo, almeno tre lettere.',
  riapriOra: (m: Mese) => `Riapri ${nome(m)}`,
  riaperto: (m: Mese) => `${maiuscola(formatMese(m))} è di nuovo aperto.`,
};
