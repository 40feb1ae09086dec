import {
  CODICI_CONTROLLO,
  type CodiceControllo,
  type DatiControllo,
  type Gravita,
  type RigaControllo,
  type VoceControllo,
} from './controllo-dati.ts';
import {
  trovaModuliChiusi,
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
import {
  trovaAssenzeOltre,
  trovaCodiciFiscali,
  trovaDimenticate,
  trovaIdentita,
  trovaMinori,
  trovaNascitePresunte,
  trovaRelazioniStrane,
  trovaSenzaDestinazione,
  trovaSospesi,
} from './controllo-qualita.ts';

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
  modulo_chiuso: {
    trova: trovaModuliChiusi,
    gravita: 'avviso',
    titolo: 'Ospite in un modulo chiuso',
    spiegazione:
      'Un modulo chiuso non ha posti: quei giorni si contano senza un posto. Correggere il modulo dell’ospite, le date o l’apertura.',
    titoloOk: 'Nessun ospite in un modulo chiuso',
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
    titolo: 'Dimissioni senza esito',
    spiegazione: 'Nei report resta contata a parte, senza esito.',
    titoloOk: 'Ogni dimissione ha il suo esito',
  },
  relazione_in_scadenza: {
    trova: trovaRelazioniInScadenza,
    gravita: 'avviso',
    titolo: 'Relazioni di dimissione in scadenza',
    spiegazione: '',
    titoloOk: 'Nessuna relazione di dimissione da scrivere',
  },
  allontanamento_aperto: {
    trova: trovaAllontanamentiAperti,
    gravita: 'avviso',
    titolo: 'Allontanamenti senza esito',
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
    titolo: 'Schede incomplete',
    spiegazione: 'Nel report quello che manca è contato come non noto.',
    titoloOk: 'Le schede hanno tutto quello che serve ai report',
  },
  permanenza_dimenticata: {
    trova: trovaDimenticate,
    gravita: 'avviso',
    titolo: 'Permanenze forse dimenticate',
    spiegazione: 'Una dimissione non scritta lascia un posto occupato e giorni da pagare che non ci sono stati.',
    titoloOk: 'Nessuna permanenza dimenticata',
  },
  assenza_senza_rientro: {
    trova: trovaAssenzeOltre,
    gravita: 'avviso',
    titolo: 'Uscite e rientri previsti, e non scritti',
    spiegazione: 'Finché il rientro manca i giorni restano di assenza; finché l’uscita non è confermata, no.',
    titoloOk: 'Nessun rientro da scrivere',
  },
  appuntamenti_in_sospeso: {
    trova: trovaSospesi,
    gravita: 'avviso',
    titolo: 'Visite, incontri e attività passati e ancora «previsti»',
    spiegazione: 'Nei report si contano solo quelli fatti.',
    titoloOk: 'Nessun appuntamento passato in sospeso',
  },
  relazione_da_ricontrollare: {
    trova: trovaRelazioniStrane,
    gravita: 'avviso',
    titolo: 'Relazione su un incontro con un giorno da ricontrollare',
    spiegazione: 'Con quel giorno la relazione risulta inviata, e tra le scadenze non la ricorda più nessuno.',
    titoloOk: 'Ogni relazione su un incontro ha un giorno possibile',
  },
  dimissione_senza_destinazione: {
    trova: trovaSenzaDestinazione,
    gravita: 'avviso',
    titolo: 'Dimissioni senza destinazione',
    spiegazione: 'Serve a sapere dove vanno le persone dopo il programma.',
    titoloOk: 'Ogni dimissione ha la sua destinazione',
  },
  minore_senza_titolo: {
    trova: trovaMinori,
    gravita: 'avviso',
    titolo: 'Minori senza titolo dell’accoglienza o tutore',
    spiegazione: 'Senza, non si sa chi ha deciso l’accoglienza e chi firma per il minore.',
    titoloOk: 'Ogni minore ha titolo dell’accoglienza e chi ne risponde',
  },
  identita_da_confermare: {
    trova: trovaIdentita,
    gravita: 'avviso',
    titolo: 'Identità da confermare',
    spiegazione: 'Una persona scritta in fretta può risultare due volte.',
    titoloOk: 'Ogni identità è confermata',
  },
  nascita_presunta: {
    trova: trovaNascitePresunte,
    gravita: 'avviso',
    titolo: 'Date di nascita presunte: accertarle',
    spiegazione: 'Età, diciotto anni e codice fiscale si calcolano da una data che nessuno ha ancora visto scritta.',
    titoloOk: 'Ogni data di nascita è accertata',
  },
  codice_fiscale: {
    trova: trovaCodiciFiscali,
    gravita: 'avviso',
    titolo: 'Codici fiscali da ricontrollare',
    spiegazione: 'È da quello che l’Accoglienza riconosce la stessa persona in due comunità.',
    titoloOk: 'I codici fiscali tornano con le persone',
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
  const { trova, gravita, titolo, titoloOk } = CONTROLLI[codice];
  const righe = trova(d);
  if (righe.length === 0) return { codice, gravita: 'ok', titolo: titoloOk, dettaglio: '', righe };
  return { codice, gravita, titolo, dettaglio: dettaglioDi(codice, righe, percheDi(codice)), righe };
}

/** Why, for the checks whose title does not already say it. */
const PERCHE: Partial<Record<CodiceControllo, string>> = {
  relazione_in_scadenza: 'Si manda al servizio inviante entro il giorno che dice la regola delle scadenze.',
  allontanamento_aperto: 'Finché non si decide tra rientro e dimissione, la permanenza resta aperta.',
  oltre_durata_massima: 'Serve una proroga, un altro modulo o la dimissione.',
  eventi_incompleti: 'Nei report non si sa dove contarli.',
};

/** Why a check matters, in words. */
export function percheDi(codice: CodiceControllo): string {
  return CONTROLLI[codice].spiegazione || (PERCHE[codice] ?? '');
}

/** Checks on who the guests are and on what was booked: only where that was given. */
const SULLE_PERSONE: ReadonlySet<CodiceControllo> = new Set([
  'permanenza_dimenticata',
  'assenza_senza_rientro',
  'appuntamenti_in_sospeso',
  'relazione_da_ricontrollare',
  'dimissione_senza_destinazione',
  'minore_senza_titolo',
  'identita_da_confermare',
  'nascita_presunta',
  'codice_fiscale',
]);

const ORDINE: readonly Gravita[] = ['blocca', 'avviso', 'ok'];

/**
 * The checklist before closing a month: one line per check, those that block first, then remarks, then what is in order.
 * Checks for which nothing was given (`eventiIncompleti`, `anagrafica`, `appuntamentiSospesi`) are left out.
 */
export function controllaMese(d: DatiControllo): VoceControllo[] {
  const guardata = d.permanenze.some((p) => p.anagrafica !== undefined) || d.appuntamentiSospesi !== undefined;
  return CODICI_CONTROLLO.filter((c) => c !== 'eventi_incompleti' || d.eventiIncompleti !== undefined)
    .filter((c) => guardata || !SULLE_PERSONE.has(c))
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
