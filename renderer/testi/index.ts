import { accesso } from './accesso.ts';
import { anonimato, fascicolo } from './anonimato.ts';
import { comune } from './comune.ts';
import { consegne } from './consegne.ts';
import { contatti } from './contatti.ts';
import { copie } from './copie.ts';
import { file } from './file.ts';
import { foglio } from './foglio.ts';
import { importa } from './importa.ts';
import { impostazioni } from './impostazioni.ts';
import { ingresso } from './ingresso.ts';
import { mese } from './mese.ts';
import { ospite } from './ospite.ts';
import { persone } from './persone.ts';
import { presenze } from './presenze.ts';
import { recupero } from './recupero.ts';
import { registro } from './registro.ts';
import { report } from './report.ts';
import { ricostruzione } from './ricostruzione.ts';
import { shell } from './shell.ts';

export { formatIstante, formatOra, giornoDellIstante } from './istante.ts';
export { formatDecimo, formatNumero, formatPercento } from './numero.ts';

/** Every string people see, one file per noun. */
export const testi = {
  accesso,
  anonimato,
  comune,
  consegne,
  contatti,
  copie,
  fascicolo,
  file,
  foglio,
  importa,
  impostazioni,
  ingresso,
  mese,
  ospite,
  persone,
  presenze,
  registro,
  recupero,
  report,
  ricostruzione,
  shell,
};
