import { accesso } from './accesso.ts';
import { comune } from './comune.ts';
import { ingresso } from './ingresso.ts';
import { presenze } from './presenze.ts';
import { shell } from './shell.ts';

export { formatIstante, formatOra, giornoDellIstante } from './istante.ts';
export { formatDecimo, formatNumero, formatPercento, plurale } from './numero.ts';

/** Every string people see, one file per noun. */
export const testi = { accesso, comune, ingresso, presenze, shell };
