import {
  CODICI_CONTROLLO,
  type CodiceControllo,
  type DatiControllo,
  type Gravita,
  type RigaControllo,
  type VoceControllo,
} from './controllo-dati.ts';
import {
  trovaOltreDurata,
  trovaRelazioniInScadenza,
  trovaSchedeIncomplete,
  trovaSenzaEsito,
  trovaSenzaModulo,
  trovaSovrapposte,
  trovaSquadrature,
} from './controllo-permanenze.ts';
import {
  trovaAllontanamentiAperti,
  trovaCodiciFuori,
  trovaCodiciSconosciuti,
  trovaGiorniSenzaCodice,
  trovaPostiSuperati,
} from './controllo-presenze.ts';

export type {
  CodiceControllo,
  DatiControllo,
  PermanenzaControllo,
  VoceControllo,
} from './controllo-dati.ts';
export { flussoDelMese } from './controllo-permanenze.ts';

interface Controllo {
  trova: (d: DatiControllo) => RigaControllo[];
  gravita: Gravita;
  /** title when something is found, what it means, title when nothing is */
  titolo: string;
  spiegazione: string;
  titoloOk: string;
}

const CONTROLLI: Record<CodiceControllo, Controllo> = {
  giorni_senza_codice: {
    trova: trovaGiorniSenzaCodice,
    gravita: 'blocca',
    titolo: 'Giorni senza codice',
    spiegazione: 'Senza codice non contano come presenze.',
    titoloOk: 'Ogni giorno ha il suo codice',
  },
  codici_fuori_permanenza: {
    trova: trovaCodiciFuori,
    gravita: 'blocca',
    titolo: 'Codici fuori dalla permanenza',
    spiegazione: 'Vanno tolti: il giorno non è tra ingresso e dimissione.',
    titoloOk: 'Nessun codice fuori dalla permanenza',
  },
  codici_sconosciuti: {
    trova: trovaCodiciSconosciuti,
    gravita: 'blocca',
    titolo: 'Codici che non esistono',
    spiegazione: 'Vanno sostituiti con un codice della legenda.',
    titoloOk: 'Tutti i codici sono nella legenda',
  },
  permanenze_sovrapposte: {
    trova: trovaSovrapposte,
    gravita: 'blocca',
    titolo: 'Permanenze sovrapposte',
    spiegazione: 'La stessa persona non può essere presente due volte: correggere le date.',
    titoloOk: 'Nessuna permanenza sovrapposta',
  },
  senza_modulo: {
    trova: trovaSenzaModulo,
    gravita: 'avviso',
    titolo: 'Permanenze senza modulo',
    spiegazione: 'Ogni giorno deve appartenere a un modulo: assegnarlo.',
    titoloOk: 'Ogni permanenza ha il suo modulo',
  },
  quadratura: {
    trova: trovaSquadrature,
    gravita: 'blocca',
    titolo: 'Il conto non torna',
    spiegazione: 'Controllare ingressi e dimissioni vicino al cambio di mese.',
    titoloOk: 'Il conto torna con il mese prima',
  },
  dimissione_senza_esito: {
    trova: trovaSenzaEsito,
    gravita: 'avviso',
    titolo: 'Dimissione senza esito',
    spiegazione: 'Nei report resta contata a parte, senza esito.',
    titoloOk: 'Ogni dimissione ha il suo esito',
  },
  relazione_in_scadenza: {
    trova: trovaRelazioniInScadenza,
    gravita: 'avviso',
    titolo: 'Relazione di dimissione in scadenza',
    spiegazione: '',
    titoloOk: 'Nessuna relazione di dimissione da scrivere',
  },
  allontanamento_aperto: {
    trova: trovaAllontanamentiAperti,
    gravita: 'avviso',
    titolo: 'Allontanamento senza esito',
    spiegazione: '',
    titoloOk: 'Nessun allontanamento senza esito',
  },
  posti_superati: {
    trova: trovaPostiSuperati,
    gravita: 'avviso',
    titolo: 'Posti superati',
    spiegazione: 'Controllare i posti disponibili o il modulo degli ospiti.',
    titoloOk: 'Nessun giorno oltre i posti disponibili',
  },
  oltre_durata_massima: {
    trova: trovaOltreDurata,
    gravita: 'avviso',
    titolo: 'Oltre la durata massima del modulo',
    spiegazione: '',
    titoloOk: 'Nessuno oltre la durata massima del modulo',
  },
  scheda_incompleta: {
    trova: trovaSchedeIncomplete,
    gravita: 'avviso',
    titolo: 'Scheda incompleta',
    spiegazione: 'Nel report quello che manca è contato come non noto.',
    titoloOk: 'Tutte le schede sono complete',
  },
  eventi_incompleti: {
    trova: (d) => (d.eventiIncompleti ?? []).map(({ giorno, testo }) => ({ giorno, testo })),
    gravita: 'avviso',
    titolo: 'Incontri e visite senza modalità o tipo',
    spiegazione: '',
    titoloOk: 'Incontri e visite senza modalità o tipo: nessuno',
  },
};

/** How many lines are told in the detail before «e altri N». */
const RIGHE_NEL_DETTAGLIO = 3;

function raccontaGiorniMancanti(righe: readonly RigaControllo[]): string {
  const perOspite = Map.groupBy(righe, (r) => r.testo.split(': ')[0] ?? '');
  const nomi = [...perOspite].map(([nome, giorni]) =>
    giorni.length === 1 ? `${giorni[0]?.testo.replace(' senza codice', '')}` : `${nome}: ${giorni.length} giorni`,
  );
  return elenco(nomi);
}

function elenco(testi: readonly string[]): string {
  const altri = testi.length - RIGHE_NEL_DETTAGLIO;
  const primi = testi.slice(0, RIGHE_NEL_DETTAGLIO).join('; ');
  return altri > 0 ? `${primi}; e altri ${altri}` : primi;
}

function dettaglioDi(codice: CodiceControllo, righe: readonly RigaControllo[], spiegazione: string): string {
  const racconto = codice === 'giorni_senza_codice' ? raccontaGiorniMancanti(righe) : elenco(righe.map((r) => r.testo));
  const fine = /[.?!]$/.test(racconto) ? '' : '.';
  return `${racconto}${fine} ${spiegazione}`.trim();
}

function controlla(codice: CodiceControllo, d: DatiControllo): VoceControllo {
  const { trova, gravita, titolo, spiegazione, titoloOk } = CONTROLLI[codice];
  const righe = trova(d);
  if (righe.length === 0) return { codice, gravita: 'ok', titolo: titoloOk, dettaglio: '', righe };
  return { codice, gravita, titolo, dettaglio: dettaglioDi(codice, righe, spiegazione), righe };
}

const ORDINE: readonly Gravita[] = ['blocca', 'avviso', 'ok'];

/**
 * The checklist before closing a month: one line per check, those that block first, then remarks, then what is in order.
 * Checks for which nothing was given (`eventiIncompleti`) are left out.
 */
export function controllaMese(d: DatiControllo): VoceControllo[] {
  return CODICI_CONTROLLO.filter((c) => c !== 'eventi_incompleti' || d.eventiIncompleti !== undefined)
    .map((c) => controlla(c, d))
    .sort((a, b) => ORDINE.indexOf(a.gravita) - ORDINE.indexOf(b.gravita));
}

/**
 * The lines that refuse the closing. With `conMancanti` (the person has confirmed) days without a code do not, and travel as
 * a remark (formats.md §2, `chiudi-mese --con-mancanti`).
 */
export function impedimenti(voci: readonly VoceControllo[], conMancanti: boolean): VoceControllo[] {
  return voci.filter((v) => v.gravita === 'blocca' && !(conMancanti && v.codice === 'giorni_senza_codice'));
}
