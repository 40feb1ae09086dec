import { nomeFestivo } from '../../domain/festivi.ts';
import { type Giorno, giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { ContoMese } from '../../domain/presenza.ts';
import { testi } from '../testi/index.ts';
import type { GrigliaMese, RigaMese } from './conti.ts';
import { carattere, type Esito, isDentro, type RigaGriglia } from './griglia-stato.ts';

const t = testi.presenze;

export type Codice = GrigliaMese['codici'][number];

/** `uscita` from `Uscita / rientro in famiglia (giornata intera)`: the label as it reads inside a sentence. */
export function etichettaBreve(etichetta: string): string {
  const prima = (/^[^/(]+/.exec(etichetta)?.[0] ?? etichetta).trim();
  return prima.charAt(0).toLowerCase() + prima.slice(1);
}

/** Letter → how it reads in a sentence. */
export function etichettePerLettera(codici: readonly Codice[]): ReadonlyMap<string, string> {
  return new Map(codici.map((c) => [c.voce, etichettaBreve(c.etichetta)]));
}

/** `ven 14 mar`, with the holiday's name when it is one. */
export function etichettaGiorno(mese: Mese, n: number): string {
  const giorno = giornoDelMese(mese, n);
  const festa = nomeFestivo(giorno);
  return festa === undefined ? formatGiorno(giorno) : `${formatGiorno(giorno)}, ${festa}`;
}

/** Everything the words of the grid need besides the row. */
export interface Parole {
  readonly mese: Mese;
  readonly etichette: ReadonlyMap<string, string>;
  readonly codici: readonly Codice[];
  /** last day whose missing code is in evidence; 0 when none */
  readonly mancantiFino: number;
}

/** `uscita, non pagata, posto conservato`: a day of a row, in words. */
export function spiegaGiorno(riga: RigaGriglia, n: number, parole: Parole): string {
  if (!isDentro(riga, n)) return t.fuori;
  const lettera = carattere(riga, n);
  if (lettera === '.')
    return `${n <= parole.mancantiFino ? t.daRegistrare : t.nonRegistrata}, ${t.nonPagata}, ${t.postoConservato}`;
  const codice = parole.codici.find((c) => c.voce === lettera);
  if (!codice) return lettera;
  const pagata = codice.pagata ? t.pagata : t.nonPagata;
  const posto = codice.presente ? '' : `, ${codice.occupaPosto ? t.postoConservato : t.postoLibero}`;
  return `${parole.etichette.get(lettera) ?? lettera}, ${pagata}${posto}`;
}

/** `uscita 2, ricovero 4` */
export function spiegaAssenze(conto: ContoMese, codici: readonly Codice[]): string {
  return codici
    .filter((c) => !c.presente && (conto.perCodice[c.voce] ?? 0) > 0)
    .map((c) => `${etichettaBreve(c.etichetta)} ${conto.perCodice[c.voce]}`)
    .join(', ');
}

/** The modulo as the row shows it: the tipologia, `TR→ALC` when it changes within the month. */
export function moduloBreve(riga: RigaMese, mese: Mese): string {
  const nomi = riga.moduli.map((m) => ({ dal: m.dal, nome: m.tipologia || m.modulo }));
  const primaDelMese = nomi.filter((m) => m.dal <= giornoDelMese(mese, 1)).at(-1);
  const nelMese = nomi.filter((m) => m.dal > giornoDelMese(mese, 1) && m.dal.startsWith(mese));
  const tutti = [...(primaDelMese ? [primaDelMese] : []), ...nelMese].map((m) => m.nome);
  return tutti.length === 0 ? t.senzaModuloBreve : tutti.filter((nome, i) => nome !== tutti[i - 1]).join('→');
}

/** What the strip says of a guest: dates, counts, what the scheda lacks. */
export function spiegaRiga(riga: RigaMese, conto: ContoMese, codici: readonly Codice[]): string {
  const parti = [
    t.ingressoIl(formatGiornoAnno(riga.dataIngresso)),
    ...(riga.dataDimissione === null ? [] : [t.dimissioneIl(formatGiornoAnno(riga.dataDimissione))]),
    t.contiRiga(conto.presenza, conto.pagate, spiegaAssenze(conto, codici)),
    ...(riga.manca.length === 0 ? [] : [t.nonCompleta(riga.manca)]),
  ];
  return parti.join('; ');
}

/** `lun 3 mar 2025` */
export function formatGiornoAnno(g: Giorno): string {
  return `${formatGiorno(g)} ${g.slice(0, 4)}`;
}

/** What the grid says after an action, in one sentence. */
export function spiegaEsito(
  esito: Esito,
  righe: readonly (RigaMese | undefined)[],
  parole: Parole,
  formatNome: (cognome: string, nome: string) => string,
): string {
  const e = t.esiti;
  const elenco = parole.codici.map((c) => `${c.voce} ${parole.etichette.get(c.voce)}`).join(', ');
  const con = (frase: string, coda: string) => (coda === '' ? `${frase}.` : `${frase}; ${coda}.`);
  switch (esito.tipo) {
    case 'fuori':
      return spiegaFuori(righe[esito.cella.riga], giornoDelMese(parole.mese, esito.cella.colonna), formatNome);
    case 'lettera':
      return e.lettera(esito.lettera, elenco);
    case 'bloccata':
      return e.bloccata;
    case 'scegliere_giorno':
      return e.scegliere;
    case 'niente_da_annullare':
      return e.annullareNiente;
    case 'niente_da_ripetere':
      return e.ripetereNiente;
    case 'niente_da_registrare':
      return e.registrareNiente;
    case 'scritto': {
      const stato = esito.codice === '.' ? t.nonRegistrata : (parole.etichette.get(esito.codice) ?? esito.codice);
      return `${formatGiorno(giornoDelMese(parole.mese, esito.cella.colonna))}: ${stato}`;
    }
    case 'riempiti':
    case 'presenti':
      return con(e[esito.tipo](esito.quanti), esito.saltati > 0 ? e.saltatiFuori(esito.saltati) : '');
    case 'incollati':
      return con(e.incollati(esito.quanti), esito.saltati > 0 ? e.saltatiFuori(esito.saltati) : '');
    case 'annullati':
    case 'ripetuti':
      return con(e[esito.tipo](esito.quanti), esito.saltati > 0 ? e.saltatiCambiati(esito.saltati) : '');
    case 'incolla_rifiutato':
      return e.incollaRifiutato(esito.valore.slice(0, 20), esito.riga, esito.colonna, elenco);
    case 'incolla_vuoto':
      return e.incollaVuoto;
  }
}

function spiegaFuori(
  riga: RigaMese | undefined,
  giorno: Giorno,
  formatNome: (cognome: string, nome: string) => string,
): string {
  if (!riga) return t.fuori;
  const nome = formatNome(riga.cognome, riga.nome);
  if (giorno < riga.dataIngresso)
    return t.esiti.fuoriPrima(nome, formatGiorno(giorno), formatGiorno(riga.dataIngresso));
  if (riga.dataDimissione !== null && giorno >= riga.dataDimissione) {
    return t.esiti.fuoriDopo(nome, formatGiorno(giorno), formatGiorno(riga.dataDimissione));
  }
  return t.esiti.fuori(nome, formatGiorno(giorno));
}
