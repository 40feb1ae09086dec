import { sha256Hex } from './manifesto.ts';
import type { PaccoLetto } from './pacco-read.ts';
import type { RighePacco } from './righe.ts';

/**
 * A parcel with the ids its rows have at the central office. What belongs to a struttura carries its mark, what belongs to a
 * month the month too: the same stay or event may be told by two strutture of one community, or dated in two months by two
 * parcels, each authoritative for its own until the corrected revision of the other arrives. So the parcels of a struttura
 * never write on rows of another, by construction. Ospiti (and their measures) keep their id: they are the community's.
 */
export function localizza(pacco: PaccoLetto): PaccoLetto {
  const { struttura, mese } = pacco.manifesto;
  const segno = segnoStruttura(struttura);
  const qui = (id: string) => `${id}.${segno}`;
  const delMese = <R extends { readonly id: string }>(righe: readonly R[]): R[] =>
    righe.map((riga) => ({ ...riga, id: `${riga.id}.${segno}.${mese}` }));
  const delloStay = <R extends { readonly id: string; readonly ingressoId: string }>(righe: readonly R[]): R[] =>
    righe.map((riga) => ({ ...riga, id: qui(riga.id), ingressoId: qui(riga.ingressoId) }));
  const { righe } = pacco;
  const locali: RighePacco = {
    ...righe,
    moduli: righe.moduli.map((riga) => ({ ...riga, codice: codiceModulo(struttura, riga.codice) })),
    ingressi: righe.ingressi.map((riga) => ({ ...riga, id: qui(riga.id) })),
    assegnazioni: delloStay(righe.assegnazioni),
    presenze: delloStay(righe.presenze),
    visite: delMese(righe.visite),
    incontri: delMese(righe.incontri),
    attivita: delMese(righe.attivita),
  };
  return { ...pacco, righe: locali };
}

/** Short, and the same for every parcel of the struttura; two strutture would also have to share a UUID to be mixed up. */
function segnoStruttura(codice: string): string {
  return sha256Hex(new TextEncoder().encode(codice)).slice(0, 8);
}

/** Two strutture may both have a modulo `TR`: at the central office it is `CASA00/TR`. `CASA00-TR` says it already. */
export function codiceModulo(struttura: string, codice: string): string {
  const dopo = codice.startsWith(struttura) ? codice.charAt(struttura.length) : 'x';
  return /[\p{L}\p{N}]/u.test(dopo) ? `${struttura}/${codice}` : codice;
}
