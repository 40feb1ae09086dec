import { letteraDiControllo, treLettereCognome, treLettereNome } from '../../domain/codice-fiscale.ts';
import { ESITI, type Esito } from '../../domain/esito.ts';
import {
  addGiorni,
  type Giorno,
  giorniDelMese,
  giornoDelMese,
  mesiDelPeriodo,
  type Periodo,
} from '../../domain/giorno.ts';
import { maskDelMese } from '../../domain/permanenza.ts';
import { Caso } from './caso.ts';
import { CASE, COGNOMI, LUOGHI, NOMI_F, NOMI_M } from './nomi.ts';

/** A sheet of the workbook (formats.md §1): one record a row, column → text. */
export type Riga = Record<string, string>;
export type Cartella = Record<
  'strutture' | 'moduli' | 'ospiti' | 'ingressi' | 'cambi_modulo' | 'presenze' | 'visite' | 'incontri' | 'attivita',
  Riga[]
>;

export interface Invenzione {
  readonly seme: number;
  readonly strutture: number;
  readonly periodo: Periodo;
  /** places of each struttura, all moduli together */
  readonly posti: number;
  /** chance that a day is left without a code */
  readonly senzaCodice?: number;
  /** visits, meetings and activities a month, each */
  readonly eventiAlMese?: number;
}

interface Casa {
  readonly codice: string;
  readonly tipo: string;
  readonly utenza: string;
  readonly moduli: readonly { codice: string; tipologia: string; posti: number }[];
}

/** An invented cooperativa as the workbook an office would have: the same seed, the same people. */
export function inventaCooperativa(invenzione: Invenzione): Cartella {
  const caso = new Caso(invenzione.seme);
  const out: Cartella = {
    strutture: [],
    moduli: [],
    ospiti: [],
    ingressi: [],
    cambi_modulo: [],
    presenze: [],
    visite: [],
    incontri: [],
    attivita: [],
  };
  for (let index = 0; index < invenzione.strutture; index++) {
    const casa = inventaCasa(index, invenzione.posti, out);
    for (const modulo of casa.moduli)
      for (let posto = 0; posto < modulo.posti; posto++) inventaPosto(caso, casa, modulo, invenzione, out);
    inventaEventi(caso, casa, invenzione, out);
  }
  return out;
}

function inventaCasa(index: number, posti: number, out: Cartella): Casa {
  const codice = `CASA${String(index).padStart(2, '0')}`;
  const tipo = index % 9 === 7 ? 'NUC' : index % 9 === 8 ? 'BIA' : 'CT';
  const utenza = (['M', 'F', 'MF'] as const)[index % 3] ?? 'MF';
  const nome = `Casa ${CASE[index % CASE.length]}${index >= CASE.length ? ` ${Math.floor(index / CASE.length) + 1}` : ''}`;
  out.strutture.push({ codice, nome, tipo, utenza, ats: 'BS', comune: 'Brescia', provincia: 'BS' });
  const alcol = tipo === 'CT' ? Math.max(1, Math.round(posti * 0.25)) : 0;
  const tipologia = tipo === 'CT' ? 'TR' : tipo;
  const moduli = [
    { codice: `${codice}-${tipologia}`, tipologia, posti: posti - alcol },
    ...(alcol > 0 ? [{ codice: `${codice}-ALC`, tipologia: 'ALC', posti: alcol }] : []),
  ];
  for (const modulo of moduli)
    out.moduli.push({
      codice: modulo.codice,
      struttura: codice,
      nome: modulo.tipologia === 'ALC' ? 'Alcol e polidipendenti' : 'Terapeutico riabilitativo',
      tipologia: modulo.tipologia,
      conta: 'adulti',
      posti_accreditati: String(modulo.posti),
      posti_disponibili: String(modulo.posti),
      valido_dal: '2010-01-01',
      valido_al: '',
    });
  return { codice, tipo, utenza, moduli };
}

/** One place through the years: one guest after the other, with short gaps. */
function inventaPosto(
  caso: Caso,
  casa: Casa,
  modulo: Casa['moduli'][number],
  invenzione: Invenzione,
  out: Cartella,
): void {
  let dal = addGiorni(invenzione.periodo.dal, -caso.int(0, 400));
  while (dal <= invenzione.periodo.al) {
    const durata = caso.chance(0.15) ? caso.int(1, 40) : caso.int(120, 520);
    const fine = addGiorni(dal, durata);
    const dimissione = fine > invenzione.periodo.al ? null : fine;
    if (dimissione === null || dimissione >= invenzione.periodo.dal)
      inventaPermanenza(caso, casa, modulo, invenzione, { dal, dimissione }, out);
    if (dimissione === null) return;
    dal = addGiorni(dimissione, caso.int(0, 25));
  }
}

function inventaPermanenza(
  caso: Caso,
  casa: Casa,
  modulo: Casa['moduli'][number],
  invenzione: Invenzione,
  { dal, dimissione }: { dal: Giorno; dimissione: Giorno | null },
  out: Cartella,
): void {
  const ospite = inventaOspite(caso, casa, dal, out);
  const esito = dimissione === null ? null : inventaEsito(caso);
  const id = `I${String(out.ingressi.length + 1).padStart(5, '0')}`;
  out.ingressi.push({
    id,
    ospite,
    struttura: casa.codice,
    modulo: modulo.codice,
    data_ingresso: dal,
    tipo_ingresso: caso.chance(0.1) ? 'rientro' : 'nuovo',
    utenza: modulo.tipologia === 'ALC' ? 'DUA' : caso.chance(0.7) ? 'DUS' : 'DUA',
    servizio_inviante: caso.pick(['SERD-BS', 'SERD-BG', 'SERD-CR', 'NOA-BS', 'SMI-MN']),
    ente_pagante: caso.pick(['ATS-BS', 'ATS-BS', 'ATS-BG', 'ATS-VP']),
    stato_civile: caso.pick(['celibe_nubile', 'coniugato', 'convivente', 'separato', 'divorziato']),
    figli_minori: caso.pick(['si', 'no']),
    istruzione: caso.pick(['elementare', 'media_inferiore', 'qualifica', 'media_superiore']),
    occupazione: caso.pick(['disoccupato', 'occupato_saltuario', 'occupato_stabile']),
    provenienza: caso.pick(['residenza_stabile', 'carcere', 'senza_fissa_dimora', 'ospedale']),
    carcerazioni: caso.pick(['mai', 'fino_1_mese', 'da_1_a_12_mesi', 'da_1_a_3_anni']),
    dipendenza: caso.pick(['mono', 'poli']),
    sostanze_primarie: caso.pick(['cocaina', 'alcol', 'eroina', 'cocaina|alcol']),
    data_dimissione: dimissione ?? '',
    esito: esito ?? '',
    data_relazione: dimissione === null ? '' : addGiorni(dimissione, caso.int(5, 28)),
  });
  const stay = { dataIngresso: dal, dataDimissione: dimissione, esito };
  const primo = dal > invenzione.periodo.dal ? dal : invenzione.periodo.dal;
  const ultimo = dimissione !== null && dimissione < invenzione.periodo.al ? dimissione : invenzione.periodo.al;
  for (const mese of mesiDelPeriodo({ dal: primo, al: ultimo })) {
    const mask = maskDelMese(stay, mese);
    if (!mask) continue;
    const riga: Riga = { ingresso: id, mese };
    let assenza = '';
    for (let n = 1; n <= giorniDelMese(mese); n++) {
      const giorno = giornoDelMese(mese, n);
      if (n < mask.primo || n > mask.ultimo || giorno > invenzione.periodo.al) continue;
      if (assenza && caso.chance(0.5)) assenza = '';
      else if (!assenza && caso.chance(0.035)) assenza = caso.pick(['U', 'U', 'U', 'U', 'R', 'S', 'S', 'T', 'C', 'A']);
      riga[`g${n}`] = caso.chance(invenzione.senzaCodice ?? 0) ? '' : assenza || 'P';
    }
    out.presenze.push(riga);
  }
}

function inventaEsito(caso: Caso): Esito {
  const pesi: readonly [Esito, number][] = [
    ['concluso', 45],
    ['abbandono', 28],
    ['allontanamento', 12],
    ['arresto_revoca', 8],
    ['arresto_altri_motivi', 3],
    ['ragioni_sanitarie', 4],
  ];
  let n = caso.int(1, 100);
  for (const [esito, peso] of pesi) {
    n -= peso;
    if (n <= 0) return esito;
  }
  return ESITI[0];
}

function inventaOspite(caso: Caso, casa: Casa, ingresso: Giorno, out: Cartella): string {
  const sesso = casa.utenza === 'MF' ? caso.pick(['M', 'F']) : casa.utenza;
  const cognome = caso.pick(COGNOMI);
  const nome = caso.pick(sesso === 'F' ? NOMI_F : NOMI_M);
  const anno = Number(ingresso.slice(0, 4)) - caso.int(19, 60);
  const data_nascita = `${anno}-${String(caso.int(1, 12)).padStart(2, '0')}-${String(caso.int(1, 28)).padStart(2, '0')}`;
  const [belfiore, luogo_nascita] = caso.pick(LUOGHI);
  const id = `O${String(out.ospiti.length + 1).padStart(5, '0')}`;
  out.ospiti.push({
    id,
    cognome,
    nome,
    sesso,
    data_nascita,
    luogo_nascita,
    cittadinanza: caso.chance(0.85) ? 'IT' : caso.pick(['MA', 'RO', 'AL', 'BR', 'TN']),
    codice_fiscale: codiceFiscale(cognome, nome, sesso, data_nascita, belfiore),
    tipo_identificativo: 'CF',
  });
  return id;
}

function codiceFiscale(cognome: string, nome: string, sesso: string, nascita: Giorno, belfiore: string): string {
  const mese = 'ABCDEHLMPRST'.charAt(Number(nascita.slice(5, 7)) - 1);
  const giorno = Number(nascita.slice(8)) + (sesso === 'F' ? 40 : 0);
  const primi15 = `${treLettereCognome(cognome)}${treLettereNome(nome)}${nascita.slice(2, 4)}${mese}${String(giorno).padStart(2, '0')}${belfiore}`;
  return primi15 + letteraDiControllo(primi15);
}

function inventaEventi(caso: Caso, casa: Casa, invenzione: Invenzione, out: Cartella): void {
  const stays = out.ingressi.filter((riga) => riga['struttura'] === casa.codice);
  const quanti = invenzione.eventiAlMese ?? 5;
  for (const mese of mesiDelPeriodo(invenzione.periodo)) {
    for (let n = 0; n < quanti; n++) {
      const data = giornoDelMese(mese, caso.int(1, giorniDelMese(mese)));
      if (data > invenzione.periodo.al) continue;
      const presenti = stays
        .filter(
          (riga) =>
            (riga['data_ingresso'] ?? '') <= data && (!riga['data_dimissione'] || riga['data_dimissione'] > data),
        )
        .map((riga) => riga['ospite'] ?? '');
      if (presenti.length > 0) inventaEvento(caso, casa.codice, data, presenti, out);
    }
  }
}

function inventaEvento(caso: Caso, struttura: string, data: Giorno, presenti: readonly string[], out: Cartella): void {
  const alcuni = () => [...new Set(Array.from({ length: caso.int(1, 8) }, () => caso.pick(presenti)))].join('|');
  const accompagnamento = () => caso.pick(['si', 'no']);
  out.visite.push({
    id: `V${out.visite.length + 1}`,
    data,
    ospite: caso.pick(presenti),
    struttura,
    tipo: caso.pick(['mmg', 'specialistica', 'odontoiatrica', 'prelievo', 'psichiatrica', 'pronto_soccorso']),
    luogo: caso.pick(['Ospedale', 'Ambulatorio', 'CPS']),
    accompagnamento: accompagnamento(),
    esito: '',
  });
  out.incontri.push({
    id: `C${out.incontri.length + 1}`,
    data,
    struttura,
    servizio: caso.pick(['serd', 'noa', 'uepe', 'tribunale', 'avvocato', 'tutela_minori']),
    modalita: caso.pick(['presenza', 'remoto']),
    accompagnamento: accompagnamento(),
    ospiti: caso.pick(presenti),
    oggetto: 'verifica',
  });
  out.attivita.push({
    id: `A${out.attivita.length + 1}`,
    data,
    struttura,
    area: caso.pick(['territorio', 'famiglie', 'gruppo', 'ergoterapia', 'lavoro']),
    titolo: caso.pick(['Gruppo emozioni', 'Orto', 'Uscita in paese', 'Cucina', 'Gruppo famiglie']),
    ore: String(caso.int(1, 3)),
    ospiti: alcuni(),
    operatori: String(caso.int(1, 3)),
    volontari: String(caso.int(0, 2)),
  });
}
