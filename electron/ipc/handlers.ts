import { changePassword, createAccount, listAccounts, resetPassword, updateAccount } from '../services/account.ts';
import { setBlocco } from '../services/blocco.ts';
import { getChiavePubblica, listCorrispondenti, registerChiave, renewChiave } from '../services/chiave.ts';
import { listCodici } from '../services/codice-ospite.ts';
import { getConsegne } from '../services/consegna.ts';
import { getCopie, getStatoCopie, runCopie, saveLuoghi } from '../services/copie.ts';
import { depositRecupero, importDeposito, listDepositi, openDeposito, revokeDeposito } from '../services/deposito.ts';
import { deliverFascicolo, getFascicolo } from '../services/fascicolo.ts';
import { getModelloFoglio, importFoglio, previewFoglio } from '../services/foglio.ts';
import { saveFoglio } from '../services/foglio-copia.ts';
import { getIdentita, openIdentita, restoreIdentita, sealIdentita } from '../services/identita.ts';
import { checkMese, closeMese, listMesi, reopenMese } from '../services/mese.ts';
import { getSoglia, saveSoglia } from '../services/numeri-piccoli.ts';
import { exportMese, getPaccoFile, listPacchi } from '../services/pacco.ts';
import { importPacchi, planPacchi } from '../services/pacco-import.ts';
import { provaRipristino } from '../services/prova-ripristino.ts';
import { confirmRecupero, getRecupero, renewRecupero } from '../services/recupero.ts';
import { getVoce, listRegistro, listRegistroOspite, listUtentiRegistro, registerStampa } from '../services/registro.ts';
import { listPossibili, reportBilancio, reportGiornate, reportIndicatori, reportRighe } from '../services/report.ts';
import { checkRicostruzione, prepareRicostruzione } from '../services/ricostruzione.ts';
import { importRicostruzione } from '../services/ricostruzione-import.ts';
import { liftOscuramento, registerNota, registerOscuramento } from '../services/riservatezza.ts';
import { listStrutture, saveModulo, saveStruttura } from '../services/struttura.ts';
import { runVerifica } from '../services/verifica.ts';
import type { Handlers } from './handler.ts';
import { registri } from './handlers-registri.ts';

/** The use case behind each endpoint of the contract. */
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

  'fogli.getModello': getModelloFoglio,
  'fogli.preview': previewFoglio,
  'fogli.import': importFoglio,
  'fogli.export': saveFoglio,

  'report.giornate': reportGiornate,
  'report.bilancio': reportBilancio,
  'report.indicatori': reportIndicatori,
  'report.righe': reportRighe,
  'report.possibili': listPossibili,
  'registro.list': listRegistro,
  'registro.listUtenti': listUtentiRegistro,
  'registro.get': getVoce,
  'registro.listOspite': listRegistroOspite,
  'stampe.register': registerStampa,
  'verifica.run': runVerifica,

  ...registri,
};
