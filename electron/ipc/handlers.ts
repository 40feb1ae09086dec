import type { accounts } from '../contract/account.ts';
import type { copie, ripristino } from '../contract/copia.ts';
import type { NomeEndpoint, Output, Parsed } from '../contract/index.ts';
import type { depositi, porta, recupero } from '../contract/recupero.ts';
import type { sessione } from '../contract/sessione.ts';
import { changePassword, createAccount, listAccounts, resetPassword, updateAccount } from '../services/account.ts';
import { setBlocco } from '../services/blocco.ts';
import { getChiavePubblica, listCorrispondenti, registerChiave, renewChiave } from '../services/chiave.ts';
import { listCodici } from '../services/codice-ospite.ts';
import { getConsegne } from '../services/consegna.ts';
import { addContatto, openContatto, removeContatto } from '../services/contatto.ts';
import type { Contesto, ContestoAccessi } from '../services/contesto.ts';
import { getCopie, getStatoCopie, runCopie, saveLuoghi } from '../services/copie.ts';
import { depositRecupero, importDeposito, listDepositi, openDeposito, revokeDeposito } from '../services/deposito.ts';
import { cancelDimissione, registerDimissione } from '../services/dimissione.ts';
import { deliverFascicolo, getFascicolo } from '../services/fascicolo.ts';
import { getModelloFoglio, importFoglio, previewFoglio } from '../services/foglio.ts';
import { saveFoglio } from '../services/foglio-copia.ts';
import { getIdentita, openIdentita, restoreIdentita, sealIdentita } from '../services/identita.ts';
import {
  changeModulo,
  correctIngresso,
  getIngresso,
  registerIngresso,
  removeIngresso,
  searchOspiti,
} from '../services/ingresso.ts';
import { checkMese, closeMese, listMesi, reopenMese } from '../services/mese.ts';
import { getSoglia, saveSoglia } from '../services/numeri-piccoli.ts';
import { getOspite, listOspiti } from '../services/ospite.ts';
import { exportMese, getPaccoFile, listPacchi } from '../services/pacco.ts';
import { importPacchi, planPacchi } from '../services/pacco-import.ts';
import { findModifica, getMese, registerPresenze } from '../services/presenza.ts';
import { provaRipristino } from '../services/prova-ripristino.ts';
import { confirmRecupero, getRecupero, renewRecupero } from '../services/recupero.ts';
import { getVoce, listRegistro, listRegistroOspite, listUtentiRegistro, registerStampa } from '../services/registro.ts';
import { listPossibili, reportBilancio, reportGiornate, reportRighe } from '../services/report.ts';
import { checkRicostruzione, prepareRicostruzione } from '../services/ricostruzione.ts';
import { importRicostruzione } from '../services/ricostruzione-import.ts';
import { liftOscuramento, registerNota, registerOscuramento } from '../services/riservatezza.ts';
import { getListe, listStrutture, saveModulo, saveStruttura } from '../services/struttura.ts';
import { runVerifica } from '../services/verifica.ts';
import type { Host } from './host.ts';
import type { Lavoro } from './lavoro.ts';

/** Endpoints that work on the session itself, before and around an open store. */
export type NomeSessione = keyof typeof sessione | keyof typeof porta | keyof typeof ripristino;

/** What a handler stands on: the host for the session's own endpoints, an open store for all the others. */
export type Fondo<N extends NomeEndpoint> = N extends NomeSessione
  ? Host
  : N extends keyof typeof accounts | keyof typeof recupero | keyof typeof depositi | keyof typeof copie
    ? ContestoAccessi
    : Contesto;

export type Handler<N extends NomeEndpoint> = (
  su: Fondo<N>,
  input: Parsed<N>,
  lavoro: Pick<Lavoro, 'progress'>,
) => Output<N> | Promise<Output<N>>;

/** One handler for each endpoint of the contract: one missing, or one too many, does not compile. */
export type Handlers = { readonly [N in NomeEndpoint]: Handler<N> };

export const handlers: Handlers = {
  'sessione.get': (host) => host.getStato(),
  'sessione.create': (host, input) => host.create(input),
  'sessione.open': (host, input) => host.open(input),
  'sessione.lock': (host) => host.lock(),
  'sessione.touch': (host) => {
    host.touch();
    return { aperta: host.aperta };
  },
  'sessione.checkRecupero': (host, input) => host.checkRecupero(input),
  'sessione.recover': (host, input) => host.recover(input),

  'ripristino.list': (host, input) => host.listRipristinabili(input),
  'ripristino.run': (host, input, lavoro) => host.restore(input, (progresso) => lavoro.progress(progresso)),

  'strutture.list': listStrutture,
  'strutture.save': saveStruttura,
  'moduli.save': saveModulo,
  'liste.get': getListe,

  'presenze.getMese': getMese,
  'presenze.register': registerPresenze,
  'presenze.findModifica': findModifica,

  'ospiti.search': searchOspiti,
  'ospiti.list': listOspiti,
  'ospiti.get': getOspite,
  'codici.list': listCodici,
  'identita.get': getIdentita,
  'identita.seal': sealIdentita,
  'identita.open': openIdentita,
  'identita.restore': restoreIdentita,
  'fascicoli.get': getFascicolo,
  'fascicoli.deliver': deliverFascicolo,
  'numeriPiccoli.get': getSoglia,
  'numeriPiccoli.save': saveSoglia,

  'oscuramenti.register': registerOscuramento,
  'oscuramenti.lift': liftOscuramento,
  'note.register': registerNota,
  'contatti.add': addContatto,
  'contatti.remove': removeContatto,
  'contatti.open': openContatto,
  'ingressi.get': getIngresso,
  'ingressi.register': registerIngresso,
  'ingressi.correct': correctIngresso,
  'ingressi.remove': removeIngresso,
  'ingressi.changeModulo': changeModulo,
  'dimissioni.register': registerDimissione,
  'dimissioni.cancel': cancelDimissione,

  'mesi.list': listMesi,
  'mesi.check': checkMese,
  'mesi.close': closeMese,
  'mesi.reopen': reopenMese,

  'pacchi.list': listPacchi,
  'pacchi.export': exportMese,
  'pacchi.getFile': getPaccoFile,
  'pacchi.plan': planPacchi,
  'pacchi.import': importPacchi,
  'consegne.getAnno': getConsegne,

  'chiavi.getPubblica': getChiavePubblica,
  'chiavi.register': registerChiave,
  'chiavi.renew': renewChiave,
  'chiavi.list': listCorrispondenti,

  'ricostruzioni.check': checkRicostruzione,
  'ricostruzioni.prepare': prepareRicostruzione,
  'ricostruzioni.import': importRicostruzione,

  'accounts.list': listAccounts,
  'accounts.create': createAccount,
  'accounts.update': updateAccount,
  'accounts.resetPassword': resetPassword,
  'accounts.changePassword': changePassword,
  'recupero.get': getRecupero,
  'recupero.renew': renewRecupero,
  'recupero.confirm': confirmRecupero,
  'recupero.deposit': depositRecupero,
  'recupero.revokeDeposito': revokeDeposito,
  'depositi.list': listDepositi,
  'depositi.import': importDeposito,
  'depositi.open': openDeposito,
  'blocco.set': setBlocco,

  'copie.getStato': getStatoCopie,
  'copie.get': getCopie,
  'copie.save': saveLuoghi,
  'copie.run': runCopie,
  'copie.prova': provaRipristino,

  'fogli.getModello': () => getModelloFoglio(),
  'fogli.preview': previewFoglio,
  'fogli.import': importFoglio,
  'fogli.export': saveFoglio,

  'report.giornate': reportGiornate,
  'report.bilancio': reportBilancio,
  'report.righe': reportRighe,
  'report.possibili': listPossibili,
  'registro.list': listRegistro,
  'registro.listUtenti': listUtentiRegistro,
  'registro.get': getVoce,
  'registro.listOspite': listRegistroOspite,
  'stampe.register': registerStampa,
  'verifica.run': runVerifica,
};
