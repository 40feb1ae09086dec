import { plurale } from './numero.ts';
import { ospite } from './ospite.ts';

/** The scheda d'ingresso. */
export const scheda = {
  titolo: 'Scheda d’ingresso',
  lettura: 'Lettura della scheda…',
  nessuna: 'Nessun ingresso registrato: la scheda nasce con il primo ingresso.',
  diQuale: 'Permanenza',
  quale: (struttura: string, giorno: string) => `${struttura}, dal ${giorno}`,
  parti: {
    percorso: 'Chi manda, chi paga, chi segue',
    situazione: 'Situazione all’ingresso',
    salute: 'Salute e sostanze, come dichiarate',
    minore: 'Minore',
  },
  dichiarate: 'Dichiarazioni della persona, riferite al giorno di «Dichiarato il» o a quello scritto accanto.',
  campi: {
    ...ospite.campi,
    caseManager: 'Operatore di riferimento',
    fasas: 'Numero FASAS',
    informativaIl: 'Informativa privacy consegnata il',
    certificazione: 'Certificazione n.',
    certificazioneIl: 'Certificazione del',
    finePrevista: 'Fine concordata',
    dichiaratoIl: 'Dichiarato il',
    hivIl: 'HIV, dichiarato il',
    hcvIl: 'HCV, dichiarato il',
    invaliditaIl: 'Invalidità, dichiarata il',
    titoloAccoglienza: 'Titolo dell’accoglienza',
    responsabilitaGenitoriale: 'Responsabilità genitoriale',
    tutore: 'Tutore',
    scuola: 'Scuola',
  },
  giorno: {
    informativaIl: 'Per esempio oggi o 5/3.',
    certificazioneIl: 'Per esempio 5/3.',
    finePrevista: 'Solo se diversa dalla durata massima.',
    dichiaratoIl: 'Vuoto: il giorno dell’ingresso.',
  } as Readonly<Record<string, string>>,
  /** beside the declaration, whose name is there already */
  suo: { hivIl: 'dichiarato il', hcvIl: 'dichiarato il', invaliditaIl: 'dichiarata il' },
  futuro: 'deve ancora venire.',
  primaDellaNascita: 'è prima della nascita.',
  valori: {
    si: 'Sì',
    no: 'No',
    mono: 'Monodipendenza',
    poli: 'Polidipendenza',
    nuovo: 'Nuovo ingresso',
    rientro: 'Rientro',
    trasferimento: 'Trasferimento',
  } as Readonly<Record<string, string>>,
  manca: (cose: string) => `Manca: ${cose}. Si può salvare lo stesso, resta tra le cose da completare.`,
  completa: 'La scheda è completa.',
  durata: (fine: string, giorni: number, concordata: boolean) => {
    const cosa = concordata ? 'Fine concordata' : 'Durata massima del modulo';
    if (giorni < 0) return `${cosa} passata il ${fine}, da ${plurale(-giorni, 'giorno', 'giorni')}.`;
    return giorni === 0
      ? `${cosa}: finisce oggi.`
      : `${cosa}: fino al ${fine}, ancora ${plurale(giorni, 'giorno', 'giorni')}.`;
  },
  salva: 'Salva la scheda',
  salvata: 'Scheda salvata.',
  nucleo: (nome: string) => `Nucleo ${nome}`,
  nucleoSolo: 'Nucleo',
  nessunNucleo: 'Nessun familiare registrato con questo ingresso.',
  genitore: 'genitore',
  figlio: 'figlio o figlia',
  /** the store knows one parent: of who is neither that parent nor a child, only that they came together */
  stessoNucleo: 'stesso nucleo',
  dimesso: (giorno: string) => `dimissione ${giorno}`,
  aggiungi: 'Aggiungi al nucleo…',
};
