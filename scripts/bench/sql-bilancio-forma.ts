import { ESITI } from '../../domain/esito.ts';
import { type Mese, mesiDelPeriodo, type Periodo } from '../../domain/giorno.ts';
import type { RigaEsiti, RigheSql } from './sql-bilancio.ts';

type Oggetto = Record<string, unknown>;

const FLUSSO = ['presentiInizio', 'ingressi', 'trattati', 'dimessi', 'presentiFine'];
const GIORNATE = [
  ...['giorniDiPermanenza', 'giornatePresenza', 'giornatePagate', 'giornateOccupate', 'giorniMancanti'],
  'mediaGiornaliera',
];
const SATURAZIONI = ['saturazioneAccreditati', 'saturazioneDisponibili'];
const ETA = ['etaMedia', 'etaMin', 'etaMax', 'durataMediaGiorni'];
const PROFILO = [
  ...['stato_civile', 'figli_minori', 'istruzione', 'occupazione', 'provenienza', 'carcerazioni', 'dipendenza'],
];

/** The rows of the hand-written SQL in the shape of `report bilancio`, key by key. */
export function formaBilancio(righe: RigheSql, periodo: Periodo): Oggetto {
  const forma = new Forma(righe, mesiDelPeriodo(periodo));
  return {
    ...periodo,
    comunita: righe.strutture.map(({ codice, nome }) => forma.comunita(codice, nome)),
    cooperativa: forma.gruppo('G:COOPERATIVA'),
    altri: {
      DGA: {
        ...forma.gruppo('G:DGA'),
        residenziale: forma.gruppo('D:residenziale'),
        territoriale: forma.gruppo('D:territoriale'),
        ...(forma.has('D:altriModuli') ? { altriModuli: forma.gruppo('D:altriModuli') } : {}),
      },
      MINORE: forma.gruppo('G:MINORE'),
      ADULTO: forma.gruppo('G:ADULTO'),
      DUS_DUA_ALTRE_STRUTTURE: forma.gruppo('G:DUS_DUA_ALTRE_STRUTTURE'),
      NON_INDICATA: forma.gruppo('G:NON_INDICATA'),
    },
  };
}

class Forma {
  private readonly mesi: readonly Mese[];
  private readonly figure: ReadonlyMap<string, Oggetto>;
  private readonly persone: ReadonlyMap<string, Oggetto>;
  private readonly esiti: ReadonlyMap<string, RigaEsiti[]>;
  private readonly esitiPersone: ReadonlyMap<string, RigaEsiti[]>;
  private readonly profilo: ReadonlyMap<string, RigheSql['profilo']>;
  private readonly flussi: ReadonlyMap<string, RigheSql['flussi'][number]>;
  private readonly giornate: ReadonlyMap<string, RigheSql['giornate'][number]>;
  private readonly eventi: ReadonlyMap<string, RigheSql['eventi']>;

  constructor(righe: RigheSql, mesi: readonly Mese[]) {
    this.mesi = mesi;
    this.figure = new Map(righe.figure.map((riga) => [riga.k, riga]));
    this.persone = new Map(righe.persone.map(({ k, ...persone }) => [k, persone]));
    this.esiti = Map.groupBy(righe.esiti, (riga) => riga.k);
    this.esitiPersone = Map.groupBy(righe.esitiPersone, (riga) => riga.k);
    this.profilo = Map.groupBy(righe.profilo, (riga) => `${riga.k} ${riga.voce}`);
    this.flussi = new Map(righe.flussi.map((riga) => [`${riga.k} ${riga.mese}`, riga]));
    this.giornate = new Map(righe.giornate.map((riga) => [`${riga.k} ${riga.mese}`, riga]));
    this.eventi = Map.groupBy(righe.eventi, (riga) => `${riga.tavola} ${riga.codice}`);
  }

  has(k: string): boolean {
    return this.figure.has(k);
  }

  comunita(codice: string, nome: string): Oggetto {
    const minori = `C:${codice}:1`;
    return {
      codice,
      nome,
      ...this.struttura(`C:${codice}:0`),
      minori: this.has(minori) ? this.struttura(minori) : null,
      incontri: this.conteggio(this.eventi.get(`incontri ${codice}`)),
      visite: this.conteggio(this.eventi.get(`visite ${codice}`)),
      attivita: this.conteggio(this.eventi.get(`attivita ${codice}`)),
    };
  }

  gruppo(k: string): Oggetto {
    return {
      ...this.comuni(k),
      ingressiTeste: this.figure.get(k)?.['ingressiTeste'] ?? 0,
      ...this.conEsiti(k, 'esitiProgrammi'),
      profilo: Object.fromEntries(
        PROFILO.map((voce) => [
          voce,
          Object.fromEntries((this.profilo.get(`${k} ${voce}`) ?? []).map(({ valore, n }) => [valore, n])),
        ]),
      ),
    };
  }

  private struttura(k: string): Oggetto {
    return {
      ...this.comuni(k),
      ...this.conEsiti(k, 'esiti'),
      mesi: Object.fromEntries(this.mesi.map((mese) => [mese, this.mese(`${k} ${mese}`)])),
    };
  }

  /** Without stays: counts and the mean are zero, what is of nobody is null. */
  private comuni(k: string): Oggetto {
    const riga = this.figure.get(k) ?? {};
    const prendi = (nomi: readonly string[], vuoto: number | null) => nomi.map((nome) => [nome, riga[nome] ?? vuoto]);
    return {
      ...Object.fromEntries([...prendi([...FLUSSO, ...GIORNATE], 0), ...prendi([...SATURAZIONI, ...ETA], null)]),
      persone: this.persone.get(k) ?? { totale: 0, M: 0, F: 0, T: 0 },
    };
  }

  private conEsiti(k: string, chiave: 'esiti' | 'esitiProgrammi'): Oggetto {
    const senzaEsito = this.esiti.get(k)?.find((riga) => riga.esito === null)?.n;
    return {
      [chiave]: inOrdine(this.esiti.get(k)),
      esitiPersone: inOrdine(this.esitiPersone.get(k)),
      ...(senzaEsito === undefined ? {} : { senzaEsito }),
    };
  }

  private mese(chiave: string): Oggetto {
    const flusso = this.flussi.get(chiave);
    const giornate = this.giornate.get(chiave);
    return {
      presentiInizio: flusso?.presentiInizio ?? 0,
      ingressi: flusso?.ingressi ?? 0,
      dimessi: flusso?.dimessi ?? 0,
      presentiFine: flusso?.presentiFine ?? 0,
      giornatePresenza: giornate?.presenza ?? 0,
      giornatePagate: giornate?.pagate ?? 0,
      giornateOccupate: (flusso?.giorni ?? 0) - (giornate?.liberi ?? 0),
    };
  }

  private conteggio(righe: readonly { voce: string; n: number }[] = []): Record<string, number> {
    return Object.fromEntries(righe.map(({ voce, n }) => [voce, n]));
  }
}

function inOrdine(righe: readonly RigaEsiti[] = []): Oggetto[] {
  return ESITI.flatMap((esito) => {
    const riga = righe.find((una) => una.esito === esito);
    return riga ? [{ esito, n: riga.n, percentuale: riga.percentuale }] : [];
  });
}
