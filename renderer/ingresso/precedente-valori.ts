import { type CampoScheda, DATA_DICHIARATA } from '../../electron/contract/scheda.ts';
import { type CampiScheda, type ValoriScheda, valoriDi } from '../scheda/valori.ts';

type Proposta = { readonly [C in keyof CampiScheda]?: CampiScheda[C] | undefined };
type Valori = Partial<ValoriScheda>;

const DATE: ReadonlySet<string> = new Set(Object.values(DATA_DICHIARATA));

/** What is proposed, as it would have been typed. */
function digitati(proposta: Proposta): ValoriScheda {
  return valoriDi(proposta as CampiScheda);
}

/** The fields that can be taken one by one: a day goes with what refers to it. */
export function campiProposti(proposta: Proposta): CampoScheda[] {
  return (Object.keys(proposta) as CampoScheda[]).filter((campo) => !DATE.has(campo));
}

/** Whether the form holds the value proposed for a field. */
export function isRipreso(proposta: Proposta, valori: Valori, campo: CampoScheda): boolean {
  return uguale(valori[campo], digitati(proposta)[campo]);
}

/**
 * What changes in the form when a field is taken: its value, and the day it refers to, which is then the day of those
 * declarations, never that of the form.
 */
export function riprendi(proposta: Proposta, campo: CampoScheda): Valori {
  const suoi = digitati(proposta);
  const data = DATA_DICHIARATA[campo];
  return { [campo]: suoi[campo], ...(data && proposta[data] ? { [data]: suoi[data] } : {}) };
}

/** The same, of every field the form has nothing in: what is typed already stays. */
export function riprendiTutti(proposta: Proposta, valori: Valori): Valori {
  const vuoti = campiProposti(proposta).filter((campo) => (valori[campo] ?? '').length === 0);
  return Object.assign({}, ...vuoti.map((campo) => riprendi(proposta, campo)));
}

/** What changes when a field is taken away: its day goes with the last that refers to it. */
export function lascia(proposta: Proposta, valori: Valori, campo: CampoScheda): Valori {
  const data = DATA_DICHIARATA[campo];
  const vuoto = { [campo]: Array.isArray(valori[campo]) ? [] : '' };
  if (!data || !uguale(valori[data], digitati(proposta)[data])) return vuoto;
  const altri = Object.entries(DATA_DICHIARATA).filter(([altro, sua]) => sua === data && altro !== campo);
  const resta = altri.some(([altro]) => (valori[altro as CampoScheda] ?? '').length > 0);
  return resta ? vuoto : { ...vuoto, [data]: '' };
}

/** The same, of every field as it was taken. */
export function lasciaTutti(proposta: Proposta, valori: Valori): Valori {
  const ripresi = campiProposti(proposta).filter((campo) => isRipreso(proposta, valori, campo));
  const restano = { ...valori };
  const tolti: Valori = {};
  for (const campo of ripresi) {
    const suoi = lascia(proposta, restano, campo);
    Object.assign(restano, suoi);
    Object.assign(tolti, suoi);
  }
  return tolti;
}

function uguale(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
