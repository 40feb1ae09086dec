import { accesso } from './accesso.ts';
import { agenda } from './agenda.ts';
import { allegati } from './allegati.ts';
import { anonimato, fascicolo } from './anonimato.ts';
import { assenze } from './assenze.ts';
import { avvertenze } from './avvertenze.ts';
import { casa } from './casa.ts';
import { comune } from './comune.ts';
import { consegne } from './consegne.ts';
import { contatti } from './contatti.ts';
import { copie } from './copie.ts';
import { diario } from './diario.ts';
import { dimissione } from './dimissione.ts';
import { elenchi } from './elenchi.ts';
import { file } from './file.ts';
import { foglio } from './foglio.ts';
import { form } from './form.ts';
import { atti, giuridica } from './giuridica.ts';
import { identita } from './identita.ts';
import { importa } from './importa.ts';
import { impostazioni } from './impostazioni.ts';
import { ingresso } from './ingresso.ts';
import { mese } from './mese.ts';
import { oggi } from './oggi.ts';
import { ospite } from './ospite.ts';
import { persone } from './persone.ts';
import { presenze } from './presenze.ts';
import { progetto } from './progetto.ts';
import { recupero } from './recupero.ts';
import { registro } from './registro.ts';
import { relazione } from './relazione.ts';
import { report } from './report.ts';
import { ricostruzione } from './ricostruzione.ts';
import { scadenze } from './scadenze.ts';
import { scheda } from './scheda.ts';
import { shell } from './shell.ts';

export { formatIstante, formatOra, giornoDellIstante } from './istante.ts';
export { formatDecimo, formatNumero, formatPercento } from './numero.ts';

/** Every string people see, one file per noun. */
export const testi = {
  accesso,
  allegati,
  agenda,
  anonimato,
  casa,
  atti,
  avvertenze,
  assenze,
  comune,
  consegne,
  contatti,
  copie,
  diario,
  elenchi,
  fascicolo,
  dimissione,
  file,
  foglio,
  giuridica,
  identita,
  importa,
  form,
  impostazioni,
  ingresso,
  mese,
  oggi,
  ospite,
  persone,
  presenze,
  progetto,
  registro,
  recupero,
  relazione,
  report,
  ricostruzione,
  scheda,
  scadenze,
  shell,
};
