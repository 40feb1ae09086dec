import { registerAdempimento } from '../services/adempimento.ts';
import { listAdempimenti, undoAdempimento } from '../services/adempimento-fatto.ts';
import { listAgenda, listUsatiAgenda, searchAgenda } from '../services/agenda.ts';
import {
  addAllegato,
  getFoto,
  listAllegati,
  openAllegato,
  removeAllegato,
  saveAllegato,
  setFoto,
} from '../services/allegato.ts';
import { undoModifica } from '../services/annulla.ts';
import {
  confirmAssenza,
  correctAssenza,
  listAssenze,
  listAssenzeOspite,
  listPrescrizioni,
  registerAssenza,
  removeAssenza,
  returnAssenza,
} from '../services/assenza.ts';
import {
  listRegole as listRegoleAssenza,
  removeRegola as removeRegolaAssenza,
  saveRegola as saveRegolaAssenza,
} from '../services/assenza-regola.ts';
import {
  getAttivita,
  listAttivitaOspite,
  listUltimi,
  registerAttivita,
  removeAttivita,
  saveAttivita,
} from '../services/attivita.ts';
import { addAvvertenza, listAvvertenzeDiOggi, removeAvvertenza, saveAvvertenza } from '../services/avvertenza.ts';
import { addContatto, openContatto, removeContatto, saveContatto } from '../services/contatto.ts';
import { addDiario, countDiario, listDiario, markReadDiario } from '../services/diario.ts';
import { getDichiarazione } from '../services/dichiarazione.ts';
import { registerDimissione } from '../services/dimissione.ts';
import { previewDimissione } from '../services/dimissione-anteprima.ts';
import { getDimissione } from '../services/dimissione-uscita.ts';
import {
  getGiuridica,
  removeMisura,
  removeUdienza,
  removeViolazione,
  saveMisura,
  saveUdienza,
  saveViolazione,
  snapshotMisure,
} from '../services/giuridica.ts';
import { listGruppi, registerGruppo, removeGruppo, saveGruppo } from '../services/gruppo.ts';
import {
  getIncontro,
  listIncontriContatti,
  listIncontriOspite,
  listIncontriProtetti,
  registerIncontro,
  removeIncontro,
  saveIncontro,
} from '../services/incontro.ts';
import { changeModulo, correctIngresso, getIngresso, registerIngresso, removeIngresso } from '../services/ingresso.ts';
import { getListe } from '../services/lista.ts';
import { searchLuoghi } from '../services/luogo.ts';
import { registerNucleo } from '../services/nucleo.ts';
import { getNotte, getOggi, getSegni } from '../services/oggi.ts';
import { listOperatori, saveOperatore } from '../services/operatore.ts';
import { getOspite } from '../services/ospite.ts';
import { countSezioni } from '../services/ospite-conteggi.ts';
import { saveOspite } from '../services/ospite-identita.ts';
import { listOspiti, listSimiliA, listUsciti, searchOspiti } from '../services/ospite-ricerca.ts';
import { removePosti, savePosti } from '../services/posti.ts';
import { findModifica, getMese, registerPresenze } from '../services/presenza.ts';
import {
  addEvidenza,
  listCandidate,
  listProgetti,
  removeAzione,
  removeEvidenza,
  removeObiettivo,
  removeProgetto,
  removeVerifica,
  reviseProgetto,
  saveAzione,
  saveObiettivo,
  saveProgetto,
  saveVerifica,
} from '../services/progetto.ts';
import { removePromemoria, savePromemoria } from '../services/promemoria.ts';
import { listQualita, listTardivi } from '../services/qualita.ts';
import { listRegole as listRegoleScadenza, saveRegola as saveRegolaScadenza } from '../services/regola-scadenza.ts';
import {
  createRelazione,
  exportRelazione,
  getRelazione,
  listRelazioni,
  removeRelazione,
  saveRelazione,
} from '../services/relazione.ts';
import { reopenDimissione } from '../services/riapertura.ts';
import { listScadenze } from '../services/scadenza.ts';
import { getScelte } from '../services/scelte-ingresso.ts';
import { getScheda, saveScheda } from '../services/scheda-ingresso.ts';
import { getPrecedente } from '../services/scheda-precedente.ts';
import { getSospeso, removeSospeso, saveSospeso } from '../services/sospeso.ts';
import { assignAlloggio, listStanze, saveStanza } from '../services/stanza.ts';
import {
  doneVisita,
  getVisita,
  listVisiteOspite,
  registerVisita,
  removeVisita,
  repeatVisita,
  saveVisita,
} from '../services/visita.ts';
import { listListe, saveVoceLista } from '../services/voce-lista.ts';
import type { Handlers } from './handler.ts';

/** What a community writes and reads of its guests and of itself. */
export const registri = {
  'liste.get': getListe,
  'liste.list': listListe,
  'vociLista.save': saveVoceLista,

  'scadenze.list': listScadenze,
  'adempimenti.list': listAdempimenti,
  'adempimenti.register': registerAdempimento,
  'adempimenti.undo': undoAdempimento,
  'promemoria.save': savePromemoria,
  'promemoria.remove': removePromemoria,
  'regoleScadenza.list': listRegoleScadenza,
  'regoleScadenza.save': saveRegolaScadenza,

  'qualita.list': listQualita,
  'qualita.listTardivi': listTardivi,
  'stanze.list': listStanze,
  'stanze.save': saveStanza,
  'alloggi.assign': assignAlloggio,
  'posti.save': savePosti,
  'posti.remove': removePosti,
  'operatori.list': listOperatori,
  'operatori.save': saveOperatore,

  'presenze.getMese': getMese,
  'presenze.register': registerPresenze,
  'presenze.findModifica': findModifica,

  'assenze.list': listAssenze,
  'assenze.listOspite': listAssenzeOspite,
  'assenze.prescrizioni': listPrescrizioni,
  'assenze.register': registerAssenza,
  'assenze.correct': correctAssenza,
  'assenze.confirm': confirmAssenza,
  'assenze.return': returnAssenza,
  'assenze.remove': removeAssenza,
  'regoleAssenza.list': listRegoleAssenza,
  'regoleAssenza.save': saveRegolaAssenza,
  'regoleAssenza.remove': removeRegolaAssenza,

  'oggi.get': getOggi,
  'oggi.getSegni': getSegni,
  'notte.get': getNotte,

  'ospiti.search': searchOspiti,
  'ospiti.list': listOspiti,
  'ospiti.listAvvertenze': listAvvertenzeDiOggi,
  'ospiti.get': getOspite,
  'ospiti.countSezioni': countSezioni,
  'ospiti.save': saveOspite,
  'ospiti.listSimili': listSimiliA,
  'ospiti.listUsciti': listUsciti,
  'luoghi.search': searchLuoghi,
  'avvertenze.add': addAvvertenza,
  'avvertenze.save': saveAvvertenza,
  'avvertenze.remove': removeAvvertenza,
  'allegati.list': listAllegati,
  'allegati.add': addAllegato,
  'allegati.save': saveAllegato,
  'allegati.remove': removeAllegato,
  'allegati.open': openAllegato,
  'allegati.getFoto': getFoto,
  'allegati.setFoto': setFoto,
  'diario.list': listDiario,
  'diario.count': countDiario,
  'diario.add': addDiario,
  'diario.markRead': markReadDiario,
  'giuridica.get': getGiuridica,
  'misure.save': saveMisura,
  'misure.remove': removeMisura,
  'misure.snapshot': snapshotMisure,
  'udienze.save': saveUdienza,
  'udienze.remove': removeUdienza,
  'violazioni.save': saveViolazione,
  'violazioni.remove': removeViolazione,
  'dichiarazioni.get': getDichiarazione,
  'relazioni.list': listRelazioni,
  'relazioni.get': getRelazione,
  'relazioni.create': createRelazione,
  'relazioni.save': saveRelazione,
  'relazioni.remove': removeRelazione,
  'relazioni.export': exportRelazione,
  'progetti.list': listProgetti,
  'progetti.save': saveProgetto,
  'progetti.revise': reviseProgetto,
  'progetti.remove': removeProgetto,
  'obiettivi.save': saveObiettivo,
  'obiettivi.remove': removeObiettivo,
  'azioni.save': saveAzione,
  'azioni.remove': removeAzione,
  'verificheProgetto.save': saveVerifica,
  'verificheProgetto.remove': removeVerifica,
  'evidenze.candidate': listCandidate,
  'evidenze.add': addEvidenza,
  'evidenze.remove': removeEvidenza,

  'contatti.add': addContatto,
  'contatti.save': saveContatto,
  'contatti.remove': removeContatto,
  'contatti.open': openContatto,
  'ingressi.get': getIngresso,
  'ingressi.register': registerIngresso,
  'ingressi.correct': correctIngresso,
  'ingressi.remove': removeIngresso,
  'ingressi.changeModulo': changeModulo,
  'dimissioni.register': registerDimissione,
  'dimissioni.get': getDimissione,
  'dimissioni.preview': previewDimissione,
  'dimissioni.reopen': reopenDimissione,
  'ingressi.getScheda': getScheda,
  'ingressi.getPrecedente': getPrecedente,
  'ingressi.getScelte': getScelte,
  'ingressi.saveScheda': saveScheda,
  'nuclei.register': registerNucleo,

  'agenda.list': listAgenda,
  'agenda.search': searchAgenda,
  'agenda.listUsati': listUsatiAgenda,
  'visite.get': getVisita,
  'visite.listOspite': listVisiteOspite,
  'visite.register': registerVisita,
  'visite.save': saveVisita,
  'visite.done': doneVisita,
  'visite.repeat': repeatVisita,
  'visite.remove': removeVisita,
  'incontri.get': getIncontro,
  'incontri.listOspite': listIncontriOspite,
  'incontri.listProtetti': listIncontriProtetti,
  'incontri.listContatti': listIncontriContatti,
  'incontri.register': registerIncontro,
  'incontri.save': saveIncontro,
  'incontri.remove': removeIncontro,
  'attivita.get': getAttivita,
  'attivita.listOspite': listAttivitaOspite,
  'attivita.listUltimi': listUltimi,
  'attivita.register': registerAttivita,
  'attivita.save': saveAttivita,
  'attivita.remove': removeAttivita,
  'gruppi.list': listGruppi,
  'gruppi.register': registerGruppo,
  'gruppi.save': saveGruppo,
  'gruppi.remove': removeGruppo,
  'modifiche.undo': undoModifica,
  'sospesi.get': getSospeso,
  'sospesi.save': saveSospeso,
  'sospesi.remove': removeSospeso,
} satisfies Partial<Handlers>;
