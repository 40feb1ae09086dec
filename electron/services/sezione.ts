import { listOscuramenti, listOscuramentiTutti } from '../../db/reads/riservatezza.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { CAMPI_SEZIONE, type CampoRiservato, LEGGE_SEZIONE, SEZIONI, type Sezione } from '../contract/sezione.ts';
import type { Contesto } from './contesto.ts';

/** What someone may read of one guest. */
export type Sezioni = ReadonlySet<Sezione>;

interface Oscurata {
  readonly sezione: string;
  readonly ruoli: readonly string[];
}

/**
 * What a role reads of a guest for whom these sections are darkened, oldest request first: the role's own sections, minus
 * what is kept for others. A request that would leave a section to nobody, after the ones before it, narrows nothing.
 */
export function sezioniVisibili(ruolo: Ruolo, oscurate: readonly Oscurata[]): Sezioni {
  const visibili = SEZIONI.filter((sezione) => {
    let restano = LEGGE_SEZIONE[sezione];
    for (const riga of oscurate) {
      const dopo = riga.sezione === sezione ? restano.filter((uno) => riga.ruoli.includes(uno)) : [];
      if (dopo.length > 0) restano = dopo;
    }
    return restano.includes(ruolo);
  });
  return new Set(visibili);
}

/** What who asks may read of one guest. */
export function sezioniPer({ store, utente }: Contesto, ospiteId: string): Sezioni {
  return sezioniVisibili(utente.ruolo, listOscuramenti(store, ospiteId));
}

/** What who asks may read, for answers about many guests: one read of the store, then a lookup a guest. */
export interface Lettore {
  /** of a guest who darkened nothing */
  readonly comuni: Sezioni;
  readonly di: (ospiteId: string) => Sezioni;
}

export function lettoreDi({ store, utente }: Contesto): Lettore {
  const oscurate = listOscuramentiTutti(store);
  const comuni = sezioniVisibili(utente.ruolo, []);
  const di = (ospiteId: string) => {
    const sue = oscurate.get(ospiteId);
    return sue ? sezioniVisibili(utente.ruolo, sue) : comuni;
  };
  return { comuni, di };
}

/** Whether a field of the scheda may be read. Fields of no section may, by everyone who sees names. */
export function isLeggibile(campo: string, sezioni: Sezioni): boolean {
  return !Object.hasOwn(CAMPI_SEZIONE, campo) || sezioni.has(CAMPI_SEZIONE[campo as CampoRiservato]);
}

/** What a field counts as where the role reads it of nobody: an answer, so that it is never asked for. */
const NON_CHIESTO = 'non_noto';

/**
 * A stay as who asks may know it, for sentences that say what its scheda lacks. A field the role reads of nobody is never said
 * to lack; a field darkened for this guest is as if nobody had written it.
 */
export function permanenzaVista<P extends { readonly ospiteId: string }>(p: P, { comuni, di }: Lettore): P {
  const sezioni = di(p.ospiteId);
  const visti = Object.keys(CAMPI_SEZIONE).flatMap((campo) => {
    if (!(campo in p) || isLeggibile(campo, sezioni)) return [];
    return [[campo, isLeggibile(campo, comuni) ? null : NON_CHIESTO]];
  });
  return visti.length === 0 ? p : { ...p, ...Object.fromEntries(visti) };
}
