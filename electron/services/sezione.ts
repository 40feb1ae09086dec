import { listOscuramenti, listOscuramentiTutti } from '../../db/reads/riservatezza.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { LEGGE_SEZIONE, SEZIONI, type Sezione } from '../contract/sezione.ts';
import type { Contesto } from './contesto.ts';

/** The fields of the scheda d'ingresso that belong to a section, as the contract and the store's rows name them. */
export const CAMPI_SEZIONE = {
  hiv: 'hiv',
  hcv: 'hcv',
  dipendenza: 'sostanze',
  sostanzePrimarie: 'sostanze',
  sostanzeSecondarie: 'sostanze',
  carcerazioni: 'giuridica',
} as const satisfies Readonly<Record<string, Sezione>>;

export type CampoRiservato = keyof typeof CAMPI_SEZIONE;

/** What someone may read of one guest. */
export type Sezioni = ReadonlySet<Sezione>;

interface Oscurata {
  readonly sezione: string;
  readonly ruoli: readonly string[];
}

/** What a role reads of a guest for whom these sections are darkened: the role's own sections, minus what is kept for others. */
export function sezioniVisibili(ruolo: Ruolo, oscurate: readonly Oscurata[]): Sezioni {
  const visibili = SEZIONI.filter(
    (sezione) =>
      LEGGE_SEZIONE[sezione].includes(ruolo) &&
      oscurate.every((riga) => riga.sezione !== sezione || riga.ruoli.includes(ruolo)),
  );
  return new Set(visibili);
}

/** What who asks may read of one guest. */
export function sezioniPer({ store, utente }: Contesto, ospiteId: string): Sezioni {
  return sezioniVisibili(utente.ruolo, listOscuramenti(store, ospiteId));
}

/** The same for the answers about many guests: one read, then a lookup a guest. */
export function sezioniPerTutti({ store, utente }: Contesto): (ospiteId: string) => Sezioni {
  const oscurate = listOscuramentiTutti(store);
  const comuni = sezioniVisibili(utente.ruolo, []);
  return (ospiteId) => {
    const sue = oscurate.get(ospiteId);
    return sue ? sezioniVisibili(utente.ruolo, sue) : comuni;
  };
}

/** Whether a field of the scheda may be read. Fields of no section may, by everyone who sees names. */
export function isLeggibile(campo: string, sezioni: Sezioni): boolean {
  return !Object.hasOwn(CAMPI_SEZIONE, campo) || sezioni.has(CAMPI_SEZIONE[campo as CampoRiservato]);
}
