import { format } from 'date-fns';
import { it } from 'date-fns/locale/it';
import { formatDecimo, formatNumero, plurale } from './numero.ts';

type Tipo = 'cartella' | 'rete' | 'chiavetta';

const soggetti: Readonly<Record<Tipo, string>> = {
  cartella: 'la cartella',
  rete: 'la cartella di rete',
  chiavetta: 'la chiavetta',
};

/** Copies: the panel of the settings, the bottom line, the door that restores one. */
export const copie = {
  titolo: 'Copie di sicurezza',
  cosa: 'Approdo copia da solo il registro, cifrato, alla prima apertura del giorno, alla chiusura se qualcosa è cambiato e prima di ogni importazione. Ogni copia è riaperta e letta fino in fondo prima di contarla.',
  chiavi:
    'Dentro ogni copia ci sono le password di quel giorno: una password cambiata dopo non apre le copie di prima, quella vecchia sì.',
  predefinito:
    'Le copie stanno su questo stesso computer: se si rompe o sparisce, spariscono con lui. Scegliere anche una chiavetta o la rete.',
  adesso: 'Fai una copia adesso',
  fatte: (n: number) => (n === 1 ? 'Copia fatta e verificata.' : `${n} copie fatte e verificate.`),
  luoghi: 'Luoghi delle copie',
  luogo: 'Luogo',
  percorso: 'Cartella',
  ultima: 'Ultima copia',
  mai: 'nessuna ancora',
  stato: 'Stato',
  bene: 'in ordine',
  cambia: 'Cambia i luoghi…',
  tipi: { cartella: 'Cartella', rete: 'Rete', chiavetta: 'Chiavetta' } as Readonly<Record<Tipo, string>>,
  tipiCosa: {
    cartella: 'su questo computer',
    rete: 'una cartella condivisa dell’ufficio',
    chiavetta: 'chiavetta o disco che si toglie',
  } as Readonly<Record<Tipo, string>>,
  elenco: 'Copie che ci sono adesso',
  nessuna: 'Non c’è ancora nessuna copia: la prima si fa da sola, oppure con «Fai una copia adesso».',
  quando: 'Fatta',
  perche: 'Perché',
  dove: 'Dove',
  grandezza: 'Grandezza',
  verificata: 'Verificata',
  nonVerificata: 'da controllare',
  altrui: 'di un altro registro',
  motivi: {
    giorno: 'prima apertura del giorno',
    chiusura: 'alla chiusura',
    importazione: 'prima di un’importazione',
    mano: 'chiesta da una persona',
  },
  senzaMotivo: '–',
  prova: 'Prova il ripristino',
  provaDi: (quando: string) => `Prova il ripristino della copia fatta ${quando}`,
  tutte: (n: number) => `Mostra tutte le ${formatNumero(n)} copie`,
  provaTitolo: 'Prova il ripristino',
  provaCosa:
    'La copia viene ripristinata in disparte, cifrata, aperta con la password, controllata e confrontata con il registro di oggi; poi viene tolta. Il registro non si tocca.',
  provaPassword: 'Password che valeva il giorno della copia',
  provaVai: 'Prova adesso',
  provaUltima: (quando: string, frase: string) => `Ultima prova di ripristino: ${quando}. ${frase}`,
  provaMai: 'Nessuno ha ancora provato a ripristinare una copia: provare almeno ogni sei mesi.',
  luoghiTitolo: 'Dove tenere le copie',
  luoghiCosa:
    'Uno o due luoghi. Il secondo serve quando si perde il primo: meglio una chiavetta tenuta altrove, o la rete dell’ufficio.',
  primo: 'Primo luogo',
  secondo: 'Secondo luogo',
  tipo: 'Che cos’è',
  percorsoCosa: 'La cartella per intero, a partire dal disco.',
  suggerite: 'Chiavette e dischi inseriti adesso',
  aggiungi: 'Aggiungi un secondo luogo',
  togli: 'Togli il secondo luogo',
  salvati: 'Luoghi delle copie salvati.',
  byte: (n: number) =>
    n < 1_000_000 ? `${formatNumero(Math.ceil(n / 1000))} kB` : `${formatDecimo(n / 1_000_000)} MB`,

  ultimaCopia: (quando: string) => `Ultima copia: ${quando}`,
  nessunaCopia: 'Nessuna copia ancora',
  assente: (tipo: Tipo, dal: string) => `${soggetti[tipo]} non c’è dal ${dal}`,
  fallita: (tipo: Tipo, dal: string) => `${soggetti[tipo]} non si scrive dal ${dal}`,
  /** `12 mar` */
  dal: (atMs: number) => format(atMs, 'd MMM', { locale: it }),

  arretrato: 'Registro più vecchio dei suoi pacchi: vedere Impostazioni',
  hoUnaCopia: 'Ho una copia da ripristinare',
  ripristina: 'Ripristina una copia',
  danneggiato: (file: string) =>
    `Il file rovinato è ${file}. I pacchi già pronti restano al loro posto e niente viene cancellato: si può ripristinare l’ultima copia.`,
  doorTitolo: 'Ripristina una copia',
  doorCosa: 'Il registro torna com’era il giorno della copia. Serve una password che valeva quel giorno.',
  trovate: 'Copie trovate',
  nonTrovate: 'Nessuna copia qui: inserire la chiavetta, oppure scrivere dove sono le copie.',
  cerca: 'Cerca',
  doveSono: 'Cartella o file della copia',
  doveSonoCosa: 'Per intero, a partire dal disco.',
  occupata: 'Il registro che è qui adesso non si cancella: viene messo da parte in una cartella sua.',
  inUscita: (n: number) =>
    n === 1 ? 'Il pacco già preparato resta in «in-uscita».' : `I ${n} pacchi già preparati restano in «in-uscita».`,
  passi: {
    copia: 'Lettura della copia',
    password: 'Controllo della password',
    archivio: 'Controllo di ogni pagina',
    posto: 'Rimessa al suo posto',
  },
  vai: 'Ripristina',
  indietro: 'Torna indietro',
  fatto: (quando: string) => `Ripristinata la copia fatta ${quando}. Quello registrato dopo non c’è: va riscritto.`,
  daParte: (cartella: string) => `Il registro di prima è in ${cartella}.`,
  entra: 'Entra nel registro',
  manca: {
    copia: 'Scegliere una copia.',
    password: 'Scrivere la password.',
    percorso: 'Scrivere la cartella.',
  },
  quante: (n: number) => plurale(n, 'copia', 'copie'),
};
