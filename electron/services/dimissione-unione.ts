import type { Store } from '../../db/store.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesa, trovaContese } from './modifica.ts';

type Dimissione = Parsed<'dimissioni.register'>;
type Quadro = Output<'dimissioni.get'>;
type Comunicazione = Quadro['uscita']['comunicazioni'][number];
type Campi = Record<string, unknown>;

export interface Unione {
  /** fields that two people wrote otherwise: nothing is to be written */
  readonly contese: Contesa[];
  /** the dimissione as it is to be: what the form touched, the rest as it is by now */
  readonly input: Dimissione;
  /** false: the form touched nothing */
  readonly cambia: boolean;
}

/**
 * The dimissione as typed, put together with what is written by now. `prima` of the input is what the form had seen of the
 * fields it touched; without it everything is written as it is given. Who is to be told is put together one by one.
 */
export function unisciDimissione(store: Store, quadro: Quadro, input: Dimissione): Unione {
  const { ingressoId: id, prima } = input;
  if (!prima) return { contese: [], input, cambia: true };
  const attuale = campiDi(quadro);
  const comunicazioni = uniteDi(quadro, input);
  const mio: Campi = { ...campiDi(input), ...(comunicazioni && { comunicazioni }) };
  // put together, the list is newer than both: there is nothing to ask
  const visto: Campi = { ...prima, ...(comunicazioni && { comunicazioni: attuale['comunicazioni'] }) };
  const toccati = Object.keys(mio).filter((campo) => campo in prima);
  const solo = (valori: Campi) => Object.fromEntries(toccati.map((campo) => [campo, valori[campo] ?? null]));
  const dopo = { ...attuale, ...solo(mio) };
  const correzione = { id, prima: solo(visto), dopo: solo(mio) };
  // taken back meanwhile: the day is asked for again, whatever else the form touched
  if (dopo['dataDimissione'] === null) {
    correzione.prima['dataDimissione'] = input.dataDimissione;
    correzione.dopo['dataDimissione'] = '';
  }
  const contese = trovaContese(store, 'ingressi', id, attuale, correzione).map((una) =>
    una.mio === '' ? { ...una, mio: input.dataDimissione } : una,
  );
  const cambia = toccati.length > 0 || chiedeAltro(input);
  return { contese, input: { ...input, ...daCampi(dopo, input) }, cambia };
}

/** Beside the fields of this dimissione: somebody of the family, a struttura to go to, appointments to call off. */
function chiedeAltro({ insieme = [], versoStruttura, annullaAppuntamenti }: Dimissione): boolean {
  return insieme.length > 0 || versoStruttura !== null || annullaAppuntamenti === true;
}

/** Day, outcome, destination and exit on one level, as the form corrects them. */
function campiDi({ dataDimissione, esito, destinazione, uscita }: Quadro | Dimissione): Campi {
  return { dataDimissione, esito, destinazione, ...uscita };
}

function daCampi(campi: Campi, input: Dimissione): Partial<Dimissione> {
  const { dataDimissione, esito, destinazione, comunicazioni, ...altre } = campi;
  // a form that does not ask whom to tell leaves it to be written for it
  const uscita = input.uscita?.comunicazioni === undefined ? altre : { ...altre, comunicazioni };
  return {
    dataDimissione: (dataDimissione as string | null) ?? input.dataDimissione,
    ...{ esito: esito as string | null, destinazione: destinazione as string | null },
    uscita: uscita as NonNullable<Dimissione['uscita']>,
  };
}

/** Who is to be told: mine, with what somebody else added or dated since. undefined: one was dated twice, to be asked. */
function uniteDi(quadro: Quadro, { prima, uscita }: Dimissione): Comunicazione[] | undefined {
  const mie = uscita?.comunicazioni;
  if (!mie || !prima?.comunicazioni) return undefined;
  const loro = new Map(quadro.uscita.comunicazioni.map((una) => [una.a, una]));
  const viste = new Map(prima.comunicazioni.map((una) => [una.a, una]));
  const unite: Comunicazione[] = [];
  for (const mia of mie) {
    const [sua, vista] = [loro.get(mia.a), viste.get(mia.a)];
    const ferma = vista !== undefined && vista.fattaIl === mia.fattaIl;
    if (
      sua &&
      !ferma &&
      sua.fattaIl !== (vista?.fattaIl ?? null) &&
      sua.fattaIl !== mia.fattaIl &&
      mia.fattaIl !== null
    )
      return undefined;
    if (sua) unite.push(ferma ? sua : { ...mia, fattaIl: mia.fattaIl ?? (vista ? null : sua.fattaIl) });
    // taken away by somebody else, and not touched here: it stays away
    else if (!ferma) unite.push(mia);
  }
  const aggiunte = [...loro.values()].filter(({ a }) => !viste.has(a) && !mie.some((mia) => mia.a === a));
  return [...unite, ...aggiunte];
}
