import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { plurale } from './numero.ts';

/** What a struttura is made of: places by period, rooms and who sleeps in them, staff. */
export const casa = {
  titolo: 'Posti, stanze e operatori',
  apri: 'Posti, stanze e operatori',
  torna: 'Impostazioni',
  togli: 'Togli',
  dal: 'Dal',
  al: 'Fino al',
  alCosa: 'Vuoto: fino a nuovo ordine.',
  apertaDal: 'Aperto dal',
  apertaDalCosa: 'Vuoto: da sempre.',
  apertaAl: 'Ultimo giorno',
  apertaAlCosa: 'Vuoto finché resta aperto.',
  /** null: open until further notice, and since always */
  aperto: (dal: Giorno | null, al: Giorno | null) =>
    al !== null ? `ultimo giorno ${formatGiornoBreve(al)}` : dal !== null ? `aperto dal ${formatGiornoBreve(dal)}` : '',
  chiusa: (al: Giorno | null) => (al === null ? 'non ancora aperta' : `chiusa dopo il ${formatGiornoBreve(al)}`),
  finoA: (al: Giorno | null) => (al === null ? 'fino a nuovo ordine' : formatGiornoBreve(al)),
  giorno: (g: Giorno) => formatGiornoBreve(g),
  soloResponsabile: 'Posti, stanze e operatori li cambia chi ha il ruolo di responsabile.',
  nessunaStruttura: 'Non c’è ancora nessuna struttura: aggiungerla nelle Impostazioni.',

  posti: 'Posti',
  postiCosa:
    'Il periodo cominciato per ultimo decide; quando finisce, torna da solo quello di prima. Saturazione e posti liberi ne seguono.',
  modulo: 'Modulo',
  accreditati: 'Accreditati',
  disponibili: 'Disponibili',
  motivo: 'Motivo',
  motivoCosa: 'Per esempio: lavori al secondo piano.',
  oggi: 'valgono oggi',
  aggiungiPosti: 'Aggiungi un periodo',
  periodo: (modulo: string, dal: Giorno) => `${modulo}, posti dal ${formatGiornoBreve(dal)}`,
  postiSalvati: 'Posti salvati.',
  postiTolti: 'Periodo tolto.',
  nessunModulo: 'Nessun modulo: aggiungerlo nelle Impostazioni.',

  stanze: 'Stanze',
  stanzeDi: (letti: number, ospiti: number) =>
    `${plurale(letti, 'letto', 'letti')} per ${plurale(ospiti, 'ospite', 'ospiti')}`,
  pochiLetti: (mancano: number) =>
    mancano === 1
      ? 'I letti sono uno meno degli ospiti: aggiungere un letto o una stanza.'
      : `I letti sono ${mancano} meno degli ospiti: aggiungere letti o stanze.`,
  stanza: 'Stanza',
  letti: 'Letti',
  chiDorme: 'Chi ci dorme stanotte',
  nessuno: 'nessuno',
  nonInUso: 'non in uso',
  piuDeiLetti: 'più ospiti che letti',
  aggiungiStanza: 'Aggiungi una stanza',
  correggiStanza: (nome: string) => `Correggi la stanza ${nome}`,
  tuttaLaCasa: 'Tutta la struttura',
  stanzaSalvata: (nome: string) => `Stanza ${nome} salvata.`,
  nessunaStanza: 'Nessuna stanza: aggiungere la prima, con i suoi letti.',
  senzaStanza: 'Senza stanza',
  assegna: 'Assegna',
  assegnaA: (nome: string) => `Assegna la stanza a ${nome}`,
  cambia: (nome: string) => `Cambia stanza a ${nome}`,
  assegnaTitolo: (nome: string) => `Stanza di ${nome}`,
  daQuando: 'Da quando',
  letto: 'Letto',
  lettoCosa: 'Facoltativo: come si chiama il letto.',
  nessunaScelta: 'Nessuna stanza',
  assegnata: (nome: string) => `Stanza di ${nome} salvata.`,
  liberi: (n: number) => (n > 0 ? `, ${plurale(n, 'letto libero', 'letti liberi')}` : ', piena'),

  operatori: 'Operatori',
  operatoriCosa: 'Chi lavora o aiuta nella struttura. Non sono gli accessi: quelli si danno in «Persone».',
  nome: 'Nome',
  nomeCosa: 'Cognome e nome, come nei turni.',
  qualifica: 'Qualifica',
  aggiungiOperatore: 'Aggiungi una persona',
  correggiOperatore: (nome: string) => `Correggi ${nome}`,
  operatoreSalvato: (nome: string) => `${nome}: salvato.`,
  nessunOperatore: 'Nessuno: aggiungere chi lavora nella struttura, per sceglierlo nei moduli.',
  nonPiu: (al: Giorno) => `fino al ${formatGiornoBreve(al)}`,

  campi: {
    nome: 'Nome',
    modulo: 'Modulo',
    letti: 'Letti',
    qualifica: 'Qualifica',
    dal: 'Dal',
    al: 'Fino al',
    validoDal: 'Dal',
    validoAl: 'Fino al',
    accreditati: 'Accreditati',
    disponibili: 'Disponibili',
    motivo: 'Motivo',
  } as Readonly<Record<string, string>>,
  manca: {
    nome: 'Scrivere il nome.',
    data: 'Data non valida: scrivere giorno, mese e anno, per esempio 1/1/2025.',
    letti: 'Scrivere un numero intero da 1 a 40.',
    posti: 'Scrivere un numero intero da 0 a 999.',
    modulo: 'Scegliere il modulo.',
  },
};
